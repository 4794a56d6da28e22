import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestSnapshots, type TestSnapshots } from './test-snapshots';

// Resources of Azure, as a connector of AWS Config delivers them: ids are paths, accounts are no 12 digits, and Regions have other names.

const bucket = 'azure';
const name = { bucket, key: 'azure.json' };
const subscription = '0f0e0d0c-1111-4222-8333-444455556666';
const path = (kind: string, id: string) =>
  `/subscriptions/${subscription}/resourceGroups/web rg/providers/Microsoft.${kind}/${id}`;
const machineId = path('Compute', 'virtualMachines/web-1');
const diskId = path('Compute', 'disks/web-1_OsDisk');
const networkId = path('Network', 'virtualNetworks/main');

const item = (resourceType: string, resourceId: string, more: object = {}) => ({
  configurationItemVersion: '1.3',
  configurationItemCaptureTime: '2026-11-22T08:00:00.000Z',
  configurationStateId: 1,
  configurationItemStatus: 'OK',
  awsAccountId: subscription,
  awsRegion: 'eastus',
  resourceType: `Azure::${resourceType}`,
  resourceId,
  ARN: '',
  availabilityZone: '1',
  relationships: [],
  configuration: {},
  supplementaryConfiguration: {},
  tags: { environment: 'prod' },
  ...more,
});
const relation = (type: string, resourceId: string) => ({ resourceType: `Azure::${type}`, resourceId, name: 'Uses' });
const items = [
  item('Compute::VirtualMachine', machineId, {
    resourceName: 'web-1',
    relationships: [relation('Compute::Disk', diskId), relation('Network::VirtualNetwork', networkId)],
  }),
  item('Compute::Disk', diskId, { tags: { Name: 'system disk', environment: 'prod' } }),
  item('Network::VirtualNetwork', networkId, { awsRegion: 'westeurope', awsAccountId: 'other-subscription' }),
  item('Resources::ResourceGroup', `/subscriptions/${subscription}/resourceGroups/web rg`, { awsRegion: 'global' }),
  {
    ...item('x', 'i-1'),
    ...{ resourceType: 'AWS::Batch::JobQueue', awsAccountId: '111122223333', awsRegion: 'us-east-1' },
  },
  item('Batch::Account', path('Batch', 'batchAccounts/a')),
];

let documents: TestSnapshots;
let snapshots: TestSnapshots['snapshots'];
let comparisons: TestSnapshots['comparisons'];

beforeAll(async () => {
  documents = await makeTestSnapshots(bucket);
  ({ snapshots, comparisons } = documents);
  const documentOf = (configurationItems: unknown[]) => ({
    fileVersion: '1.0',
    configSnapshotId: 's',
    configurationItems,
  });
  await documents.put(name.key, documentOf(items));
  await documents.put(
    'later.json',
    documentOf(items.map((one, at) => (at === 0 ? { ...one, configuration: { size: 'D4' } } : one)).slice(0, -1)),
  );
});
afterAll(() => documents.remove());

const page = { types: [], search: '', order: 'asc' as const, page: 1, pageSize: 50 };
const machine = `${subscription}/eastus/azure::compute::virtualmachine/${machineId}`;

test('it opens without a note, and is counted, filtered, searched and sorted', async () => {
  const document = await snapshots.document(name);
  expect(document).toMatchObject({ itemCount: 6, relationshipCount: 2, notes: { items: 0, values: 0, messages: [] } });
  expect(document.accountIds).toEqual([subscription, '111122223333', 'other-subscription'].sort());
  expect(document.regions).toEqual(['eastus', 'global', 'us-east-1', 'westeurope']);
  const counts = await snapshots.counts({ ...name, types: [], search: '', by: 'awsRegion' });
  expect(counts.values[0]).toEqual({ value: 'eastus', count: 3 });
  const found = async (filter: object) =>
    (await snapshots.items({ ...name, ...page, ...filter })).items.map(({ index }) => index);
  expect(await found({ regions: ['eastus'], types: ['azure::compute::disk'] })).toEqual([1]);
  expect(await found({ search: 'resourceGroups/web rg/providers/microsoft.network' })).toEqual([2]);
  expect(await found({ tags: ['environment=prod'], accounts: ['other-subscription'] })).toEqual([2]);
});

test('it is related, drawn, and found from each of its addresses', async () => {
  const { related } = await snapshots.item({ ...name, index: 0 });
  expect(related.map(({ index }) => index)).toEqual([1, 2]);
  const view = await snapshots.graph({ ...name, types: [], focus: [machine], hops: 1, limit: 100 });
  expect(view.nodes.map(({ label }) => label).sort()).toEqual([networkId, 'system disk', 'web-1'].sort());
  expect(view.edges).toHaveLength(2);
  const ask = { of: machine, direction: 'dependencies' as const, depth: 6, limit: 10, derived: 'read' as const };
  expect((await snapshots.impact({ ...name, ...ask })).nodes).toHaveLength(2);
  const paths = await snapshots.paths({ ...name, from: machine, to: view.nodes[1]?.id ?? '' });
  expect(paths.length).toBe(1);
  const search = { group: 'service' as const, text: 'virtualMachines/web', limit: 10 };
  expect((await snapshots.findOnMap({ ...name, ...search })).matches).toMatchObject([{ id: machine, label: 'web-1' }]);
});

test('its boxes are its accounts, Regions and services, which are not those of AWS', async () => {
  const query = { types: [], search: '', open: [], closed: [], more: [], show: [], limit: 150 };
  for (const group of ['network', 'service', 'type'] as const) {
    const map = await snapshots.map({ ...name, ...query, group });
    expect(map.totals).toMatchObject({ resources: 6, relationships: 2, missing: 0 });
    expect(map.cards).toHaveLength(6);
    const labels = map.boxes.map(({ kind, label }) => `${kind} ${label}`);
    expect(labels).toEqual(expect.arrayContaining([`account ${subscription}`, 'region eastus', 'region Global']));
    if (group === 'service') {
      expect(labels).toEqual(expect.arrayContaining(['service Azure Compute', 'service Batch', 'service Azure Batch']));
    }
  }
});

test('two documents of it are compared', async () => {
  for (const way of comparisons) {
    const { counts, rows } = await way.page({ ...name, otherKey: 'later.json', ...page, kinds: [] });
    expect(counts).toEqual({ added: 0, removed: 1, changed: 1, unchanged: 4 });
    expect(rows.map(({ resourceType }) => resourceType).sort()).toEqual([
      'Azure::Batch::Account',
      'Azure::Compute::VirtualMachine',
    ]);
  }
});

test('what has no name is shown, found and sorted by its tag Name, which is said', async () => {
  const rows = async (more: object) => (await snapshots.items({ ...name, ...page, ...more })).items;
  const [disk] = await rows({ search: 'SYSTEM' });
  expect(disk).toMatchObject({ index: 1, nameTag: 'system disk' });
  expect(disk?.resourceName).toBeUndefined();
  expect((await rows({ name: 'system' })).map(({ index }) => index)).toEqual([1]);
  expect((await rows({ sort: 'resourceName' })).map(({ index }) => index).slice(0, 2)).toEqual([1, 0]);
  expect((await rows({ search: 'web-1' }))[0]).not.toHaveProperty('nameTag');
  // On the map it is called so, as well.
  const found = await snapshots.findOnMap({ ...name, group: 'network', text: 'system d', limit: 5 });
  expect(found.matches).toMatchObject([{ label: 'system disk' }]);
});
