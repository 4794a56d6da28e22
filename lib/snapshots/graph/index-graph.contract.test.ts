import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../../graph/build';
import { graphViewOf } from '../../graph/view';
import { readConfigurationItem } from '../../items/form/read-item';
import { indexOfPlain } from '../index/test-index';
import { PlainModel } from '../index/test-model';
import type { IndexGraph } from './index-graph';
import { everyNode } from './matching/node-filter';
import { graphParts } from './test-graph';

const types = ['AWS::EC2::Instance', 'AWS::EC2::INSTANCE', 'AWS::EC2::Subnet', 'AWS::IAM::Role'];
const relationship = fc.record(
  {
    resourceId: fc.constantFrom('a', 'b', 'c', 'gone', ''),
    resourceName: fc.constantFrom('a', 'n', 'm'),
    resourceType: fc.constantFrom(...types),
    name: fc.constantFrom('Is attached to ', 'Contains ', 'Is contained in Vpc', 'Reads'),
  },
  { requiredKeys: ['resourceType', 'name'] },
);
const item = fc.record(
  {
    resourceType: fc.constantFrom(...types),
    resourceId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    resourceName: fc.constantFrom('n', 'm'),
    tags: fc.record({ Name: fc.constantFrom('tagged', 'other') }),
    relationships: fc.array(relationship, { maxLength: 4 }),
    configurationItemCaptureTime: fc.constant('2026-11-22T08:00:00.000Z'),
    awsAccountId: fc.constantFrom('123456789012', '123456789012', '1'),
    configurationItemStatus: fc.constant('OK'),
    awsRegion: fc.constantFrom('us-west-2', 'us-west-2', 'eu-west-1', 'global'),
  },
  {
    requiredKeys: [
      'resourceType',
      'resourceId',
      'relationships',
      'configurationItemCaptureTime',
      'awsAccountId',
      'configurationItemStatus',
      'awsRegion',
    ],
  },
);

async function graphOf(items: unknown[]): Promise<IndexGraph> {
  return graphParts(await indexOfPlain(items)).graph;
}

test('the graph of an index is that of its items, as a whole and around a resource', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { maxLength: 8 }),
      fc.subarray(['AWS::EC2::Instance', 'AWS::IAM::ROLE']),
      fc.constantFrom(
        [],
        ['aws::ec2::instance/a'],
        ['123456789012/us-west-2/AWS::EC2::INSTANCE/a', '1/eu-west-1/aws::ec2::subnet/gone'],
        ['aws::ec2::subnet/gone', 'aws::iam::role/n'],
        ['123456789012/global/aws::iam::role/gone'],
        ['nothing'],
      ),
      fc.integer({ min: 1, max: 3 }),
      async (items, chosen, focus, hops) => {
        const read = items.map((value) => readConfigurationItem(value));
        const entries = new PlainModel(read).counted.flatMap((index) => {
          const one = read[index];
          if (!one) return [];
          const { tags, ...rest } = one;
          return { ...rest, accountId: rest.awsAccountId, region: rest.awsRegion, index, nameTag: tags.Name };
        });
        const request = { types: chosen, focus, hops, limit: 100 };
        const expected = graphViewOf(buildGraph(entries), request);
        const filter = { types: chosen, search: '' };
        const graph = await graphOf(items);
        const { part: view } = await graph.view({ filter, unmatched: 'hide', focus, hops, limit: 100 });
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        // What is only referred to is labelled and spelt as one of those that refer to it does.
        const plain = (nodes: typeof view.nodes) =>
          nodes
            .map((node) => (node.index === undefined ? { ...node, label: '', resourceType: '' } : node))
            .map((node) => ({ ...node, resourceType: node.resourceType.toLowerCase() }))
            .sort(byId);
        const counted = (counts: typeof view.types) =>
          counts.map(({ resourceType, count }) => `${resourceType.toLowerCase()} ${count}`).sort();
        expect(plain(view.nodes)).toEqual(plain(expected.nodes));
        expect(view.edges.sort(byId)).toEqual(expected.edges.sort(byId));
        expect(view.totalNodes).toBe(expected.totalNodes);
        expect(counted(view.types)).toEqual(counted(expected.types));
      },
    ),
    { numRuns: 500 },
  );
});

test('of a hub as many neighbours are drawn as asked for, with the number of all', async () => {
  const plain = {
    configurationItemCaptureTime: '2026-11-22T08:00:00.000Z',
    awsAccountId: '1',
    configurationItemStatus: 'OK',
    awsRegion: 'x',
  };
  const vpc = { ...plain, resourceType: 'AWS::EC2::VPC', resourceId: 'vpc-1', relationships: [] };
  const members = Array.from({ length: 20_000 }, (_, n) => ({
    ...plain,
    resourceType: 'AWS::EC2::Instance',
    resourceId: `i-${n}`,
    relationships: [{ resourceType: 'AWS::EC2::Vpc', resourceId: 'vpc-1', name: 'Is contained in Vpc' }],
  }));
  const graph = await graphOf([vpc, ...members]);
  for (const focus of [[], ['aws::ec2::vpc/vpc-1']]) {
    const { part: view } = await graph.view({ filter: everyNode, unmatched: 'hide', focus, hops: 1, limit: 200 });
    expect(view.nodes).toHaveLength(200);
    expect(view.edges).toHaveLength(199);
    expect(view.nodes[0]).toMatchObject({ resourceId: 'vpc-1', degree: 20_000, index: 0 });
    expect(view.totalNodes).toBe(20_001);
  }
});
