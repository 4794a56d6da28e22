import { type Adjacency, endOf } from './adjacency';

/** The shortest paths between two nodes. */
export interface FoundPaths {
  /** Relationships from one end to the other. */
  length: number;
  /** The nodes of each path, from the one end to the other. */
  paths: number[][];
  /** There are more paths of this length. */
  more: boolean;
}

/** One of the two searches: from one end, level by level. */
class Side {
  /** For each node its distance and one; 0 where it was not reached. */
  readonly distance: Uint16Array;
  frontier: number[];
  reached = 0;

  constructor(nodeCount: number, end: number) {
    this.distance = new Uint16Array(nodeCount);
    this.distance[end] = 1;
    this.frontier = [end];
  }
}

/** Longer paths are not looked for: distances are kept in 16 bits. */
const mostLength = 60_000;

/**
 * Looks for the shortest paths between two nodes from both ends at once, always at that where less is to be looked at. Works in pieces as
 * `Reach` does. Each edge must be in the adjacencies of both its ends.
 */
export class ShortestPaths {
  readonly #from: Side;
  readonly #to: Side;
  #growing: Side;
  #ring: number[] = [];
  #at = 0;
  #met: boolean;
  #done = false;
  readonly #arcs: readonly Adjacency[];

  constructor(nodeCount: number, from: number, to: number, arcs: readonly Adjacency[]) {
    this.#arcs = arcs;
    this.#from = new Side(nodeCount, from);
    this.#to = new Side(nodeCount, to);
    this.#growing = this.#from;
    this.#met = from === to;
  }

  /** Walks on along about `arcs` arcs, at least those of one node; true once it is known how far the ends are from each other. */
  advance(arcs: number): boolean {
    for (let walked = 0; walked < arcs; ) {
      this.#done ||= this.#at === 0 && this.#isDone();
      if (this.#done) return true;
      const side = this.#growing;
      const other = side === this.#from ? this.#to : this.#from;
      const node = side.frontier[this.#at] ?? 0;
      const distance = side.reached + 2;
      for (const adjacency of this.#arcs) {
        const end = endOf(adjacency, node);
        for (let at = adjacency.start[node] ?? 0; at < end; at++) {
          const neighbour = adjacency.to[at] ?? 0;
          walked += 1;
          if (side.distance[neighbour] !== 0) continue;
          side.distance[neighbour] = distance;
          this.#ring.push(neighbour);
          if (other.distance[neighbour] !== 0) this.#met = true;
        }
      }
      walked += 1;
      this.#at += 1;
      if (this.#at === side.frontier.length) this.#endLevel(side);
    }
    return false;
  }

  /** The paths, at most `limit`, once `advance` gave true; undefined where none leads from one end to the other. */
  found(limit: number): FoundPaths | undefined {
    if (!this.#done || !this.#met) return undefined;
    const [from, to] = [this.#from, this.#to];
    const paths: number[][] = [];
    // Each shortest path crosses the outermost level of the one search at one node, which is on that of the other as well.
    const outermost = from.frontier.filter((node) => to.distance[node] === to.reached + 1).sort((a, b) => a - b);
    for (const node of outermost) {
      for (const before of this.#back(from, node)) {
        for (const after of this.#back(to, node)) {
          if (paths.length === limit) return { length: from.reached + to.reached, paths, more: true };
          paths.push([...before.toReversed(), ...after.slice(1)]);
        }
      }
    }
    return { length: from.reached + to.reached, paths, more: false };
  }

  #isDone(): boolean {
    const [from, to] = [this.#from, this.#to];
    if (this.#met || from.frontier.length === 0 || to.frontier.length === 0) return true;
    if (from.reached + to.reached >= mostLength) return true;
    this.#growing = this.#cost(from) <= this.#cost(to) ? from : to;
    return false;
  }

  #cost({ frontier }: Side): number {
    let arcs = frontier.length;
    for (const adjacency of this.#arcs) {
      for (const node of frontier) arcs += endOf(adjacency, node) - (adjacency.start[node] ?? 0);
    }
    return arcs;
  }

  #endLevel(side: Side): void {
    side.frontier = this.#ring;
    side.reached += 1;
    this.#ring = [];
    this.#at = 0;
  }

  /** The ways from a node back to the end of a side, each step one nearer. Ways may be longer than calls can be nested. */
  *#back(side: Side, node: number): Generator<number[]> {
    const way = [node];
    /** Of each node of the way, those that were not yet tried behind it. */
    const untried = [this.#nearer(side, node)];
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      if (side.distance[last] === 1) yield way.slice();
      const next = untried.at(-1)?.pop();
      if (next === undefined) {
        way.pop();
        untried.pop();
      } else {
        way.push(next);
        untried.push(this.#nearer(side, next));
      }
    }
  }

  /** The neighbours of a node that are one step nearer to the end of a side, the first one last. */
  #nearer(side: Side, node: number): number[] {
    const distance = side.distance[node] ?? 0;
    if (distance === 1) return [];
    const nearer = new Set<number>();
    for (const adjacency of this.#arcs) {
      const end = endOf(adjacency, node);
      for (let at = adjacency.start[node] ?? 0; at < end; at++) {
        const neighbour = adjacency.to[at] ?? 0;
        if (side.distance[neighbour] === distance - 1) nearer.add(neighbour);
      }
    }
    return [...nearer].sort((a, b) => b - a);
  }
}
