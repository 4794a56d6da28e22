import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test, vi } from 'vitest';
import { gzipBlocks } from '../../documents/gzip/write-gzip';
import { createDirectoryStore } from '../../object-store/directory';
import type { ObjectStore } from '../../object-store/port';
import { createSnapshots } from '../snapshots';
import { createDocumentCache } from './document-cache';

const bucket = 'config-bucket';
let folder: string;
let store: ObjectStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snapscope-cache-'));
  store = createDirectoryStore({ root: join(folder, 'objects') });
  await store.createBucket(bucket);
  return () => rm(folder, { recursive: true, force: true });
});

const cacheFolder = () => join(folder, 'cache');

async function open(over: ObjectStore = store) {
  const cache = await createDocumentCache({ store: over, folder: cacheFolder(), maxBytes: 1 << 30 });
  return createSnapshots({ store: over, cache, channelBucket: async () => bucket });
}

function itemText(n: number): string {
  return JSON.stringify({
    relationships: n > 0 ? [{ resourceId: `vol-${n - 1}`, resourceType: 'AWS::EC2::VOLUME', name: 'Is after ' }] : [],
    configuration: { n, noise: Buffer.from(`${Math.sin(n)}`.repeat(20)).toString('base64') },
    tags: { Name: `volume ${n}`, parity: n % 2 ? 'odd' : 'even' },
    configurationItemCaptureTime: new Date(1_700_000_000_000 + n * 1000).toISOString(),
    awsAccountId: '123456789012',
    configurationItemStatus: n % 5 ? 'OK' : 'ResourceDiscovered',
    resourceType: 'AWS::EC2::Volume',
    resourceId: `vol-${n}`,
    awsRegion: n % 3 ? 'us-west-2' : 'eu-west-1',
    availabilityZone: 'us-west-2a',
  });
}

function documentText(count: number): string {
  const items = Array.from({ length: count }, (_, n) => itemText(n));
  return `{"fileVersion":"1.0","configSnapshotId":"x","configurationItems":[${items.join(',')}]}`;
}

const search = { types: [], search: '', order: 'asc' as const, page: 1, pageSize: 50 };

test('one item of a file of ours is one ranged read of a hundredth of it, and no copy is kept', async () => {
  const text = documentText(60_000);
  const key = 'ours.json.gz';
  await store.put(bucket, key, await buffer(Readable.from(gzipBlocks(Readable.from([Buffer.from(text)])).bytes)));
  const snapshots = await open();
  await snapshots.document({ bucket, key });
  const get = vi.spyOn(store, 'get');
  for (const index of [0, 1, 31_234, 59_999]) {
    expect((await snapshots.item({ bucket, key, index })).json).toBe(itemText(index));
  }
  expect(get).toHaveBeenCalledTimes(4);
  const { size } = await store.head(bucket, key);
  for (const [, , options] of get.mock.calls) {
    const { start = 0, end = size } = options?.range ?? {};
    // Two of its blocks of a megabyte, where the item lies across their border.
    expect((end - start) / size).toBeLessThan(2.1 / Math.ceil(text.length / 2 ** 20));
  }
  expect(await readdir(cacheFolder())).toEqual([expect.stringMatching(/\.index$/)]);
});

test('an index outlasts the process: the next one reads the object no more', async () => {
  const key = 'foreign.json.gz';
  await store.put(bucket, key, gzipSync(documentText(300)));
  const first = await (await open()).items({ bucket, key, ...search });
  const get = vi.spyOn(store, 'get');
  const again = await open();
  expect(await again.items({ bucket, key, ...search })).toEqual(first);
  expect((await again.item({ bucket, key, index: 7 })).json).toBe(itemText(7));
  expect(get).not.toHaveBeenCalled();
});

test.each([
  ['a bit flipped', (bytes: Buffer) => bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 4, bytes.length >> 1)],
  ['of another version', (bytes: Buffer) => bytes.write('SNAPIDX0')],
])('an index file with %s is made anew, never half used', async (_, damage) => {
  const key = 'a.json';
  await store.put(bucket, key, Buffer.from(documentText(300)));
  const first = await (await open()).items({ bucket, key, ...search });
  const [file = ''] = await readdir(cacheFolder());
  const bytes = await readFile(join(cacheFolder(), file));
  damage(bytes);
  await writeFile(join(cacheFolder(), file), bytes);
  const get = vi.spyOn(store, 'get');
  expect(await (await open()).items({ bucket, key, ...search })).toEqual(first);
  expect(get).toHaveBeenCalledTimes(1);
});

test('a cut index file is made anew, and what an ended process left half done is cleared', async () => {
  const key = 'a.json';
  await store.put(bucket, key, Buffer.from(documentText(300)));
  await (await open()).document({ bucket, key });
  const [file = ''] = await readdir(cacheFolder());
  const bytes = await readFile(join(cacheFolder(), file));
  await writeFile(join(cacheFolder(), file), bytes.subarray(0, bytes.length - 100));
  await writeFile(join(cacheFolder(), `${file}.part`), 'half');
  expect((await (await open()).document({ bucket, key })).itemCount).toBe(300);
  expect(await readdir(cacheFolder())).toEqual([file]);
});

test('items are chosen by region, status, tag, name and time, and counted', async () => {
  const key = 'a.json';
  await store.put(bucket, key, Buffer.from(documentText(300)));
  const snapshots = await open();
  const total = async (filter: object) => (await snapshots.items({ bucket, key, ...search, ...filter })).total;
  expect(await total({ regions: ['eu-west-1'] })).toBe(100);
  expect(await total({ regions: ['eu-west-1', 'us-west-2'], statuses: ['OK'] })).toBe(240);
  expect(await total({ tags: ['parity=odd'] })).toBe(150);
  expect(await total({ tags: ['parity=odd', 'Name=volume 7'] })).toBe(1);
  expect(await total({ tags: ['parity'] })).toBe(300);
  expect(await total({ name: 'VOLUME 29' })).toBe(11);
  expect(await total({ search: 'vol-299' })).toBe(1);
  expect(await total({ search: 'nowhere' })).toBe(0);
  expect(await total({ zones: ['nowhere'] })).toBe(0);
  expect(await total({ changedSince: new Date(1_700_000_000_000 + 290_000).toISOString() })).toBe(10);
  const counts = await snapshots.counts({ bucket, key, types: [], search: '', statuses: ['OK'], by: 'awsRegion' });
  expect(counts).toEqual({
    total: 240,
    distinct: 2,
    values: [
      { value: 'us-west-2', count: 160 },
      { value: 'eu-west-1', count: 80 },
    ],
  });
  const page = await snapshots.items({
    bucket,
    key,
    ...search,
    sort: 'captureTime',
    order: 'desc',
    tags: ['parity=odd'],
  });
  expect(page.items.slice(0, 2).map(({ resourceId }) => resourceId)).toEqual(['vol-299', 'vol-297']);
});

test('of a broken document what stands before the break can be looked at, marked as incomplete', async () => {
  const whole = gzipSync(documentText(5_000));
  const key = 'cut.json.gz';
  await store.put(bucket, key, whole.subarray(0, whole.length >> 1));
  const snapshots = await open();
  const refusal: unknown = await snapshots.document({ bucket, key }).catch((error: unknown) => error);
  const document = await snapshots.document({ bucket, key, partial: true });
  expect(document.incomplete).toMatchObject({ code: 'TruncatedGzip' });
  expect(document.itemCount).toBeGreaterThan(1_000);
  // So a page knows that there is something to look at.
  expect(refusal).toMatchObject({ code: 'TruncatedGzip', readableItems: document.itemCount });
  expect((await snapshots.item({ bucket, key, index: 1_000 })).json).toBe(itemText(1_000));
});

/** A store whose bodies wait half-way until they are let go on. */
function halting(): { store: ObjectStore; halted: Promise<void>; goOn: () => void } {
  let goOn = () => {};
  let halt = () => {};
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const halted = new Promise<void>((resolve) => (halt = resolve));
  return {
    store: {
      ...store,
      async get(...args) {
        const { head, body } = await store.get(...args);
        async function* slowly() {
          const bytes = await buffer(body);
          yield bytes.subarray(0, bytes.length >> 1);
          halt();
          await gate;
          yield bytes.subarray(bytes.length >> 1);
        }
        return { head, body: Readable.from(slowly(), { objectMode: false }) };
      },
    },
    halted,
    goOn,
  };
}

test('an opening tells how far it is, and can be cancelled for all who wait', async () => {
  const key = 'a.json';
  await store.put(bucket, key, Buffer.from(documentText(2_000)));
  const slow = halting();
  const snapshots = await open(slow.store);
  expect(snapshots.opening({ bucket, key })).toEqual({ state: 'idle' });
  const waiting = [snapshots.document({ bucket, key }), snapshots.items({ bucket, key, ...search })];
  const ended = Promise.allSettled(waiting);
  await slow.halted;
  await vi.waitFor(
    () => {
      const opening = snapshots.opening({ bucket, key });
      expect(opening).toMatchObject({ state: 'opening', finishing: false });
      expect('items' in opening && opening.items).toBeGreaterThan(500);
    },
    { timeout: 30_000 },
  );
  expect(snapshots.cancelOpening({ bucket, key })).toEqual({ cancelled: true });
  slow.goOn();
  for (const one of await ended)
    expect(one).toMatchObject({ status: 'rejected', reason: { code: 'OpeningCancelled' } });
  expect(snapshots.cancelOpening({ bucket, key })).toEqual({ cancelled: false });
  expect(await readdir(cacheFolder())).toEqual([]);
  expect((await snapshots.document({ bucket, key })).itemCount).toBe(2_000);
});

test('an object that is replaced while it is read is read from its start again', async () => {
  const key = 'a.json';
  await store.put(bucket, key, Buffer.from(documentText(10)));
  let replaced = false;
  const snapshots = await open({
    ...store,
    async get(...args) {
      if (!replaced) await store.put(bucket, key, Buffer.from(documentText(20)));
      replaced = true;
      return store.get(...args);
    },
  });
  expect((await snapshots.document({ bucket, key })).itemCount).toBe(20);
});

test('a change notification opens, as it is sent and as SNS wraps it', async () => {
  const notification = { configurationItemDiff: null, configurationItem: JSON.parse(itemText(3)), messageType: 'x' };
  const snapshots = await open();
  for (const [key, value] of Object.entries({
    'plain.json': notification,
    'sns.json': { Type: 'Notification', Message: JSON.stringify(notification) },
  })) {
    await store.put(bucket, key, Buffer.from(JSON.stringify(value)));
    expect((await snapshots.item({ bucket, key, index: 0 })).row).toMatchObject({ resourceId: 'vol-3' });
  }
});
