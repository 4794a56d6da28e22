import { SmallestFirst } from '../../graph/smallest-first';
import { TimeSlicer } from '../index/time-slicer';
import type { GraphColumns } from './graph-columns';

/** More than an index can hold; their product is still exact. */
const [mostConnections, mostNodes] = [2 ** 25, 2 ** 27];

/** Neighbours of one node that are looked at in one go: some microseconds. */
const neighboursAtOnce = 512;

/** What looking around takes, kept for the next time: megabytes for each answer would keep the garbage collector busy. */
interface Scratch {
  /** A byte for each node, all zero while nobody uses it. */
  visited: Uint8Array;
  /** Room for the nodes that are visited. */
  nodes: Uint32Array;
}

const scratches = new WeakMap<GraphColumns, Scratch>();

/** Nodes within `hops` of the focus, nearest first and among equals the best connected first, at most `limit`. As `neighbourhood` of lib/graph. */
export async function breadthFirst(
  graph: GraphColumns,
  focus: readonly number[],
  { hops, limit, admits }: { hops: number; limit: number; admits: (node: number) => boolean },
): Promise<number[]> {
  const slicer = new TimeSlicer();
  const found = [...new Set(focus.slice(0, limit))];
  const scratch = scratches.get(graph) ?? { visited: new Uint8Array(graph.nodeCount), nodes: new Uint32Array(1024) };
  scratches.delete(graph);
  const { visited } = scratch;
  const { neighbours } = graph;
  let count = 0;
  const makeRoom = (wanted: number) => {
    if (wanted <= scratch.nodes.length) return;
    const larger = new Uint32Array(Math.max(wanted, 2 * scratch.nodes.length));
    larger.set(scratch.nodes);
    scratch.nodes = larger;
  };
  makeRoom(found.length);
  for (const node of found) {
    visited[node] = 1;
    scratch.nodes[count++] = node;
  }
  let ring = found.slice();
  for (let hop = 0; hop < hops && found.length < limit && ring.length > 0; hop++) {
    const before = count;
    for (const node of ring) {
      const from = graph.start[node] ?? 0;
      const end = from + (graph.degree[node] ?? 0);
      for (let first = from; first < end; first += neighboursAtOnce) {
        if (slicer.shouldYield()) await slicer.yieldNow();
        const behind = Math.min(end, first + neighboursAtOnce);
        makeRoom(count + behind - first);
        const { nodes } = scratch;
        for (let at = first; at < behind; at++) {
          const neighbour = neighbours[at] ?? 0;
          if (visited[neighbour] === 1 || !admits(neighbour)) continue;
          visited[neighbour] = 1;
          nodes[count++] = neighbour;
        }
      }
    }
    // Of a hop that does not fit, what is left out is visited again by none: it was the last hop.
    ring = bestConnected(graph.degree, scratch.nodes.subarray(before, count), limit - found.length);
    for (const node of ring) found.push(node);
  }
  for (const node of scratch.nodes.subarray(0, count)) visited[node] = 0;
  scratches.set(graph, scratch);
  return found;
}

/**
 * The part to draw where nobody has said where to begin: all nodes that are admitted, or `limit` of them, from the best connected one
 * on to the best connected neighbour of what is in already. As `wholeGraph` of lib/graph.
 */
export async function allNodes(
  graph: GraphColumns,
  { limit, admits }: { limit: number; admits: (node: number) => boolean },
): Promise<number[]> {
  const slicer = new TimeSlicer();
  const connections = new Uint32Array(graph.nodeCount);
  const candidates: number[] = [];
  let admitted = 0;
  for (let node = 0; node < graph.nodeCount; node++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    if (!admits(node)) continue;
    admitted += 1;
    if (candidates.length < limit) candidates.push(node);
    const from = graph.start[node] ?? 0;
    for (let at = from; at < from + (graph.degree[node] ?? 0); at++) {
      if (admits(graph.neighbours[at] ?? 0)) connections[node] = (connections[node] ?? 0) + 1;
    }
  }
  if (admitted <= limit) return candidates;
  const starts = await topByDegree(connections, admits, limit, slicer);
  const drawn: number[] = [];
  const seen = new Set<number>();
  for (const start of starts) {
    if (drawn.length >= limit) break;
    if (seen.has(start)) continue;
    seen.add(start);
    // One number for each node: the better connected, the smaller.
    const border = new SmallestFirst();
    const put = (node: number) => border.push((mostConnections - (connections[node] ?? 0)) * mostNodes + node);
    put(start);
    for (let first = border.pop(); first !== undefined && drawn.length < limit; first = border.pop()) {
      const node = first % mostNodes;
      drawn.push(node);
      const from = graph.start[node] ?? 0;
      for (let at = from; at < from + (graph.degree[node] ?? 0); at++) {
        if (slicer.shouldYield()) await slicer.yieldNow();
        const neighbour = graph.neighbours[at] ?? 0;
        if (seen.has(neighbour) || !admits(neighbour)) continue;
        seen.add(neighbour);
        put(neighbour);
      }
    }
  }
  return drawn;
}

/** The `limit` best connected nodes, of equal ones the first; without sorting many that are not among them. */
export function bestConnected(connections: Uint32Array, nodes: Iterable<number>, limit: number): number[] {
  const order = (a: number, b: number) => (connections[b] ?? 0) - (connections[a] ?? 0) || a - b;
  let best: number[] = [];
  let last: number | undefined;
  for (const node of nodes) {
    if (last !== undefined && order(last, node) < 0) continue;
    best.push(node);
    if (best.length < 2 * limit + 16) continue;
    best = best.sort(order).slice(0, limit);
    last = best.at(-1);
  }
  return best.sort(order).slice(0, limit);
}

/** The `limit` best connected of all, without sorting them all. */
export async function topByDegree(
  connections: Uint32Array,
  admits: (node: number) => boolean,
  limit: number,
  slicer: TimeSlicer,
): Promise<number[]> {
  let best: number[] = [];
  let least = 0;
  for (let node = 0; node < connections.length; node++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const count = connections[node] ?? 0;
    if ((best.length >= limit && count <= least) || !admits(node)) continue;
    best.push(node);
    if (best.length < 2 * limit) continue;
    best = bestConnected(connections, best, limit);
    least = connections[best.at(-1) ?? 0] ?? 0;
  }
  return bestConnected(connections, best, limit);
}
