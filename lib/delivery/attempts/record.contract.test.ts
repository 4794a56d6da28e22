import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestDatabase } from '../../database/test-database';
import { unpackBlocks } from '../../documents/gzip/gzip-blocks';
import { DomainError } from '../../errors';
import { makeTestAccount, startTestProcess, type TestAccount, testBucket } from '../test-delivery';
import { deleteOldAttempts } from './attempt-list-store';
import { findGzipBlocks } from './object-record-store';
import { createDeliveryRecord } from './record';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let account: TestAccount;
let folder: string;
let accounts = 200;

beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.stop());
beforeEach(async () => {
  accounts += 1;
  const start = new Date('2026-11-22T08:31:54.000Z');
  const made = await makeTestAccount(server.database, String(accounts).padStart(12, '0'), start);
  ({ account, folder } = made);
  account.items = ['{"resourceId":"vol-1"}', '{"resourceId":"vol-2"}'];
  return made.remove;
});

const record = () => createDeliveryRecord({ ...account, accountId: account.scope.accountId, clock: () => account.now });

async function deliverOnce(process: ReturnType<typeof startTestProcess>) {
  const { configSnapshotId } = await process.deliver('default', 'api', 'AKIDEXAMPLE');
  await process.tick();
  account.now = new Date(account.now.getTime() + 1_000);
  return configSnapshotId;
}

async function started() {
  const process = startTestProcess(account);
  await process.putChannel({ name: 'default', s3BucketName: testBucket });
  return process;
}

test('a delivery is remembered with who asked and what was put where', async () => {
  const process = await started();
  const id = await deliverOnce(process);
  const { attempt, objects } = await record().attempt(id);
  expect(attempt).toMatchObject({ kind: 'snapshot', trigger: 'api', requestedBy: 'AKIDEXAMPLE', phase: 'delivered' });
  expect(objects).toMatchObject([{ bucket: testBucket, key: attempt.key, itemCount: 2, size: attempt.bytesUploaded }]);
  const kept = await findGzipBlocks(server.database, testBucket, attempt.key);
  expect(unpackBlocks(kept?.blocks ?? Buffer.of())).toEqual([{ offset: 10, uncompressedOffset: 0 }]);
});

test('verifying tells the same object from another, a missing, and one that cannot be read', async () => {
  const process = await started();
  const id = await deliverOnce(process);
  const { key } = (await record().attempt(id)).attempt;
  const outcome = async () => {
    const { outcome: whole, objects } = await record().verify(id);
    return [whole, objects[0]?.message];
  };
  expect(await outcome()).toEqual(['same', expect.stringContaining('byte for byte')]);
  const { size } = await account.store.head(testBucket, key);
  await account.store.put(testBucket, key, Buffer.alloc(size));
  expect(await outcome()).toEqual(['different', expect.stringContaining(`its ${size} bytes are others`)]);
  await account.store.put(testBucket, key, Buffer.alloc(7));
  expect(await outcome()).toEqual(['different', expect.stringContaining('it has 7 bytes')]);
  await account.store.delete(testBucket, key);
  expect(await outcome()).toEqual(['missing', expect.stringContaining('There is no object')]);
  const denied = new DomainError('denied', 'AccessDenied', 'S3 refused the call.');
  account.store = { ...account.store, get: () => Promise.reject(denied) };
  expect(await outcome()).toEqual(['unreadable', 'S3 refused the call.']);
});

test('pages hold every delivery once, newest first, also those of one moment, and can be narrowed', async () => {
  const process = await started();
  for (let n = 0; n < 5; n++) {
    await deliverOnce(process);
    if (n % 2 === 0) account.now = new Date(account.now.getTime() - 1_000);
  }
  await rm(join(folder, testBucket), { recursive: true });
  await deliverOnce(process);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await record().attempts({ limit: 2, cursor });
    seen.push(...page.attempts.map(({ requestedAt }) => requestedAt));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(6);
  expect(seen).toEqual([...seen].sort().reverse());
  expect((await record().attempts({ limit: 50, status: 'failed' })).attempts).toMatchObject([
    {
      errorCode: 'NoSuchBucket',
      failedStep: 'bucket',
      remedy: expect.stringContaining(`Make the bucket ${testBucket}`),
    },
  ]);
  expect((await record().attempts({ limit: 50, trigger: 'schedule' })).attempts).toEqual([]);
  await expect(record().attempts({ limit: 2, cursor: 'x' })).rejects.toMatchObject({ code: 'InvalidCursor' });
});

test('deliveries of every Region of the account are in one record, which can be narrowed to one', async () => {
  const regions = ['us-west-2', 'eu-west-1', 'ap-south-1'];
  const processes = [];
  for (const region of regions) {
    const process = startTestProcess({ ...account, scope: { ...account.scope, region } });
    await process.putChannel({ name: 'default', s3BucketName: testBucket });
    processes.push(process);
  }
  const delivered: string[] = [];
  for (const process of [...processes, ...processes]) {
    delivered.push((await process.deliver('default', 'api')).configSnapshotId);
    await process.tick();
  }
  const foreign = await makeTestAccount(server.database, '999999999999', account.now);
  const stranger = startTestProcess(foreign.account);
  await stranger.putChannel({ name: 'default', s3BucketName: testBucket });
  const { configSnapshotId: foreignId } = await stranger.deliver('default', 'api');
  await stranger.tick();
  await foreign.remove();

  const all = await record().attempts({ limit: 50 });
  expect(all.regions).toEqual(regions.toSorted());
  expect(all.attempts.map(({ configSnapshotId }) => configSnapshotId).sort()).toEqual(delivered.toSorted());
  // All were asked for at one moment: pages must go on over the Regions by id.
  const first = await record().attempts({ limit: 4 });
  const second = await record().attempts({ limit: 4, cursor: first.nextCursor });
  expect([...first.attempts, ...second.attempts]).toEqual(all.attempts);
  expect(second.nextCursor).toBeUndefined();

  const european = await record().attempts({ limit: 50, region: 'eu-west-1' });
  expect(european.regions).toEqual(all.regions);
  expect(european.attempts.map(({ configSnapshotId }) => configSnapshotId).sort()).toEqual(
    [delivered[1], delivered[4]].sort(),
  );
  expect((await record().attempts({ limit: 50, region: 'sa-east-1' })).attempts).toEqual([]);

  const { attempt } = await record().attempt(delivered[1] ?? '');
  expect(attempt).toMatchObject({ region: 'eu-west-1', phase: 'delivered', key: expect.stringContaining('eu-west-1') });
  expect(await record().verify(attempt.configSnapshotId)).toMatchObject({ outcome: 'same' });
  await expect(record().attempt(foreignId)).rejects.toMatchObject({ code: 'NoSuchDelivery' });
  // A Region's own view tells of its own alone.
  expect((await processes[1]?.view())?.recent.map(({ region }) => region)).toEqual(['eu-west-1', 'eu-west-1']);
  expect(await processes[2]?.summary()).toMatchObject({
    region: 'ap-south-1',
    channelName: 'default',
    formats: { configSnapshotDeliveryInfo: { lastStatus: 'SUCCESS' } },
  });
});

test('uploads that were left a day ago are cleared with any delivery, and its own when it failed', async () => {
  const process = await started();
  const { store } = account;
  const cleared: [prefix: string, before: string][] = [];
  const discardUnfinished: typeof store.discardUnfinished = async (_bucket, prefix, before) => {
    cleared.push([prefix, before.toISOString()]);
    return 0;
  };
  account.store = { ...store, discardUnfinished };
  await deliverOnce(process);
  const folder = `AWSLogs/${account.scope.accountId}/Config/us-west-2/`;
  expect(cleared).toEqual([[folder, '2026-11-21T08:31:54.000Z']]);
  const away = new DomainError('unavailable', 'SlowDown', 'Slow down.');
  account.store = { ...store, discardUnfinished, put: () => Promise.reject(away) };
  const { key } = (await record().attempt(await deliverOnce(process))).attempt;
  expect(cleared.map(([prefix]) => prefix)).toEqual([folder, key, folder]);
});

test('what a delivery left is not cleared while the next one may be writing it', async () => {
  const process = await started();
  const other = startTestProcess(account);
  const { store } = account;
  const told: (boolean | undefined)[] = [];
  const discardUnfinished: typeof store.discardUnfinished = async (_bucket, _prefix, _before, inUse) => {
    // The other server began as soon as this delivery had ended: its upload may be among those just listed.
    if (told.length === 0) await other.deliver('default', 'api');
    told.push(await inUse?.());
    return 0;
  };
  account.store = { ...store, discardUnfinished };
  await deliverOnce(process);
  await other.tick();
  expect(told).toEqual([true, false]);
});

test('what is not there is said so, and what was never delivered cannot be verified', async () => {
  const process = await started();
  for (const id of ['x', randomUUID()]) {
    await expect(record().attempt(id)).rejects.toMatchObject({ code: 'NoSuchDelivery' });
  }
  await rm(join(folder, testBucket), { recursive: true });
  await expect(record().verify(await deliverOnce(process))).rejects.toMatchObject({ code: 'NothingToVerify' });
});

test('retention forgets the record and leaves the objects', async () => {
  const process = await started();
  const id = await deliverOnce(process);
  const { key } = (await record().attempt(id)).attempt;
  await deleteOldAttempts(server.database, new Date(account.now.getTime() - 60_000));
  await record().attempt(id);
  await deleteOldAttempts(server.database, account.now);
  await expect(record().attempt(id)).rejects.toMatchObject({ code: 'NoSuchDelivery' });
  expect((await account.store.head(testBucket, key)).key).toBe(key);
});
