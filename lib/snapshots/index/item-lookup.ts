import type { StringTable } from '../../documents/scanner/string-table';
import { ambiguous, notFound } from '../../items/resolve-reference';
import { normalizeType } from '../../items/resource-type';
import { none } from './columns';
import type { TimeSlicer } from './time-slicer';

/** Types compare without regard to case: gives one number to all spellings of a type. */
export class TypeKeys {
  readonly #byText = new Map<number, number>();
  readonly #byForm = new Map<string, number>();

  /** `types` are the numbers of strings that are types. */
  constructor(strings: StringTable, types: Iterable<number>) {
    for (const type of types) {
      const form = normalizeType(strings.get(type));
      const key = this.#byForm.get(form) ?? this.#byForm.size;
      this.#byForm.set(form, key);
      this.#byText.set(type, key);
    }
  }

  /** Of the number of a string that is a type. */
  of(type: number): number {
    return this.#byText.get(type) ?? none;
  }

  /** Of a type in any spelling; undefined where there is none such. */
  find(type: string): number | undefined {
    return this.#byForm.get(normalizeType(type));
  }

  get count(): number {
    return this.#byForm.size;
  }
}

/** Items by a number of their account and Region (or of the account alone), the key of their type, and one of their texts. */
export interface LookupColumns {
  scope: Uint32Array;
  type: Uint32Array;
  text: Uint32Array;
  /** Whether a type and text are in several scopes: only then the scope is part of the hash. */
  shared: boolean;
}

/**
 * A hash table of items, each plus one; 0 is free. Of items that are alike in all three columns the first is in, or with `isNewer` the newest.
 * In slices.
 *
 * With `alone`, one that is not alone is in as a negative number, and items that are marked in `except` are not in. Gives undefined where
 * the columns are not `shared` and yet a type and text are in several scopes.
 */
async function makeTable(
  { scope, type, text, shared }: LookupColumns,
  slicer: TimeSlicer,
  { alone = false, except, isNewer }: LookupOptions,
): Promise<Int32Array | undefined> {
  let size = 16;
  while (size < type.length * 1.6) size *= 2;
  const slots = new Int32Array(size);
  let isMade = true;
  await slicer.forRows(type.length, (from, end) => {
    for (let item = from; item < end; item++) {
      const key = type[item] ?? none;
      const value = text[item] ?? none;
      if (value === none || (except !== undefined && except[item] === 1)) continue;
      const its = scope[item] ?? none;
      let slot = slotOf(shared ? its : 0, key, value, size);
      let entry = slots[slot] ?? 0;
      for (; entry !== 0; entry = slots[slot] ?? 0) {
        const other = (entry < 0 ? -entry : entry) - 1;
        if (text[other] === value && type[other] === key) {
          if (scope[other] === its) break;
          if (!shared) {
            isMade = false;
            return false;
          }
        }
        slot = (slot + 1) & (size - 1);
      }
      if (entry === 0 || isNewer?.(item, entry - 1)) slots[slot] = item + 1;
      else if (alone && entry > 0) slots[slot] = -entry;
    }
    return undefined;
  });
  return isMade ? slots : undefined;
}

interface LookupOptions {
  alone?: boolean;
  except?: Uint8Array | undefined;
  /** Whether an item takes the place of one before it in the file. Not with `alone`. */
  isNewer?: (item: number, other: number) => boolean;
}

/** A hash table of items, as `lookUp` takes it; with `alone`, of items that are alike none is found. In slices. */
export async function makeLookup(
  columns: LookupColumns,
  slicer: TimeSlicer,
  options: LookupOptions = {},
): Promise<Int32Array> {
  return (await makeTable({ ...columns, shared: true }, slicer, options)) ?? new Int32Array(16);
}

/** As `makeLookup`; tells whether a type and text are in several scopes. */
export async function makeItemLookup(
  columns: Omit<LookupColumns, 'shared'>,
  slicer: TimeSlicer,
  options: LookupOptions = {},
): Promise<{ slots: Int32Array; shared: boolean }> {
  const slots = await makeTable({ ...columns, shared: false }, slicer, options);
  if (slots) return { slots, shared: false };
  return { slots: await makeLookup({ ...columns, shared: true }, slicer, options), shared: true };
}

/** The item with these three, by a table of `makeLookup`; `notFound`, or `ambiguous` where the table holds only what is alone. */
export function lookUp(
  slots: Int32Array,
  { scope, type, text, shared }: LookupColumns,
  its: number,
  key: number,
  value: number,
): number {
  const size = slots.length;
  let slot = slotOf(shared ? its : 0, key, value, size);
  for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
    const item = (entry < 0 ? -entry : entry) - 1;
    if (text[item] === value && type[item] === key && scope[item] === its) return entry < 0 ? ambiguous : item;
    slot = (slot + 1) & (size - 1);
  }
  return notFound;
}

/** The same in whatever scope, where the columns are not `shared`. */
export function lookUpUnshared(slots: Int32Array, { type, text }: LookupColumns, key: number, value: number): number {
  const mask = slots.length - 1;
  let slot = slotOf(0, key, value, mask + 1);
  for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
    const item = (entry < 0 ? -entry : entry) - 1;
    if (text[item] === value && type[item] === key) return entry < 0 ? ambiguous : item;
    slot = (slot + 1) & mask;
  }
  return notFound;
}

/** The columns by which an index finds items by their id, and by their name. */
export function lookupColumns(index: {
  scope: Uint32Array;
  typeKey: Uint32Array;
  id: Uint32Array;
  name: Uint32Array;
  shared: Uint8Array;
}) {
  const [ids, names] = index.shared;
  const columns = { scope: index.scope, type: index.typeKey };
  return {
    ids: { ...columns, text: index.id, shared: ids === 1 },
    names: { ...columns, text: index.name, shared: names === 1 },
  };
}

/** How many entries a table has. */
export function entryCount(slots: Int32Array): number {
  let entries = 0;
  // An iterator over so many would cost ten times as much.
  for (let slot = 0; slot < slots.length; slot++) if (slots[slot] !== 0) entries += 1;
  return entries;
}

/** Marks with 1 the items that are not in `byId`, the table of those that are current; undefined where all are. In slices. */
export async function markNotCurrent(
  ids: LookupColumns,
  byId: Int32Array,
  slicer: TimeSlicer,
): Promise<Uint8Array | undefined> {
  const { scope, type, text } = ids;
  const { length } = type;
  if (entryCount(byId) === length) return undefined;
  const notCurrent = new Uint8Array(length);
  await slicer.forRows(length, (from, end) => {
    for (let item = from; item < end; item++) {
      const current = lookUp(byId, ids, scope[item] ?? none, type[item] ?? none, text[item] ?? none);
      if (current !== item) notCurrent[item] = 1;
    }
    return undefined;
  });
  return notCurrent;
}

function slotOf(scope: number, key: number, value: number, size: number): number {
  let hash = Math.imul(key ^ Math.imul(value, 0x9e3779b1) ^ Math.imul(scope, 0x27d4eb2f), 0x85ebca6b);
  hash ^= hash >>> 15;
  return (hash ^ (hash >>> 7)) & (size - 1);
}
