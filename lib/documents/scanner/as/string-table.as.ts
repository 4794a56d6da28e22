// Every string that goes into the index, once. String n lies in the heap from starts[n] to starts[n + 1]; the slots are a hash table of
// numbers, each plus one. string-table.ts reads the three.
import { hashA, hashBytes } from './hash.as';
import { needScratch, scratch } from './scratch.as';

let heapAt: usize = heap.alloc(1 << 16);
let heapCapacity: u32 = 1 << 16;
let heapLength: u32 = 0;
let starts: usize = heap.alloc(1 << 14);
let startsCapacity: u32 = 1 << 12;
let slots: usize = heap.alloc(1 << 15);
let slotMask: u32 = (1 << 13) - 1;
let strings: u32 = 0;
memory.fill(slots, 0, 1 << 15);
store<u32>(starts, 0);

/** Where the bytes of all strings lie, one behind the other. */
export function getHeap(): usize {
  return heapAt;
}

/** How many bytes they are. */
export function getHeapLength(): u32 {
  return heapLength;
}

/** Where the starts lie: one more than there are strings. */
export function getStarts(): usize {
  return starts;
}

/** How many strings there are. */
export function getStrings(): u32 {
  return strings;
}

/** Where the slots lie. */
export function getSlots(): usize {
  return slots;
}

/** How many they are: a power of two. */
export function getSlotCount(): u32 {
  return slotMask + 1;
}

/**
 * Makes room before the first string, for a table of `count` slots (a power of two) and so many bytes: making it later, when there are
 * many, takes long and leaves holes. Memory that is never written to costs nothing.
 */
export function expectStrings(count: u32, bytes: u32): void {
  heap.free(slots);
  slotMask = count - 1;
  slots = heap.alloc(count << 2);
  memory.fill(slots, 0, count << 2);
  if (bytes > heapCapacity) {
    heap.free(heapAt);
    heapCapacity = bytes;
    heapAt = heap.alloc(bytes);
  }
  if (count > startsCapacity) {
    heap.free(starts);
    startsCapacity = count;
    starts = heap.alloc(count << 2);
    store<u32>(starts, 0);
  }
}

/** Where to write a string for `internScratch`. */
export function scratchFor(size: u32): usize {
  needScratch(size);
  return scratch;
}

/** The number of the string that was written there. */
export function internScratch(size: u32): u32 {
  hashBytes(scratch, size);
  return intern(scratch, size, hashA);
}

/** The number of a string of this hash. The memory behind it must go on for sixteen bytes. */
export function intern(at: usize, size: u32, hash: u32): u32 {
  let slot = hash & slotMask;
  let entry = load<u32>(slots + (slot << 2));
  while (entry != 0) {
    const known = starts + ((entry - 1) << 2);
    const from = load<u32>(known);
    if (load<u32>(known, 4) - from == size && same(heapAt + from, at, size)) return entry - 1;
    slot = (slot + 1) & slotMask;
    entry = load<u32>(slots + (slot << 2));
  }
  const number = strings++;
  if (heapLength + size + 16 > heapCapacity) {
    heapCapacity = heapCapacity + (heapCapacity >> 1) + size + 16;
    heapAt = heap.realloc(heapAt, heapCapacity);
  }
  // In steps of sixteen: both lie in memory that goes on for as much.
  for (let done: u32 = 0; done < size; done += 16) v128.store(heapAt + heapLength + done, v128.load(at + done));
  heapLength += size;
  if (strings + 1 > startsCapacity) {
    startsCapacity += startsCapacity >> 1;
    starts = heap.realloc(starts, startsCapacity << 2);
  }
  store<u32>(starts + (strings << 2), heapLength);
  store<u32>(slots + (slot << 2), number + 1);
  if (strings + (strings >> 1) > slotMask) rehash();
  return number;
}

function same(a: usize, b: usize, size: u32): bool {
  const end = a + size;
  while (a + 8 <= end) {
    if (load<u64>(a) != load<u64>(b)) return false;
    a += 8;
    b += 8;
  }
  const rest = u32(end - a);
  return rest == 0 || (load<u64>(a) ^ load<u64>(b)) << (64 - 8 * rest) == 0;
}

function rehash(): void {
  heap.free(slots);
  slotMask = 2 * slotMask + 1;
  slots = heap.alloc((slotMask + 1) << 2);
  memory.fill(slots, 0, (slotMask + 1) << 2);
  for (let number: u32 = 0; number < strings; number++) {
    const from = load<u32>(starts + (number << 2));
    hashBytes(heapAt + from, load<u32>(starts + (number << 2), 4) - from);
    let slot = hashA & slotMask;
    while (load<u32>(slots + (slot << 2)) != 0) slot = (slot + 1) & slotMask;
    store<u32>(slots + (slot << 2), number + 1);
  }
}
