import { dependencyOf } from '../../../graph/dependency';
import { type Adjacency, adjacencyOf } from '../../../graph/impact/adjacency';
import { none } from '../../index/columns';
import type { SnapshotIndex } from '../../index/snapshot-index';
import type { TimeSlicer } from '../../index/time-slicer';
import type { GraphColumns } from '../graph-columns';
import { uniqueNeighbours } from '../unique-neighbours';
import type { DerivedColumns } from './derived-columns';

/** Who depends on whom: of each node those that depend on it, and those on which it depends. */
export interface DependencyArcs {
  dependents: Adjacency;
  dependencies: Adjacency;
}

/** The type of a node by its number in `TypeKeys`, and in words. */
export interface NodeTypes {
  keyOf: (node: number) => number;
  typeOf: (node: number) => string;
}

const [sourceDepends, targetDepends, bothDepend] = [1, 2, 3];

/** Which end depends on which, worked out once for each pair of types and name. */
class Directions {
  readonly #known = new Map<number, Map<number, number>>();

  readonly #types: NodeTypes;
  readonly #derived: boolean;

  constructor(types: NodeTypes, derived: boolean) {
    this.#types = types;
    this.#derived = derived;
  }

  of(source: number, target: number, nameNumber: number, name: () => string): number {
    const pair = this.#types.keyOf(source) * 2 ** 26 + this.#types.keyOf(target);
    const ofPair = this.#known.get(pair) ?? new Map<number, number>();
    this.#known.set(pair, ofPair);
    const known = ofPair.get(nameNumber);
    if (known !== undefined) return known;
    const { dependent } = dependencyOf({
      sourceType: this.#types.typeOf(source),
      targetType: this.#types.typeOf(target),
      name: name(),
      derived: this.#derived,
    });
    const direction = dependent === 'both' ? bothDepend : dependent === 'source' ? sourceDepends : targetDepends;
    ofPair.set(nameNumber, direction);
    return direction;
  }
}

/**
 * The arcs of AWS Config's relationships. Each item tells its own side, and each side is an arc: where the two tell the same, as they nearly
 * always do, it stands there once. In slices.
 */
export async function recordedArcs(
  index: SnapshotIndex,
  graph: GraphColumns,
  types: NodeTypes,
  slicer: TimeSlicer,
): Promise<DependencyArcs> {
  const { edgeStart, edgeLabel, strings } = index;
  const { nodeOf } = graph;
  const directions = new Directions(types, false);
  const source = new Uint32Array(nodeOf.length);
  const direction = new Uint8Array(nodeOf.length);
  let itemIndex = 0;
  await slicer.forRows(nodeOf.length, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      while ((edgeStart[itemIndex + 1] ?? 0) <= edge) itemIndex += 1;
      const to = nodeOf[edge] ?? -1;
      if (to < 0 || to === itemIndex) continue;
      const label = edgeLabel[edge] ?? none;
      source[edge] = itemIndex;
      direction[edge] = directions.of(itemIndex, to, label, () => (label === none ? '' : strings.get(label)));
    }
    return undefined;
  });
  const ends = { source, target: nodeOf, direction };
  return {
    dependents: await onceEach(graph.nodeCount, ends, { from: targetDepends }, slicer),
    dependencies: await onceEach(graph.nodeCount, ends, { from: sourceDepends }, slicer),
  };
}

/** The arcs of derived relationships. In slices. */
export async function derivedArcs(
  { count, source, target, name, names }: DerivedColumns,
  nodeCount: number,
  types: NodeTypes,
  slicer: TimeSlicer,
): Promise<DependencyArcs> {
  const directions = new Directions(types, true);
  const [dependent, on] = [new Uint32Array(count), new Uint32Array(count)];
  await slicer.forRows(count, (from, end) => {
    for (let at = from; at < end; at++) {
      const [a, b, number] = [source[at] ?? 0, target[at] ?? 0, name[at] ?? 0];
      const sourceFirst = directions.of(a, b, number, () => names[number] ?? '') === sourceDepends;
      dependent[at] = sourceFirst ? a : b;
      on[at] = sourceFirst ? b : a;
    }
    return undefined;
  });
  const dependents = adjacencyOf(nodeCount, on, dependent);
  await slicer.yieldNow();
  return { dependents, dependencies: adjacencyOf(nodeCount, dependent, on) };
}

/**
 * The arcs as lists by the node that they start from, each once. They start from source where the direction is `from`, and from target where
 * it is the other one: `sourceDepends` gives what each node depends on, `targetDepends` what depends on each node.
 */
async function onceEach(
  nodeCount: number,
  { source, target, direction }: { source: Uint32Array; target: Int32Array; direction: Uint8Array },
  { from: startsAtSource }: { from: number },
  slicer: TimeSlicer,
): Promise<Adjacency> {
  const start = new Uint32Array(nodeCount + 1);
  const eachArc = (visit: (from: number, to: number) => void) =>
    slicer.forRows(direction.length, (first, end) => {
      for (let edge = first; edge < end; edge++) {
        const its = direction[edge] ?? 0;
        if (its === 0) continue;
        const [a, b] = [source[edge] ?? 0, target[edge] ?? 0];
        if ((its & startsAtSource) !== 0) visit(a, b);
        if ((its & (bothDepend - startsAtSource)) !== 0) visit(b, a);
      }
      return undefined;
    });
  await eachArc((from) => {
    start[from + 1] = (start[from + 1] ?? 0) + 1;
  });
  for (let node = 1; node <= nodeCount; node++) start[node] = (start[node] ?? 0) + (start[node - 1] ?? 0);
  const free = start.slice();
  const to = new Uint32Array(start[nodeCount] ?? 0);
  await eachArc((from, other) => {
    const place = free[from] ?? 0;
    to[place] = other;
    free[from] = place + 1;
  });
  return { start, to, count: await uniqueNeighbours(start, to, slicer) };
}
