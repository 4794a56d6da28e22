import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { constants, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DomainError } from '../../errors';
import { readDocumentItem } from '../../items/form/read-item';
import { createDirectoryStore } from '../../object-store/directory';
import type { ObjectStore } from '../../object-store/port';
import { createSnapshots, type SnapshotsService } from '../snapshots';
import { createDocumentCache } from './document-cache';

// Files as they come from broken disks, cut transfers and people who mean harm, through the service that pages and routes use.

const bucket = 'hostile';
const key = 'AWSLogs/123456789012/Config/us-west-2/2026/11/22/ConfigSnapshot/some.json.gz';
const search = { types: [], search: '', order: 'asc' as const, page: 1, pageSize: 200 };

let folder: string;
let store: ObjectStore;
let snapshots: SnapshotsService;
let sample: Buffer;

async function serviceOver(from: ObjectStore, maxBytes = 8 * 2 ** 30): Promise<SnapshotsService> {
  const cache = await createDocumentCache({ store: from, folder: join(folder, 'cache'), maxBytes });
  return createSnapshots({ store: from, cache, channelBucket: async () => bucket });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  store = createDirectoryStore({ root: join(folder, 'objects') });
  await store.createBucket(bucket);
  snapshots = await serviceOver(store);
  sample = await readFile('samples/modern-account.json');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A name of its own for each, as nobody replaces an object's bytes without its ETag. */
let serial = 0;
async function put(bytes: string | Uint8Array | Iterable<Buffer>): Promise<{ bucket: string; key: string }> {
  serial += 1;
  const name = { bucket, key: key.replace('some', `some-${serial}`) };
  const whole = typeof bytes === 'string' || bytes instanceof Uint8Array;
  await store.put(bucket, name.key, whole ? Buffer.from(bytes) : Readable.from(bytes));
  return name;
}

/** How many items a document opens with, or the error that it is refused with. Everything that a page asks for is asked for. */
async function open(name: { bucket: string; key: string }, service = snapshots): Promise<number | DomainError> {
  try {
    const { itemCount } = await service.document(name);
    const { total, items } = await service.items({ ...name, ...search });
    expect(total).toBe(itemCount);
    for (const { index } of [items.at(0), items.at(-1)].flatMap((item) => item ?? [])) {
      await service.item({ ...name, index });
    }
    await service.graph({ ...name, types: [], focus: [], hops: 1, limit: 100 });
    return itemCount;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error;
  }
}

function isItem(value: unknown): boolean {
  try {
    readDocumentItem(value, {}, () => undefined);
    return true;
  } catch {
    return false;
  }
}

/** How many items stand in a file, found in the plain way; nothing where it cannot be read. */
function oracle(bytes: Buffer): number | undefined {
  try {
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    const document = JSON.parse(plain.toString('utf8').replace(/^\ufeff/, ''));
    if (!Array.isArray(document) && !document.configurationItems) return isItem(document) ? 1 : undefined;
    const items: unknown[] = Array.isArray(document) ? document : document.configurationItems;
    return items.filter(isItem).length;
  } catch {
    return undefined;
  }
}

/** Numbers that look like chance and are the same in every run (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Bits turned over, pieces cut out or off, pieces put in or doubled. */
function mutated(original: Buffer, seed: number): Buffer {
  const next = chance(seed);
  const at = next(original.length);
  const length = 1 + next(seed % 4 === 0 ? 20_000 : 40);
  switch (seed % 6) {
    case 0:
      return original.subarray(0, at);
    case 1:
      return Buffer.concat([original.subarray(0, at), original.subarray(at + length)]);
    case 2: {
      const noise = Buffer.from(Array.from({ length }, () => next(256)));
      return Buffer.concat([original.subarray(0, at), noise, original.subarray(at)]);
    }
    case 3: {
      const piece = original.subarray(at, at + length);
      return Buffer.concat([original.subarray(0, at), piece, original.subarray(at)]);
    }
    default: {
      const copy = Buffer.from(original);
      for (let bits = 1 + next(4); bits > 0; bits--) {
        const place = next(copy.length);
        copy[place] = (copy[place] ?? 0) ^ (1 << next(8));
      }
      return copy;
    }
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

describe.each([
  ['plain', (bytes: Buffer) => bytes],
  ['gzipped', (bytes: Buffer) => gzipSync(bytes)],
])('150 mutations of the sample, %s', (_, stored) => {
  test('open with what is in them, or are refused for a reason, and leave nothing behind', async () => {
    const original = stored(sample);
    let [opened, refused] = [0, 0];
    let memory = 0;
    for (let seed = 0; seed < 150; seed++) {
      const bytes = mutated(original, seed);
      const name = await put(bytes);
      const result = await open(name);
      const expected = oracle(bytes);
      if (result instanceof DomainError) {
        refused += 1;
        expect(result.kind, `${seed}: ${result.message}`).toBe('unreadable');
        expect(result.message.length).toBeGreaterThan(20);
        expect(expected, `${seed} is refused: ${result.message}`).toBeUndefined();
      } else {
        opened += 1;
        expect(result, `${seed}`).toBe(expected);
      }
      await store.delete(bucket, name.key);
      // After some, so that what is loaded once does not count.
      if (seed === 30) {
        collectGarbage();
        memory = process.memoryUsage().heapUsed;
      }
    }
    // What is let go of may be collected a moment later; what is kept never is.
    const left = () => {
      collectGarbage();
      return process.memoryUsage().heapUsed - memory;
    };
    await vi.waitUntil(() => left() < 60 * 2 ** 20, { timeout: 60_000 });
    expect(refused).toBeGreaterThan(50);
    if (stored(sample) === sample) expect(opened).toBeGreaterThan(10);
    const remains = (await readdir(join(folder, 'cache'), { recursive: true })).filter((file) => /part/.test(file));
    expect(remains).toEqual([]);
  });
});

const item =
  '{"resourceType":"AWS::EC2::Volume","resourceId":"vol-1","configurationItemCaptureTime":"2026-11-22T08:00:00.000Z"}';
const document = (...items: string[]) => `{"fileVersion":"1.0","configurationItems":[${items.join(',')}]}`;
const withField = (field: string) => `${item.slice(0, -1)},${field}}`;

const brokenItem = document(item, item.replace('"vol-1"', 'vol-1'));

const refusals: [what: string, bytes: () => string | Uint8Array, code: string, says: RegExp][] = [
  ['no bytes', () => '', 'EmptyDocument', /is empty \(0 bytes\)/],
  ['blanks alone', () => ' \n\t ', 'EmptyDocument', /is empty/],
  ['a page of HTML', () => '<!doctype html><title>Sign in</title>', 'NotConfigDocument', /^This is an HTML page, not/],
  ['a PDF', () => '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'NotConfigDocument', /^This is a PDF document, not/],
  ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'BrokenJson', /at byte 0/],
  ['a gzip of nothing', () => gzipSync(''), 'EmptyDocument', /is empty/],
  ['a gzip that is cut off', () => gzipSync(document(item)).subarray(0, -12), 'TruncatedGzip', /cut off/],
  ['a gzip head alone', () => gzipSync(document(item)).subarray(0, 10), 'TruncatedGzip', /cut off/],
  [
    'a gzip with a wrong checksum',
    () => {
      const whole = gzipSync(document(item));
      return whole.fill(0, whole.length - 8, whole.length - 4);
    },
    'CorruptGzip',
    /damaged \(incorrect data check\)/,
  ],
  ['JSON that is cut off', () => document(item).slice(0, -20), 'TruncatedJson', /breaks off at byte/],
  ['a mistake between items', () => document(item, item).replace('},{', '};{'), 'BrokenJson', /at byte 157,.*near/],
  [
    'a mistake within an item',
    () => brokenItem,
    'BrokenJson',
    new RegExp(`at byte ${brokenItem.indexOf(':vol-1') + 1}, is not valid JSON.*near ".*resourceId.*:vol-1`),
  ],
  [
    '100,000 levels within an item',
    () => document(withField(`"configuration":${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
    'TooDeep',
    /deeper than 500 levels/,
  ],
  ['100,000 levels around', () => '['.repeat(100_000), 'TooDeep', /deeper than 500 levels/],
  ['100,000 open objects', () => '{"a":'.repeat(100_000), 'TooDeep', /deeper than 500 levels/],
  ['items that are no array', () => '{"configurationItems":{}}', 'InvalidSnapshot', /must be an array/],
  ['items given twice', () => '{"configurationItems":[],"configurationItems":[]}', 'InvalidSnapshot', /second/],
  ['a string alone', () => '"configurationItems"', 'BrokenJson', /at byte 0/],
];

test.each(refusals)('%s is refused by name', async (_, bytes, code, says) => {
  const name = await put(bytes());
  const result = await open(name);
  expect(result).toMatchObject({ kind: 'unreadable', code, message: expect.stringMatching(says) });
  const short = (result as DomainError).message.replace(name.key, '');
  expect(short.length).toBeLessThan(500);
});

/** 10 GB of blanks in 10 MB: one block, flushed, again and again. */
function* bomb(): Generator<Buffer> {
  yield Buffer.from('1f8b08000000000000ff', 'hex');
  const block = deflateRawSync(Buffer.alloc(1 << 20, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  for (let written = 0; written < 10 * 1024; written++) yield block;
  yield Buffer.from('0300', 'hex');
}

test('a bomb is refused by its ratio long before its end, and by the size that is allowed', async () => {
  const name = await put(bomb());
  expect((await store.head(bucket, name.key)).size).toBeLessThan(12 * 2 ** 20);
  expect(await open(name)).toMatchObject({ code: 'DecompressionLimit', message: expect.stringContaining('500 times') });
  const small = await serviceOver(store, 2 ** 20);
  expect(await open(name, small)).toMatchObject({
    code: 'DecompressionLimit',
    message: expect.stringMatching(/1048576 bytes.*SNAPSCOPE_MAX_SNAPSHOT_BYTES/),
  });
  expect(await open(await put(document(withField(`"tags":{"a":"${'x'.repeat(2 ** 20)}"}`))), small)).toMatchObject({
    code: 'DecompressionLimit',
  });
});

test('items of one id, and keys that mean something to JavaScript, are items and keys', async () => {
  const names = await put(
    document(
      item,
      item,
      withField(
        '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"tags":{"__proto__":"x","constructor":"y","toString":"z"}',
      ),
      item.replace('vol-1', '__proto__').replace('AWS::EC2::Volume', 'constructor'),
      withField('"relationships":[{"resourceType":"__proto__","resourceId":"constructor","name":"toString"}]'),
    ),
  );
  expect(await open(names)).toBe(5);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  const { tags, json } = await snapshots.item({ ...names, index: 2 });
  expect(tags).toEqual([
    { key: '__proto__', value: 'x' },
    { key: 'constructor', value: 'y' },
    { key: 'toString', value: 'z' },
  ]);
  expect(json).toContain('"__proto__":{"polluted":1}');
});

test('bytes that are no UTF-8, and halves of surrogate pairs, do not hinder the rest', async () => {
  const broken = Buffer.from(document(item.replace('vol-1', 'vol-\xff\xfe')), 'latin1');
  const lone = document(item.replace('vol-1', 'half \\ud800 pair'), item);
  for (const [bytes, count] of [
    [broken, 1],
    [Buffer.from(lone), 2],
    [gzipSync(broken), 1],
    [Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(document(item))]), 1],
    [Buffer.concat([gzipSync(document(item).slice(0, 30)), gzipSync(document(item).slice(30))]), 1],
  ] as const) {
    expect(await open(await put(bytes))).toBe(count);
  }
});

test('what the store refuses is said in its own words', async () => {
  expect(await open({ bucket, key: 'nowhere.json' })).toMatchObject({ kind: 'not-found', code: 'NoSuchKey' });
  expect(await open({ bucket: 'no-such-bucket', key })).toMatchObject({ kind: 'not-found', code: 'NoSuchBucket' });
  const name = await put(document(item));
  const denied = new DomainError('denied', 'AccessDenied', 'The store refused to read it.');
  const refusing = await serviceOver({ ...store, get: () => Promise.reject(denied) });
  expect(await open(name, refusing)).toBe(denied);
});

test('an object that breaks off in the middle of its transfer fails with the store’s reason', async () => {
  const name = await put(document(item));
  const reason = new DomainError('unavailable', 'StoreUnavailable', 'The connection broke.');
  const breaking = await serviceOver({
    ...store,
    get: async (...args) => {
      const found = await store.get(...args);
      found.body.destroy();
      const body = Readable.from(
        (async function* () {
          yield Buffer.from(document(item).slice(0, 40));
          throw reason;
        })(),
        { objectMode: false },
      );
      return { ...found, body };
    },
  });
  expect(await open(name, breaking)).toBe(reason);
});
