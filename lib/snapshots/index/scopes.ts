import type { StringTable } from '../../documents/scanner/string-table';
import { readArn } from '../../items/read-arn';
import { globalRegion, type Scope } from '../../items/scope';
import { none } from './columns';
import { type LookupColumns, lookUp, makeLookup } from './item-lookup';
import type { TimeSlicer } from './time-slicer';

/** The accounts and Regions that items are of, each pair once, in the order in which they are met: numbers of strings. */
export interface ScopeColumns {
  readonly scopeAccount: Uint32Array;
  readonly scopeRegion: Uint32Array;
  /** Their numbers by account and Region (`makeLookup`). */
  readonly byScope: Int32Array;
}

/** Numbers the accounts and Regions of items; `scope` is the number of each item's. In slices. */
export async function numberScopes(
  { account, region }: { account: Uint32Array; region: Uint32Array },
  slicer: TimeSlicer,
): Promise<ScopeColumns & { scope: Uint32Array }> {
  const scope = new Uint32Array(account.length);
  const known = new Map<number, Map<number, number>>();
  const accounts: number[] = [];
  const regions: number[] = [];
  // Items of one account and Region mostly stand together.
  let [lastAccount, lastRegion, last] = [-1, -1, 0];
  const numberOf = (itsAccount: number, itsRegion: number) => {
    const ofAccount = known.get(itsAccount) ?? new Map<number, number>();
    known.set(itsAccount, ofAccount);
    const number = ofAccount.get(itsRegion) ?? accounts.length;
    if (number < accounts.length) return number;
    accounts.push(itsAccount);
    regions.push(itsRegion);
    ofAccount.set(itsRegion, number);
    return number;
  };
  await slicer.forRows(scope.length, (from, end) => {
    for (let item = from; item < end; item++) {
      const itsAccount = account[item] ?? none;
      const itsRegion = region[item] ?? none;
      if (itsAccount !== lastAccount || itsRegion !== lastRegion) {
        last = numberOf(itsAccount, itsRegion);
        lastAccount = itsAccount;
        lastRegion = itsRegion;
      }
      scope[item] = last;
    }
    return undefined;
  });
  const [scopeAccount, scopeRegion] = [Uint32Array.from(accounts), Uint32Array.from(regions)];
  return { scope, scopeAccount, scopeRegion, byScope: await makeLookup(lookupOf(scopeAccount, scopeRegion), slicer) };
}

function lookupOf(scopeAccount: Uint32Array, scopeRegion: Uint32Array): LookupColumns {
  return { scope: scopeAccount, type: scopeRegion, text: scopeRegion, shared: true };
}

/** Accounts and Regions of which the strings are kept. */
const mostRead = 1000;

/** The accounts and Regions of an index, by their names and by their numbers. */
export class Scopes {
  readonly count: number;
  readonly #columns: ScopeColumns;
  readonly #strings: StringTable;
  readonly #lookup: LookupColumns;
  readonly #globalRegion: number;
  readonly #read = new Map<number, Scope>();

  constructor(columns: ScopeColumns, strings: StringTable) {
    this.#columns = columns;
    this.#strings = strings;
    this.count = columns.scopeAccount.length;
    this.#lookup = lookupOf(columns.scopeAccount, columns.scopeRegion);
    this.#globalRegion = strings.find(globalRegion);
  }

  /** The number of an account and Region; -1 where no item is of them. */
  find({ accountId, region }: Scope): number {
    return this.#find(this.#strings.find(accountId), this.#strings.find(region));
  }

  /** The number of the same account and `global`; -1 where no item is of them. */
  globalOf(scope: number): number {
    return this.#find(this.#columns.scopeAccount[scope] ?? -1, this.#globalRegion);
  }

  /** The account and Region of a number; empty where the items do not tell them. */
  at(scope: number): Scope {
    const known = this.#read.get(scope);
    if (known) return known;
    const text = (number: number | undefined) =>
      number === undefined || number === none ? '' : this.#strings.get(number);
    const read = { accountId: text(this.#columns.scopeAccount[scope]), region: text(this.#columns.scopeRegion[scope]) };
    if (this.#read.size < mostRead) this.#read.set(scope, read);
    return read;
  }

  #find(account: number, region: number): number {
    return account < 0 || region < 0 ? -1 : lookUp(this.#columns.byScope, this.#lookup, account, region, region);
  }

  /** Of each text that is an ARN the scope that it tells (`global` where it tells no Region), or `elsewhere`; of others `noArn`. In slices. */
  async ofArns(slicer: TimeSlicer): Promise<Int32Array> {
    const strings = this.#strings;
    const scopes = new Int32Array(strings.count).fill(noArn);
    const known = new Map<string, number>();
    const scopeOfArn = (text: number) => {
      // Up to its resource, of which there are far more.
      const head = strings.get(text).split(':', 5).join(':');
      let scope = known.get(head);
      if (scope === undefined) {
        const arn = readArn(`${head}:resource`);
        const found = arn ? this.find({ ...arn, region: arn.region || globalRegion }) : -1;
        scope = arn === undefined ? noArn : found < 0 ? elsewhere : found;
        known.set(head, scope);
      }
      return scope;
    };
    await slicer.forRows(scopes.length, (from, end) => {
      for (let text = from; text < end; text++) if (mayBeArn(strings, text)) scopes[text] = scopeOfArn(text);
      return undefined;
    });
    return scopes;
  }
}

/** In place of the number of a scope: the text is no ARN. */
export const noArn = -1;
/** It is one of an account and Region of which there are no items. */
const elsewhere = -2;

/** Whether a string begins as ARNs do. Cheap: its bytes are looked at. */
export function mayBeArn({ heap, starts }: StringTable, text: number): boolean {
  const at = starts[text] ?? 0;
  if ((starts[text + 1] ?? 0) - at < 4) return false;
  return heap[at] === 0x61 && heap[at + 1] === 0x72 && heap[at + 2] === 0x6e && heap[at + 3] === 0x3a;
}
