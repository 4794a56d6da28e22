/** Neighbours of nodes, as columns: those of node n are `to` from `start[n]` on, up to `start[n + 1]` or as many as `count[n]`. */
export interface Adjacency {
  readonly start: Uint32Array;
  readonly to: Uint32Array;
  /** Where less of the room is used than there is. */
  readonly count?: Uint32Array;
}

/** Where the neighbours of a node end in `to`. */
export function endOf({ start, count }: Adjacency, node: number): number {
  return count ? (start[node] ?? 0) + (count[node] ?? 0) : (start[node + 1] ?? 0);
}

/** Arcs by the node that they start from, in their order. `from` and `to` are their ends. */
export function adjacencyOf(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): Adjacency {
  const start = new Uint32Array(nodeCount + 1);
  for (let arc = 0; arc < from.length; arc++) start[(from[arc] ?? 0) + 1] = (start[(from[arc] ?? 0) + 1] ?? 0) + 1;
  for (let node = 1; node <= nodeCount; node++) start[node] = (start[node] ?? 0) + (start[node - 1] ?? 0);
  const free = start.slice();
  const ordered = new Uint32Array(from.length);
  for (let arc = 0; arc < from.length; arc++) {
    const node = from[arc] ?? 0;
    const place = free[node] ?? 0;
    ordered[place] = to[arc] ?? 0;
    free[node] = place + 1;
  }
  return { start, to: ordered };
}
