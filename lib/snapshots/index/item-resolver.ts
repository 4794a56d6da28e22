import type { ItemColumns } from '../../documents/scanner/item-columns';
import type { StringTable } from '../../documents/scanner/string-table';
import { notFound, type Reference, type ReferenceLookup, resolveReference } from '../../items/resolve-reference';
import type { Scope } from '../../items/scope';
import { none } from './columns';
import { type LookupColumns, lookUp, makeLookup, markRepeated, type TypeKeys } from './item-lookup';
import { type ScopeColumns, Scopes } from './scopes';
import type { TimeSlicer } from './time-slicer';

/** What of an index is looked things up in. */
export interface ResolverColumns extends Readonly<ItemColumns>, ScopeColumns {
  readonly strings: StringTable;
  readonly typeKey: Uint32Array;
  readonly scope: Uint32Array;
  readonly byId: Int32Array;
  readonly byName: Int32Array;
}

interface Table {
  columns: LookupColumns;
  slots: Int32Array;
}

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
  readonly #ids: LookupColumns;
  readonly #names: LookupColumns;
  readonly #accounts: ReadonlySet<number>;
  #farther: Promise<Farther | undefined> | undefined;

  constructor(
    private readonly index: ResolverColumns,
    private readonly keys: TypeKeys,
  ) {
    this.scopes = new Scopes(index, index.strings);
    this.#accounts = new Set(index.scopeAccount);
    this.#ids = { scope: index.scope, type: index.typeKey, text: index.id };
    this.#names = { ...this.#ids, text: index.name };
  }

  /** The item of an account and Region with this key of a type and this id; `notFound` where there is none. */
  byId(scope: number, key: number, id: number): number {
    return scope < 0 ? notFound : lookUp(this.index.byId, this.#ids, scope, key, id);
  }

  /** The one that bears a name; `ambiguous` where several do. */
  byName(scope: number, key: number, name: number): number {
    return scope < 0 ? notFound : lookUp(this.index.byName, this.#names, scope, key, name);
  }

  /** Whether items of other accounts and Regions are left to look at, besides those of `scope` and of its account and `global`. */
  hasFarther(scope: number): boolean {
    const global = this.scopes.globalOf(scope);
    return this.scopes.count > (global < 0 || global === scope ? 1 : 2);
  }

  /** The one match in the account of a scope, else the one match anywhere: by name, where it is one, and by id. */
  beyond(farther: Farther, scope: number, key: number, text: number, isName: boolean): number {
    const { inAccount, anywhere, everywhere } = farther;
    const account = this.index.scopeAccount[scope] ?? none;
    const found = best(isName, (by) => lookUpIn(inAccount[by], account, key, text));
    return found === notFound ? best(isName, (by) => lookUpIn(anywhere[by], everywhere, key, text)) : found;
  }

  /** As `resolveReference`. */
  async resolve(reference: Reference<number>, teller: Scope, slicer: TimeSlicer): Promise<number> {
    const lookup = this.lookup(reference.resourceType, await this.farther(slicer));
    return lookup ? resolveReference(lookup, reference, teller) : notFound;
  }

  /** The one item of a type and id, whatever its account and Region; `ambiguous` where there are several. */
  async anywhere(key: number, id: number, slicer: TimeSlicer): Promise<number> {
    const farther = await this.farther(slicer);
    return farther ? lookUpIn(farther.anywhere.id, farther.everywhere, key, id) : this.byId(0, key, id);
  }

  /** Made when first asked for; undefined where all items are of one account and Region. */
  farther(slicer: TimeSlicer): Promise<Farther | undefined> {
    this.#farther ??= this.#makeFarther(slicer);
    return this.#farther;
  }

  /** What `resolveReference` asks for items of a type; undefined where there are none of it. */
  lookup(resourceType: string, farther: Farther | undefined): ReferenceLookup<number> | undefined {
    const key = this.keys.find(resourceType);
    if (key === undefined) return undefined;
    const { strings } = this.index;
    const inScope = (scope: number, by: 'id' | 'name', text: number) =>
      by === 'id' ? this.byId(scope, key, text) : this.byName(scope, key, text);
    return {
      inScope: (scope, by, text) => inScope(this.scopes.find(scope), by, text),
      inAccount: (accountId, by, text) => {
        if (farther) return lookUpIn(farther.inAccount[by], strings.find(accountId), key, text);
        return this.scopes.at(0).accountId === accountId ? inScope(0, by, text) : notFound;
      },
      anywhere: (by, text) =>
        farther ? lookUpIn(farther.anywhere[by], farther.everywhere, key, text) : inScope(0, by, text),
      hasAccount: (accountId) => this.#accounts.has(strings.find(accountId)),
      textOf: (string) => {
        const text = strings.find(string);
        return text < 0 ? undefined : text;
      },
    };
  }

  async #makeFarther(slicer: TimeSlicer): Promise<Farther | undefined> {
    if (this.scopes.count < 2) return undefined;
    const { account, typeKey, id, name, byId } = this.index;
    const except = await markRepeated(this.#ids, byId, slicer);
    const table = async (scope: Uint32Array, text: Uint32Array) => {
      const columns = { scope, type: typeKey, text };
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
