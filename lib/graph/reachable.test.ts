import { expect, test } from 'vitest';
import { reachable } from './reachable';
import type { GraphPart } from './view';

const node = (id: string): GraphPart['nodes'][number] => ({
  ...{ id, accountId: '1', region: 'x', resourceType: 'AWS::EC2::Volume', resourceId: id, label: id, degree: 1 },
});
const edge = (source: string, target: string) => ({ id: `${source}>${target}`, source, target, name: 'on' });
const part = {
  nodes: ['i', 'vol', 'subnet', 'snap', 'vpc', 'other'].map(node),
  edges: [edge('vol', 'i'), edge('i', 'subnet'), edge('snap', 'vol'), edge('subnet', 'vpc'), edge('other', 'vpc')],
  totalNodes: 6,
  types: [],
};
const ids = (request: Partial<Parameters<typeof reachable>[1]>) =>
  reachable(part, { focus: ['i'], direction: 'out', hops: 6, limit: 100, ...request }).nodes.map(({ id }) => id);

test('edges are followed in one direction only, so many steps far', () => {
  expect(ids({})).toEqual(['i', 'subnet', 'vpc']);
  expect(ids({ hops: 1 })).toEqual(['i', 'subnet']);
  expect(ids({ direction: 'in' })).toEqual(['i', 'vol', 'snap']);
  expect(ids({ limit: 2 })).toEqual(['i', 'subnet']);
});

test('both directions are the part as it is', () => {
  expect(reachable(part, { focus: ['i'], direction: 'both', hops: 1, limit: 1 })).toBe(part);
});

test('edges lead between what is reached', () => {
  const { edges } = reachable(part, { focus: ['i'], direction: 'out', hops: 6, limit: 100 });
  expect(edges.map(({ id }) => id)).toEqual(['i>subnet', 'subnet>vpc']);
});
