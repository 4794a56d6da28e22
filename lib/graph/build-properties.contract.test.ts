import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph } from './build';
import { edgesAt, findNode, type GraphEntry, otherEnd, type ResourceGraph } from './graph';
import { verbOf } from './relationship-name';
import { graphViewOf } from './view';

const names = [
  'Is attached to ',
  'Is attached to Instance',
  'Attached Volume',
  'Attached to Instance',
  'Is contained in ',
  'Contains ',
  'Is associated with ',
  'Backs up',
  'Reads',
];
const types = ['AWS::EC2::Instance', 'AWS::EC2::INSTANCE', 'AWS::EC2::Volume', 'AWS::Lambda::Function'];
const ids = ['a', 'b', 'c', 'd'];
const snapshot: fc.Arbitrary<GraphEntry[]> = fc
  .array(
    fc.record({
      accountId: fc.constant('1'),
      region: fc.constant('x'),
      resourceType: fc.constantFrom(...types),
      resourceId: fc.constantFrom(...ids),
      relationships: fc.array(
        fc.record({
          resourceType: fc.constantFrom(...types),
          resourceId: fc.constantFrom(...ids),
          name: fc.constantFrom(...names),
        }),
        { maxLength: 6 },
      ),
    }),
    { maxLength: 10 },
  )
  .map((entries) => entries.map((entry, index) => ({ ...entry, index })));

/** The relationships that count, as `[from, to, name]`. */
function told(graph: ResourceGraph, entries: GraphEntry[]): [number, number, string][] {
  const left = new Set(graph.duplicates);
  const node = (type: string, id: string) => findNode(graph, `${type}/${id}`) ?? -1;
  return entries
    .filter(({ index }) => !left.has(index))
    .flatMap(({ resourceType, resourceId, relationships }) =>
      relationships.map((each): [number, number, string] => [
        node(resourceType, resourceId),
        node(each.resourceType, each.resourceId ?? ''),
        each.name.trim(),
      ]),
    );
}

function sameMeaning(a: string, b: string): boolean {
  return verbOf(a) === 'other' ? a === b : verbOf(a) === verbOf(b);
}

/** How many edges hold this relationship: told by its source, or by its target. */
function holders(graph: ResourceGraph, [from, to, name]: [number, number, string]): number {
  let count = 0;
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const forward = graph.names[graph.edgeName[edge] ?? -1];
    const back = graph.names[graph.edgeReverse[edge] ?? -1];
    const [source, target] = [graph.edgeSource[edge], graph.edgeTarget[edge]];
    const bySource = source === from && target === to && forward !== undefined && sameMeaning(forward, name);
    const byTarget = source === to && target === from && back !== undefined && sameMeaning(back, name);
    if (bySource || byTarget) count += 1;
  }
  return count;
}

describe('any snapshot', () => {
  test('has each of its relationships in exactly one edge, and no other edge', () => {
    fc.assert(
      fc.property(snapshot, (entries) => {
        const graph = buildGraph(entries);
        const relationships = told(graph, entries);
        for (const relationship of relationships) expect(holders(graph, relationship)).toBe(1);
        expect(graph.edgeCount).toBeLessThanOrEqual(relationships.length);
        for (let edge = 0; edge < graph.edgeCount; edge++) {
          const sentence = [graph.edgeSource[edge], graph.edgeTarget[edge], graph.names[graph.edgeName[edge] ?? -1]];
          expect(relationships).toContainEqual(sentence);
        }
      }),
    );
  });

  test('has degrees that are the numbers of distinct neighbours, and edges that stand at both their ends', () => {
    fc.assert(
      fc.property(snapshot, (entries) => {
        const graph = buildGraph(entries);
        let ends = 0;
        for (let node = 0; node < graph.nodeCount; node++) {
          const edges = [...edgesAt(graph, node)];
          ends += edges.length;
          const neighbours = new Set(
            edges.map((edge) => otherEnd(graph, edge, node)).filter((other) => other !== node),
          );
          expect(graph.degree[node]).toBe(neighbours.size);
        }
        const loops = [...graph.edgeSource].filter((source, edge) => source === graph.edgeTarget[edge]).length;
        expect(ends).toBe(2 * graph.edgeCount - loops);
      }),
    );
  });

  test('is the same graph in whatever order its items come', () => {
    const distinct = snapshot.map((entries) => {
      const byKey = new Map(entries.map((entry) => [`${entry.resourceType.toLowerCase()}/${entry.resourceId}`, entry]));
      return [...byKey.values()];
    });
    const everything = { types: [], focus: [], hops: 1, limit: 1000 };
    const edges = (entries: GraphEntry[]) =>
      graphViewOf(buildGraph(entries), everything)
        .edges.map(({ source, target, name, reverseName }) => [source, target, verbOf(name), verbOf(reverseName ?? '')])
        .filter(([source, target]) => source !== target)
        .map(String)
        .sort();
    fc.assert(
      fc.property(distinct, (entries) => {
        // Which of two wordings of one thing stands first in an item decides the words: keep one wording of each.
        const plain = entries.map((entry) => ({
          ...entry,
          relationships: entry.relationships.filter(({ name }) => !name.startsWith('Attached')),
        }));
        expect(edges([...plain].reverse())).toEqual(edges(plain));
      }),
    );
  });
});

describe('100,000 items', () => {
  test('make a graph with every one of them and every relationship merged', () => {
    const count = 100_000;
    const here = { accountId: '1', region: 'x' };
    const vpc = 'AWS::EC2::VPC';
    const instance = 'AWS::EC2::Instance';
    function* entries(): Generator<GraphEntry> {
      for (let index = 0; index < count; index++) {
        const hub = index - (index % 5_000);
        const relationships =
          index === hub
            ? Array.from({ length: 4_999 }, (_, n) => ({
                resourceType: instance,
                resourceId: `r-${hub + 1 + n}`,
                name: 'Contains Instance',
              }))
            : [{ resourceType: vpc, resourceId: `r-${hub}`, name: 'Is contained in Vpc' }];
        yield { ...here, index, resourceType: index === hub ? vpc : instance, resourceId: `r-${index}`, relationships };
      }
    }
    const graph = buildGraph(entries());
    expect([graph.nodeCount, graph.edgeCount]).toEqual([count, count - 20]);
    expect(graph.edgeReverse.every((name) => name >= 0)).toBe(true);
    expect(graph.degree[findNode(graph, 'aws::ec2::vpc/r-5000') ?? -1]).toBe(4_999);
    const view = graphViewOf(graph, { types: [], focus: [], hops: 1, limit: 300 });
    expect([view.nodes.length, view.edges.length, view.totalNodes]).toEqual([300, 299, count]);
  });
});
