import { edgeFrom, type SnapshotIndex } from '../index/snapshot-index';
import type { NodeColumns } from './node-columns';

/** How many resources a node names or is named by, each once; itself does not count. For a few nodes: all at once are `GraphColumns`. */
export function nodeDegree(index: SnapshotIndex, columns: NodeColumns, node: number): number {
  const { itemCount, edgeStart, inStart, inEdge } = index;
  const { nodeOf, referredDegree } = columns;
  if (node >= itemCount) return referredDegree[node - itemCount] ?? 0;
  const neighbours = new Set<number>();
  for (let edge = edgeStart[node] ?? 0; edge < (edgeStart[node + 1] ?? 0); edge++) {
    const to = nodeOf[edge] ?? -1;
    if (to >= 0) neighbours.add(to);
  }
  for (let at = inStart[node] ?? 0; at < (inStart[node + 1] ?? 0); at++) {
    neighbours.add(edgeFrom(index, inEdge[at] ?? 0));
  }
  neighbours.delete(node);
  return neighbours.size;
}
