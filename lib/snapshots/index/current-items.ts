import type { ItemColumns } from '../../documents/scanner/item-columns';
import type { StringTable } from '../../documents/scanner/string-table';
import { deletedStatuses } from '../../items/item-status';
import { none } from './columns';
import { entryCount, type LookupColumns, lookUp, makeItemLookup, markNotCurrent } from './item-lookup';
import type { TimeSlicer } from './time-slicer';

/** What tells which of several items of a resource is the newest, and whether it is a deletion. */
type StateColumns = Pick<ItemColumns, 'captured' | 'stateId' | 'status'> & { strings: StringTable };

/** Which items are current: the newest one of each resource, where it does not tell that the resource was deleted. */
export interface CurrentItems {
  /** The current items by account and Region, type and id. */
  byId: Int32Array;
  /** Whether a type and id are in several accounts or Regions. */
  shared: boolean;
  /** 1 for all others; undefined where all items are current. */
  notCurrent: Uint8Array | undefined;
}

/**
 * Finds the current items: of each resource the one that was captured last; of several of one time the one with the greatest
 * `configurationStateId`, then the last in the file. What tells no capture time comes before all that do. With `until` (epoch milliseconds) only
 * items count that were captured by then. In slices.
 */
export async function findCurrent(
  items: StateColumns,
  ids: Omit<LookupColumns, 'shared'>,
  slicer: TimeSlicer,
  until?: number,
): Promise<CurrentItems> {
  const later = until === undefined ? undefined : await markLater(items.captured, until, slicer);
  const { slots, shared } = await makeItemLookup(ids, slicer, { except: later, isNewer: newerOf(items) });
  const gone = await findDeletions(items, { ...ids, shared }, slots, slicer);
  if (!gone && entryCount(slots) === ids.type.length) return { byId: slots, shared, notCurrent: undefined };
  const known = (await markNotCurrent({ ...ids, shared }, slots, slicer)) ?? new Uint8Array(ids.type.length);
  for (const item of gone ?? []) known[item] = 1;
  if (!gone) return { byId: slots, shared, notCurrent: known };
  const left = await makeItemLookup(ids, slicer, { except: known });
  return { byId: left.slots, shared: left.shared, notCurrent: known };
}

/** Tells whether an item is newer than one of the same resource that stands before it in the file. */
export function newerOf({
  captured,
  stateId,
}: Pick<ItemColumns, 'captured' | 'stateId'>): (item: number, other: number) => boolean {
  return (item, other) => {
    const [time = Number.NaN, before = Number.NaN] = [captured[item], captured[other]];
    if (time > before) return true;
    if (time < before) return false;
    if (Number.isNaN(time) !== Number.isNaN(before)) return Number.isNaN(before);
    return (stateId[item] ?? 0) >= (stateId[other] ?? 0);
  };
}

async function markLater(captured: Float64Array, until: number, slicer: TimeSlicer): Promise<Uint8Array> {
  const later = new Uint8Array(captured.length);
  await slicer.forRows(later.length, (from, end) => {
    for (let item = from; item < end; item++) {
      // What tells no time was not captured by then, as far as is known.
      if (!((captured[item] ?? Number.NaN) <= until)) later[item] = 1;
    }
    return undefined;
  });
  return later;
}

/** The items in a table that tell a deletion; undefined where none does. */
async function findDeletions(
  { status, strings }: StateColumns,
  ids: LookupColumns,
  slots: Int32Array,
  slicer: TimeSlicer,
): Promise<number[] | undefined> {
  const told = deletedStatuses.map((each) => strings.find(each)).filter((string) => string >= 0);
  if (told.length === 0) return undefined;
  const { scope, type, text } = ids;
  const deletions: number[] = [];
  await slicer.forRows(status.length, (from, end) => {
    for (let item = from; item < end; item++) {
      if (!told.includes(status[item] ?? none)) continue;
      const newest = lookUp(slots, ids, scope[item] ?? none, type[item] ?? none, text[item] ?? none);
      if (newest === item) deletions.push(item);
    }
    return undefined;
  });
  return deletions.length > 0 ? deletions : undefined;
}
