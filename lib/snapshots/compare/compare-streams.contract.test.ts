import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { DomainError } from '../../errors';
import { createDirectoryStore } from '../../object-store/directory';
import type { ObjectStore } from '../../object-store/port';
import { indexOfPlain } from '../index/test-index';
import { itemRow } from '../reading/item-row';
import { type ComparedSide, type Comparison, compareIndexes, type Difference, differences } from './compare-indexes';
import { compareStreams } from './compare-streams';

/** A store of one bucket, whose objects come in pieces of some size. */
function storeOf(objects: Record<string, Buffer>, pieces: readonly number[] = [1 << 20]): Pick<ObjectStore, 'get'> {
  return {
    async get(_bucket, key) {
      const bytes = objects[key];
      if (!bytes) throw new DomainError('not-found', 'NoSuchKey', `There is no ${key}.`);
      function* parts(whole: Buffer): Generator<Buffer> {
        for (let at = 0, turn = 0; at < whole.length; turn++) {
          const size = pieces[turn % pieces.length] ?? whole.length;
          yield whole.subarray(at, at + size);
          at += size;
        }
      }
      const head = { key, size: bytes.length, etag: '"1"', lastModified: new Date(0) };
      return {
        head: head as unknown as Awaited<ReturnType<ObjectStore['get']>>['head'],
        body: Readable.from(parts(bytes)),
      };
    },
  };
}

const comparedIn = (store: Pick<ObjectStore, 'get'>, [before, after] = ['before', 'after'] as [string, string]) =>
  compareStreams(
    { store, bucket: 'b', maxBytes: 2 ** 30, maxParts: 1e6 },
    { key: before, etag: '"1"' },
    { key: after, etag: '"1"' },
  );

type Item = Record<string, unknown>;

const plain = (id: number | string, more: Item = {}): Item => ({
  relationships: [],
  configuration: { size: 8, note: 'a "quoted" \\ } ] text' },
  tags: {},
  configurationItemCaptureTime: '2026-11-22T08:31:54.000Z',
  awsAccountId: '123456789012',
  configurationItemStatus: 'OK',
  resourceType: 'AWS::EC2::Volume',
  resourceId: `vol-${id}`,
  awsRegion: 'eu-west-1',
  ...more,
});

const documentOf = (items: readonly Item[], indent: string | number = 0) =>
  Buffer.from(JSON.stringify({ fileVersion: '1.0', configSnapshotId: 's-1', configurationItems: items }, null, indent));

interface Row {
  difference: Difference | undefined;
  id: string;
  before: number | undefined;
  after: number | undefined;
}

/** What is not unchanged, with the items' numbers in their documents. */
function changesOf({
  comparison,
  before,
  after,
}: {
  comparison: Comparison;
  before: ComparedSide;
  after: ComparedSide;
}): Row[] {
  const number = ({ numbers }: ComparedSide, item: number) => (item < 0 ? undefined : numbers ? numbers[item] : item);
  return [...comparison.kind]
    .map((kind, row) => {
      const [a, b] = [comparison.before[row] ?? -1, comparison.after[row] ?? -1];
      const { resourceId } = b >= 0 ? itemRow(after.index, b) : itemRow(before.index, a);
      return { difference: differences[kind], id: resourceId, before: number(before, a), after: number(after, b) };
    })
    .filter(({ difference }) => difference !== 'unchanged');
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '"',
    '\\',
    '\\\\"',
    '}',
    ']},{"',
    '"resourceId":"',
    'resourceType',
    'é𝄞',
    'x'.repeat(500),
    '\\'.repeat(70),
  ),
);
const item = fc
  .record({
    id: fc.nat({ max: 60 }),
    more: fc.record(
      {
        configuration: fc.oneof(fc.jsonValue({ depthSize: 'small', stringUnit: 'binary' }), fc.dictionary(text, text)),
        supplementaryConfiguration: fc.dictionary(text, text, { maxKeys: 2 }),
        resourceName: text.filter((name) => name !== ''),
        resourceType: fc.constantFrom('AWS::EC2::Volume', 'AWS::EC2::VOLUME', 'AWS::S3::Bucket'),
        relationships: fc.array(
          fc.record({ resourceType: fc.constant('AWS::EC2::VPC'), resourceId: fc.constant('vpc-1'), name: text }),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: ['resourceType'] },
    ),
  })
  .map(({ id, more }) => plain(id, more));
const name = ({ resourceType, resourceId }: Item) => `${String(resourceType).toLowerCase()}/${resourceId}`;
/** What happens to the item at a place. */
const edit = fc.record({
  at: fc.nat({ max: 60 }),
  what: fc.oneof(
    item.map((fresh) => ({ kind: 'put' as const, fresh })),
    fc.constantFrom('drop', 'change', 'capture', 'reorder', 'move', 'repeat').map((kind) => ({ kind: kind as 'drop' })),
  ),
});

function edited(
  items: readonly Item[],
  edits: readonly { at: number; what: { kind: string; fresh?: Item } }[],
): Item[] {
  const later = [...items];
  for (const { at, what } of edits) {
    const one = later[at % Math.max(1, later.length)];
    if (what.fresh) later.splice(at, 0, what.fresh);
    if (!one) continue;
    const place = later.indexOf(one);
    if (what.kind === 'drop') later.splice(place, 1);
    if (what.kind === 'change') later[place] = { ...one, tags: { changed: 'yes' } };
    if (what.kind === 'capture') later[place] = { ...one, configurationItemCaptureTime: '2026-11-23T00:00:00.000Z' };
    if (what.kind === 'reorder') later[place] = Object.fromEntries(Object.entries(one).reverse());
    if (what.kind === 'move') later.push(...later.splice(place, 1));
    if (what.kind === 'repeat') later.push(one);
  }
  return later;
}

test('documents are compared as they are read as they are when they are open, whatever stands in them', async () => {
  let together = 0;
  const runs = 400;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(item, { selector: name, maxLength: 50 }),
      fc.array(edit, { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(0, 0, 2, '\t'),
      async (before, edits, pieces, indent) => {
        const after = edited(before, edits);
        const objects = { before: documentOf(before, indent), after: documentOf(after, indent) };
        const found = await comparedIn(storeOf(objects, pieces));
        const [a, b] = [await indexOfPlain(before), await indexOfPlain(after)];
        const comparison = await compareIndexes(a, b);
        const repeats = new Set(after.map(name)).size < after.length;
        // A resource that is there twice may be left to the other way.
        if (!found) expect(repeats).toBe(true);
        if (!found) return;
        together += 1;
        expect(found.comparison.counts).toEqual(comparison.counts);
        expect(changesOf(found)).toEqual(changesOf({ comparison, before: a, after: b }));
      },
    ),
    { numRuns: runs },
  );
  expect(together).toBeGreaterThan(runs / 3);
});

const many = Array.from({ length: 5_000 }, (_, n) => plain(n, { configuration: { text: `${n} `.repeat(200) } }));

test('of large documents only what differs is read', async () => {
  const after = many.map((one, n) => (n % 100 === 7 ? { ...one, tags: { n: String(n) } } : one));
  const objects = { before: gzipSync(documentOf(many)), after: gzipSync(documentOf(after)) };
  const found = await comparedIn(storeOf(objects, [1 << 16]));
  expect(found?.comparison.counts).toEqual({ added: 0, removed: 0, changed: 50, unchanged: 4_950 });
  expect(found?.before.index.itemCount).toBe(50);
  expect(found && changesOf(found)[1]).toEqual({ difference: 'changed', id: 'vol-107', before: 107, after: 107 });
});

test('a long part that is gone, and one that is new, does not hold up the other document', async () => {
  const fresh = Array.from({ length: 500 }, (_, n) =>
    plain(`new-${n}`, { configuration: { text: 'y'.repeat(30_000) } }),
  );
  const whole = [...many, ...many.map((one, n) => plain(`more-${n}`, one.configuration as Item))];
  const longer = [...whole.slice(0, 100), ...fresh, ...whole.slice(100)];
  for (const [before, after, came, went] of [
    [whole, longer, 500, 0],
    [longer, whole, 0, 500],
  ] as const) {
    const found = await comparedIn(storeOf({ before: documentOf(before), after: documentOf(after) }, [1 << 18]));
    expect(found?.comparison.counts).toMatchObject({ added: came, removed: went, changed: 0 });
  }
});

/** With another checksum. */
function damaged(gzip: Buffer): Buffer {
  gzip.fill(7, gzip.length - 8, gzip.length - 4);
  return gzip;
}

const sample = documentOf([plain(1), plain(2)]);
const said = sample.toString();
test('blanks between items, however many, are passed over', async () => {
  const spaced = Buffer.from(said.replace('},{', `},${' \n'.repeat(1_000_000)}{`));
  const found = await comparedIn(storeOf({ before: spaced, after: spaced }, [1_000]));
  expect(found?.comparison.counts.unchanged).toBe(2);
});

test('an item of several megabytes that changed is read in parts, and those behind it in their order', async () => {
  const huge = plain(2, { configuration: { text: '"\\'.repeat(3_000_000) } });
  const before = [plain(1), huge, plain(3), plain(4)];
  const after = [plain(1), { ...huge, tags: { a: 'b' } }, plain(3, { tags: { a: 'b' } }), plain(4)];
  const found = await comparedIn(storeOf({ before: documentOf(before), after: documentOf(after) }, [1 << 20]));
  expect(found?.comparison.counts).toEqual({ added: 0, removed: 0, changed: 2, unchanged: 2 });
  expect(found && changesOf(found).map(({ id }) => id)).toEqual(['vol-2', 'vol-3']);
});

test('an item of several megabytes is met across pieces', async () => {
  const huge = [plain(1), plain(2, { configuration: { text: '"\\'.repeat(3_000_000) } }), plain(3)];
  const after = [huge[0], huge[1], plain(3, { tags: { a: 'b' } })] as Item[];
  const found = await comparedIn(storeOf({ before: documentOf(huge), after: documentOf(after) }, [70_001]));
  expect(found?.comparison.counts).toEqual({ added: 0, removed: 0, changed: 1, unchanged: 2 });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a list of items', Buffer.from(JSON.stringify([plain(1)]))],
  ['a byte order mark', Buffer.from(`\ufeff${said}`)],
  ['other fields before the list', Buffer.from(said.replace('"1.0"', '{"a":1}'))],
  ['a list that is none', Buffer.from(said.replace('"s-1"', '"s-1","configurationItems":"x"'))],
  ['something behind it', Buffer.from(`${said} more`)],
  ['something long behind it', Buffer.from(`${said}${' '.repeat(1 << 20)}`)],
  ['an end in an item', sample.subarray(0, -20)],
  ['an end behind the items', sample.subarray(0, -1)],
  ['gzip that breaks off', gzipSync(sample).subarray(0, -12)],
  ['gzip that is damaged', damaged(gzipSync(sample))],
  ['an item twice', documentOf([plain(1), plain(1)])],
  ['an item without an ID', documentOf([plain(1), { resourceType: 'AWS::EC2::Volume' }])],
  [
    'a second ID that is spelt with an escape',
    Buffer.from(said.replace('"vol-1"', '"vol-1","resourceI\\u0064":"vol-9"')),
  ],
  ['a second ID behind a blank', Buffer.from(said.replace('"vol-1"', '"vol-1","resourceId" :"vol-9"'))],
  ['an ID that is nothing at first', Buffer.from(said.replace('"resourceId"', '"resourceId":null,"resourceId"'))],
  [
    'a type that is there twice',
    Buffer.from(said.replace('"resourceType"', '"resourceType":"AWS::S3::Bucket","resourceType"')),
  ],
  ['a form feed before its fields', Buffer.from(said.replace('{', '{\f'))],
  ['an ID with an escape', Buffer.from(said.replace('vol-2', 'vol-\\u0032'))],
  ['an item that is broken', Buffer.from(said.replace('"size":8', '"size":08'))],
  ['a comma too many', Buffer.from(said.replace('},{', '},,{'))],
  ['no comma', Buffer.from(said.replace('},{', '}{'))],
])('%s is left to the reader of single documents', async (_, bytes) => {
  const other = documentOf([plain(1), plain(2, { tags: { a: 'b' } })]);
  expect(await comparedIn(storeOf({ before: sample, after: other }))).toBeDefined();
  expect(await comparedIn(storeOf({ before: bytes, after: other }))).toBeUndefined();
  expect(await comparedIn(storeOf({ before: other, after: bytes }))).toBeUndefined();
});

const keyOf = (account: string) =>
  `AWSLogs/${account}/Config/eu-west-1/2026/11/22/ConfigSnapshot/${account}_Config_eu-west-1_ConfigSnapshot_20261122T083154Z_2c5c4d9f-0b1e-4b55-8bd0-1a2b3c4d5e6f.json.gz`;

test('a document that is not there, and one of another account, are left to it as well', async () => {
  expect(await comparedIn(storeOf({ before: sample }))).toBeUndefined();
  const [mine, yours] = [keyOf('123456789012'), keyOf('000011112222')];
  const store = storeOf({ [mine]: sample, [yours]: sample });
  expect(await comparedIn(store, [mine, yours])).toBeUndefined();
  expect(await comparedIn(store, [mine, mine])).toBeDefined();
});

test('what is read of a store ends without a trace when the other document will not do', async () => {
  const root = await mkdtemp(join(tmpdir(), 'compare-streams-'));
  try {
    const folder = createDirectoryStore({ root });
    const bodies: Readable[] = [];
    const store = {
      ...folder,
      get: async (...asked: Parameters<typeof folder.get>) => {
        const object = await folder.get(...asked);
        bodies.push(object.body);
        return object;
      },
    };
    await store.createBucket('compared');
    const bytes = documentOf(many);
    const [mine, yours] = [keyOf('123456789012'), keyOf('000011112222')];
    const [a, b] = [await store.put('compared', mine, bytes), await store.put('compared', yours, bytes)];
    const parts = { store, bucket: 'compared', maxBytes: 2 ** 30, maxParts: 1e6 };
    const [first, second] = [
      { key: mine, etag: a.etag },
      { key: yours, etag: b.etag },
    ];
    // Of different accounts, of a version that is gone, and the same.
    expect(await compareStreams(parts, first, second)).toBeUndefined();
    expect(await compareStreams(parts, first, { ...second, etag: '"gone"' })).toBeUndefined();
    expect(await compareStreams(parts, { ...first, etag: '"gone"' }, first)).toBeUndefined();
    expect((await compareStreams(parts, first, first))?.comparison.counts.unchanged).toBe(many.length);
    // An error that nobody listens for would end the process, and fails the run.
    await vi.waitUntil(() => bodies.every(({ closed }) => closed), { timeout: 60_000 });
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

test('documents with little in common are left to it soon', async () => {
  const others = many.map((one) => ({ ...one, resourceId: `x${one.resourceId}` }));
  expect(await comparedIn(storeOf({ before: documentOf(many), after: documentOf(others) }))).toBeUndefined();
});
