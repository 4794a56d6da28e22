import { describe, expect, test } from 'vitest';
import { buildGraph } from './build';
import type { GraphEntry } from './graph';
import { graphViewOf } from './view';

const here = { accountId: '111122223333', region: 'us-west-2' };
/** A line of instances i-0 … i-9, each attached to the next; i-0 also to 20 volumes; and a role of its own. */
const entries: GraphEntry[] = [
  ...Array.from({ length: 10 }, (_, n) => ({
    ...here,
    index: n,
    resourceType: 'AWS::EC2::Instance',
    resourceId: `i-${n}`,
    relationships:
      n < 9 ? [{ resourceType: 'AWS::EC2::Instance', resourceId: `i-${n + 1}`, name: 'Is attached to ' }] : [],
  })),
  ...Array.from({ length: 20 }, (_, n) => ({
    ...here,
    index: 10 + n,
    resourceType: 'AWS::EC2::Volume',
    resourceId: `vol-${n}`,
    relationships: [{ resourceType: 'AWS::EC2::Instance', resourceId: 'i-0', name: 'Is attached to Instance' }],
  })),
  { ...here, region: 'global', index: 30, resourceType: 'AWS::IAM::Role', resourceId: 'role', relationships: [] },
];
const graph = buildGraph(entries);
const instance = (n: number) => `111122223333/us-west-2/aws::ec2::instance/i-${n}`;
const shown = (request: Partial<Parameters<typeof graphViewOf>[1]>) =>
  graphViewOf(graph, { types: [], focus: [], hops: 1, limit: 300, ...request });
const keys = (view: ReturnType<typeof graphViewOf>) => view.nodes.map(({ id }) => id).sort();

describe('the whole graph', () => {
  test('is all of it where it fits, with the number of each type', () => {
    const view = shown({});
    expect([view.nodes.length, view.edges.length, view.totalNodes]).toEqual([31, 29, 31]);
    expect(view.types).toEqual([
      { resourceType: 'AWS::EC2::Volume', count: 20 },
      { resourceType: 'AWS::EC2::Instance', count: 10 },
      { resourceType: 'AWS::IAM::Role', count: 1 },
    ]);
  });

  test('is cut to what is best connected and hangs together', () => {
    const view = shown({ limit: 10 });
    expect(keys(view)).toEqual(Array.from({ length: 10 }, (_, n) => instance(n)));
    expect([view.edges.length, view.totalNodes]).toEqual([9, 31]);
  });

  test('goes on elsewhere when nothing more hangs on', () => {
    expect(keys(shown({ limit: 30 }))).not.toContain('111122223333/global/aws::iam::role/role');
    expect(keys(shown({ types: ['AWS::IAM::Role', 'AWS::EC2::Volume'], limit: 20 })).length).toBe(20);
  });

  test('keeps to the chosen types, whatever their case, and counts only those', () => {
    const view = shown({ types: ['aws::ec2::INSTANCE'] });
    expect([view.nodes.length, view.edges.length, view.totalNodes, view.types.length]).toEqual([10, 9, 10, 3]);
  });
});

describe('a focus', () => {
  test('shows what is within the hops', () => {
    expect(keys(shown({ focus: [instance(5)] }))).toEqual([instance(4), instance(5), instance(6)]);
    expect(shown({ focus: [instance(5)], hops: 2 }).nodes.length).toBe(5);
    expect(keys(shown({ focus: ['AWS::EC2::Instance/i-9'] }))).toEqual([instance(8), instance(9)]);
  });

  test('takes the nearest first, then the best connected', () => {
    const view = shown({ focus: [instance(1)], hops: 2, limit: 10 });
    expect(view.nodes.slice(0, 3).map(({ id }) => id)).toEqual([instance(1), instance(0), instance(2)]);
    expect(view.nodes[3]?.id).toBe(instance(3));
    expect(view.nodes.length).toBe(10);
  });

  test('stays though its type is not chosen, and leads to the chosen types only', () => {
    expect(keys(shown({ focus: [instance(5)], types: ['AWS::EC2::Volume'], hops: 5 }))).toEqual([instance(5)]);
    expect(shown({ focus: [instance(0)], types: ['AWS::EC2::Volume'] }).nodes.length).toBe(21);
  });

  test('that is not in the snapshot shows nothing', () => {
    expect(shown({ focus: ['aws::ec2::instance/gone'] }).nodes).toEqual([]);
  });
});
