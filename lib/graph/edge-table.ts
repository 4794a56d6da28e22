import { isSource } from './direction';
import type { NodeTable } from './node-table';
import { type Verb, verbOf } from './relationship-name';

/** What two resources are to each other, told from the lower node number's side. */
const attached = 0;
const associated = 1;
const lowInHigh = 2;
const highInLow = 3;
const firstOther = 4;

const silent = -1;

/** Collects what items say of each other, and merges the two tellings of one relationship into one edge. */
export class EdgeTable {
  readonly names: string[] = [];
  readonly #verbs: Verb[] = [];
  readonly #nameNumbers = new Map<string, number>();
  /** One row for each relationship: who tells it, of whom, in which words. */
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #name: number[] = [];
  /** Of those that are derived. */
  readonly #derived: (Derived | undefined)[] = [];

  /** `derived` where AWS Config draws no such relationship. */
  add(from: number, to: number, name: string, derived?: Derived): void {
    const trimmed = name.trim();
    let number = this.#nameNumbers.get(trimmed);
    if (number === undefined) {
      number = this.names.push(trimmed) - 1;
      this.#nameNumbers.set(trimmed, number);
      this.#verbs.push(verbOf(trimmed));
    }
    this.#from.push(from);
    this.#to.push(to);
    this.#name.push(number);
    this.#derived.push(derived);
  }

  /**
   * The edges, each relationship in exactly one. Two tellings are one edge when they mean the same between the same two:
   * `Is attached to` from both, `Is associated with` from both, `Is contained in` from one and `Contains` from the other, or
   * `Is attached to` from one and `Contains` from the other where neither says more (so does AWS Config tell an instance and its
   * network interface, a group and its user). The same said twice by one end is one edge, in the words said first.
   *
   * What is derived from a configuration is an edge only where AWS Config's relationships tell no such thing of the two.
   *
   * Source is who is contained, or what depends on the other (`direction.ts`); where only one end tells it, that end, so that
   * source, name and target always read as a sentence.
   */
  merged(nodes: NodeTable): MergedEdges {
    const { gathered, degree } = this.#gather(nodes.keys.length);
    const swallowed = joinAttachedToContains(gathered);
    const edges: MergedEdges = { source: [], target: [], name: [], reverse: [], derived: [], field: [], degree };
    for (let edge = 0; edge < gathered.low.length; edge++) {
      if (swallowed.has(edge)) continue;
      const low = gathered.low[edge] ?? 0;
      const high = gathered.high[edge] ?? 0;
      const byLow = gathered.byLow[edge] ?? silent;
      const byHigh = gathered.byHigh[edge] ?? silent;
      const lowFirst = this.#lowIsSource(nodes, gathered.meaning[edge] ?? 0, low, high, byLow, byHigh);
      edges.source.push(lowFirst ? low : high);
      edges.target.push(lowFirst ? high : low);
      edges.name.push(lowFirst ? byLow : byHigh);
      edges.reverse.push(lowFirst ? byHigh : byLow);
      edges.derived.push(gathered.derived[edge] ? 1 : 0);
      edges.field.push(gathered.derived[edge]?.field);
    }
    return edges;
  }

  /** Brings the rows of one pair and one meaning together, and counts each node's pairs. */
  #gather(nodeCount: number): { gathered: GatheredEdges; degree: Uint32Array } {
    const meanings = firstOther + 2 * this.names.length;
    const pairs = new Map<number, number>();
    const edgeOf = new Map<number, number>();
    const gathered: GatheredEdges = { low: [], high: [], meaning: [], byLow: [], byHigh: [], pair: [], derived: [] };
    const degree = new Uint32Array(nodeCount);
    for (const row of this.#ownWordsFirst()) {
      const from = this.#from[row] ?? 0;
      const to = this.#to[row] ?? 0;
      const name = this.#name[row] ?? 0;
      const low = Math.min(from, to);
      const high = Math.max(from, to);
      let pair = pairs.get(low * nodeCount + high);
      if (pair === undefined) {
        pair = pairs.size;
        pairs.set(low * nodeCount + high, pair);
        if (low !== high) for (const node of [low, high]) degree[node] = (degree[node] ?? 0) + 1;
      }
      const { meaning, sourceIsLow } = this.#meaning(name, from, to);
      let edge = edgeOf.get(pair * meanings + meaning);
      if (edge === undefined) {
        edge = gathered.low.push(low) - 1;
        gathered.high.push(high);
        gathered.meaning.push(meaning);
        gathered.byLow.push(silent);
        gathered.byHigh.push(silent);
        gathered.pair.push(pair);
        gathered.derived.push(this.#derived[row]);
        edgeOf.set(pair * meanings + meaning, edge);
      }
      if (this.#derived[row] && !gathered.derived[edge]) continue;
      const side = sourceIsLow ? gathered.byLow : gathered.byHigh;
      if (side[edge] === silent) side[edge] = name;
    }
    return { gathered, degree };
  }

  /** The rows of AWS Config's relationships, then those that are derived. */
  *#ownWordsFirst(): Generator<number> {
    for (const derived of [false, true]) {
      for (let row = 0; row < this.#derived.length; row++)
        if ((this.#derived[row] !== undefined) === derived) yield row;
    }
  }

  #meaning(name: number, from: number, to: number): { meaning: number; sourceIsLow: boolean } {
    const sourceIsLow = from < to;
    const verb = this.#verbs[name];
    if (verb === 'attached') return { meaning: attached, sourceIsLow: from <= to };
    if (verb === 'associated') return { meaning: associated, sourceIsLow: from <= to };
    if (from === to)
      return { meaning: verb === 'other' ? firstOther + 2 * name : lowInHigh, sourceIsLow: verb !== 'contains' };
    if (verb === 'contained-in') return { meaning: sourceIsLow ? lowInHigh : highInLow, sourceIsLow };
    if (verb === 'contains') return { meaning: sourceIsLow ? highInLow : lowInHigh, sourceIsLow };
    return { meaning: firstOther + 2 * name + (sourceIsLow ? 0 : 1), sourceIsLow };
  }

  #lowIsSource(nodes: NodeTable, meaning: number, a: number, b: number, byLow: number, byHigh: number): boolean {
    if (byLow === silent || byHigh === silent) return byLow !== silent;
    if (meaning === lowInHigh) return true;
    if (meaning === highInLow) return false;
    const end = (node: number, name: number) => ({
      resourceType: nodes.types[nodes.nodeType[node] ?? 0] ?? '',
      key: nodes.keys[node] ?? '',
      name: this.names[name] ?? '',
    });
    return isSource(end(a, byLow), end(b, byHigh));
  }
}

/** Columns of `ResourceGraph`: `reverse` is -1 where target is silent; `degree` is by node. */
export interface MergedEdges {
  source: number[];
  target: number[];
  name: number[];
  reverse: number[];
  derived: number[];
  /** The field that a derived edge was read from. */
  field: (string | undefined)[];
  degree: Uint32Array;
}

/** What is told of a relationship that was read out of a configuration. */
interface Derived {
  field?: string;
}

/** Columns of what is told, one row for each pair of nodes and meaning: the words of either side, or `silent`. */
interface GatheredEdges {
  low: number[];
  high: number[];
  pair: number[];
  meaning: number[];
  byLow: number[];
  byHigh: number[];
  derived: (Derived | undefined)[];
}

/** Moves `Is attached to` of the one side over to `Contains` of the other; returns the rows that are thereby used up. */
function joinAttachedToContains(gathered: GatheredEdges): Set<number> {
  const attachedRows = new Map<number, number>();
  gathered.meaning.forEach((meaning, row) => {
    if (meaning === attached && !gathered.derived[row]) attachedRows.set(gathered.pair[row] ?? 0, row);
  });
  const usedUp = new Set<number>();
  gathered.meaning.forEach((meaning, row) => {
    if ((meaning !== lowInHigh && meaning !== highInLow) || gathered.derived[row]) return;
    const contained = meaning === lowInHigh ? gathered.byLow : gathered.byHigh;
    const container = meaning === lowInHigh ? gathered.byHigh : gathered.byLow;
    const twin = attachedRows.get(gathered.pair[row] ?? 0);
    if (twin === undefined || usedUp.has(twin) || contained[row] !== silent || container[twin] !== silent) return;
    contained[row] = contained[twin] ?? silent;
    usedUp.add(twin);
  });
  return usedUp;
}
