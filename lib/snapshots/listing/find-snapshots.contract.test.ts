import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkFileKey, historyKey, snapshotKey } from '../../buckets/object-key';
import { createDirectoryStore } from '../../object-store/directory';
import type { ObjectStore } from '../../object-store/port';
import { type FindRequest, findSnapshots } from './find-snapshots';

// Disks and processes are slow on a busy machine; nothing here waits for a time to pass.

const bucket = 'found';
let root: string;
let store: ObjectStore;
let lists = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'find-'));
  const directory = createDirectoryStore({ root });
  // Counts what a page costs, and small pages of the store show that their tokens are followed.
  store = {
    ...directory,
    list: (name, request) => {
      lists++;
      return directory.list(name, { limit: 7, ...request });
    },
  };
});
beforeEach(async () => {
  await rm(join(root, bucket), { recursive: true, force: true });
  await store.createBucket(bucket);
  lists = 0;
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function drop(keys: string[]): Promise<void> {
  for (const key of keys) {
    await mkdir(dirname(join(root, bucket, key)), { recursive: true });
    await writeFile(join(root, bucket, key), '');
  }
}

let serial = 0;
function keyAt(time: string, { accountId = '123456789012', region = 'us-west-2', prefix = '' } = {}): string {
  const configSnapshotId = `00000000-0000-4000-8000-${String(++serial).padStart(12, '0')}`;
  return snapshotKey({ prefix, accountId, region, deliveredAt: new Date(time), configSnapshotId });
}

async function allPages(request: FindRequest = {}): Promise<{ times: string[]; keys: string[]; costs: number[] }> {
  const times: string[] = [];
  const keys: string[] = [];
  const costs: number[] = [];
  let token: string | undefined;
  do {
    lists = 0;
    const page = await findSnapshots(store, bucket, { ...request, token });
    expect(page.snapshots.length).toBeLessThanOrEqual(request.limit ?? 50);
    times.push(...page.snapshots.map((one) => one.deliveredAt.toISOString().slice(0, 16)));
    keys.push(...page.snapshots.map((one) => one.key));
    costs.push(lists);
    expect(page.nextToken).not.toBe(token ?? '');
    token = page.nextToken;
  } while (token !== undefined);
  return { times, keys, costs };
}

test('days and months go by number, and stamps within a day', async () => {
  await drop(
    [
      '2026-09-09T01:00:00Z',
      '2026-09-10T01:00:00Z',
      '2026-10-01T09:00:00Z',
      '2026-10-01T10:00:00Z',
      '2025-12-31T23:59:59Z',
    ].map((time) => keyAt(time)),
  );
  expect((await allPages()).times).toEqual([
    '2026-10-01T10:00',
    '2026-10-01T09:00',
    '2026-09-10T01:00',
    '2026-09-09T01:00',
    '2025-12-31T23:59',
  ]);
});

test('a snapshot carries what its key says, and its size', async () => {
  const key = keyAt('2026-11-22T08:31:54Z', { prefix: 'o-ab12cd34ef' });
  await store.put(bucket, key, Buffer.from('12345'));
  expect((await findSnapshots(store, bucket, {})).snapshots).toMatchObject([
    {
      key,
      size: 5,
      prefix: 'o-ab12cd34ef',
      accountId: '123456789012',
      region: 'us-west-2',
      deliveredAt: new Date('2026-11-22T08:31:54Z'),
      configSnapshotId: expect.stringMatching(/^00000000-/),
    },
  ]);
});

test('accounts, regions and prefixes are merged by time, each snapshot once, whatever the page', {
  timeout: 60_000,
}, async () => {
  const keys: string[] = [];
  const places = [
    {},
    { region: 'eu-west-1' },
    { accountId: '210987654321' },
    { prefix: 'o-ab12cd34ef' },
    { prefix: 'team/logs', region: 'eu-west-1' },
  ];
  for (const [n, place] of places.entries()) {
    for (let step = 0; step < 14; step++) {
      keys.push(keyAt(new Date(Date.UTC(2025, 10, 20) + (step * 37 + n * 11) * 3_600_000 * 9).toISOString(), place));
    }
  }
  // Several at the same second.
  for (const place of places) keys.push(keyAt('2026-01-05T06:00:00Z', place));
  await drop(keys);
  for (const limit of [4, 50, 1000]) {
    const found = await allPages({ limit });
    expect([...found.keys].sort()).toEqual([...keys].sort());
    expect(found.times).toEqual([...found.times].sort().reverse());
  }
  expect((await allPages({ root: 'team/logs/' })).keys).toHaveLength(15);
});

test('other objects, and folders that AWS would not write, are passed over', async () => {
  const key = keyAt('2026-09-08T01:00:00Z');
  const history = historyKey({
    accountId: '123456789012',
    region: 'us-west-2',
    deliveredAt: new Date('2026-09-09T00:00:00Z'),
    resourceType: 'AWS::EC2::Volume',
    firstCaptureTime: new Date('2026-09-09T00:00:00Z'),
    lastCaptureTime: new Date('2026-09-09T01:00:00Z'),
    sequence: 1,
  });
  await drop([
    key,
    history,
    checkFileKey({ accountId: '123456789012' }),
    key.replace('/9/8/', '/09/08/'),
    key.replace('/9/8/', '/2/30/'),
    key.replace('/2026/', '/latest/'),
    key.replace('123456789012', 'somebody'),
    `${dirname(key)}/readme.txt`,
    'reports/2026/9/8/summary.csv',
  ]);
  expect((await allPages()).keys).toEqual([key]);
});

test('the newest page does not look into the past', async () => {
  const days = Array.from({ length: 400 }, (_, n) => new Date(Date.UTC(2025, 0, 1 + n, 6)).toISOString());
  await drop(days.map((time) => keyAt(time)));
  const page = await findSnapshots(store, bucket, { limit: 5 });
  expect(page.snapshots.map((one) => one.deliveredAt.toISOString())).toEqual(days.slice(-5).reverse());
  expect(lists).toBeLessThan(20);
});

test('years of days without a snapshot cost a bounded number of calls for each page', async () => {
  const days = Array.from({ length: 900 }, (_, n) => new Date(Date.UTC(2024, 0, 2 + n)));
  const keys = days.map((time) => keyAt(time.toISOString()).replaceAll('ConfigSnapshot', 'ConfigHistory'));
  const oldest = keyAt('2024-01-01T00:00:00Z');
  await drop([...keys, oldest]);
  const found = await allPages();
  expect(found.keys).toEqual([oldest]);
  expect(found.costs.length).toBeGreaterThan(1);
  for (const cost of found.costs) expect(cost).toBeLessThanOrEqual(410);
});

test('an organization of many regions is walked in groups, each bounded, and whole', async () => {
  const keys: string[] = [];
  for (let account = 0; account < 50; account++) {
    for (const region of ['eu-west-1', 'us-east-1', 'us-west-2']) {
      keys.push(keyAt('2026-09-08T01:00:00Z', { accountId: String(100_000_000_000 + account), region }));
    }
  }
  await drop(keys);
  const found = await allPages({ limit: 40 });
  expect([...found.keys].sort()).toEqual([...keys].sort());
  for (const cost of found.costs) expect(cost).toBeLessThanOrEqual(450);
});

test('folders that hold no logs do not stop the walk', async () => {
  const key = keyAt('2026-09-08T01:00:00Z', { prefix: 'zz' });
  await drop([...Array.from({ length: 120 }, (_, n) => `other-${n}/deeper/file`), key]);
  const found = await allPages();
  expect(found.keys).toEqual([key]);
  expect(found.costs.length).toBeGreaterThan(1);
  for (const cost of found.costs) expect(cost).toBeLessThanOrEqual(450);
});

test('an empty bucket has none, and a foreign token is refused', async () => {
  expect(await findSnapshots(store, bucket, {})).toEqual({ snapshots: [] });
  for (const token of ['x', Buffer.from('1{}').toString('base64url')]) {
    await expect(findSnapshots(store, bucket, { token })).rejects.toMatchObject({ code: 'InvalidToken' });
  }
  await expect(findSnapshots(store, 'never-made', {})).rejects.toMatchObject({ code: 'NoSuchBucket' });
});
