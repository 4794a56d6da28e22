import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';
import type { NodeColumns } from './node-columns';
import { uniqueNeighbours } from './unique-neighbours';

/** The nodes of an index with what they are next to. */
export interface GraphColumns extends NodeColumns {
  /** The neighbours of node n, each once: `neighbours` from `start[n]` on, `degree[n]` of them. */
  start: Uint32Array;
  neighbours: Uint32Array;
  degree: Uint32Array;
}

/** Makes the columns for graphs, when the first one is drawn. In slices. */
export async function makeGraphColumns(index: SnapshotIndex, nodes: NodeColumns): Promise<GraphColumns> {
  return { ...nodes, ...(await neighboursOf(index, nodes.nodeOf, nodes.nodeCount, new TimeSlicer())) };
}

async function neighboursOf(index: SnapshotIndex, nodeOf: Int32Array, nodeCount: number, slicer: TimeSlicer) {
  const start = new Uint32Array(nodeCount + 1);
  const { edgeStart } = index;
  let itemIndex = 0;
  await slicer.forRows(nodeOf.length, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      while ((edgeStart[itemIndex + 1] ?? 0) <= edge) itemIndex += 1;
      const to = nodeOf[edge] ?? -1;
      if (to < 0 || to === itemIndex) continue;
      start[itemIndex + 1] = (start[itemIndex + 1] ?? 0) + 1;
      start[to + 1] = (start[to + 1] ?? 0) + 1;
    }
    return undefined;
  });
  for (let node = 1; node <= nodeCount; node++) start[node] = (start[node] ?? 0) + (start[node - 1] ?? 0);
  const free = start.slice();
  const neighbours = new Uint32Array(start[nodeCount] ?? 0);
  itemIndex = 0;
  await slicer.forRows(nodeOf.length, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      while ((edgeStart[itemIndex + 1] ?? 0) <= edge) itemIndex += 1;
      const to = nodeOf[edge] ?? -1;
      if (to < 0 || to === itemIndex) continue;
      const place = free[itemIndex] ?? 0;
      const placeOfOther = free[to] ?? 0;
      neighbours[place] = to;
      free[itemIndex] = place + 1;
      neighbours[placeOfOther] = itemIndex;
      free[to] = placeOfOther + 1;
    }
    return undefined;
  });
  return { start, neighbours, degree: await uniqueNeighbours(start, neighbours, slicer) };
}
