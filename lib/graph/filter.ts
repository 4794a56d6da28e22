import { normalizeType } from '../items/resource-type';
import { edgesAt, otherEnd, type ResourceGraph } from './graph';
import { SmallestFirst } from './smallest-first';

/** Whether a node is of one of these types (references as well as items); without types, any node is. */
export function ofTypes(graph: ResourceGraph, types: readonly string[]): (node: number) => boolean {
  if (types.length === 0) return () => true;
  const wanted = new Set(types.map(normalizeType));
  const admitted = graph.types.map((type) => wanted.has(normalizeType(type)));
  return (node) => admitted[graph.nodeType[node] ?? -1] === true;
}

/** How many nodes there are of each type, the most frequent first, then by name. References count. */
export function typeTotals(graph: ResourceGraph): { resourceType: string; count: number }[] {
  const counts = new Uint32Array(graph.types.length);
  for (const type of graph.nodeType) counts[type] = (counts[type] ?? 0) + 1;
  return graph.types
    .map((resourceType, type) => ({ resourceType, count: counts[type] ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.resourceType < b.resourceType ? -1 : 1));
}

/**
 * The part of the graph to draw where nobody has said where to begin: all nodes that `admits` lets in, or `limit` of them. A cut
 * starts at the best connected one and goes on to the best connected neighbour of what is already in, so that what is drawn
 * hangs together; only when nothing more hangs on it does it start elsewhere. Connections to nodes left out do not count.
 */
export function wholeGraph(
  graph: ResourceGraph,
  { limit, admits }: { limit: number; admits: (node: number) => boolean },
): number[] {
  const candidates: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) if (admits(node)) candidates.push(node);
  if (candidates.length <= limit) return candidates;

  const connections = new Uint32Array(graph.nodeCount);
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const source = graph.edgeSource[edge] ?? 0;
    const target = graph.edgeTarget[edge] ?? 0;
    if (source === target || !admits(source) || !admits(target)) continue;
    connections[source] = (connections[source] ?? 0) + 1;
    connections[target] = (connections[target] ?? 0) + 1;
  }
  candidates.sort((a, b) => (connections[b] ?? 0) - (connections[a] ?? 0) || a - b);
  const rank = new Map(candidates.map((node, place) => [node, place]));

  const drawn: number[] = [];
  const seen = new Set<number>();
  for (const start of candidates) {
    if (drawn.length >= limit) break;
    if (seen.has(start)) continue;
    seen.add(start);
    const border = new SmallestFirst();
    border.push(rank.get(start) ?? 0);
    for (let place = border.pop(); place !== undefined && drawn.length < limit; place = border.pop()) {
      const node = candidates[place] ?? start;
      drawn.push(node);
      for (const edge of edgesAt(graph, node)) {
        const neighbour = otherEnd(graph, edge, node);
        const itsPlace = rank.get(neighbour);
        if (itsPlace === undefined || seen.has(neighbour)) continue;
        seen.add(neighbour);
        border.push(itsPlace);
      }
    }
  }
  return drawn;
}
