import { type ResourceKey, resourceKey } from '../../../../items/identity';

const initial = 1 << 12;

/** The other end of an edge, and its name where one was told. */
export interface NamedEnd extends ResourceKey {
  resourceName?: string;
}

/**
 * Edges between resources, told at either end and asked for at both: pairs of numbers, since a large account has a million. An
 * edge told twice is one. Names are kept of those resources of which one was told with an edge.
 */
export class Edges {
  readonly #numbers = new Map<string, number>();
  readonly #resources: NamedEnd[] = [];
  /** Of each resource the newest half edge; of each half edge its other end and the half edge before it (linked lists). */
  readonly #newest: number[] = [];
  #others = new Uint32Array(initial);
  #before = new Int32Array(initial);
  #count = 0;

  add(one: NamedEnd, other: NamedEnd): void {
    const from = this.#numberOf(one);
    const to = this.#numberOf(other);
    this.#half(from, to);
    if (from !== to) this.#half(to, from);
  }

  /** The other ends of a resource's edges, each once, by type and id. */
  of(resource: ResourceKey): NamedEnd[] {
    const number = this.#numbers.get(resourceKey(resource));
    if (number === undefined) return [];
    const others = new Set<number>();
    for (let half = this.#newest[number] ?? -1; half >= 0; half = this.#before[half] ?? -1) {
      others.add(this.#others[half] ?? 0);
    }
    return [...others].flatMap((other) => this.#resources[other] ?? []).sort(byTypeAndId);
  }

  #numberOf({ resourceType, resourceId, resourceName }: NamedEnd): number {
    const end = { resourceType, resourceId, ...(resourceName === undefined ? {} : { resourceName }) };
    const key = resourceKey(end);
    const known = this.#numbers.get(key);
    if (known !== undefined) {
      if (resourceName !== undefined) this.#resources[known] = end;
      return known;
    }
    const number = this.#resources.push(end) - 1;
    this.#numbers.set(key, number);
    this.#newest.push(-1);
    return number;
  }

  #half(from: number, to: number): void {
    if (this.#count === this.#others.length) this.#grow();
    this.#others[this.#count] = to;
    this.#before[this.#count] = this.#newest[from] ?? -1;
    this.#newest[from] = this.#count;
    this.#count += 1;
  }

  #grow(): void {
    const others = new Uint32Array(this.#count * 2);
    const before = new Int32Array(this.#count * 2);
    others.set(this.#others);
    before.set(this.#before);
    this.#others = others;
    this.#before = before;
  }
}

/** By code units, so that the order is the same everywhere. */
function byTypeAndId(a: ResourceKey, b: ResourceKey): number {
  return compare(a.resourceType, b.resourceType) || compare(a.resourceId, b.resourceId);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
