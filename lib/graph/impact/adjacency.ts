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

/** Goes through rows, some thousand at a time: who gives way to others between them keeps nobody waiting. */
export interface RowWorker {
  /** `work` gets the first of some rows and the one behind the last of them, and ends it all by `false`. */
  forRows(count: number, work: (from: number, end: number) => false | undefined): Promise<void>;
}

/** Arcs by the node that they start from, in their order. `from` and `to` are their ends. */
export async function adjacencyOf(
  nodeCount: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  worker: RowWorker,
): Promise<Adjacency> {
  const start = new Uint32Array(nodeCount + 1);
  await worker.forRows(from.length, (first, end) => {
    for (let arc = first; arc < end; arc++) start[(from[arc] ?? 0) + 1] = (start[(from[arc] ?? 0) + 1] ?? 0) + 1;
    return undefined;
  });
  for (let node = 1; node <= nodeCount; node++) start[node] = (start[node] ?? 0) + (start[node - 1] ?? 0);
  const free = start.slice();
  const ordered = new Uint32Array(from.length);
  await worker.forRows(from.length, (first, end) => {
    for (let arc = first; arc < end; arc++) {
      const node = from[arc] ?? 0;
      const place = free[node] ?? 0;
      ordered[place] = to[arc] ?? 0;
      free[node] = place + 1;
    }
    return undefined;
  });
  return { start, to: ordered };
}
