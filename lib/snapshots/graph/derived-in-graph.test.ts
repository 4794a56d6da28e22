import { expect, test } from 'vitest';
import type { GraphPart } from '../../graph/view';
import type { DerivedEdge } from '../../items/derived-edges';
import { identityKey } from '../../items/identity';
import { withDerivedEdges } from './derived-in-graph';

const resources = [
  ['AWS::ECS::Service', 'service'],
  ['AWS::ECS::Cluster', 'cluster'],
  ['AWS::ECS::TaskDefinition', 'task'],
] as const;
const here = { accountId: '111122223333', region: 'us-west-2' };
const nodes: GraphPart['nodes'] = resources.map(([resourceType, resourceId], index) => ({
  id: identityKey({ ...here, resourceType, resourceId }),
  ...here,
  resourceType,
  resourceId,
  label: resourceId,
  index,
  degree: 0,
}));
const told: DerivedEdge[] = [
  {
    resourceType: 'AWS::ECS::Cluster',
    resourceId: 'cluster',
    name: 'Is contained in ',
    field: 'configuration.Cluster',
  },
  { resourceType: 'AWS::ECS::TaskDefinition', resourceId: 'task', name: 'Runs', field: 'configuration.TaskDefinition' },
  { resourceType: 'AWS::IAM::Role', resourceName: 'gone', name: 'Acts as', field: 'configuration.Role' },
];

interface Options {
  focus?: string[];
  edges?: GraphPart['edges'];
  most?: number;
  hidden?: string;
}

async function drawn(shown: number[], options: Options = {}) {
  const part = { nodes: shown.flatMap((at) => nodes[at] ?? []), edges: options.edges ?? [], totalNodes: 3, types: [] };
  const read: number[] = [];
  const result = await withDerivedEdges(part, {
    derive: async (itemIndex) => {
      read.push(itemIndex);
      return itemIndex === 0 ? told : [];
    },
    find: async ({ resourceId }) => {
      const itemIndex = nodes.findIndex((node) => node.resourceId === resourceId);
      const node = nodes[itemIndex];
      return node && { itemIndex, identity: node, id: node.id, node: async () => node };
    },
    admits: ({ identity }) => identity.resourceId !== options.hidden,
    focus: options.focus ?? [],
    limit: 10,
    most: options.most ?? 10,
  });
  return { read, ids: result.nodes.map(({ resourceId }) => resourceId), edges: result.edges };
}

test('edges between drawn items are derived, and nothing is drawn that nobody asked for', async () => {
  const { ids, edges } = await drawn([0, 1]);
  expect(ids).toEqual(['service', 'cluster']);
  expect(edges).toMatchObject([
    {
      source: nodes[0]?.id,
      target: nodes[1]?.id,
      name: 'Is contained in',
      derived: true,
      field: 'configuration.Cluster',
    },
  ]);
});

test('what the item in focus leads to is drawn with it', async () => {
  const { ids, edges } = await drawn([0], { focus: [nodes[0]?.id ?? ''] });
  expect(ids).toEqual(['service', 'cluster', 'task']);
  expect(edges).toHaveLength(2);
});

test('where AWS Config relates the two, nothing is derived', async () => {
  const edge = { id: 'x', source: nodes[1]?.id ?? '', target: nodes[0]?.id ?? '', name: 'Contains' };
  expect((await drawn([0, 1], { edges: [edge] })).edges).toEqual([edge]);
});

test('only items of types that tell something are read, and no more than may be', async () => {
  expect((await drawn([0, 1, 2], { most: 0 })).read).toEqual([]);
  expect((await drawn([0, 1, 2])).read).toContain(0);
});
