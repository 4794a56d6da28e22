// Reads the items of two snapshots side by side, in AssemblyScript: `node tools/make-wasm.mjs` makes streaming-diff-bytes.ts of it and of
// what it imports.
//
// Most of two snapshots of one account is the same, byte for byte. This finds where items end, and which of them stand in both; only the
// others are handed out, for the scanner to read. Side A leads: items of side B are looked for among those of A that were not yet matched.
// Of an item nothing is looked at but quotes, brackets, and the texts that are its identity: account, Region, type and id.

import { isBlank } from '../../../documents/scanner/as/input.as';
import { DiffStop } from '../numbers';
import { identity } from './identity.as';
import { addItem, findItem, isMatched, items, lengthOf, setMatched, startOf } from './items.as';
import { readItem } from './read-item.as';
import { A, B, BEHIND, BETWEEN, FIRST, IN_ITEM, inputOf, LENGTH, POS, sideOf, START, STATE, toItem, WHOLE } from './side.as';

export { setSecret } from './identity.as';

// The next item of A to be told of, and how many were matched.
let next: u32 = 0, matched: u32 = 0;
// Identities of the items of B that are handed out, and their number.
let others: usize = heap.alloc(1024 << 3);
let otherRoom: u32 = 1024, otherCount: u32 = 0, otherItems: u32 = 0;
// The item of B was read to its end.
let isRead: bool = false;
// Bytes of it that are those of the next item of A.
let alike: u32 = 0;
// Items of B in a row that were not found in A. So many are enough to read on in A for them, up to so many bytes of it.
let alone: u32 = 0;
const maxUnmatched: u32 = 32, maxBytesAhead: u32 = 64 << 20;
// Items of A before this one are handed out, then `then`.
let skipTo: u32 = 0;
let then: DiffStop = DiffStop.more;
let outAt: usize = 0;
let outLength: u32 = 0;
let outNumber: u32 = 0;

export function getOutAt(): usize { return outAt; }

export function getOutLength(): u32 { return outLength; }

export function getOutNumber(): u32 { return outNumber; }

export function getMatched(): u32 { return matched; }

export function getItems(): u32 { return items; }

export function getOtherItems(): u32 { return otherItems; }

/** Bytes of a side that were not looked at; of A: that were not compared. */
export function getWaiting(number: u32): u32 {
  const side = sideOf(number);
  return load<u32>(side, LENGTH) - wantedFrom(side);
}

/** Where what follows the last item begins, and how much of it there is. */
export function getRest(number: u32): usize { return inputOf(sideOf(number)).at + load<u32>(sideOf(number), POS); }

export function getRestLength(number: u32): u32 { return load<u32>(sideOf(number), LENGTH) - load<u32>(sideOf(number), POS); }

export function isBehind(number: u32): bool { return load<u32>(sideOf(number), STATE) == BEHIND; }

/** The first byte that is still wanted. */
function wantedFrom(side: usize): u32 {
  if (side == A && next < items) return u32(startOf(next) - u64(inputOf(A).base));
  return load<u32>(side, STATE) == IN_ITEM ? load<u32>(side, START) : load<u32>(side, POS);
}

/** Where to write the next `size` bytes of a side. */
export function reserve(number: u32, size: u32): usize {
  const side = sideOf(number);
  const input = inputOf(side);
  // What is behind the last byte is looked at in steps of 64, and filled at the end.
  store<u32>(side, load<u32>(side, START) - input.makeRoom(size, 128, wantedFrom(side)), START);
  return input.at + input.length;
}

export function written(number: u32, size: u32): void {
  store<u32>(sideOf(number), load<u32>(sideOf(number), LENGTH) + size, LENGTH);
}

/** The first item begins after `size` bytes. */
export function skipHead(number: u32, size: u32): void { store<u32>(sideOf(number), size, POS); }

/** No more will come. */
export function end(number: u32): void {
  const side = sideOf(number);
  store<u32>(side, 1, WHOLE);
  memory.fill(inputOf(side).at + load<u32>(side, LENGTH), 0, 128);
}

/** Finds the items of what has come of A: DiffStop.more, DiffStop.ended or DiffStop.failed. */
export function scanA(): DiffStop {
  while (true) {
    const state = load<u32>(A, STATE);
    if (state == BEHIND) return DiffStop.ended;
    if (state != IN_ITEM) {
      const now = toItem(A);
      if (now == FIRST) return DiffStop.failed;
      if (now == BETWEEN) return DiffStop.more;
      continue;
    }
    const read = readItem(A);
    if (read != DiffStop.ended) return read;
    const own = identity(A);
    if (own == 0) return DiffStop.failed;
    const start = load<u32>(A, START);
    // A resource that is there twice is not for us.
    if (!addItem(own, u64(inputOf(A).base) + start, load<u32>(A, POS) - start)) return DiffStop.failed;
    store<u32>(A, BETWEEN, STATE);
  }
  return DiffStop.failed;
}

@inline
function addressInA(item: u32): usize {
  return inputOf(A).at + usize(startOf(item) - u64(inputOf(A).base));
}

/** Both lie in memory that goes on for sixteen bytes. */
function same(a: usize, b: usize, size: u32): bool {
  const last = size & ~15;
  for (let at: u32 = 0; at < last; at += 16) {
    if (v128.any_true(v128.xor(v128.load(a + at), v128.load(b + at)))) return false;
  }
  for (let at = last; at < size; at++) if (load<u8>(a + at) != load<u8>(b + at)) return false;
  return true;
}

function noteMatch(): void {
  setMatched(next);
  next++;
  skipTo = next;
  matched++;
  otherItems++;
  store<u32>(B, BETWEEN, STATE);
}

function handOutOfA(): DiffStop {
  outAt = addressInA(next);
  outLength = lengthOf(next);
  outNumber = next;
  next++;
  return DiffStop.onlyInA;
}

/** Goes on in B: what it stops at is one of the above. What is handed out is good until the next call. */
export function scanB(): DiffStop {
  while (true) {
    if (next < skipTo) return handOutOfA();
    if (then == DiffStop.ended) {
      then = DiffStop.more;
      noteMatch();
    } else if (then == DiffStop.onlyInB) {
      then = DiffStop.more;
      return handOutOfB();
    }
    const state = load<u32>(B, STATE);
    if (state == BEHIND) {
      if (next < items) return handOutOfA();
      if (load<u32>(A, STATE) != BEHIND) return DiffStop.needsA;
      return areOthersAlone() ? DiffStop.ended : DiffStop.failed;
    }
    if (state != IN_ITEM) {
      const now = toItem(B);
      if (now == FIRST) return DiffStop.failed;
      if (now == BETWEEN) return DiffStop.needsB;
      if (now == BEHIND) continue;
      alike = 0;
    }
    const start = load<u32>(B, START);
    const at = inputOf(B).at + start;
    // Nothing of it was read yet: it may be the very item that is next in A.
    if (!isRead && load<u32>(B, POS) == start) {
      if (next < items) {
        const size = lengthOf(next);
        const from = addressInA(next);
        const there = load<u32>(B, LENGTH) - start;
        const least = min(there, size);
        if (same(from + alike, at + alike, least - alike)) {
          alike = least;
          if (there <= size) {
            if (!load<u32>(B, WHOLE)) return DiffStop.needsB;
          } else {
            const after: u32 = load<u8>(at + size);
            if (after == 0x2c || after == 0x5d || isBlank(after)) {
              store<u32>(B, start + size, POS);
              noteMatch();
              continue;
            }
          }
        }
      } else if (load<u32>(A, STATE) != BEHIND) return DiffStop.needsA;
    }
    if (!isRead) {
      const read = readItem(B);
      if (read == DiffStop.more) return DiffStop.needsB;
      if (read == DiffStop.failed) return DiffStop.failed;
      isRead = true;
    }
    const own = identity(B);
    if (own == 0) return DiffStop.failed;
    const size = load<u32>(B, POS) - start;
    const entry = findItem(own);
    const isKnown = entry != 0;
    // Many that are not in A: a long part of A may be gone, with them behind it.
    if (!isKnown && alone >= maxUnmatched && load<u32>(A, STATE) != BEHIND && getWaiting(0) < maxBytesAhead) return DiffStop.needsA;
    isRead = false;
    alone = isKnown ? 0 : alone + 1;
    then = DiffStop.onlyInB;
    if (isKnown) {
      const item = entry - 1;
      if (item >= next) {
        skipTo = item;
        if (lengthOf(item) == size && same(addressInA(item), at, size)) then = DiffStop.ended;
        else skipTo = item + 1;
      }
    }
    if (then == DiffStop.onlyInB) {
      if (otherCount == otherRoom) {
        otherRoom *= 2;
        others = heap.realloc(others, usize(otherRoom) << 3);
      }
      store<u64>(others + (usize(otherCount) << 3), own);
      otherCount++;
    }
  }
  return 0;
}

function handOutOfB(): DiffStop {
  outAt = inputOf(B).at + load<u32>(B, START);
  outLength = load<u32>(B, POS) - load<u32>(B, START);
  outNumber = otherItems;
  otherItems++;
  store<u32>(B, BETWEEN, STATE);
  return DiffStop.onlyInB;
}

/** Whether none of the items handed out of B is of a resource that another item of B is of, and was matched in A. */
function areOthersAlone(): bool {
  for (let other: u32 = 0; other < otherCount; other++) {
    const own = load<u64>(others + (usize(other) << 3));
    const entry = findItem(own);
    if (entry != 0 && isMatched(entry - 1)) return false;
  }
  return true;
}
