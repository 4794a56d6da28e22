import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Relationship } from '../../../items/configuration-item';
import { resourceKey } from '../../../items/identity';
import type { ListingProgress } from '../port';
import { type AwsResourceType, resourceType } from './resource-type';
import { startAnswers } from './test-answers';
import { observe, sourceAt } from './test-source';

interface Thing {
  id?: string;
  arn?: string;
  subnets?: string[];
  vpcs?: string[];
}

let aws: Awaited<ReturnType<typeof startAnswers>>;
let listing: Awaited<ReturnType<typeof sourceAt>> | undefined;
beforeAll(async () => {
  aws = await startAnswers();
});
afterEach(() => listing?.remove());
afterAll(() => aws.stop());

const endsOf = {
  'AWS::EC2::Subnet': (thing: Thing) => thing.subnets,
  'AWS::EC2::VPC': (thing: Thing) => thing.vpcs,
};

/** A type whose resources the test gives; a function among them is called when its turn comes. */
function type(
  name: string,
  things: (Thing | (() => unknown))[],
  tellsOf: (keyof typeof endsOf)[] = [],
): AwsResourceType {
  return resourceType<Thing>({
    resourceType: `AWS::EC2::${name}`,
    permissions: [`ec2:Describe${name}s`],
    async *list() {
      for (const thing of things) {
        if (typeof thing === 'function') await thing();
        else yield thing;
      }
    },
    describe: ({ id, arn }) => ({ id, arn, configuration: {} }),
    related: Object.fromEntries(tellsOf.map((other) => [other, endsOf[other]])),
  });
}

async function sourceOf(...types: AwsResourceType[]) {
  listing = await sourceAt(aws.endpoint, { types });
  return listing.source;
}

const breakOff = () => {
  throw Object.assign(new Error('You are not authorized to perform this operation.'), {
    name: 'UnauthorizedOperation',
  });
};
const subnets = type(
  'Subnet',
  [
    { id: 'subnet-1', vpcs: ['vpc-1'] },
    { id: 'subnet-2', vpcs: ['vpc-1'] },
  ],
  ['AWS::EC2::VPC'],
);
const vpcs = type('VPC', [{ id: 'vpc-1' }, { id: 'vpc-2' }]);
const contains = (resourceId: string): Relationship => ({
  resourceId,
  resourceType: 'AWS::EC2::Subnet',
  name: 'Contains Subnet',
});

test('draws an edge at both ends, though one of them alone tells of it', async () => {
  const { item, ends } = await observe(await sourceOf(vpcs, subnets));
  expect(item('AWS::EC2::Subnet', 'subnet-1').relationships).toEqual([
    { resourceId: 'vpc-1', resourceType: 'AWS::EC2::VPC', name: 'Is contained in Vpc' },
  ]);
  expect(item('AWS::EC2::VPC', 'vpc-1').relationships).toEqual([contains('subnet-1'), contains('subnet-2')]);
  expect(item('AWS::EC2::VPC', 'vpc-2').relationships).toEqual([]);
  expect([...ends.values()]).toEqual([
    { listing: 'AWS::EC2::VPC', resourceTypes: ['AWS::EC2::VPC'] },
    { listing: 'AWS::EC2::Subnet', resourceTypes: ['AWS::EC2::Subnet'] },
  ]);
  expect(await listing?.left()).toEqual([]);
});

test('takes the edges of a type that cannot be listed from what was recorded last, and tells why it cannot', async () => {
  const cut = type('Subnet', [{ id: 'subnet-3', vpcs: ['vpc-1'] }, breakOff], ['AWS::EC2::VPC']);
  const last = new Map([
    [
      resourceKey({ resourceType: 'AWS::EC2::VPC', resourceId: 'vpc-1' }),
      [
        contains('subnet-1'),
        contains('subnet-3'),
        { resourceId: 'i-1', resourceType: 'AWS::EC2::Instance', name: 'Contains Instance' },
      ],
    ],
  ]);
  const { item, ends } = await observe(await sourceOf(vpcs, cut), { lastRelationships: async () => last });
  // The instance is not among what the failed type told: were it there still, its own type would say so.
  expect(item('AWS::EC2::VPC', 'vpc-1').relationships).toEqual([contains('subnet-3'), contains('subnet-1')]);
  expect(ends.get('AWS::EC2::VPC')?.error).toBeUndefined();
  expect(ends.get('AWS::EC2::Subnet')?.error).toEqual({
    code: 'UnauthorizedOperation',
    message: 'You are not authorized to perform this operation.',
    permission: 'ec2:DescribeSubnets',
  });
});

test('does not ask for what was recorded last while everything can be listed', async () => {
  const asked = async () => {
    throw new Error('there is no need');
  };
  const { ends } = await observe(await sourceOf(vpcs, subnets), { lastRelationships: asked });
  expect(ends.size).toBe(2);
});

test('lists of the types that are not wanted only those that draw edges at the others', async () => {
  const unrelated = type('FlowLog', [breakOff]);
  const progress: ListingProgress[] = [];
  const { items, ends } = await observe(await sourceOf(vpcs, subnets, unrelated), {
    wanted: (name) => name === 'AWS::EC2::VPC',
    progress: (listing) => progress.push(listing),
  });
  expect([...items.values()].map(({ resourceId }) => resourceId)).toEqual(['vpc-1', 'vpc-2']);
  expect(items.values().next().value?.relationships).toHaveLength(2);
  expect([...ends.keys()]).toEqual(['AWS::EC2::VPC']);
  expect(progress.map(({ listing, state, count }) => `${listing} ${state} ${count}`)).toEqual([
    'AWS::EC2::VPC waiting 0',
    'AWS::EC2::VPC listing 0',
    'AWS::EC2::VPC done 2',
  ]);
});

test('says in a note when a type that is not recorded cannot be listed for its edges', async () => {
  const cut = type('Subnet', [breakOff], ['AWS::EC2::VPC']);
  const notes: string[] = [];
  const given = { wanted: (name: string) => name === 'AWS::EC2::VPC', note: (note: string) => notes.push(note) };
  const last = new Map([[resourceKey({ resourceType: 'AWS::EC2::VPC', resourceId: 'vpc-1' }), [contains('subnet-1')]]]);
  const { item, ends } = await observe(await sourceOf(vpcs, cut), { ...given, lastRelationships: async () => last });
  expect(item('AWS::EC2::VPC', 'vpc-1').relationships).toEqual([contains('subnet-1')]);
  expect([...ends.values()]).toEqual([{ listing: 'AWS::EC2::VPC', resourceTypes: ['AWS::EC2::VPC'] }]);
  expect(notes).toEqual([expect.stringContaining('AWS::EC2::Subnet is not recorded')]);
});

test('clears away what a listing that was killed has left behind', async () => {
  const source = await sourceOf(vpcs);
  const stale = join(listing?.folder ?? '', encodeURIComponent('us-west-2 aws'));
  await mkdir(stale, { recursive: true });
  await writeFile(join(stale, '0.ndjson'), '{"resourceType":"T","resourceId":"stale"}\n');
  await writeFile(join(stale, '7.ndjson'), 'x');
  expect([...(await observe(source)).items.values()].map(({ resourceId }) => resourceId)).toEqual(['vpc-1', 'vpc-2']);
  expect(await listing?.left()).toEqual([]);
});

test('keeps Regions apart that are listed side by side', async () => {
  // Each has begun before either goes on.
  const waiting: (() => void)[] = [];
  const begin = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 2) for (const goOn of waiting) goOn();
    });
  const here = type('Subnet', [begin, { id: 'subnet-west' }]);
  const there = type('Subnet', [begin, { id: 'subnet-east' }]);
  listing = await sourceAt(aws.endpoint, { types: [here] });
  const other = await sourceAt(aws.endpoint, { types: [there], region: 'us-east-1', spoolFolder: listing.folder });
  const [west, east] = await Promise.all([observe(listing.source), observe(other.source)]);
  expect([...west.items.values()].map(({ resourceId, awsRegion }) => [resourceId, awsRegion])).toEqual([
    ['subnet-west', 'us-west-2'],
  ]);
  expect([...east.items.values()].map(({ resourceId, awsRegion }) => [resourceId, awsRegion])).toEqual([
    ['subnet-east', 'us-east-1'],
  ]);
  await other.remove();
});

test('notes what came without an id, and a second resource with the same id', async () => {
  const odd = type('VPC', [
    {},
    { id: 'vpc-1', arn: 'arn:a' },
    { id: 'vpc-1', arn: 'arn:b' },
    { id: 'vpc-1', arn: 'arn:a' },
  ]);
  const notes: string[] = [];
  const { items } = await observe(await sourceOf(odd), { note: (note) => notes.push(note) });
  expect(items.size).toBe(1);
  expect(notes).toEqual([
    'AWS told of a resource of type AWS::EC2::VPC without an id; it is passed over.',
    'AWS::EC2::VPC vpc-1 is the id of arn:a already; arn:b is passed over.',
  ]);
});

test('stops at once when it is told to, in the middle of a call that nobody answers', async () => {
  const stop = new AbortController();
  const reason = new Error('stopped');
  const hanging = type('Subnet', [() => new Promise(() => setTimeout(() => stop.abort(reason), 1))]);
  const source = await sourceOf(vpcs, hanging);
  await expect(observe(source, { signal: stop.signal })).rejects.toBe(reason);
  expect(await listing?.left()).toEqual([]);
});

test('keeps texts that would break lines apart', async () => {
  const id = 'vpc-\u2028-\n-\u0085-ü-𝄞';
  const { items } = await observe(await sourceOf(type('VPC', [{ id }, { id: 'vpc-2' }])));
  expect([...items.values()].map(({ resourceId }) => resourceId)).toEqual([id, 'vpc-2']);
});

test('shows thousands of resources, each once and with its edges', async () => {
  const many = Array.from({ length: 3_000 }, (_, at) => ({ id: `subnet-${at}`, vpcs: [`vpc-${at % 2}`] }));
  const { items, item } = await observe(
    await sourceOf(type('VPC', [{ id: 'vpc-1' }]), type('Subnet', many, ['AWS::EC2::VPC'])),
  );
  expect(items.size).toBe(3_001);
  expect(item('AWS::EC2::VPC', 'vpc-1').relationships).toHaveLength(1_500);
});

test('refuses the credentials of another account, naming the setting', async () => {
  const other = await startAnswers(() => undefined, '210987654321');
  listing = await sourceAt(other.endpoint, { types: [vpcs] });
  await expect(observe(listing.source)).rejects.toMatchObject({
    kind: 'denied',
    code: 'WrongAccount',
    message: expect.stringMatching(/210987654321.*SNAPSCOPE_ACCOUNT_ID is 123456789012/),
  });
  expect(await listing.left()).toEqual([]);
  await other.stop();
});

test('says which call failed when AWS does not take the credentials', async () => {
  const denied = await startAnswers();
  await denied.stop();
  listing = await sourceAt(denied.endpoint, { types: [vpcs] });
  await expect(observe(listing.source)).rejects.toMatchObject({
    kind: 'unavailable',
    message: expect.stringContaining('sts:GetCallerIdentity'),
  });
});
