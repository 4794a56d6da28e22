import type { BoxKind } from '../../../../graph/picture';

/** Boxes by number, outer before inner. */
export class BoxTable {
  readonly kind: BoxKind[] = [];
  /** The box around each; -1 for the outermost. */
  readonly parent: number[] = [];
  /**
   * What each stands for. Account, Region: the number of an account and Region (of any, for the account). VPC, subnet: a node. Zone, tag,
   * stack: a string, or `none` where there is no tag. Service: a place in `services`. Type: a key of a type.
   */
  readonly value: number[] = [];
  /** Names of services. */
  readonly services: string[] = [];

  get count(): number {
    return this.kind.length;
  }

  add(kind: BoxKind, parent: number, value: number): number {
    this.kind.push(kind);
    this.parent.push(parent);
    return this.value.push(value) - 1;
  }
}

/** The boxes of accounts, Regions and services: each made when first asked for. */
export class ScopeBoxes {
  readonly #accounts = new Map<string, number>();
  readonly #regions: number[] = [];
  readonly #services = new Map<string, number>();
  readonly #inRegion = new Map<number, number>();

  readonly #boxes: BoxTable;
  readonly #accountOf: (scope: number) => string;

  constructor(boxes: BoxTable, accountOf: (scope: number) => string) {
    this.#boxes = boxes;
    this.#accountOf = accountOf;
  }

  /** The box of an account and Region, by the number of these. */
  region(scope: number): number {
    const known = this.#regions[scope];
    if (known !== undefined) return known;
    const account = this.#accountOf(scope);
    const around = this.#accounts.get(account) ?? this.#boxes.add('account', -1, scope);
    this.#accounts.set(account, around);
    const made = this.#boxes.add('region', around, scope);
    this.#regions[scope] = made;
    return made;
  }

  /** The number of a service in `services`. */
  serviceNumber(name: string): number {
    const known = this.#services.get(name);
    if (known !== undefined) return known;
    const made = this.#boxes.services.push(name) - 1;
    this.#services.set(name, made);
    return made;
  }

  /** The box of a kind in an account and Region that stands for this value. A grouping has one such kind. */
  within(kind: BoxKind, scope: number, value: number): number {
    const name = scope * 2 ** 32 + value;
    const known = this.#inRegion.get(name);
    if (known !== undefined) return known;
    const made = this.#boxes.add(kind, this.region(scope), value);
    this.#inRegion.set(name, made);
    return made;
  }
}
