import type { TimeSlicer } from '../index/time-slicer';

/**
 * Of lists in one column, those of node n from `start[n]` up to `start[n + 1]`, keeps each entry once, at the front of its list and in its
 * order: resources may tell of each other, and more than once. Gives how many are left of each. In slices.
 */
export async function uniqueNeighbours(start: Uint32Array, to: Uint32Array, slicer: TimeSlicer): Promise<Uint32Array> {
  const nodeCount = start.length - 1;
  const count = new Uint32Array(nodeCount);
  const seenBy = new Uint32Array(nodeCount);
  await slicer.forRows(nodeCount, (first, last) => {
    for (let node = first; node < last; node++) {
      const from = start[node] ?? 0;
      const end = start[node + 1] ?? 0;
      let place = from;
      for (let at = from; at < end; at++) {
        const neighbour = to[at] ?? 0;
        if (seenBy[neighbour] === node + 1) continue;
        seenBy[neighbour] = node + 1;
        to[place++] = neighbour;
      }
      count[node] = place - from;
    }
    return undefined;
  });
  return count;
}
