// Which keys mean something: their numbers (`Key`), found by hash.
import { Key } from '../numbers';

const slotCount: u32 = 512;

// Slots of hash, hash, length, number.
const known: usize = memory.data(512 * 16, 16);

/** Makes a key known, by the hash of its bytes. To be called before the first byte is read; there is room for less than 512. */
export function addKnownKey(a: u32, b: u32, size: u32, number: Key): void {
  let slot = slotOf(a);
  while (load<u32>(slot, 12) != 0) slot = after(slot);
  store<u32>(slot, a);
  store<u32>(slot, b, 4);
  store<u32>(slot, size, 8);
  store<i32>(slot, number, 12);
}

/** The number of a key; `Key.other` where it means nothing. */
@inline
export function numberOfKey(a: u32, b: u32, size: u32): Key {
  for (let slot = slotOf(a); ; slot = after(slot)) {
    const number: Key = load<i32>(slot, 12);
    if (number == 0) return Key.other;
    if (load<u32>(slot) == a && load<u32>(slot, 4) == b && load<u32>(slot, 8) == size) return number;
  }
  return Key.other;
}

/** Whether the field of an item tells of its capture, and not of the resource: `captureFields` of lib/items/compare/content.ts. */
@inline
export function tellsOfCapture(key: Key): bool {
  return (
    key == Key.account ||
    key == Key.status ||
    key == Key.captureTime ||
    key == Key.relatedEvents ||
    key == Key.version ||
    key == Key.md5Hash ||
    key == Key.stateId
  );
}

@inline
function slotOf(hash: u32): usize {
  return known + ((hash & (slotCount - 1)) << 4);
}

@inline
function after(slot: usize): usize {
  return slot + 16 == known + (slotCount << 4) ? known : slot + 16;
}
