import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createDirectoryStore } from '../../../object-store/directory';
import type { ObjectStore } from '../../../object-store/port';
import { createDocumentCache, type DocumentCache } from '../../opening/document-cache';
import { createQueries, type QueryService } from '../query';
import { createTableCache } from './table-cache';

const bucket = 'tables';
let folder: string;
let store: ObjectStore;
let documents: DocumentCache;
let queries: QueryService;
/** Reads of objects wait in their midst for this. */
let gate: Promise<void> | undefined;

const sample: { configurationItems: Record<string, unknown>[] } = JSON.parse(
  readFileSync('samples/modern-account.json', 'utf8'),
);
const items = sample.configurationItems;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
  const directory = createDirectoryStore({ root: join(folder, 'objects') });
  store = {
    ...directory,
    get: async (...args) => {
      const found = await directory.get(...args);
      return gate !== undefined
        ? { ...found, body: Readable.from(halting(found.body, gate), { objectMode: false }) }
        : found;
    },
  };
  await store.createBucket(bucket);
  documents = await createDocumentCache({ store, folder: join(folder, 'documents'), maxBytes: 1 << 30 });
  const tables = await createTableCache({ store, documents, folder: join(folder, 'tables') });
  queries = createQueries({ tables, limits: { seconds: 60, memoryBytes: 300e6, rows: 1000 } });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The first tenth of a stream, and after the gate the rest. */
async function* halting(body: Readable, opened: Promise<void>) {
  const whole = Buffer.concat(await body.toArray());
  yield whole.subarray(0, whole.length / 10);
  await opened;
  yield whole.subarray(whole.length / 10);
}

async function put(key: string, text: string | Buffer): Promise<{ bucket: string; key: string }> {
  await store.put(bucket, key, Buffer.from(text));
  return { bucket, key };
}

const ids = async (document: { bucket: string; key: string }) => {
  const sql = 'SELECT resourceId FROM items ORDER BY itemIndex';
  return (await queries.run({ documents: [document], sql, language: 'sql' })).rows.map(([id]) => id);
};

/** An item as `aws configservice get-resource-config-history` prints it. */
const fromCli = (item: Record<string, unknown>) => ({
  version: '1.3',
  accountId: item.awsAccountId,
  configurationItemCaptureTime: '2026-11-22T08:00:00.000000+00:00',
  configurationItemStatus: 'OK',
  configurationStateId: '1795334400000',
  resourceType: item.resourceType,
  resourceId: item.resourceId,
  awsRegion: item.awsRegion,
  tags: item.tags,
  relatedEvents: [],
  relationships: [],
  configuration: JSON.stringify(item.configuration),
  supplementaryConfiguration: {},
});

const three = items.slice(0, 3);
const forms: [name: string, text: string | Buffer, expected: unknown[]][] = [
  ['a single item', JSON.stringify(three[0]), three.slice(0, 1)],
  ['an array', JSON.stringify(three, undefined, 2), three],
  ['NDJSON', three.map((item) => JSON.stringify(item)).join('\n'), three],
  ['the CLI', JSON.stringify({ configurationItems: three.map(fromCli), nextToken: 'x' }, undefined, 4), three],
  ['a notification', JSON.stringify({ configurationItem: three[0], messageType: 'x' }), three.slice(0, 1)],
  [
    'gzip of two members',
    Buffer.concat(
      JSON.stringify(three)
        .match(/.{1,500}/gs)
        ?.map((part) => gzipSync(part)) ?? [],
    ),
    three,
  ],
  ['a byte order mark', `\ufeff${JSON.stringify({ configurationItems: three })}`, three],
];

test.each(forms)('%s can be asked', async (name, text, expected) => {
  const document = await put(`${name}.json.gz`, text);
  expect(await ids(document)).toEqual(expected.map((item) => (item as { resourceId: string }).resourceId));
});

test('of a broken document that was opened as far as it goes, that can be asked', async () => {
  const whole = JSON.stringify(sample);
  const document = await put('broken.json', whole.slice(0, whole.length / 2));
  await expect(ids(document)).rejects.toMatchObject({
    code: 'TruncatedJson',
    message: expect.stringContaining('broken.json'),
  });
  const opened = await documents.open({ ...document, partial: true });
  expect((await ids(document)).length).toBe(opened.document.index.itemCount);
});

test('how far a table is can be asked while it is made, and no longer', async () => {
  const document = await put('slow.json', JSON.stringify(sample));
  await documents.open(document);
  let open: () => void = () => undefined;
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const asked = ids(document);
  await vi.waitFor(
    () => {
      const [progress] = queries.progress([document]);
      expect(progress).toMatchObject({ ...document, phase: 'reading', total: items.length });
      expect(progress?.done).toBeGreaterThan(0);
      expect(progress?.done).toBeLessThan(items.length);
    },
    { timeout: 30_000 },
  );
  gate = undefined;
  open();
  expect(await asked).toHaveLength(items.length);
  expect(queries.progress([document])).toEqual([]);
});

test('a table that nobody waits for any longer is not made; one that others wait for is', async () => {
  const document = await put('left.json', JSON.stringify(sample));
  await documents.open(document);
  let open: () => void = () => undefined;
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const run = (signal: AbortSignal) =>
    queries.run({ documents: [document], sql: 'SELECT count(*) FROM items', language: 'sql' }, signal);
  const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
  const all = [run(first.signal), run(second.signal), run(third.signal)] as const;
  await vi.waitFor(() => expect(queries.progress([document])).toHaveLength(1), { timeout: 30_000 });
  first.abort(new Error('gone'));
  await expect(all[0]).rejects.toThrow('gone');
  expect(queries.progress([document])).toHaveLength(1);
  second.abort(new Error('gone'));
  third.abort(new Error('gone'));
  await expect(all[1]).rejects.toThrow('gone');
  await expect(all[2]).rejects.toThrow('gone');
  expect(queries.progress([document])).toEqual([]);
  gate = undefined;
  open();
  // Whoever comes now gets a table of its own, and what was begun leaves nothing behind.
  expect(await ids(document)).toHaveLength(items.length);
  await vi.waitFor(
    async () => {
      expect((await readdir(join(folder, 'tables'))).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
    { timeout: 30_000 },
  );
});
