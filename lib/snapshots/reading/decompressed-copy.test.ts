import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test, vi } from 'vitest';
import { createDirectoryStore } from '../../object-store/directory';
import type { ObjectStore } from '../../object-store/port';
import { createDocumentCache } from '../opening/document-cache';
import { createSnapshots } from '../snapshots';
import { createDecompressedCopy } from './decompressed-copy';

const bucket = 'config-bucket';
const key = 'large.json.gz';
/** As random as base64: five megabytes as stored. */
const bodies = Array.from({ length: 60 }, (_, n) => randomBytes(80_000 + n).toString('base64'));
const items = bodies.map(
  (body, n) =>
    `{"resourceType":"AWS::EC2::Volume","resourceId":"vol-${n}","awsRegion":"us-west-2","configurationItemStatus":"OK",` +
    `"configurationItemCaptureTime":"2026-11-22T08:31:54.000Z","awsAccountId":"123456789012","configuration":{"body":"${body}"}}`,
);
const document = `{"configurationItems":[${items.join(',')}]}`;
const stored = gzipSync(document);

let folder: string;
let store: ObjectStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snapscope-copy-'));
  store = createDirectoryStore({ root: join(folder, 'objects') });
  await store.createBucket(bucket);
  await store.put(bucket, key, stored);
  return () => rm(folder, { recursive: true, force: true });
});

/** A store whose bodies stop after a half until they are let go on. */
function halting(): { store: ObjectStore; goOn: () => void; reads: () => number } {
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let reads = 0;
  const halted: ObjectStore = {
    ...store,
    async get(...args) {
      reads += 1;
      const { head, body } = await store.get(...args);
      body.destroy();
      async function* pieces() {
        yield stored.subarray(0, stored.length / 2);
        await gate;
        yield stored.subarray(stored.length / 2);
      }
      return { head, body: Readable.from(pieces()) };
    },
  };
  return { store: halted, goOn, reads: () => reads };
}

test('what is written already can be read before the copy is whole', async () => {
  const { store: slow, goOn, reads } = halting();
  const path = join(folder, 'copy.json');
  const { etag } = await store.head(bucket, key);
  const onWritten = vi.fn();
  const copy = createDecompressedCopy({ store: slow, bucket, key, etag, path, maxBytes: 1 << 30, onWritten });
  copy.begin();
  expect(String(await copy.read(5, 100_000))).toBe(document.slice(5, 100_005));
  expect(await copy.whole()).toBeUndefined();
  const last = copy.read(document.length - 1_000, 1_000);
  goOn();
  expect(String(await last)).toBe(document.slice(-1_000));
  await vi.waitFor(() => expect(onWritten).toHaveBeenCalledOnce(), { timeout: 30_000 });
  expect(await copy.whole()).toBe(path);
  expect(await readFile(path, 'utf8')).toBe(document);
  expect([reads(), await readdir(folder)]).toEqual([1, ['copy.json', 'objects']]);
});

test('a copy that cannot be written says why, leaves nothing, and is tried again', async () => {
  const path = join(folder, 'copy.json');
  const { etag } = await store.head(bucket, key);
  const request = { store, bucket, key, path, maxBytes: 1 << 30, onWritten: () => {} };
  const replaced = createDecompressedCopy({ ...request, etag: 'another' });
  await expect(replaced.read(0, 1)).rejects.toMatchObject({ code: 'PreconditionFailed' });
  await expect(replaced.read(0, 1)).rejects.toMatchObject({ code: 'PreconditionFailed' });
  const small = createDecompressedCopy({ ...request, etag, maxBytes: 1 << 20 });
  await expect(small.read(0, document.length)).rejects.toMatchObject({ code: 'DecompressionLimit' });
  expect(await readdir(folder)).toEqual(['objects']);
  const copy = createDecompressedCopy({ ...request, etag });
  expect(String(await copy.read(0, document.length))).toBe(document);
});

test('items of a large gzip of others are read to the letter, also when its copy was cleared away', async () => {
  const cache = await createDocumentCache({ store, folder: join(folder, 'cache'), maxBytes: 1 << 30 });
  const snapshots = createSnapshots({ store, cache, channelBucket: async () => bucket });
  const name = { bucket, key };
  expect((await snapshots.document(name)).itemCount).toBe(items.length);
  const isItem = async (index: number) => expect((await snapshots.item({ ...name, index })).json).toBe(items[index]);
  for (const index of [59, 0, 30]) await isItem(index);
  const { document: opened } = await cache.open(name);
  await opened.copy.read(document.length - 1, 1);
  await vi.waitFor(async () => expect(await opened.copy.whole()).toBeDefined(), { timeout: 30_000 });
  await rm((await opened.copy.whole()) ?? '');
  await isItem(58);
});
