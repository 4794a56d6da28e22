import type { StringTable } from '../../documents/scanner/string-table';
import { assumedScope } from '../../items/resolve-reference';
import type { Scope } from '../../items/scope';
import { mayBeArn, type Scopes } from '../index/scopes';

/** Numbers the accounts and Regions of resources that are only referred to, behind those of the items. */
export class ReferredScopes {
  /** Those of no item. */
  readonly #others: Scope[] = [];
  readonly #numberOfOther = new Map<string, number>();
  /** By type, then by the scope of who refers to it. */
  readonly #assumed = new Map<number, Map<number, number>>();
  readonly #strings: StringTable;
  readonly #ofItems: Scopes;

  constructor(strings: StringTable, ofItems: Scopes) {
    this.#strings = strings;
    this.#ofItems = ofItems;
  }

  /** The account and Region of this number. */
  at(number: number): Scope {
    return this.#others[number - this.#ofItems.count] ?? this.#ofItems.at(number);
  }

  /** All accounts and Regions, each at its number. */
  all(): Scope[] {
    return [...Array.from({ length: this.#ofItems.count }, (_, scope) => this.#ofItems.at(scope)), ...this.#others];
  }

  /** The number of an account and Region; -1 where nothing is known to be there. */
  find(scope: Scope): number {
    const ofItem = this.#ofItems.find(scope);
    return ofItem >= 0 ? ofItem : (this.#numberOfOther.get(nameOf(scope)) ?? -1);
  }

  /** The number of those that a resource is taken to be of: `type` and `id` are strings, `teller` is the scope of the item that refers to it. */
  of(type: number, teller: number, id: number): number {
    if (mayBeArn(this.#strings, id)) return this.#assume(type, teller, this.#strings.get(id));
    const byTeller = this.#assumed.get(type) ?? new Map<number, number>();
    this.#assumed.set(type, byTeller);
    const known = byTeller.get(teller) ?? this.#assume(type, teller);
    byTeller.set(teller, known);
    return known;
  }

  #assume(type: number, teller: number, arn?: string): number {
    const scope = assumedScope(this.#strings.get(type), this.#ofItems.at(teller), arn);
    const known = this.find(scope);
    if (known >= 0) return known;
    const number = this.#ofItems.count + this.#others.push(scope) - 1;
    this.#numberOfOther.set(nameOf(scope), number);
    return number;
  }
}

const nameOf = ({ accountId, region }: Scope) => JSON.stringify([accountId, region]);
