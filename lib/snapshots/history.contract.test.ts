import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestSnapshots, type TestSnapshots } from './test-snapshots';

// Documents with several items of one resource: the newest one is what the resource is, a deletion included, and any moment can be asked for.

const bucket = 'history';
let documents: TestSnapshots;
let snapshots: TestSnapshots['snapshots'];
let comparisons: TestSnapshots['comparisons'];

beforeAll(async () => {
  documents = await makeTestSnapshots(bucket);
  ({ snapshots, comparisons } = documents);
});
afterAll(() => documents.remove());

const item = (type: string, resourceId: string, time: string, more: object = {}) => ({
  configurationItemVersion: '1.3',
  configurationItemCaptureTime: `2026-03-09T${time}.000Z`,
  configurationStateId: 1,
  awsAccountId: '111122223333',
  configurationItemStatus: 'OK',
  resourceType: `AWS::EC2::${type}`,
  resourceId,
  awsRegion: 'us-east-1',
  relationships: [] as unknown[],
  tags: {},
  configuration: {},
  ...more,
});
const attachedTo = (resourceId: string) => ({
  relationships: [{ resourceType: 'AWS::EC2::Volume', resourceId, name: 'Is attached to Volume' }],
});
const deleted = { configurationItemStatus: 'ResourceDeleted' };

async function stored(key: string, ...configurationItems: unknown[]) {
  await documents.put(key, { fileVersion: '1.0', configurationItems });
  return { bucket, key };
}

const whole = { types: [], focus: [], hops: 1, limit: 100 };
const mapQuery = { group: 'network' as const, types: [], search: '', open: [], closed: [], more: [], show: [] };
const labels = (nodes: { label: string }[]) => nodes.map(({ label }) => label).sort();

async function drawn(name: { bucket: string; key: string }, at?: string) {
  const { nodes, edges } = await snapshots.graph({ ...name, at, ...whole });
  const label = (id: string) => nodes.find((node) => node.id === id)?.label;
  return [...labels(nodes), ...edges.map(({ source, target }) => `${label(source)} - ${label(target)}`)];
}

/** An instance that was started with one volume and then had another; the newest item stands in the middle of the file. */
const instance = [
  item('Instance', 'i-1', '01:02:03', attachedTo('vol-1')),
  item('Instance', 'i-1', '02:00:00', attachedTo('vol-2')),
  item('Instance', 'i-1', '01:30:00', { tags: { Name: 'half' } }),
];

test('the graph, the map, what is related and the counts go by the newest item', async () => {
  const name = await stored('newest.json', ...instance, item('Volume', 'vol-2', '01:00:00'));
  expect(await drawn(name)).toEqual(['i-1', 'vol-2', 'i-1 - vol-2']);
  const map = await snapshots.map({ ...name, ...mapQuery, limit: 150 });
  expect(map.totals).toEqual({ resources: 2, relationships: 1, missing: 0, matching: 2 });
  expect(labels(map.cards)).toEqual(['i-1', 'vol-2']);
  const { related } = await snapshots.item({ ...name, index: 3 });
  expect(related).toMatchObject([{ direction: 'in', resourceId: 'i-1', index: 1 }]);
  const references = await snapshots.references({ ...name, limit: 10 });
  expect(references.unresolved).toEqual([]);
  expect(references.hubs.map(({ index }) => index)).toEqual([1, 3]);
  expect((await snapshots.document(name)).states).toEqual({ current: 2, deleted: 0, older: 2 });
});

test('the table has all items with the number of each, and an item leads to those before and after it', async () => {
  const name = await stored('numbers.json', ...instance, item('Volume', 'vol-2', '01:00:00'));
  const { items } = await snapshots.items({ ...name, types: [], search: '', order: 'asc', page: 1, pageSize: 50 });
  expect(items.map(({ state }) => state)).toEqual([
    { number: 1, of: 3 },
    { number: 3, of: 3 },
    { number: 2, of: 3 },
    undefined,
  ]);
  expect((await snapshots.item({ ...name, index: 2 })).state).toEqual({
    ...{ number: 2, of: 3 },
    ...{ newest: 1, older: 0, newer: 1 },
  });
});

test('a graph can be asked for at any moment', async () => {
  const name = await stored('moments.json', ...instance, item('Volume', 'vol-2', '01:00:00'));
  expect(await drawn(name, '2026-03-09T00:59:59.999Z')).toEqual([]);
  expect(await drawn(name, '2026-03-09T01:00:00.000Z')).toEqual(['vol-2']);
  expect(await drawn(name, '2026-03-09T01:29:59.000Z')).toEqual(['i-1', 'vol-1', 'vol-2', 'i-1 - vol-1']);
  expect(await drawn(name, '2026-03-09T01:30:00.000Z')).toEqual(['half', 'vol-2']);
  expect(await drawn(name, '2027-01-01T00:00:00.000Z')).toEqual(await drawn(name));
  const at = '2026-03-09T01:10:00.000Z';
  const id = '111122223333/us-east-1/AWS::EC2::Instance/i-1';
  const search = { group: 'network' as const, text: 'vol-1', limit: 10 };
  expect((await snapshots.findOnMap({ ...name, at, ...search })).matches).toHaveLength(1);
  expect((await snapshots.findOnMap({ ...name, ...search })).matches).toHaveLength(0);
  const impact = { of: id, direction: 'dependencies' as const, depth: 3, limit: 10, derived: 'read' as const };
  expect(labels((await snapshots.impact({ ...name, at, ...impact })).nodes)).toEqual(['vol-1']);
  expect(labels((await snapshots.impact({ ...name, ...impact })).nodes)).toEqual(['vol-2']);
  const { edges } = await snapshots.mapEdges({ ...name, at, ...mapQuery, limit: 150, of: [id], all: false });
  expect(edges.map(({ target }) => target)).toEqual(['111122223333/us-east-1/aws::ec2::volume/vol-1']);
  expect((await snapshots.item({ ...name, at, index: 3 })).related).toEqual([]);
  expect(await snapshots.moments({ ...name, limit: 2 })).toEqual({
    total: 4,
    moments: [
      { at: '2026-03-09T02:00:00.000Z', items: 1 },
      { at: '2026-03-09T01:30:00.000Z', items: 1 },
    ],
  });
  const around = await snapshots.moments({ ...name, at: '2026-03-09T01:05:00.000Z', limit: 2 });
  expect(around.moments.map((moment) => moment.at.slice(11, 16))).toEqual(['01:30', '01:02']);
});

test('a resource whose newest item tells its deletion is gone, until it is there again', async () => {
  const volume = [
    item('Volume', 'vol-1', '01:00:00'),
    item('Volume', 'vol-1', '02:00:00', deleted),
    item('Volume', 'vol-2', '01:00:00'),
  ];
  const named = item('Instance', 'i-1', '01:30:00', attachedTo('vol-1'));
  const gone = await stored('gone.json', ...volume, named);
  // What names it tells of what is not there any more.
  const { nodes } = await snapshots.graph({ ...gone, ...whole });
  expect(nodes.map(({ resourceId, index }) => [resourceId, index])).toEqual([
    ['vol-2', 2],
    ['i-1', 3],
    ['vol-1', undefined],
  ]);
  expect((await snapshots.document(gone)).states).toEqual({ current: 2, deleted: 1, older: 1 });
  expect((await snapshots.references({ ...gone, limit: 10 })).unresolved).toMatchObject([{ resourceId: 'vol-1' }]);
  const before = await snapshots.graph({ ...gone, at: '2026-03-09T01:59:00.000Z', ...whole });
  expect(before.nodes.map(({ index }) => index)).toEqual([0, 2, 3]);
  const again = await stored('again.json', ...volume, named, item('Volume', 'vol-1', '03:00:00'));
  expect((await snapshots.graph({ ...again, ...whole })).nodes.map(({ index }) => index)).toEqual([2, 3, 4]);
});

test('of items of one time the one with the greatest state id counts, then the last; what tells no time is older', async () => {
  const state = (configurationStateId: unknown, Name: string, more: object = {}) =>
    item('Instance', 'i-1', '01:00:00', { configurationStateId, tags: { Name }, ...more });
  const newestOf = async (key: string, ...items: unknown[]) =>
    labels((await snapshots.graph({ ...(await stored(key, ...items)), ...whole })).nodes);
  expect(await newestOf('tie-1.json', state(2, 'second'), state('10', 'tenth'), state(9, 'ninth'))).toEqual(['tenth']);
  expect(await newestOf('tie-2.json', state(2, 'a'), state(2, 'b'))).toEqual(['b']);
  expect(await newestOf('tie-3.json', state('x', 'a'), state(1, 'b'), state('uuid', 'c'))).toEqual(['b']);
  const timeless = { configurationItemCaptureTime: null };
  expect(await newestOf('tie-4.json', state(1, 'a'), state(9, 'b', timeless))).toEqual(['a']);
  expect(await newestOf('tie-5.json', state(9, 'a', timeless), state(1, 'b', timeless))).toEqual(['a']);
  // At a moment it is not known whether it was there.
  expect(await drawn({ bucket, key: 'tie-5.json' }, '2026-03-09T09:00:00.000Z')).toEqual([]);
  expect(await snapshots.moments({ bucket, key: 'tie-5.json', limit: 9 })).toEqual({ total: 0, moments: [] });
});

test('two documents are compared by the newest items, and what is deleted is not there', async () => {
  await stored(
    'earlier.json',
    ...instance,
    item('Volume', 'vol-1', '01:00:00'),
    item('Volume', 'vol-3', '01:00:00', deleted),
  );
  await stored(
    'later.json',
    item('Instance', 'i-1', '02:30:00', attachedTo('vol-2')),
    item('Instance', 'i-1', '02:10:00', attachedTo('vol-9')),
    item('Volume', 'vol-1', '02:00:00', deleted),
    item('Volume', 'vol-3', '01:00:00', deleted),
    item('Volume', 'vol-4', '01:00:00'),
  );
  for (const way of comparisons) {
    const name = { bucket, key: 'earlier.json', otherKey: 'later.json' };
    const { counts, rows } = await way.page({ ...name, types: [], search: '', page: 1, pageSize: 50, kinds: [] });
    expect(counts).toEqual({ added: 1, removed: 1, changed: 0, unchanged: 1 });
    expect(rows.map(({ difference, resourceId }) => `${difference} ${resourceId}`)).toEqual([
      'removed vol-1',
      'added vol-4',
    ]);
    const query = { ...mapQuery, limit: 150, bucket, key: 'later.json', against: 'earlier.json' };
    expect((await way.map(query)).changes).toEqual(counts);
    // Before its last items, the later one had not lost the volume.
    const { changes } = await way.map({ ...query, at: '2026-03-09T01:30:00.000Z' });
    expect(changes).toEqual({ added: 1, removed: 2, changed: 0, unchanged: 0 });
  }
});

test('a snapshot in which all resources are told to be deleted has an empty graph', async () => {
  const name = await stored('empty.json', item('Volume', 'vol-1', '01:00:00', deleted));
  expect(await drawn(name)).toEqual([]);
  expect((await snapshots.map({ ...name, ...mapQuery, limit: 150 })).totals.resources).toBe(0);
  expect((await snapshots.item({ ...name, index: 0 })).state).toBeUndefined();
});
