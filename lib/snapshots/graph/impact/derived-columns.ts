import { type Adjacency, adjacencyOf } from '../../../graph/impact/adjacency';
import type { TimeSlicer } from '../../index/time-slicer';

/** Relationships derived from all items of a document: number n leads from item `source[n]` to item `target[n]`. Never write to it. */
export interface DerivedColumns {
  readonly count: number;
  /** Ascending: those of one item stand together, from `outgoing.start[item]` on. */
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** A place in `names`. */
  readonly name: Uint16Array;
  readonly names: readonly string[];
  /** A place in `fields`. */
  readonly field: Uint32Array;
  readonly fields: readonly string[];
  readonly outgoing: Adjacency;
  readonly incoming: Adjacency;
  /** Relationships that lead to what is not in the document. */
  readonly unresolved: number;
  /** There were more than are kept. */
  readonly cut: boolean;
}

/** What is derived from an item: the items that it leads to, and in which words and from which field. */
export function derivedFrom(
  { outgoing, target, name, names, field, fields }: DerivedColumns,
  itemIndex: number,
): { target: number; name: string; field?: string }[] {
  const edges: { target: number; name: string; field?: string }[] = [];
  for (let at = outgoing.start[itemIndex] ?? 0; at < (outgoing.start[itemIndex + 1] ?? 0); at++) {
    const its = fields[field[at] ?? 0] || undefined;
    edges.push({ target: target[at] ?? 0, name: names[name[at] ?? 0] ?? '', ...(its !== undefined && { field: its }) });
  }
  return edges;
}

/** So many relationships are kept of one document: about a hundred megabytes. */
const mostRelationships = 1 << 23;
const mostNames = 1 << 16;
/** So many different fields are kept; of what comes behind, no field is told. */
const mostFields = 1 << 18;

/** Collects derived relationships, item by item in their order. */
export class DerivedBuilder {
  #source = new Uint32Array(1024);
  #target = new Uint32Array(1024);
  #name = new Uint16Array(1024);
  #field = new Uint32Array(1024);
  #count = 0;
  #unresolved = 0;
  #cut = false;
  readonly #names = new Numbered(mostNames);
  readonly #fields = new Numbered(mostFields, ['']);

  add(source: number, target: number, name: string, field: string): void {
    const number = this.#names.of(name);
    if (this.#count === mostRelationships || number === undefined) {
      this.#cut = true;
      return;
    }
    if (this.#count === this.#source.length) this.#grow();
    const at = this.#count++;
    this.#source[at] = source;
    this.#target[at] = target;
    this.#name[at] = number;
    this.#field[at] = this.#fields.of(field) ?? 0;
  }

  /** Counts one that leads to what is not in the document. */
  addUnresolved(): void {
    this.#unresolved += 1;
  }

  /** The columns, for as many nodes as the graph has. In slices. */
  async finish(nodeCount: number, slicer: TimeSlicer): Promise<DerivedColumns> {
    const count = this.#count;
    const source = this.#source.slice(0, count);
    const target = this.#target.slice(0, count);
    const outgoing = adjacencyOf(nodeCount, source, target);
    await slicer.yieldNow();
    return {
      count,
      source,
      target,
      name: this.#name.slice(0, count),
      names: this.#names.all,
      field: this.#field.slice(0, count),
      fields: this.#fields.all,
      outgoing,
      incoming: adjacencyOf(nodeCount, target, source),
      unresolved: this.#unresolved,
      cut: this.#cut,
    };
  }

  #grow(): void {
    const size = 2 * this.#source.length;
    const larger = <Column extends Uint32Array | Uint16Array>(column: Column, empty: Column): Column => {
      empty.set(column);
      return empty;
    };
    this.#source = larger(this.#source, new Uint32Array(size));
    this.#target = larger(this.#target, new Uint32Array(size));
    this.#name = larger(this.#name, new Uint16Array(size));
    this.#field = larger(this.#field, new Uint32Array(size));
  }
}

/** Strings by number, each once and at most so many. */
class Numbered {
  readonly all: string[];
  readonly #numbers: Map<string, number>;
  readonly #most: number;

  constructor(most: number, first: readonly string[] = []) {
    this.#most = most;
    this.all = [...first];
    this.#numbers = new Map(first.map((text, number) => [text, number]));
  }

  /** The number of a string; undefined where there are too many. */
  of(text: string): number | undefined {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    if (this.all.length === this.#most) return undefined;
    this.#numbers.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}
