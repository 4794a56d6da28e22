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

  /** Of the number of a text that is a type. */
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

/** Items by a number of their account and Region (or of the account alone), the key of their type, and one of their strings. */
export interface LookupColumns {
  scope: Uint32Array;
  type: Uint32Array;
  text: Uint32Array;
}

/**
 * A hash table of items, each plus one; 0 is free. Of items that are alike in all three columns the first is in. In slices.
 *
 * With `alone`, one that is not alone is in as a negative number, and items that are marked in `except` are not in.
 */
export async function makeLookup(
  { scope, type, text }: LookupColumns,
  slicer: TimeSlicer,
  { alone = false, except }: { alone?: boolean; except?: Uint8Array } = {},
): Promise<Int32Array> {
  let size = 16;
  while (size < type.length * 1.6) size *= 2;
  const slots = new Int32Array(size);
  for (let item = 0; item < type.length; item++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const [its, key, value] = [scope[item] ?? none, type[item] ?? none, text[item] ?? none];
    if (value === none || except?.[item] === 1) continue;
    let slot = slotOf(its, key, value, size);
    let entry = slots[slot] ?? 0;
    for (; entry !== 0; entry = slots[slot] ?? 0) {
      const other = Math.abs(entry) - 1;
      if (text[other] === value && type[other] === key && scope[other] === its) break;
      slot = (slot + 1) & (size - 1);
    }
    if (entry === 0) slots[slot] = item + 1;
    else if (alone) slots[slot] = -Math.abs(entry);
  }
  return slots;
}

/** The item with these three, by a table of `makeLookup`; `notFound`, or `ambiguous` where the table holds only what is alone. */
export function lookUp(
  slots: Int32Array,
  { scope, type, text }: LookupColumns,
  its: number,
  key: number,
  value: number,
): number {
  const size = slots.length;
  let slot = slotOf(its, key, value, size);
  for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
    const item = Math.abs(entry) - 1;
    if (text[item] === value && type[item] === key && scope[item] === its) return entry < 0 ? ambiguous : item;
    slot = (slot + 1) & (size - 1);
  }
  return notFound;
}

/** How many entries a table has. */
export function entryCount(slots: Int32Array): number {
  let entries = 0;
  for (const entry of slots) if (entry !== 0) entries += 1;
  return entries;
}

/** Marks with 1 the items that repeat the resource of an earlier one; undefined where each resource is there once. In slices. */
export async function markRepeated(
  ids: LookupColumns,
  byId: Int32Array,
  slicer: TimeSlicer,
): Promise<Uint8Array | undefined> {
  const { length } = ids.type;
  if (entryCount(byId) === length) return undefined;
  const repeated = new Uint8Array(length);
  for (let item = 0; item < length; item++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const first = lookUp(byId, ids, ids.scope[item] ?? none, ids.type[item] ?? none, ids.text[item] ?? none);
    if (first !== item) repeated[item] = 1;
  }
  return repeated;
}

function slotOf(scope: number, key: number, value: number, size: number): number {
  let hash = Math.imul(key ^ Math.imul(value, 0x9e3779b1) ^ Math.imul(scope, 0x27d4eb2f), 0x85ebca6b);
  hash ^= hash >>> 15;
  return (hash ^ (hash >>> 7)) & (size - 1);
}
