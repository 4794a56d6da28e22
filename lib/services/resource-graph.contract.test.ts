import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDatabase } from '../database/test-database';
import type { CapturedItem } from '../inventory/current/captured-item';
import { addItems } from '../inventory/current/write';
import { InventoryReader } from '../inventory/reader';
import type { Relationship } from '../items/configuration-item';
import { capture, observe } from '../recorder/capture/capture';
import { resourceGraph } from './resource-graph';

const scope = { accountId: '111111111111', region: 'us-west-2' };
let server: Awaited<ReturnType<typeof startTestDatabase>>;

beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.stop());

type Related = [type: string, id: string, name: string];

function item(resourceType: string, resourceId: string, related: Related[], more = {}): CapturedItem {
  const relationships: Relationship[] = related.map(([type, id, name]) => ({
    resourceType: type,
    ...(id.startsWith('name:') ? { resourceName: id.slice(5) } : { resourceId: id }),
    name,
  }));
  const captured = capture(
    observe({
      relatedEvents: [],
      relationships,
      configuration: {},
      supplementaryConfiguration: {},
      tags: {},
      resourceType,
      resourceId,
      awsRegion: scope.region,
      ...more,
    }),
    undefined,
    { accountId: scope.accountId, now: new Date('2026-11-22T08:31:54Z') },
  );
  if (!captured) throw new Error('a first sight is always captured');
  return captured;
}

const around = (resourceType: string, resourceId: string, hops: number, limit = 60) =>
  resourceGraph(new InventoryReader(server.database, scope), { resourceType, resourceId, hops, limit });

test('a resource is drawn with what is near it, hop by hop', async () => {
  await addItems(server.database, scope, 'test', [
    item('AWS::EC2::Volume', 'vol-1', [['AWS::EC2::Instance', 'i-1', 'Is attached to Instance']]),
    item(
      'AWS::EC2::Instance',
      'i-1',
      [
        ['AWS::EC2::Volume', 'vol-1', 'Is attached to Volume'],
        ['AWS::EC2::Subnet', 'subnet-1', 'Is contained in Subnet'],
        ['AWS::EC2::SecurityGroup', 'sg-gone', 'Is associated with SecurityGroup'],
      ],
      { tags: { Name: 'web' } },
    ),
    item('AWS::EC2::Subnet', 'subnet-1', [['AWS::EC2::VPC', 'vpc-1', 'Is contained in Vpc']]),
    item('AWS::EC2::VPC', 'vpc-1', []),
    item('AWS::Lambda::Function', 'fn', [['AWS::IAM::Role', 'name:runner', 'Is associated with ']]),
    item('AWS::IAM::Role', 'AROA1', [], { resourceName: 'runner' }),
  ]);

  const near = await around('AWS::EC2::VOLUME', 'vol-1', 1);
  expect(near.nodes.map(({ resourceId }) => resourceId)).toEqual(['vol-1', 'i-1']);
  expect(near.totalNodes).toBe(2);
  expect(near.edges).toMatchObject([{ name: 'Is attached to Instance', reverseName: 'Is attached to Volume' }]);

  const two = await around('AWS::EC2::Volume', 'vol-1', 2);
  expect(two.nodes.map(({ resourceId }) => resourceId).sort()).toEqual(['i-1', 'sg-gone', 'subnet-1', 'vol-1']);
  expect(two.nodes.find(({ resourceId }) => resourceId === 'i-1')?.label).toBe('web');
  const unrecorded = two.nodes.filter(({ index }) => index === undefined).map(({ resourceId }) => resourceId);
  expect(unrecorded).toEqual(['sg-gone']);
});

test('a relationship by name leads to the resource of that name', async () => {
  const near = await around('AWS::Lambda::Function', 'fn', 1);
  expect(near.nodes.map(({ resourceId, label }) => `${resourceId} ${label}`)).toEqual(['fn fn', 'AROA1 runner']);
});

test('a hub is drawn up to the limit', async () => {
  const members = Array.from(
    { length: 40 },
    (_, at): Related => ['AWS::EC2::Instance', `i-m${at}`, 'Contains Instance'],
  );
  await addItems(server.database, scope, 'test', [
    item('AWS::EC2::VPC', 'vpc-hub', members),
    ...members.map(([type, id]) => item(type, id, [['AWS::EC2::VPC', 'vpc-hub', 'Is contained in Vpc']])),
  ]);
  const near = await around('AWS::EC2::VPC', 'vpc-hub', 1, 10);
  expect(near.nodes).toHaveLength(10);
  expect(near.totalNodes).toBe(41);
  expect(near.nodes[0]).toMatchObject({ resourceId: 'vpc-hub', degree: 40 });
});

test('what is not recorded has no graph', async () => {
  await expect(around('AWS::EC2::VPC', 'vpc-none', 1)).rejects.toMatchObject({ code: 'ResourceNotDiscovered' });
});
