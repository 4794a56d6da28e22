import type { StringTable } from '../../documents/scanner/string-table';
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

/** Items by type and one of their strings: `type` holds keys of types. */
export interface LookupColumns {
  type: Uint32Array;
  text: Uint32Array;
}

/** A hash table of items, each plus one; of items of one type and text the first is in. */
export async function makeLookup({ type, text }: LookupColumns, slicer: TimeSlicer): Promise<Int32Array> {
  let size = 16;
  while (size < type.length * 1.6) size *= 2;
  const slots = new Int32Array(size);
  for (let item = 0; item < type.length; item++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const key = type[item] ?? none;
    const value = text[item] ?? none;
    if (value === none) continue;
    let slot = slotOf(key, value, size);
    for (let other = slots[slot] ?? 0; other !== 0; other = slots[slot] ?? 0) {
      if (text[other - 1] === value && type[other - 1] === key) break;
      slot = (slot + 1) & (size - 1);
    }
    if (slots[slot] === 0) slots[slot] = item + 1;
  }
  return slots;
}

/** The item of a type and with a text, by a table of `makeLookup`; -1 where there is none. */
export function lookUp(slots: Int32Array, { type, text }: LookupColumns, key: number, value: number): number {
  const size = slots.length;
  let slot = slotOf(key, value, size);
  for (let item = slots[slot] ?? 0; item !== 0; item = slots[slot] ?? 0) {
    if (text[item - 1] === value && type[item - 1] === key) return item - 1;
    slot = (slot + 1) & (size - 1);
  }
  return -1;
}

function slotOf(key: number, value: number, size: number): number {
  let hash = Math.imul(key ^ Math.imul(value, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  return (hash ^ (hash >>> 7)) & (size - 1);
}
