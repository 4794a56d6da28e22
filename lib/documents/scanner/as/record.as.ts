// What is known of the item that is being read: its head, then an entry for each of its relationships and tags.
import { EntryKind, Key } from '../numbers';

/** Stands for "no string" among the numbers of strings. */
export const none: u32 = 0xffffffff;

/** The head. Strings are numbers of the string table, in the order of `Key`. */
@unmanaged
export class ItemRecord {
  /** Its first byte, by its place in the input, and how many they are. */
  start: u32;
  length: u32;
  /** It is not in the plain modern form, and for TypeScript to read. */
  isSlow: u32;
  /** It may hold a number that JavaScript writes in another way. */
  hasRareNumber: u32;
  hashA: u32;
  hashB: u32;
  /** How many entries follow the head. */
  entries: u32;
  /** No capture time was read: not 0. */
  isTimeMissing: u32;
  type: u32;
  id: u32;
  name: u32;
  region: u32;
  zone: u32;
  account: u32;
  status: u32;
  unused: u32;
  /** Epoch milliseconds. */
  captured: f64;
  /** 0 where it is not told, or is no number. */
  stateId: f64;
}

/** A relationship: type, id, name and its own name; or a tag: key and value. Strings are numbers of the string table. */
@unmanaged
export class Entry {
  kind: EntryKind;
  first: u32;
  second: u32;
  third: u32;
  fourth: u32;
}

const headSize: usize = 80;
const entrySize: usize = 20;

/** The record; it may move when an entry is added. */
export let record: ItemRecord = changetype<ItemRecord>(heap.alloc(65536));
let capacity: usize = 65536;

/** For a new item: all strings and the time are missing. */
export function beginRecord(start: u32): void {
  const at = changetype<usize>(record);
  clear(at, 0, headSize);
  clear(at + offsetof<ItemRecord>('type'), 0xff, 32);
  record.isTimeMissing = 1;
  record.start = start;
}

/** Sets the string of a key from `Key.type` to `Key.status`. */
@inline
export function setString(key: Key, number: u32): void {
  store<u32>(changetype<usize>(record) + (usize(key - Key.type) << 2), number, offsetof<ItemRecord>('type'));
}

/** What it holds is for TypeScript to read. */
@inline
export function setSlow(): void {
  record.isSlow = 1;
}

@inline
export function entryAt(number: u32): Entry {
  return changetype<Entry>(changetype<usize>(record) + headSize + usize(number) * entrySize);
}

@inline
export function lastEntry(): Entry {
  return entryAt(record.entries - 1);
}

/** Adds an entry without strings. */
export function addEntry(kind: EntryKind): void {
  const count = record.entries;
  const size = headSize + usize(count + 1) * entrySize;
  if (size > capacity) {
    capacity = size * 2;
    record = changetype<ItemRecord>(heap.realloc(changetype<usize>(record), capacity));
  }
  const entry = entryAt(count);
  clear(changetype<usize>(entry), 0xff, 16);
  entry.fourth = none;
  entry.kind = kind;
  record.entries = count + 1;
}

/** Of two tags of one key the last one counts, as in JSON.parse. AWS allows 50; more than that many are not compared one by one. */
export function mayHaveTagTwice(): bool {
  let tags: u32 = 0;
  for (let n: u32 = 0; n < record.entries; n++) {
    const entry = entryAt(n);
    if (entry.kind != EntryKind.tag) continue;
    if (++tags > 60) return true;
    for (let m: u32 = 0; m < n; m++) {
      const before = entryAt(m);
      if (before.kind == EntryKind.tag && before.first == entry.first) return true;
    }
  }
  return false;
}

/** Sets `size` bytes, sixteen at a time: for so few, memory.fill() takes longer to begin than to do. */
@inline
export function clear(at: usize, value: u8, size: usize): void {
  for (let done: usize = 0; done < size; done += 16) v128.store(at + done, i8x16.splat(value));
}

/** The item that was handed out: where it begins in the input. */
export function getItemStart(): u32 {
  return record.start;
}

/** Its bytes. */
export function getItemLength(): u32 {
  return record.length;
}

/** Whether it is not in the plain modern form. */
export function isItemSlow(): bool {
  return record.isSlow != 0;
}

/** Whether it may hold a number that JavaScript writes in another way. */
export function hasRareNumber(): bool {
  return record.hasRareNumber != 0;
}

/** For an item that TypeScript has read: forgets all but where it lies, to be told the rest. */
export function retell(hashA: u32, hashB: u32, captured: f64, stateId: f64): void {
  record.entries = 0;
  record.hashA = hashA;
  record.hashB = hashB;
  record.captured = captured;
  record.stateId = stateId;
}

/** Tells one of its strings, by the key. */
export function tellString(key: Key, number: u32): void {
  setString(key, number);
}

/** Tells one of its relationships: type, id, name and own name; or of its tags: key and value. */
export function tellEntry(kind: EntryKind, first: u32, second: u32, third: u32, fourth: u32): void {
  addEntry(kind);
  const entry = lastEntry();
  entry.first = first;
  entry.second = second;
  entry.third = third;
  entry.fourth = fourth;
}
