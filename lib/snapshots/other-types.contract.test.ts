import { afterAll, beforeAll, expect, test } from 'vitest';
import { resourceKey } from '../items/identity';
import { makeTestSnapshots, type TestSnapshots } from './test-snapshots';

// Types of other clouds, of nobody, and of AWS in another case: each as it is written, and as it is asked for.
const types = [
  ['aws::ec2::instance', 'AWS::EC2::Instance'],
  ['Azure::Compute/virtualMachines', 'azure::compute/virtualmachines'],
  ['Microsoft.Compute/virtualMachines', 'MICROSOFT.COMPUTE/VIRTUALMACHINES'],
  ['GCP::Compute::Instance', 'gcp::compute::instance'],
  ['MyCompany::Thing', 'mycompany::thing'],
  ['thing', 'THING'],
  ['constructor', 'Constructor'],
  ['::', '::'],
] as const;
const bucket = 'other-types';
const name = { bucket, key: 'other-types.json' };
const all = { search: '', order: 'asc' as const, page: 1, pageSize: 50 };

/** An item of each type, all of one id, each related to the one before it. */
const item = (resourceType: string, place: number, version: number) => ({
  relationships: place === 0 ? [] : [{ resourceType: types[place - 1]?.[1], resourceId: 'a/b', name: 'Uses' }],
  configuration: { version },
  configurationItemCaptureTime: '2026-11-22T08:00:00.000Z',
  awsAccountId: '111122223333',
  awsRegion: 'eu-west-1',
  resourceType,
  resourceId: 'a/b',
});
const documentOf = (version: number) => ({
  configurationItems: types.map(([type], place) => item(type, place, version)),
});

let documents: TestSnapshots;
let snapshots: TestSnapshots['snapshots'];
let comparisons: TestSnapshots['comparisons'];

beforeAll(async () => {
  documents = await makeTestSnapshots(bucket);
  ({ snapshots, comparisons } = documents);
  await documents.put(name.key, documentOf(1));
  await documents.put('later.json', documentOf(2));
});
afterAll(() => documents.remove());

test('items of any type are listed, counted, and found by the type in any case', async () => {
  const counts = await snapshots.counts({ ...name, types: [], search: '', by: 'resourceType' });
  expect(counts.values.map(({ value }) => value).sort()).toEqual(types.map(([type]) => type).sort());
  for (const [written, asked] of types) {
    const { items } = await snapshots.items({ ...name, ...all, types: [asked] });
    expect(items.map(({ resourceType, resourceId }) => [resourceType, resourceId])).toEqual([[written, 'a/b']]);
  }
});

test('each is a node of its own, related to the one that it names', async () => {
  const view = await snapshots.graph({ ...name, types: [], focus: [], hops: 1, limit: 100 });
  expect(view.nodes.map(({ resourceType }) => resourceType).sort()).toEqual(types.map(([type]) => type).sort());
  expect(view.edges).toHaveLength(types.length - 1);
  for (const [place, [written, asked]] of types.entries()) {
    const { related } = await snapshots.item({ ...name, index: place });
    expect(related.map(({ index }) => index).sort()).toEqual([place - 1, place + 1].filter((one) => types[one]));
    // From a link that was kept, by its printed identity, and by a node of the graph.
    const node = view.nodes.find(({ resourceType }) => resourceType === written);
    expect(node?.id.endsWith(`/${resourceKey({ resourceType: asked, resourceId: 'a/b' })}`)).toBe(true);
    const around = await snapshots.graph({ ...name, types: [], focus: [node?.id ?? ''], hops: 1, limit: 100 });
    expect(around.nodes).toHaveLength(related.length + 1);
    const chosen = await snapshots.graph({ ...name, types: [asked], focus: [], hops: 1, limit: 100 });
    expect(chosen.nodes).toMatchObject([{ resourceType: written, resourceId: 'a/b' }]);
  }
});

test('comparisons tell each, both ways', async () => {
  for (const way of comparisons) {
    const { counts, rows } = await way.page({ ...name, otherKey: 'later.json', types: [], ...all, kinds: [] });
    expect(counts).toEqual({ added: 0, removed: 0, changed: types.length, unchanged: 0 });
    expect(rows.map(({ resourceType }) => resourceType).sort()).toEqual(types.map(([type]) => type).sort());
  }
});
