import type { ItemColumns } from '../../documents/scanner/item-columns';
import type { StringTable } from '../../documents/scanner/string-table';
import {
  ambiguous,
  notFound,
  type Reference,
  type ReferenceLookup,
  resolveReference,
} from '../../items/resolve-reference';
import type { Scope } from '../../items/scope';
import { none } from './columns';
import { type LookupColumns, lookUp, lookupColumns, makeLookup, markNotCurrent, type TypeKeys } from './item-lookup';
import { type ScopeColumns, Scopes } from './scopes';
import type { TimeSlicer } from './time-slicer';

/** What of an index is looked things up in. */
export interface ResolverColumns extends Readonly<ItemColumns>, ScopeColumns {
  readonly strings: StringTable;
  readonly typeKey: Uint32Array;
  readonly scope: Uint32Array;
  readonly shared: Uint8Array;
  readonly byId: Int32Array;
  readonly byName: Int32Array;
}

interface Table {
  columns: LookupColumns;
  slots: Int32Array;
}

/** So many accounts and Regions are looked into one by one: tables over all items would take longer to make. */
const fewScopes = 8;

/** Items by type and text in a whole account, and in the whole document. */
export interface Farther {
  inAccount: Record<By, Table>;
  anywhere: Record<By, Table>;
  /** What stands for the whole document in `anywhere`. */
  everywhere: number;
}

type By = 'id' | 'name';

/** Finds the items to which references lead, by numbers of strings. */
export class ItemResolver {
  readonly scopes: Scopes;
  readonly #index: ResolverColumns;
  readonly #keys: TypeKeys;
  readonly #ids: LookupColumns;
  readonly #names: LookupColumns;
  readonly #accounts: ReadonlySet<number>;
  #farther: Promise<Farther | undefined> | undefined;

  constructor(index: ResolverColumns, keys: TypeKeys) {
    this.#index = index;
    this.#keys = keys;
    this.scopes = new Scopes(index, index.strings);
    this.#accounts = new Set(index.scopeAccount);
    const { ids, names } = lookupColumns(index);
    this.#ids = ids;
    this.#names = names;
  }

  /** The item of an account and Region with this key of a type and this id; `notFound` where there is none. */
  byId(scope: number, key: number, id: number): number {
    return scope < 0 ? notFound : lookUp(this.#index.byId, this.#ids, scope, key, id);
  }

  /** The one that bears a name; `ambiguous` where several do. */
  byName(scope: number, key: number, name: number): number {
    return scope < 0 ? notFound : lookUp(this.#index.byName, this.#names, scope, key, name);
  }

  /** Whether no type and id, and no type and name, are in several accounts or Regions. */
  get isUnshared(): boolean {
    return !this.#ids.shared && !this.#names.shared;
  }

  /** Whether items of other accounts and Regions are left to look at, besides those of `scope` and of its account and `global`. */
  hasFarther(scope: number): boolean {
    const global = this.scopes.globalOf(scope);
    return this.scopes.count > (global < 0 || global === scope ? 1 : 2);
  }

  /** The one match in the account of a scope, else the one match anywhere: by name, where it is one, and by id. */
  beyond(farther: Farther | undefined, scope: number, key: number, text: number, isName: boolean): number {
    const account = this.#index.scopeAccount[scope] ?? none;
    const found = best(isName, (by) => this.#inAccount(farther, account, by, key, text));
    return found === notFound ? best(isName, (by) => this.#anywhere(farther, by, key, text)) : found;
  }

  /** As `resolveReference`. */
  async resolve(reference: Reference<number>, teller: Scope, slicer: TimeSlicer): Promise<number> {
    const lookup = this.lookup(reference.resourceType, await this.farther(slicer));
    return lookup ? resolveReference(lookup, reference, teller) : notFound;
  }

  /** The one item of a type and id, whatever its account and Region; `ambiguous` where there are several. */
  async anywhere(key: number, id: number, slicer: TimeSlicer): Promise<number> {
    return this.#anywhere(await this.farther(slicer), 'id', key, id);
  }

  /** Made when first asked for; undefined where there are few accounts and Regions. */
  farther(slicer: TimeSlicer): Promise<Farther | undefined> {
    this.#farther ??= this.#makeFarther(slicer);
    return this.#farther;
  }

  /** What `resolveReference` asks for items of a type; undefined where there are none of it. */
  lookup(resourceType: string, farther: Farther | undefined): ReferenceLookup<number> | undefined {
    const key = this.#keys.find(resourceType);
    if (key === undefined) return undefined;
    const { strings } = this.#index;
    return {
      inScope: (scope, by, text) => this.#inScope(this.scopes.find(scope), by, key, text),
      inAccount: (accountId, by, text) => this.#inAccount(farther, strings.find(accountId), by, key, text),
      anywhere: (by, text) => this.#anywhere(farther, by, key, text),
      hasAccount: (accountId) => this.#accounts.has(strings.find(accountId)),
      textOf: (string) => {
        const text = strings.find(string);
        return text < 0 ? undefined : text;
      },
    };
  }

  #inScope(scope: number, by: By, key: number, text: number): number {
    return by === 'id' ? this.byId(scope, key, text) : this.byName(scope, key, text);
  }

  #inAccount(farther: Farther | undefined, account: number, by: By, key: number, text: number): number {
    if (farther) return lookUpIn(farther.inAccount[by], account, key, text);
    return this.#among(by, key, text, (scope) => this.#index.scopeAccount[scope] === account);
  }

  #anywhere(farther: Farther | undefined, by: By, key: number, text: number): number {
    if (farther) return lookUpIn(farther.anywhere[by], farther.everywhere, key, text);
    return this.#among(by, key, text, () => true);
  }

  /** The one match in some of the accounts and Regions. */
  #among(by: By, key: number, text: number, isWanted: (scope: number) => boolean): number {
    let match = notFound;
    for (let scope = 0; scope < this.scopes.count; scope++) {
      if (!isWanted(scope)) continue;
      const found = this.#inScope(scope, by, key, text);
      if (found === ambiguous || (found >= 0 && match >= 0)) return ambiguous;
      if (found >= 0) match = found;
    }
    return match;
  }

  async #makeFarther(slicer: TimeSlicer): Promise<Farther | undefined> {
    if (this.scopes.count <= fewScopes) return undefined;
    const { account, typeKey, id, name, byId } = this.#index;
    const except = await markNotCurrent(this.#ids, byId, slicer);
    const table = async (scope: Uint32Array, text: Uint32Array) => {
      const columns = { scope, type: typeKey, text, shared: true };
      return { columns, slots: await makeLookup(columns, slicer, { alone: true, except }) };
    };
    const inAccount = { id: await table(account, id), name: await table(account, name) };
    if (this.#accounts.size === 1) return { inAccount, anywhere: inAccount, everywhere: account[0] ?? none };
    const same = new Uint32Array(account.length);
    return { inAccount, anywhere: { id: await table(same, id), name: await table(same, name) }, everywhere: 0 };
  }
}

function best(isName: boolean, find: (by: By) => number): number {
  const byName = isName ? find('name') : notFound;
  if (byName >= 0) return byName;
  const byId = find('id');
  return byId === notFound ? byName : byId;
}

function lookUpIn({ columns, slots }: Table, scope: number, key: number, text: number): number {
  return lookUp(slots, columns, scope, key, text);
}
