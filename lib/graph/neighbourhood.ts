import { edgesAt, otherEnd, type ResourceGraph } from './graph';

/**
 * The nodes within `hops` of `focus`, nearest first and among equals the best connected first, at most `limit`. The focus is
 * always in; `admits` says which others may be, and ways lead only through those. The same question has the same answer.
 */
export function neighbourhood(
  graph: ResourceGraph,
  focus: readonly number[],
  { hops, limit, admits = () => true }: { hops: number; limit: number; admits?: (node: number) => boolean },
): number[] {
  const found = new Set(focus.slice(0, limit));
  let ring = [...found];
  for (let hop = 0; hop < hops && found.size < limit && ring.length > 0; hop++) {
    const next = new Set<number>();
    for (const node of ring) {
      for (const edge of edgesAt(graph, node)) {
        const neighbour = otherEnd(graph, edge, node);
        if (!found.has(neighbour) && admits(neighbour)) next.add(neighbour);
      }
    }
    ring = [...next].sort(bestConnectedFirst(graph)).slice(0, limit - found.size);
    for (const node of ring) found.add(node);
  }
  return [...found];
}

/** Orders node numbers by degree, then by their place in the graph. */
function bestConnectedFirst(graph: ResourceGraph): (a: number, b: number) => number {
  return (a, b) => (graph.degree[b] ?? 0) - (graph.degree[a] ?? 0) || a - b;
}
