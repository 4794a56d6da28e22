import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test, vi } from 'vitest';
import { createDirectoryStore } from '../object-store/directory';
import type { ObjectStore } from '../object-store/port';
import { createDocumentCache } from './opening/document-cache';
import { createSnapshots, type SnapshotsService } from './snapshots';

const bucket = 'config-bucket';
let folder: string;
let store: ObjectStore;
let snapshots: SnapshotsService;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snapscope-snapshots-'));
  store = createDirectoryStore({ root: join(folder, 'objects') });
  await store.createBucket(bucket);
  const cache = await createDocumentCache({ store, folder: join(folder, 'cache'), maxBytes: 1 << 20 });
  snapshots = createSnapshots({ store, cache, channelBucket: async () => bucket });
  return () => rm(folder, { recursive: true, force: true });
});

const search = { types: [], search: '', order: 'asc' as const, page: 1, pageSize: 50 };

const wholeMap = {
  group: 'network' as const,
  types: [],
  search: '',
  open: [],
  closed: [],
  more: [],
  show: [],
  limit: 150,
};

const volumeText =
  '{"relationships":[{"resourceId":"i-1","resourceType":"AWS::EC2::INSTANCE","name":"Is attached to Instance"}],"configuration":{"big":9007199254740993,"__proto__":{"x":1}},"tags":{"Name":"data"},"configurationItemCaptureTime":"2026-11-22T08:00:00.000Z","configurationStateId":1,"awsAccountId":"123456789012","configurationItemStatus":"OK","resourceType":"AWS::EC2::Volume","resourceId":"vol-1","awsRegion":"us-west-2","availabilityZone":"us-west-2b"}';
const instanceText =
  '{"relationships":[{"resourceName":"app-role","resourceType":"AWS::IAM::Role","name":"Is associated with "},{"resourceId":"subnet-9","resourceType":"AWS::EC2::Subnet","name":"Is contained in Subnet"}],"configuration":{},"tags":{},"configurationItemCaptureTime":"2026-11-22T08:00:05.000Z","configurationStateId":1,"awsAccountId":"123456789012","configurationItemStatus":"ResourceDiscovered","resourceType":"AWS::EC2::Instance","resourceId":"i-1","awsRegion":"us-west-2"}';
const roleText =
  '{"configuration":{},"configurationItemCaptureTime":"2026-11-22T07:59:00.000Z","configurationStateId":1,"awsAccountId":"123456789012","configurationItemStatus":"OK","resourceType":"AWS::IAM::Role","resourceId":"AROA1","resourceName":"app-role","awsRegion":"global"}';
const modern = `{"fileVersion":"1.0","configSnapshotId":"94ccff53-83be-42d9-996f-b4624b3c1a55","configurationItems":[${volumeText},${instanceText},${roleText}]}`;

async function stored(key: string, bytes: string | Uint8Array): Promise<{ bucket: string; key: string }> {
  await store.put(bucket, key, Buffer.from(bytes));
  return { bucket, key };
}

test('a snapshot opens with its header, gzipped or not, whatever its name says', async () => {
  for (const bytes of [modern, gzipSync(modern)]) {
    const name = await stored('a/some.json.gz', bytes);
    expect(await snapshots.document(name)).toMatchObject({
      form: 'snapshot',
      fileVersion: '1.0',
      configSnapshotId: '94ccff53-83be-42d9-996f-b4624b3c1a55',
      accountIds: ['123456789012'],
      regions: ['global', 'us-west-2'],
      itemCount: 3,
      relationshipCount: 3,
      storedSize: bytes.length,
      jsonSize: modern.length,
      capturedFrom: '2026-11-22T07:59:00.000Z',
      capturedTo: '2026-11-22T08:00:05.000Z',
    });
  }
});

test('the example of 2014 opens as what it is', async () => {
  const name = await stored('seed.json', await readFile('samples/aws-document-2014.json'));
  expect(await snapshots.document(name)).toMatchObject({
    form: 'snapshot-2014',
    configSnapshotId: 'asudf8ow-4e34-4f32-afeb-0ace5bf3trye',
    itemCount: 2,
  });
  const { items } = await snapshots.items({ ...name, ...search });
  expect(items).toMatchObject([
    { resourceType: 'AWS::EC2::Volume', resourceId: 'vol-ce676ccc', availabilityZone: 'us-west-2b', status: 'OK' },
    { resourceType: 'AWS::EC2::Instance', resourceId: 'i-344c463d' },
  ]);
});

test('the map of the example of 2014 shows the volumes at their instance, in a subnet that is not in the file', async () => {
  const name = await stored('seed.json', await readFile('samples/aws-document-2014.json'));
  const { boxes, cards } = await snapshots.map({ ...name, ...wholeMap });
  expect(boxes.map(({ kind, label, missing }) => [kind, label, missing])).toEqual([
    ['account', '12345678910', undefined],
    ['region', 'us-west-2', undefined],
    ['zone', 'us-west-2b', undefined],
    ['subnet', 'subnet-47b4cf2c', true],
  ]);
  const instance = cards.find(({ label }) => label === 'integ-test-1');
  expect(cards.map(({ label, docksTo, missing }) => [label, docksTo, missing])).toEqual([
    ['integ-test-1', undefined, undefined],
    ['vol-ce676ccc', instance?.id, undefined],
    ['vol-ef0e06ed', instance?.id, true],
  ]);
  expect(new Set(cards.map(({ box }) => box))).toEqual(new Set([boxes.at(-1)?.id]));
});

test('relationships are told with where both ends are on the map', async () => {
  const name = await stored('a.json', modern);
  const volume = '123456789012/us-west-2/aws::ec2::volume/vol-1';
  const instance = '123456789012/us-west-2/aws::ec2::instance/i-1';
  const around = [
    'account:123456789012',
    'region:123456789012/us-west-2',
    '123456789012/us-west-2/aws::ec2::subnet/subnet-9',
  ];
  const alike = (type: string) => `alike:${around.at(-1)}/aws::ec2::${type}`;
  expect(await snapshots.mapEdges({ ...name, ...wholeMap, of: [volume], all: false })).toEqual({
    edges: [
      expect.objectContaining({
        source: volume,
        target: instance,
        name: 'Is attached to Instance',
        sourcePath: [...around, alike('volume'), volume],
        targetPath: [...around, alike('instance'), instance],
      }),
    ],
    total: 1,
  });
  const all = await snapshots.mapEdges({ ...name, ...wholeMap, of: [instance], all: false });
  expect(all.edges.map(({ target }) => target)).toEqual([
    instance,
    '123456789012/global/aws::iam::role/AROA1',
    around.at(-1),
  ]);
  expect(all.edges.at(-1)?.targetPath).toEqual(around);
  const { matches } = await snapshots.findOnMap({ ...name, group: 'service', text: 'app-ROLE', limit: 20 });
  expect(matches.map(({ label, path }) => [label, path[2]])).toEqual([['app-role', 'service:123456789012/global/IAM']]);
});

/** Waits until what is derived is read: an answer does not. */
async function derivedRead(name: { bucket: string; key: string }, of: string): Promise<void> {
  const question = { ...name, of, direction: 'dependents', depth: 1, limit: 1, derived: 'read' } as const;
  const state = async () => (await snapshots.impact(question)).derived.state;
  await expect.poll(state, { timeout: 60_000 }).toBe('ready');
}

test('of a resource is told, too, what only others name in their configurations', async () => {
  const name = await stored('sample.json', await readFile('samples/modern-account.json'));
  const { matches } = await snapshots.findOnMap({ ...name, group: 'network', text: 'prod-storefront', limit: 20 });
  const balancer = matches.find(({ resourceType }) => resourceType.endsWith('::LoadBalancer'));
  await derivedRead(name, balancer?.id ?? '');
  const { edges } = await snapshots.mapEdges({ ...name, ...wholeMap, of: [balancer?.id ?? ''], all: false });
  const group = edges.find(({ source }) => source.includes('targetgroup'));
  expect(group).toMatchObject({
    derived: true,
    target: balancer?.id,
    field: expect.stringContaining('LoadBalancerArns'),
  });
  expect(group?.sourcePath.at(-1)).toBe(group?.source);
});

test('each view takes a filter: what does not match is left out, or marked', async () => {
  const name = await stored('sample.json', await readFile('samples/modern-account.json'));
  const { matches } = await snapshots.findOnMap({ ...name, group: 'network', text: 'prod-storefront', limit: 20 });
  const balancer = matches.find(({ resourceType }) => resourceType.endsWith('::LoadBalancer'))?.id ?? '';
  await derivedRead(name, balancer);
  const part = { ...name, focus: [balancer], hops: 1, limit: 300 };
  const typesOf = (nodes: readonly { resourceType: string }[]) =>
    [...new Set(nodes.map(({ resourceType }) => resourceType.split('::')[2]))].sort();
  const near = await snapshots.graph({ ...part, relationships: ['Is attached to'] });
  expect(typesOf(near.nodes)).toEqual(['LoadBalancer', 'TargetGroup']);
  expect(near.edges.map((edge) => edge.name)).toEqual(['Is attached to']);
  expect(near.derived?.state).toBe('ready');

  const whole = await snapshots.graph(part);
  const tags = ['Team=storefront'];
  const [hidden, dimmed] = [
    await snapshots.graph({ ...part, tags }),
    await snapshots.graph({ ...part, tags, unmatched: 'dim' }),
  ];
  const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id).sort();
  expect(ids(dimmed.nodes)).toEqual(ids(whole.nodes));
  expect(ids(dimmed.nodes.filter((node) => !node.dimmed))).toEqual(ids(hidden.nodes));
  expect(dimmed.edges.filter((edge) => !edge.dimmed)).toEqual(hidden.edges);
  expect(hidden.nodes.length).toBeLessThan(whole.nodes.length);

  const question = { ...name, of: balancer, direction: 'dependencies', depth: 2, limit: 300, derived: 'read' } as const;
  const impact = await snapshots.impact({ ...question, types: ['AWS::ElasticLoadBalancingV2::TargetGroup'] });
  expect(typesOf(impact.nodes.filter((node) => !node.dimmed))).toEqual(['TargetGroup']);
  expect(impact.totalNodes).toBe((await snapshots.impact(question)).totalNodes);
});

test('a resource is found on the map by its IP address', async () => {
  const withAddress = instanceText.replace('"configuration":{}', '"configuration":{"privateIpAddress":"10.0.0.9"}');
  const name = await stored('a.json.gz', gzipSync(modern.replace(instanceText, withAddress)));
  const find = (text: string) => snapshots.findOnMap({ ...name, group: 'network', text, limit: 20 });
  for (const text of ['10.0.0.9', '10.0.']) {
    expect(await find(text)).toMatchObject({ matches: [{ label: 'i-1' }], total: 1, addressesRead: undefined });
  }
  expect(await find('10.0.0.90')).toMatchObject({ matches: [], total: 0 });
});

test('items are searched, filtered, sorted and paged; what has no value comes last', async () => {
  const name = await stored('a.json', modern);
  const ids = async (request: object) =>
    (await snapshots.items({ ...name, ...search, ...request })).items.map(({ resourceId }) => resourceId);
  expect(await ids({})).toEqual(['vol-1', 'i-1', 'AROA1']);
  expect(await ids({ search: 'APP-ROLE' })).toEqual(['AROA1']);
  expect(await ids({ types: ['aws::ec2::volume'] })).toEqual(['vol-1']);
  expect(await ids({ sort: 'captureTime', order: 'desc' })).toEqual(['i-1', 'vol-1', 'AROA1']);
  expect(await ids({ sort: 'availabilityZone', order: 'desc' })).toEqual(['vol-1', 'i-1', 'AROA1']);
  expect(await ids({ page: 2, pageSize: 2 })).toEqual(['AROA1']);
});

test('an item is shown to the letter, with what it names and what names it', async () => {
  const name = await stored('a.json', modern);
  const volume = await snapshots.item({ ...name, index: 0 });
  expect(volume.json).toBe(volumeText);
  expect(volume.related).toMatchObject([{ direction: 'out', resourceType: 'AWS::EC2::INSTANCE', index: 1 }]);
  const instance = await snapshots.item({ ...name, index: 1 });
  expect(
    instance.related.map(({ direction, resourceId, resourceName, index }) => [
      direction,
      resourceId ?? resourceName,
      index,
    ]),
  ).toEqual([
    ['out', 'app-role', 2],
    ['out', 'subnet-9', undefined],
    ['in', 'vol-1', 0],
  ]);
  await expect(snapshots.item({ ...name, index: 3 })).rejects.toMatchObject({ code: 'NoSuchItem' });
});

test('the JSON of the whole and of one item streams as stored', async () => {
  const name = await stored('x/a.json.gz', gzipSync(modern));
  const whole = await snapshots.json(name);
  expect([whole.fileName, await text(whole.body)]).toEqual(['a.json', modern]);
  const one = await snapshots.json({ ...name, index: 1 });
  expect([one.fileName, await text(one.body)]).toEqual(['i-1.json', instanceText]);
});

test('the graph holds the items, and what they name but the file does not hold', async () => {
  const name = await stored('a.json', modern);
  const view = await snapshots.graph({ ...name, types: [], focus: [], hops: 1, limit: 300 });
  expect(view.nodes.map(({ resourceId, index }) => [resourceId, index]).sort()).toEqual([
    ['AROA1', 2],
    ['i-1', 1],
    ['subnet-9', undefined],
    ['vol-1', 0],
  ]);
  expect(view.edges).toHaveLength(3);
});

test('the best connected items are told, and what is named but not there', async () => {
  const name = await stored('a.json', modern);
  const here = { accountId: '123456789012', region: 'us-west-2' };
  expect(await snapshots.references({ ...name, limit: 1 })).toEqual({
    hubs: [{ index: 1, ...here, resourceType: 'AWS::EC2::Instance', resourceId: 'i-1', neighbours: 3 }],
    unresolvedTotal: 1,
    unresolved: [{ ...here, resourceType: 'AWS::EC2::Subnet', resourceId: 'subnet-9', neighbours: 1 }],
  });
});

test('an object that is replaced is read anew, and readers at once share one pass', async () => {
  const name = await stored('a.json', modern);
  const get = vi.spyOn(store, 'get');
  await Promise.all([snapshots.document(name), snapshots.items({ ...name, ...search }), snapshots.document(name)]);
  expect(get).toHaveBeenCalledTimes(1);
  await stored('a.json', `{"configurationItems":[${volumeText}]}`);
  expect((await snapshots.document(name)).itemCount).toBe(1);
});

test.each([
  ['truncated gzip', gzipSync(modern).subarray(0, 200), 'TruncatedGzip'],
  ['broken JSON', modern.slice(0, 300), 'TruncatedJson'],
  ['a page instead of JSON', '<html></html>', 'NotConfigDocument'],
  ['an item without a type', '{"resourceId":"x"}', 'NotConfigDocument'],
  ['more than may be read', gzipSync(Buffer.alloc(2 << 20, 0x20)), 'DecompressionLimit'],
])('%s is refused by its name, and nothing of it is kept', async (_, bytes, code) => {
  const name = await stored('bad.json.gz', bytes);
  await expect(snapshots.document(name)).rejects.toMatchObject({ kind: 'unreadable', code });
  await expect(snapshots.document(name)).rejects.toMatchObject({ code });
});

test('what is not there is not found', async () => {
  await expect(snapshots.document({ bucket, key: 'none' })).rejects.toMatchObject({ code: 'NoSuchKey' });
  await expect(snapshots.document({ bucket: 'no-bucket', key: 'none' })).rejects.toMatchObject({
    code: 'NoSuchBucket',
  });
});

test('a document is read anew when its copy was cleared away', async () => {
  const name = await stored('a/cleared.json', modern);
  await snapshots.document(name);
  await rm(join(folder, 'cache'), { recursive: true });
  expect((await snapshots.item({ ...name, index: 0 })).json).toBe(volumeText);
  expect(await text((await snapshots.json(name)).body)).toBe(modern);
});

test('a cache folder that cannot be written is named, and opening works once it can', async () => {
  const name = await stored('a/full.json', modern);
  const cacheFolder = join(folder, 'cache');
  await snapshots.document(name);
  const [copy = ''] = await readdir(cacheFolder);
  await rm(cacheFolder, { recursive: true });
  // Where the copy is to be written stands a folder.
  await mkdir(join(cacheFolder, `${copy}.part`), { recursive: true });
  await expect(snapshots.document(name)).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'CacheNotWritable',
    message: expect.stringContaining(cacheFolder),
  });
  await rm(cacheFolder, { recursive: true });
  expect((await snapshots.document(name)).itemCount).toBe(3);
});

test('a document with more items than the memory holds is refused before it has filled it', async () => {
  const cache = await createDocumentCache({ store, folder: join(folder, 'small'), maxBytes: 1 << 20, maxParts: 5 });
  const small = createSnapshots({ store, cache, channelBucket: async () => bucket });
  // Three items and three relationships.
  await expect(small.document(await stored('a/many.json', modern))).rejects.toMatchObject({
    kind: 'unreadable',
    code: 'TooManyItems',
  });
  expect(await readdir(join(folder, 'small'))).toEqual([]);
});

test('of documents that are opened at once, two are read at a time', async () => {
  let reading = 0;
  let most = 0;
  const slow: ObjectStore = {
    ...store,
    async get(...args) {
      reading += 1;
      most = Math.max(most, reading);
      const found = await store.get(...args);
      found.body.once('close', () => {
        reading -= 1;
      });
      return found;
    },
  };
  const cache = await createDocumentCache({ store: slow, folder: join(folder, 'turns'), maxBytes: 1 << 20 });
  const names = await Promise.all(Array.from({ length: 8 }, (_, n) => stored(`turn/${n}.json`, modern)));
  const documents = await Promise.all(names.map((name) => cache.open(name)));
  expect(documents.map(({ document }) => document.index.itemCount)).toEqual(names.map(() => 3));
  expect(most).toBeLessThanOrEqual(2);
});
