// The items of A that were read, and a table of them by their identity.

/** How many they are. */
export let items: u32 = 0;
let room: u32 = 4096;
// Their identity, where they begin in the document, how long they are, whether they were matched in B; and a table of their numbers plus
// one by their identity.
let itemOwn: usize = heap.alloc(4096 << 3);
let itemStart: usize = heap.alloc(4096 << 3);
let itemLength: usize = heap.alloc(4096 << 2);
let itemMatched: usize = heap.alloc(4096);
let slots: usize = heap.alloc(8192 << 2);
let slotMask: u32 = 8191;
memory.fill(slots, 0, 8192 << 2);

/** Where an item begins in the document. */
@inline
export function startOf(item: u32): u64 {
  return load<u64>(itemStart + (usize(item) << 3));
}

/** Its bytes. */
@inline
export function lengthOf(item: u32): u32 {
  return load<u32>(itemLength + (usize(item) << 2));
}

@inline
export function isMatched(item: u32): bool {
  return load<u8>(itemMatched + item) != 0;
}

@inline
export function setMatched(item: u32): void {
  store<u8>(itemMatched + item, 1);
}

/** Adds one. False where one of its identity is there. */
export function addItem(identity: u64, start: u64, length: u32): bool {
  if (items == room) growItems();
  if (items << 1 > slotMask) growSlots();
  const slot = slotOf(identity);
  if (load<u32>(slot) != 0) return false;
  store<u32>(slot, items + 1);
  store<u64>(itemOwn + (usize(items) << 3), identity);
  store<u64>(itemStart + (usize(items) << 3), start);
  store<u32>(itemLength + (usize(items) << 2), length);
  store<u8>(itemMatched + items, 0);
  items++;
  return true;
}

/** The number plus one of the item of an identity; 0 where there is none. */
@inline
export function findItem(identity: u64): u32 {
  return load<u32>(slotOf(identity));
}

@inline
function ownOf(item: u32): u64 { return load<u64>(itemOwn + (usize(item) << 3)); }

/** The slot of an identity: that of its item, or the empty one where it would be. */
@inline
function slotOf(identity: u64): usize {
  for (let slot = u32(identity) & slotMask; ; slot = (slot + 1) & slotMask) {
    const at = slots + (usize(slot) << 2);
    const entry = load<u32>(at);
    if (entry == 0 || ownOf(entry - 1) == identity) return at;
  }
  return 0;
}

function growItems(): void {
  room *= 2;
  itemOwn = heap.realloc(itemOwn, usize(room) << 3);
  itemStart = heap.realloc(itemStart, usize(room) << 3);
  itemLength = heap.realloc(itemLength, usize(room) << 2);
  itemMatched = heap.realloc(itemMatched, room);
}

function growSlots(): void {
  heap.free(slots);
  slotMask = 2 * slotMask + 1;
  slots = heap.alloc(usize(slotMask + 1) << 2);
  memory.fill(slots, 0, usize(slotMask + 1) << 2);
  for (let item: u32 = 0; item < items; item++) store<u32>(slotOf(ownOf(item)), item + 1);
}
