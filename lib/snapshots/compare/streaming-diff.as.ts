// Reads the items of two snapshots side by side, in AssemblyScript: `node tools/make-wasm.mjs` makes streaming-diff-bytes.ts of it.
//
// Most of two snapshots of one account is the same, byte for byte. This finds where items end, and which of them stand in both; only the
// others are handed out, for the scanner to read. Side A leads: items of side B are looked for among those of A that were not yet matched.
// Of an item nothing is looked at but quotes, brackets, and the texts that are its identity: account, Region, type and id.

import { Input, isBlank } from '../../documents/scanner/as/input.as';
import { DiffStop } from './numbers';

// One side: an `Input`, then where the item begins that is being read, the state, and whether no more will come.
const LENGTH: usize = offsetof<Input>('length'), POS: usize = offsetof<Input>('pos'), START: usize = 24, STATE: usize = 28, WHOLE: usize = 32;
// Of the item that is being read: levels of nesting, whether an escape or a string goes on; and by their distance from its beginning, the
// four texts of its identity, the last text of its own fields (and whether that is a value for sure), and the last backslash.
const DEPTH: usize = 36, ESCAPED: usize = 40, TEXT: usize = 48, PENDING: usize = 56, FIELDS: usize = 60, TEXT_AT: usize = 92, IS_VALUE: usize = 96, BACKSLASH: usize = 100;
const SIDE: usize = 112;
const sides: usize = memory.data(2 * 112, 16);
const A: usize = sides, B: usize = sides + SIDE;

// STATE: before the first item, between items, in one, behind the last, and behind a comma.
const FIRST: u32 = 0, BETWEEN: u32 = 1, IN_ITEM: u32 = 2, BEHIND: u32 = 3, AFTER_COMMA: u32 = 4;
// The texts of an identity, by number: each is two words at FIELDS, where it begins and where it ends.
const TYPE_FIELD: u32 = 1, ID_FIELD: u32 = 2, ACCOUNT_FIELD: u32 = 3, REGION_FIELD: u32 = 4;
// PENDING: the key of the field of this number was read, or (more by IN_VALUE) its value has begun; or one of them is written as we do not
// read it.
const NONE: u32 = 0, IN_VALUE: u32 = 4, UNREADABLE: u32 = 9;

@inline function fieldAt(side: usize, field: u32): usize { return side + FIELDS + (usize(field - 1) << 3); }

/** Bytes behind a block that may be looked at. */
const SLACK: u32 = 32;
const deepest: i32 = 500;

// Items of A: their identity, where they begin in the document, how long they are, whether they were matched in B; and a table of their
// numbers plus one by their identity.
let items: u32 = 0, room: u32 = 4096, next: u32 = 0, matched: u32 = 0;
let itemOwn: usize = heap.alloc(4096 << 3);
let itemStart: usize = heap.alloc(4096 << 3);
let itemLength: usize = heap.alloc(4096 << 2);
let itemMatched: usize = heap.alloc(4096);
let slots: usize = heap.alloc(8192 << 2);
let slotMask: u32 = 8191;
memory.fill(slots, 0, 8192 << 2);
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

for (let side = A; side <= B; side += SIDE) {
  memory.fill(side, 0, SIDE);
  inputOf(side).begin();
}

export function getOutAt(): usize { return outAt; }
export function getOutLength(): u32 { return outLength; }
export function getOutNumber(): u32 { return outNumber; }
export function getMatched(): u32 { return matched; }
export function getItems(): u32 { return items; }
export function getOtherItems(): u32 { return otherItems; }

@inline function inputOf(side: usize): Input { return changetype<Input>(side); }

@inline function sideOf(number: u32): usize { return number ? B : A; }

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
  if (side == A && next < items) return u32(load<u64>(itemStart + (usize(next) << 3)) - u64(inputOf(A).base));
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

/** To the next item, or behind the last one: gives the new state, or BETWEEN where more is needed, or FIRST where it is no such list. */
function toItem(side: usize): u32 {
  const input = inputOf(side).at;
  const length = load<u32>(side, LENGTH);
  let pos = load<u32>(side, POS);
  let state = load<u32>(side, STATE);
  for (; pos < length; pos++) {
    const byte: u32 = load<u8>(input + pos);
    if (isBlank(byte)) continue;
    if (byte == 0x2c && state == BETWEEN) {
      state = AFTER_COMMA;
    } else if (byte == 0x5d && state != AFTER_COMMA) {
      store<u32>(side, pos + 1, POS);
      store<u32>(side, BEHIND, STATE);
      return BEHIND;
    } else if (byte == 0x7b && state != BETWEEN) {
      store<u32>(side, pos, POS);
      store<u32>(side, pos, START);
      store<u32>(side, IN_ITEM, STATE);
      memory.fill(side + DEPTH, 0, SIDE - DEPTH);
      if (side == B) alike = 0;
      return IN_ITEM;
    } else return FIRST;
  }
  store<u32>(side, pos, POS);
  store<u32>(side, state, STATE);
  return load<u32>(side, WHOLE) ? FIRST : BETWEEN;
}

@inline function bitsOf(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return u64(u32(i8x16.bitmask(i8x16.eq(a, byte)))) | (u64(u32(i8x16.bitmask(i8x16.eq(b, byte)))) << 16) |
    (u64(u32(i8x16.bitmask(i8x16.eq(c, byte)))) << 32) | (u64(u32(i8x16.bitmask(i8x16.eq(d, byte)))) << 48);
}

/** Reads on in an item, 64 bytes at a time: DiffStop.ended with POS behind it, DiffStop.more, or DiffStop.failed. */
function readItem(side: usize): DiffStop {
  const input = inputOf(side).at;
  const length = load<u32>(side, LENGTH);
  const whole = load<u32>(side, WHOLE);
  const start = load<u32>(side, START);
  let pos = load<u32>(side, POS);
  let depth = load<i32>(side, DEPTH);
  let carried = load<u64>(side, ESCAPED);
  let inText = load<u64>(side, TEXT);
  const small = i8x16.splat(0x20);
  while (pos + 64 + SLACK <= length || (whole && pos < length)) {
    const at = input + pos;
    const a = v128.load(at), b = v128.load(at, 16), c = v128.load(at, 32), d = v128.load(at, 48);
    let quotes = bitsOf(a, b, c, d, i8x16.splat(0x22));
    const backslashes = bitsOf(a, b, c, d, i8x16.splat(0x5c));
    if (backslashes | carried) {
      // Which bytes an odd number of backslashes leads to: as simdjson finds them.
      const even: u64 = 0x5555555555555555;
      const slashes = backslashes & ~carried;
      const follows = (slashes << 1) | carried;
      const odd = slashes & ~even & ~follows;
      const sum = odd + slashes;
      carried = u64(sum < odd);
      quotes &= ~((even ^ (sum << 1)) & follows);
    }
    let texts = quotes;
    texts ^= texts << 1;
    texts ^= texts << 2;
    texts ^= texts << 4;
    texts ^= texts << 8;
    texts ^= texts << 16;
    texts ^= texts << 32;
    texts ^= inText;
    inText = u64(i64(texts) >> 63);
    // Brackets and braces differ in one bit.
    const e = v128.or(a, small), f = v128.or(b, small), g = v128.or(c, small), h = v128.or(d, small);
    const opening = bitsOf(e, f, g, h, i8x16.splat(0x7b)) & ~texts;
    const closing = bitsOf(e, f, g, h, i8x16.splat(0x7d)) & ~texts;
    const most = i32(popcnt(closing));
    if (depth - most > 1) {
      depth += i32(popcnt(opening)) - most;
      if (depth > deepest) return DiffStop.failed;
      pos += 64;
      continue;
    }
    for (let bits = opening | closing | quotes; bits; bits &= bits - 1) {
      const bit = bits & (0 - bits);
      const place = pos + u32(ctz(bits));
      if (opening & bit) depth++;
      else if (closing & bit) {
        if (--depth == 0) {
          store<u32>(side, place + 1, POS);
          return DiffStop.ended;
        }
      } else if (depth == 1) {
        if (texts & bit) openText(side, input, place);
        else {
          const before = backslashes & (bit - 1);
          const last = before ? pos + 63 - u32(clz(before)) - start : load<u32>(side, BACKSLASH);
          closeText(side, place, last > load<u32>(side, TEXT_AT));
        }
      }
    }
    if (backslashes) store<u32>(side, pos + 63 - u32(clz(backslashes)) - start, BACKSLASH);
    pos += 64;
  }
  store<u32>(side, pos, POS);
  store<i32>(side, depth, DEPTH);
  store<u64>(side, carried, ESCAPED);
  store<u64>(side, inText, TEXT);
  return whole ? DiffStop.failed : DiffStop.more;
}

/** A text of the item's own fields begins: key or value. */
function openText(side: usize, input: usize, place: u32): void {
  const at = place - load<u32>(side, START);
  const before: u32 = load<u8>(input + place - 1);
  const isValue = before == 0x3a || (before == 0x20 && load<u8>(input + place - 2) == 0x3a);
  store<u32>(side, at, TEXT_AT);
  store<u32>(side, u32(isValue), IS_VALUE);
  const pending = load<u32>(side, PENDING);
  if (pending > IN_VALUE && pending != UNREADABLE) store<u32>(fieldAt(side, pending - IN_VALUE), at + 1);
  else if (pending == NONE && !isValue) openKey(side, input, place);
}

/** "resourceType":, "resourceId":, "awsAccountId": and "awsRegion":, each once and with a string, as nearly all write them. */
@inline function openKey(side: usize, input: usize, place: u32): void {
  const first = load<u64>(input + place, 1);
  const second = load<u32>(input + place, 9);
  let field: u32 = NONE, size: u32 = 0;
  if (first == 0x656372756f736572) {
    if (second == 0x65707954 && load<u8>(input + place, 13) == 0x22) { field = TYPE_FIELD; size = 14; }
    else if ((second & 0xffffff) == 0x226449) { field = ID_FIELD; size = 12; }
  } else if (first == 0x756f636341737761) {
    if (second == 0x6449746e && load<u8>(input + place, 13) == 0x22) { field = ACCOUNT_FIELD; size = 14; }
  } else if (first == 0x6f69676552737761 && (second & 0xffff) == 0x226e) { field = REGION_FIELD; size = 11; }
  if (field == NONE) return;
  const after = place + size;
  const value = load<u8>(input + after, 1) == 0x20 ? after + 2 : after + 1;
  const isPlain = load<u8>(input + after) == 0x3a && load<u8>(input + value) == 0x22 && load<u32>(fieldAt(side, field)) == 0;
  store<u32>(side, isPlain ? field : UNREADABLE, PENDING);
}

/** It ends. */
function closeText(side: usize, place: u32, hasEscape: bool): void {
  const pending = load<u32>(side, PENDING);
  // A key that is spelt in another way may be one of them.
  if (pending == UNREADABLE || (hasEscape && !load<u32>(side, IS_VALUE))) store<u32>(side, UNREADABLE, PENDING);
  else if (pending != NONE && pending <= IN_VALUE) store<u32>(side, pending + IN_VALUE, PENDING);
  else if (pending != NONE) {
    store<u32>(fieldAt(side, pending - IN_VALUE), place - load<u32>(side, START), 4);
    store<u32>(side, NONE, PENDING);
  }
}

// Another one for each comparison, so that nobody can write items that all fall into one slot.
let secret: u64 = 0;
export function setSecret(low: u32, high: u32): void { secret = (u64(high) << 32) | low; }

/** Of account, Region, type, whatever its case, and id; 0 where it has not all of them in the plain form. */
function identity(side: usize): u64 {
  if (load<u32>(side, PENDING) != NONE) return 0;
  const item = inputOf(side).at + load<u32>(side, START);
  let hash: u64 = 0xcbf29ce484222325 ^ secret;
  for (let field = TYPE_FIELD; field <= REGION_FIELD; field++) {
    const at = load<u32>(fieldAt(side, field)), end = load<u32>(fieldAt(side, field), 4);
    // What an item does not tell is told by others: its zone, its ARN, the key of the document.
    if (at == 0 || at == end) return 0;
    const isType = field == TYPE_FIELD;
    for (let text = at; text < end; text++) {
      const byte: u64 = load<u8>(item + text);
      if (byte == 0x5c || (isType && byte >= 0x80)) return 0;
      hash = (hash ^ (isType && byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)) * 0x100000001b3;
    }
    hash = (hash ^ 0x22) * 0x100000001b3;
  }
  hash = (hash ^ (hash >> 32)) * 0x9e3779b97f4a7c15;
  hash ^= hash >> 29;
  return hash ? hash : 1;
}

@inline function ownOf(item: u32): u64 { return load<u64>(itemOwn + (usize(item) << 3)); }

/** The slot of an identity: that of its item, or the empty one where it would be. */
@inline function slotOf(identity: u64): usize {
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
    if (items == room) growItems();
    if (items << 1 > slotMask) growSlots();
    const slot = slotOf(own);
    // A resource that is there twice is not for us.
    if (load<u32>(slot) != 0) return DiffStop.failed;
    store<u32>(slot, items + 1);
    store<u64>(itemOwn + (usize(items) << 3), own);
    store<u64>(itemStart + (usize(items) << 3), u64(inputOf(A).base) + load<u32>(A, START));
    store<u32>(itemLength + (usize(items) << 2), load<u32>(A, POS) - load<u32>(A, START));
    store<u8>(itemMatched + items, 0);
    items++;
    store<u32>(A, BETWEEN, STATE);
  }
  return DiffStop.failed;
}

@inline function addressInA(item: u32): usize {
  return inputOf(A).at + usize(load<u64>(itemStart + (usize(item) << 3)) - u64(inputOf(A).base));
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
  store<u8>(itemMatched + next, 1);
  next++;
  skipTo = next;
  matched++;
  otherItems++;
  store<u32>(B, BETWEEN, STATE);
}

function handOutOfA(): DiffStop {
  outAt = addressInA(next);
  outLength = load<u32>(itemLength + (usize(next) << 2));
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
    }
    const start = load<u32>(B, START);
    const at = inputOf(B).at + start;
    // Nothing of it was read yet: it may be the very item that is next in A.
    if (!isRead && load<u32>(B, POS) == start) {
      if (next < items) {
        const size = load<u32>(itemLength + (usize(next) << 2));
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
    const slot = slotOf(own);
    const entry = load<u32>(slot);
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
        if (load<u32>(itemLength + (usize(item) << 2)) == size && same(addressInA(item), at, size)) then = DiffStop.ended;
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
    const entry = load<u32>(slotOf(own));
    if (entry != 0 && load<u8>(itemMatched + entry - 1)) return false;
  }
  return true;
}
