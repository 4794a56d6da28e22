import { shownScopes } from '../../items/shown-scopes';
import { none } from '../index/columns';
import { TimeSlicer } from '../index/time-slicer';
import { itemRow } from '../reading/item-row';
import { type ComparedSide, type Comparison, type Difference, differences } from './compare-indexes';

export interface ComparisonFilter {
  /** None: all but what is unchanged. */
  kinds: readonly Difference[];
  /** None: all types. */
  types: readonly string[];
  /** Found in type, id or name (or the tag `Name` of what has none), whatever the case. */
  search: string;
}

/** Two documents and what differs between them. */
export interface Compared {
  before: ComparedSide;
  after: ComparedSide;
  comparison: Comparison;
}

/** The rows of a comparison that a filter chooses. In slices. */
export async function chosenRows(of: Compared, { kinds, types, search }: ComparisonFilter): Promise<Uint32Array> {
  const slicer = new TimeSlicer();
  const { comparison, before, after } = of;
  const wanted = new Set((kinds.length > 0 ? kinds : changes).map((kind) => differences.indexOf(kind)));
  const keysOf = ({ keys }: ComparedSide) => new Set(types.map((type) => keys.find(type)));
  const [inBefore, inAfter] = [keysOf(before), keysOf(after)];
  const needle = search.toLowerCase();
  const rows: number[] = [];
  for (let row = 0; row < comparison.kind.length; row++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    if (!wanted.has(comparison.kind[row] ?? -1)) continue;
    const [a, b] = [comparison.before[row] ?? -1, comparison.after[row] ?? -1];
    if (types.length > 0) {
      const key = a < 0 ? after.index.typeKey[b] : before.index.typeKey[a];
      if (!(a < 0 ? inAfter : inBefore).has(key)) continue;
    }
    if (needle !== '' && !searched(of, row).includes(needle)) continue;
    rows.push(row);
  }
  return Uint32Array.from(rows);
}

/** All but what is unchanged. */
export const changes: readonly Difference[] = ['added', 'removed', 'changed'];

function searched(of: Compared, row: number): string {
  const { resourceType, resourceId, resourceName, nameTag } = rowView(of, row);
  return `${resourceType}\n${resourceId}\n${resourceName || nameTag || ''}`.toLowerCase();
}

/** Whether account and Region tell the resources of some kinds apart. */
export function scopesOf({ comparison, before, after }: Compared, kinds: readonly Difference[]) {
  const wanted = new Set(kinds.map((kind) => differences.indexOf(kind)));
  const [inBefore, inAfter] = [new Set<number>(), new Set<number>()];
  for (let row = 0; row < comparison.kind.length; row++) {
    if (!wanted.has(comparison.kind[row] ?? -1)) continue;
    const [a, b] = [comparison.before[row] ?? -1, comparison.after[row] ?? -1];
    if (b >= 0) inAfter.add(after.index.scope[b] ?? none);
    else inBefore.add(before.index.scope[a] ?? none);
  }
  const valuesOf = (column: 'scopeAccount' | 'scopeRegion') =>
    [[inBefore, before] as const, [inAfter, after] as const].flatMap(([numbers, { index }]) =>
      [...numbers].map((number) => index.strings.get(index[column][number] ?? none)),
    );
  const shown = shownScopes({ accountIds: valuesOf('scopeAccount'), regions: valuesOf('scopeRegion') });
  return { severalAccounts: shown.accounts, severalRegions: shown.regions };
}

function numberOf({ numbers }: ComparedSide, item: number): number {
  return numbers ? (numbers[item] ?? item) : item;
}

/** A row as pages and files have it, with the places of both items. */
export function rowView({ comparison, before, after }: Compared, row: number) {
  const [a, b] = [comparison.before[row] ?? -1, comparison.after[row] ?? -1];
  // The later item names the resource, where there is one.
  const item = b >= 0 ? itemRow(after.index, b) : itemRow(before.index, a);
  const { awsAccountId, awsRegion, resourceType, resourceId, resourceName, nameTag } = item;
  return {
    difference: differences[comparison.kind[row] ?? 0] ?? 'changed',
    accountId: awsAccountId ?? '',
    region: awsRegion ?? '',
    resourceType,
    resourceId,
    resourceName,
    ...(nameTag !== undefined && { nameTag }),
    ...(a >= 0 && { before: numberOf(before, a) }),
    ...(b >= 0 && { after: numberOf(after, b) }),
  };
}
