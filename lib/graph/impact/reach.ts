import { type Adjacency, endOf } from './adjacency';

/** The largest depth that can be asked for: depths are kept in bytes. */
export const mostDepth = 250;

/**
 * All nodes that are within some steps of a node, nearest first: what depends on it, or what it depends on. Works in pieces, so that whoever
 * has others to serve can do so in between: `while (!reach.advance(50_000)) …`.
 */
export class Reach {
  /** For each node its depth and one; 0 where it was not reached. */
  readonly #depth: Uint8Array;
  #queue: Uint32Array = new Uint32Array(1024);
  #count = 0;
  #next = 0;
  /** Where in `nodes` each depth begins. */
  readonly #levels: number[] = [];
  readonly #arcs: readonly Adjacency[];
  readonly #most: number;

  /**
   * @param arcs are walked from a node to its neighbours, of all of them alike
   * @param most the largest depth, from 0 to `mostDepth`; the start itself is at depth 0
   */
  constructor(nodeCount: number, start: number, arcs: readonly Adjacency[], most: number) {
    this.#arcs = arcs;
    this.#most = most;
    this.#depth = new Uint8Array(nodeCount);
    this.#visit(start, 0);
  }

  /** What was reached, nearest first, the start before all. */
  get nodes(): Uint32Array {
    return this.#queue.subarray(0, this.#count);
  }

  /** Where in `nodes` each depth begins: the nodes of depth d are from `levels[d]` up to `levels[d + 1]`, or the end. */
  get levels(): readonly number[] {
    return this.#levels;
  }

  /** The depth of a node; undefined where it was not reached. */
  depthOf(node: number): number | undefined {
    const depth = this.#depth[node] ?? 0;
    return depth === 0 ? undefined : depth - 1;
  }

  /** Whether more would be reached in one more step, once `advance` gave true. */
  goesOn(): boolean {
    for (let at = this.#next; at < this.#count; at++) {
      const node = this.#queue[at] ?? 0;
      for (const adjacency of this.#arcs) {
        const end = endOf(adjacency, node);
        for (let arc = adjacency.start[node] ?? 0; arc < end; arc++) {
          if (this.#depth[adjacency.to[arc] ?? 0] === 0) return true;
        }
      }
    }
    return false;
  }

  /** Walks on along about `arcs` arcs, at least those of one node; true once there are no more. */
  advance(arcs: number): boolean {
    for (let walked = 0; walked < arcs; ) {
      if (this.#next >= this.#count) return true;
      const node = this.#queue[this.#next] ?? 0;
      const depth = this.#depth[node] ?? 1;
      // What lies behind has depth and one as its depth: this one's as it is kept.
      if (depth > this.#most) return true;
      this.#next += 1;
      for (const adjacency of this.#arcs) {
        const { start, to } = adjacency;
        const from = start[node] ?? 0;
        const end = endOf(adjacency, node);
        this.#makeRoom(end - from);
        walked += end - from + 1;
        for (let at = from; at < end; at++) {
          const neighbour = to[at] ?? 0;
          if (this.#depth[neighbour] === 0) this.#visit(neighbour, depth);
        }
      }
    }
    return false;
  }

  #visit(node: number, depth: number): void {
    if (this.#levels.length === depth) this.#levels.push(this.#count);
    this.#depth[node] = depth + 1;
    this.#queue[this.#count++] = node;
  }

  #makeRoom(more: number): void {
    if (this.#count + more <= this.#queue.length) return;
    const larger = new Uint32Array(Math.max(this.#count + more, 2 * this.#queue.length));
    larger.set(this.nodes);
    this.#queue = larger;
  }
}
