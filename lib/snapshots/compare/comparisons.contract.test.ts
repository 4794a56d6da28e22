import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDirectoryStore } from '../../object-store/directory';
import type { ObjectStore } from '../../object-store/port';
import { createDocumentCache } from '../opening/document-cache';
import { createComparisons } from './comparisons';

const bucket = 'compared';
const all = {
  bucket,
  key: 'before.json',
  otherKey: 'after.json',
  kinds: [],
  types: [],
  search: '',
  page: 1,
  pageSize: 50,
};

let folder: string;
let store: ObjectStore;
let comparisons: ReturnType<typeof createComparisons>;
let count: number;

/** Comparisons whose documents nobody has opened yet. */
async function fresh(streamedFrom?: number) {
  const cache = await createDocumentCache({
    store,
    folder: await mkdtemp(join(folder, 'cache-')),
    maxBytes: 1 << 30,
  });
  return { cache, comparisons: createComparisons({ store, cache, maxBytes: 1 << 30, streamedFrom }) };
}

interface Item {
  [field: string]: unknown;
  resourceType: string;
  resourceId: string;
  tags: Record<string, string>;
  relationships: unknown[];
}

/** The sample, and the sample a while later: one gone, one new, one changed, all captured again and told in another order. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compare-'));
  store = createDirectoryStore({ root: join(folder, 'objects') });
  await store.createBucket(bucket);
  const before = JSON.parse(await readFile('samples/modern-account.json', 'utf8'));
  count = before.configurationItems.length;
  const [gone, changed, ...others]: Item[] = structuredClone(before.configurationItems);
  if (!gone || !changed) throw new Error('The sample is empty.');
  const later = [{ ...changed, tags: { ...changed.tags, Owner: 'nobody' } }, ...others].map((item) => ({
    ...item,
    configurationItemCaptureTime: '2027-01-01T00:00:00.000Z',
    configurationStateId: 1,
    relationships: [...item.relationships].reverse(),
  }));
  const fresh = { ...gone, resourceId: '=new, "one"' };
  const after = { ...before, configurationItems: [fresh, ...later.reverse()] };
  await store.put(bucket, 'before.json', Buffer.from(JSON.stringify(before)));
  await store.put(bucket, 'after.json', Buffer.from(JSON.stringify(after)));
  await store.put(bucket, 'plain.json', Buffer.from(JSON.stringify(after).replaceAll('=new, \\"one\\"', 'new')));
  await store.put(bucket, 'spelt.json', Buffer.from(JSON.stringify(before).replaceAll('AWS::EC2::', 'AWS::ec2::')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each([
  ['opened', undefined],
  ['compared as they are read', 0],
])('documents that are %s', (_, streamedFrom) => {
  beforeEach(async () => {
    ({ comparisons } = await fresh(streamedFrom));
  });

  test('resources come, go and change; capture times and the order of sets are no change', async () => {
    const { counts, rows, total } = await comparisons.page(all);
    expect(counts).toEqual({ added: 1, removed: 1, changed: 1, unchanged: count - 2 });
    expect(total).toBe(3);
    expect(rows.map(({ difference }) => difference).sort()).toEqual(['added', 'changed', 'removed']);
    expect(rows.find(({ difference }) => difference === 'added')).toMatchObject({
      resourceId: '=new, "one"',
      after: 0,
    });
  });

  test('the map of the later one has all three, and opens no more than what holds them', async () => {
    const asked = {
      group: 'network',
      open: [],
      closed: [],
      more: [],
      show: [],
      limit: 150,
      types: [],
      search: '',
    } as const;
    const map = await comparisons.map({ bucket, key: 'after.json', against: 'before.json', ...asked });
    expect(map.changes).toEqual({ added: 1, removed: 1, changed: 1, unchanged: count - 2 });
    const marked = [...map.cards, ...map.boxes].filter(({ change }) => change !== undefined);
    expect(marked.map(({ change }) => change).sort()).toEqual(['added', 'changed', 'removed']);
    const differing = marked.find(({ change }) => change === 'changed');
    const item = { before: differing?.before ?? -1, after: differing?.index ?? -1 };
    const { changes } = await comparisons.item({ ...all, ...item });
    expect(changes.map(({ path }) => path)).toContain('Owner');
    for (const { open, changes } of map.boxes) if (open) expect(changes).toBeDefined();
  });

  test('what was removed is found on the map, and has the lines that it had', async () => {
    const against = { bucket, key: 'after.json', against: 'before.json' };
    const { rows } = await comparisons.page({ ...all, kinds: ['removed'] });
    const gone = rows[0]?.resourceId ?? '';
    const { matches } = await comparisons.findOnMap({ ...against, group: 'network', text: gone, limit: 20 });
    const found = matches.filter(({ change }) => change === 'removed');
    expect(found).toMatchObject([{ resourceId: gone, before: rows[0]?.before }]);
    expect(found[0]).not.toHaveProperty('index');
    expect(new Set(matches.map((match) => match.id)).size).toBe(matches.length);
    const { matches: added } = await comparisons.findOnMap({ ...against, group: 'network', text: '=new', limit: 20 });
    expect(added).toMatchObject([{ resourceId: '=new, "one"', index: 0 }]);
    expect(added[0]).not.toHaveProperty('change');

    const id = found[0]?.id ?? '';
    const asked = { ...against, group: 'network', open: [], closed: [], more: [], show: [], limit: 150 } as const;
    const filter = { types: [], search: '' };
    const { edges } = await comparisons.mapEdges({ ...asked, ...filter, of: [id], all: false });
    const pairsOf = (lines: readonly { source: string; target: string }[]) =>
      [...new Set(lines.map(({ source, target }) => [source, target].sort().join(' ')))].sort();
    for (const edge of edges) expect([edge.source, edge.target]).toContain(id);
    expect(edges.some((edge) => 'change' in edge)).toBe(true);
    // What still tells of it is no line of all: it is told by what was removed.
    const every = await comparisons.mapEdges({ ...asked, ...filter, of: [], all: true, derived: 'none' });
    const removed = every.edges.filter((edge) => 'change' in edge);
    expect(pairsOf(removed)).toEqual(pairsOf(edges.filter((edge) => !edge.derived)));
    expect(every.edges.length).toBeGreaterThan(removed.length);
  });

  test('what changed of a resource is told field by field', async () => {
    const { rows } = await comparisons.page({ ...all, kinds: ['changed'] });
    const { before = -1, after = -1 } = rows[0] ?? {};
    expect(await comparisons.item({ ...all, before, after })).toMatchObject({
      changes: [{ section: 'tags', path: 'Owner', change: 'added', updated: '"nobody"' }],
      more: 0,
    });
    await expect(comparisons.item({ ...all, before, after: 1_000_000 })).rejects.toMatchObject({ code: 'NoSuchItem' });
  });

  test('the other way round, what came is gone', async () => {
    const { counts } = await comparisons.page({ ...all, key: all.otherKey, otherKey: all.key });
    expect(counts).toEqual({ added: 1, removed: 1, changed: 1, unchanged: count - 2 });
    const same = await comparisons.page({ ...all, otherKey: all.key, kinds: ['unchanged'], pageSize: 10, page: 2 });
    expect(same.counts).toEqual({ added: 0, removed: 0, changed: 0, unchanged: count });
    expect([same.total, same.rows.length]).toEqual([count, 10]);
    // The case of types is no difference, within relationships neither.
    expect((await comparisons.page({ ...all, otherKey: 'spelt.json' })).counts).toEqual({ ...same.counts });
  });

  test('rows are chosen by kind, type and text, and saved as CSV without formulas', async () => {
    const { rows } = await comparisons.page({ ...all, search: 'NEW, "ONE"' });
    expect(rows.map(({ difference }) => difference)).toEqual(['added']);
    const [type = ''] = rows.map(({ resourceType }) => resourceType);
    expect((await comparisons.page({ ...all, types: [type.toUpperCase()], kinds: ['added'] })).total).toBe(1);
    expect((await comparisons.page({ ...all, types: ['AWS::No::Such'] })).total).toBe(0);
    const { body } = await comparisons.file({ ...all, kinds: ['added'] });
    expect(await text(body)).toMatch(
      /^difference,resourceType,resourceId,resourceName,accountId,region,nameTag\r\nadded,[^,]+,"'=new, ""one""",.*\r\n$/,
    );
  });
});

test('documents that were never opened are read once, whoever asks, until what is unchanged or one item is asked for', async () => {
  const { cache, comparisons: streamed } = await fresh(0);
  const plain = { ...all, otherKey: 'plain.json' };
  const get = vi.spyOn(store, 'get');
  const answers = await Promise.all([
    streamed.page(plain),
    streamed.page({ ...plain, kinds: ['changed'] }),
    streamed.file(plain),
  ]);
  expect(answers[0].total).toBe(3);
  expect(get).toHaveBeenCalledTimes(2);
  const state = async () => (await cache.look({ bucket, key: all.key })).state;
  expect(await state()).toBe('unknown');
  // Somebody opens one of them: the answer is still there.
  await cache.open({ bucket, key: all.key });
  get.mockClear();
  expect((await streamed.page(plain)).rows).toEqual(answers[0].rows);
  expect(get).not.toHaveBeenCalled();
  const { rows } = await streamed.page({ ...plain, kinds: ['unchanged'], pageSize: 200 });
  expect(rows).toHaveLength(count - 2);
  expect(await state()).toBe('known');
  // The rows are the same from now on.
  expect((await streamed.page(plain)).rows).toEqual(answers[0].rows);
  get.mockRestore();
});

test('what cannot be read is told as when it is opened', async () => {
  const { comparisons: streamed } = await fresh(0);
  await store.put(bucket, 'broken.json', Buffer.from('{"configurationItems":[{]}'));
  await expect(streamed.page({ ...all, otherKey: 'broken.json' })).rejects.toMatchObject({ code: 'BrokenJson' });
  await expect(streamed.page({ ...all, otherKey: 'missing.json' })).rejects.toMatchObject({ code: 'NoSuchKey' });
});

test.each([0, Number.POSITIVE_INFINITY])(
  'numbers count as they are written, read side by side or opened',
  async (streamedFrom) => {
    const document = (numbers: string, id = 'vol-1') =>
      `{"fileVersion":"1.0","configSnapshotId":"s","configurationItems":[{"relatedEvents":[],"relationships":[],"configuration":${numbers},"supplementaryConfiguration":{},"tags":{},"configurationItemVersion":"1.3","configurationItemCaptureTime":"2026-11-22T08:31:54.000Z","configurationStateId":1,"awsAccountId":"123456789012","configurationItemStatus":"OK","resourceType":"AWS::EC2::Volume","resourceId":"${id}","awsRegion":"eu-west-1","configurationStateMd5Hash":""}]}`;
    const large = '{"big":9223372036854775807,"f":1.0}';
    // Not in the plain form: it is parsed, and its hash made in TypeScript.
    const parsed = document(large).replace('.000Z', 'Z');
    const put = (key: string, text: string) => store.put(bucket, key, Buffer.from(text));
    await put('large.json', document(large));
    await put('large-parsed.json', parsed);
    await put('large-less.json', document('{"big":9223372036854775806,"f":1.0}'));
    await put('large-whole.json', document('{"big":9223372036854775807,"f":1}'));
    const opened = await fresh(streamedFrom);
    const compare = (key: string, otherKey: string) => opened.comparisons.page({ ...all, key, otherKey });
    expect((await compare('large.json', 'large-parsed.json')).counts).toMatchObject({ changed: 0, unchanged: 1 });
    for (const other of ['large-less.json', 'large-whole.json']) {
      expect((await compare('large.json', other)).counts).toMatchObject({ changed: 1, unchanged: 0 });
      expect((await compare('large-parsed.json', other)).counts).toMatchObject({ changed: 1, unchanged: 0 });
    }
  },
);
