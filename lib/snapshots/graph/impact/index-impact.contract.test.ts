import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../../../graph/build';
import { dependencyOf } from '../../../graph/dependency';
import { typeOf } from '../../../graph/graph';
import { ItemNodes } from '../../../graph/item-nodes';
import type { ConfigurationItem } from '../../../items/configuration-item';
import { derivedEdges } from '../../../items/derived-edges';
import { readConfigurationItem } from '../../../items/form/read-item';
import { indexOfPlain } from '../../index/test-index';
import { PlainModel } from '../../index/test-model';
import { graphParts } from '../test-graph';
import { DerivedReading } from './derived-reading';
import { type ImpactRequest, IndexImpact, type PathRequest } from './index-impact';

const types = [
  'AWS::EC2::Instance',
  'AWS::EC2::Volume',
  'AWS::IAM::Role',
  'AWS::Lambda::Function',
  'Acme::Thing',
  'Acme::Other',
];
const relationship = fc.record({
  resourceId: fc.constantFrom('a', 'b', 'c', 'gone'),
  resourceType: fc.constantFrom(...types),
  name: fc.constantFrom('Is attached to ', 'Contains ', 'Is contained in ', 'Is associated with ', 'Reads'),
});
const item = fc.record(
  {
    resourceType: fc.constantFrom(...types),
    resourceId: fc.constantFrom('a', 'b', 'c', 'd'),
    resourceName: fc.constantFrom('n', 'm'),
    relationships: fc.array(relationship, { maxLength: 3 }),
    configuration: fc.constantFrom(
      {},
      { role: 'arn:aws:iam::123456789012:role/n', environment: { variables: { FUNCTION: 'm' } } },
      { deadLetterConfig: { targetArn: 'arn:aws:lambda:us-west-2:123456789012:function:a' }, layers: [] },
      { assumeRolePolicyDocument: '{"Statement":{"Principal":{"AWS":"arn:aws:iam::123456789012:role/m"}}}' },
    ),
    configurationItemCaptureTime: fc.constant('2026-11-22T08:00:00.000Z'),
    awsAccountId: fc.constant('123456789012'),
    configurationItemStatus: fc.constant('OK'),
    awsRegion: fc.constantFrom('us-west-2', 'us-west-2', 'global'),
  },
  {
    requiredKeys: [
      'resourceType',
      'resourceId',
      'relationships',
      'configuration',
      'configurationItemCaptureTime',
      'awsAccountId',
      'configurationItemStatus',
      'awsRegion',
    ],
  },
);

async function impactOf(items: readonly unknown[], chunk = 97) {
  const parts = graphParts(await indexOfPlain(items));
  const text = Buffer.from(JSON.stringify(items));
  async function* chunks() {
    for (let from = 0; from < text.length; from += chunk) yield text.subarray(from, from + chunk);
  }
  const impact = new IndexImpact({ ...parts, reading: new DerivedReading(parts.nodes, 'test') });
  return {
    impact: (request: ImpactRequest) => onceRead(() => impact.impact(request, async () => chunks())),
    paths: (request: PathRequest) => onceRead(() => impact.paths(request, async () => chunks())),
  };
}

/** Asks as a page does: until no derived relationships are being read, however busy the machine is. */
async function onceRead<Answer extends { derived: { state: string } }>(ask: () => Promise<Answer>): Promise<Answer> {
  let answer = await ask();
  while (answer.derived.state === 'reading') answer = await ask();
  return answer;
}

/** Who depends on whom, by keys, straight from the items and the table; and who is related to whom at all. */
function plainArcs(items: ConfigurationItem[]) {
  const current = new PlainModel(items).counted;
  const entries = items
    .map((one, index) => ({ ...one, index, accountId: one.awsAccountId, region: one.awsRegion }))
    .filter(({ index }) => current.includes(index));
  const graph = buildGraph(entries);
  const arcs: [dependent: string, on: string][] = [];
  const related = new Set<string>();
  const arc = (source: number, target: number, told: { name: string; reverseName?: string; derived?: boolean }) => {
    if (source === target) return;
    const [from = '', to = ''] = [graph.keys[source], graph.keys[target]];
    const dependency = dependencyOf({ ...told, sourceType: typeOf(graph, source), targetType: typeOf(graph, target) });
    if (dependency.dependent !== 'target') arcs.push([from, to]);
    if (dependency.dependent !== 'source') arcs.push([to, from]);
    related.add(`${from} ${to}`).add(`${to} ${from}`);
  };
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const reverseName = graph.names[graph.edgeReverse[edge] ?? -1];
    arc(graph.edgeSource[edge] ?? 0, graph.edgeTarget[edge] ?? 0, {
      name: graph.names[graph.edgeName[edge] ?? 0] ?? '',
      ...(reverseName !== undefined && { reverseName }),
    });
  }
  const nodes = new ItemNodes(entries, graph.nodeByKey);
  const recorded = new Set(related);
  entries.forEach((entry, source) => {
    for (const edge of derivedEdges({ ...entry, relationships: [] })) {
      const target = nodes.find(edge, entry);
      if (target === undefined || recorded.has(`${graph.keys[source]} ${graph.keys[target]}`)) continue;
      arc(source, target, { name: edge.name, derived: true });
    }
  });
  return { graph, arcs, related };
}

function plainDepths(start: string, step: (from: string) => Iterable<string>, most: number): Map<string, number> {
  const depths = new Map([[start, 0]]);
  let ring = [start];
  for (let depth = 1; depth <= most; depth++) {
    const next = ring.flatMap((node) => [...step(node)]).filter((node) => !depths.has(node));
    for (const node of next) depths.set(node, depth);
    ring = [...new Set(next)];
  }
  return depths;
}

test('what depends on what, in an index and with what is derived, is what a plain search over the items finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 1, maxLength: 9 }),
      fc.nat(),
      fc.constantFrom('dependents' as const, 'dependencies' as const),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 20, max: 4000 }),
      async (plain, pick, direction, depth, chunk) => {
        const { graph, arcs } = plainArcs(plain.map((one) => readConfigurationItem(one)));
        const of = graph.keys[pick % graph.nodeCount] ?? '';
        const step = (from: string) =>
          arcs.flatMap(([dependent, on]) => {
            if (direction === 'dependents') return on === from ? [dependent] : [];
            return dependent === from ? [on] : [];
          });
        const expected = plainDepths(of, step, depth);
        const answer = await (await impactOf(plain, chunk)).impact({
          of,
          direction,
          depth,
          limit: 100,
          derived: 'read',
        });
        expect(answer.derived.state).toBe('ready');
        expect(answer.of.id).toBe(of);
        expect(new Map([[of, 0], ...answer.nodes.map((node): [string, number] => [node.id, node.depth])])).toEqual(
          expected,
        );
        expect(answer.totalNodes).toBe(expected.size - 1);
        expect(answer.levels.reduce((sum, { count }) => sum + count, 0)).toBe(expected.size - 1);
        expect(answer.deeper ?? false).toBe(plainDepths(of, step, depth + 1).size > expected.size);
        // The edges tell just the same as the arcs that were walked.
        const shown = new Set([of, ...answer.nodes.map(({ id }) => id)]);
        const told = answer.edges.flatMap(({ source, target, dependent }) => [
          ...(dependent === 'target' ? [] : [`${source} ${target}`]),
          ...(dependent === 'source' ? [] : [`${target} ${source}`]),
        ]);
        const wanted = arcs.filter((ends) => ends.every((end) => shown.has(end))).map((ends) => ends.join(' '));
        expect(new Set(told.filter((ends) => ends.split(' ')[0] !== ends.split(' ')[1]))).toEqual(new Set(wanted));
      },
    ),
    { numRuns: 400 },
  );
});

test('paths lead along relationships that are there, and none is shorter', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 1, maxLength: 9 }),
      fc.nat(),
      fc.nat(),
      async (plain, pickFrom, pickTo) => {
        const { graph, related } = plainArcs(plain.map((one) => readConfigurationItem(one)));
        const [from = '', to = ''] = [graph.keys[pickFrom % graph.nodeCount], graph.keys[pickTo % graph.nodeCount]];
        const step = (node: string) => graph.keys.filter((other) => related.has(`${node} ${other}`));
        const answer = await (await impactOf(plain)).paths({ from, to });
        expect(answer.length).toBe(plainDepths(from, step, 20).get(to));
        const pairs = new Set(
          answer.edges.flatMap(({ source, target }) => [`${source} ${target}`, `${target} ${source}`]),
        );
        for (const path of answer.paths) {
          expect([path[0], path.at(-1), path.length - 1]).toEqual([from, to, answer.length]);
          for (const [at, id] of path.slice(1).entries()) expect(pairs).toContain(`${path[at]} ${id}`);
        }
      },
    ),
    { numRuns: 300 },
  );
});

const common = {
  configurationItemCaptureTime: '2026-11-22T08:00:00.000Z',
  awsAccountId: '123456789012',
  configurationItemStatus: 'OK',
  awsRegion: 'us-west-2',
  configuration: {},
};

test('of many that depend on one, as many are given as asked for, and all are counted', async () => {
  const vpc = { ...common, resourceType: 'AWS::EC2::VPC', resourceId: 'vpc-1', relationships: [] };
  const members = Array.from({ length: 3000 }, (_, n) => ({
    ...common,
    resourceType: 'AWS::EC2::Instance',
    resourceId: `i-${n}`,
    relationships: [{ resourceType: 'AWS::EC2::VPC', resourceId: 'vpc-1', name: 'Is contained in Vpc' }],
  }));
  const impact = await impactOf([vpc, ...members], 1 << 16);
  const answer = await impact.impact({
    of: 'aws::ec2::vpc/vpc-1',
    direction: 'dependents',
    depth: 3,
    limit: 50,
    derived: 'read',
  });
  expect(answer.nodes).toHaveLength(50);
  expect(answer).toMatchObject({ totalNodes: 3000, levels: [{ depth: 1, count: 3000 }], truncated: true });
  const none = await impact.impact({
    of: 'aws::ec2::vpc/vpc-1',
    direction: 'dependencies',
    depth: 3,
    limit: 50,
    derived: 'read',
  });
  expect(none).toMatchObject({ nodes: [], edges: [], totalNodes: 0, levels: [] });
});

test('a resource that is not there is told, and derived relationships tell their field', async () => {
  const role = {
    ...common,
    resourceType: 'AWS::IAM::Role',
    resourceId: 'AROA1',
    resourceName: 'worker',
    relationships: [],
  };
  const lambda = {
    ...common,
    resourceType: 'AWS::Lambda::Function',
    resourceId: 'resize',
    relationships: [],
    configuration: {
      role: 'arn:aws:iam::123456789012:role/worker',
      kMSKeyArn: 'arn:aws:kms:us-west-2:123456789012:key/4b8f3476-e875-40d0-aa7b-336b59b15040',
    },
  };
  const impact = await impactOf([role, lambda]);
  const answer = await impact.impact({
    of: 'aws::iam::role/AROA1',
    direction: 'dependents',
    depth: 1,
    limit: 50,
    derived: 'read',
  });
  expect(answer.edges).toMatchObject([
    {
      name: 'Acts as',
      derived: true,
      field: 'configuration.role',
      dependent: 'source',
      reason: 'It may do what the role may.',
    },
  ]);
  expect(answer.derived).toEqual({ state: 'ready', read: 2, total: 2, relationships: 1, unresolved: 1 });
  const absent = impact.impact({
    of: 'aws::iam::role/AROA2',
    direction: 'dependents',
    depth: 1,
    limit: 50,
    derived: 'read',
  });
  await expect(absent).rejects.toMatchObject({ kind: 'not-found', code: 'NoSuchResource' });
});

test('of a large document nothing is derived for a question that is content with what is known', async () => {
  const many = Array.from({ length: 10_001 }, (_, n) => ({
    ...common,
    resourceType: 'AWS::IAM::Role',
    resourceId: `AROA${n}`,
    relationships: [],
  }));
  const impact = await impactOf(many, 1 << 20);
  const ask = (derived: 'read' | 'known') =>
    impact.impact({ of: 'aws::iam::role/AROA1', direction: 'dependents', depth: 1, limit: 5, derived });
  expect((await ask('known')).derived).toMatchObject({ state: 'unread', read: 0 });
  await expect.poll(async () => (await ask('read')).derived.state).toBe('ready');
  expect((await ask('known')).derived.state).toBe('ready');
});
