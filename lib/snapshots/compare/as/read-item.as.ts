// Reads an item to its end without looking at more of it than quotes and brackets, and the strings of its identity.
import { DiffStop } from '../numbers';
import {
  ACCOUNT_FIELD,
  BACKSLASH,
  DEPTH,
  ESCAPED,
  fieldAt,
  ID_FIELD,
  IN_VALUE,
  inputOf,
  IS_VALUE,
  LENGTH,
  NONE,
  PENDING,
  POS,
  REGION_FIELD,
  START,
  TEXT,
  TEXT_AT,
  TYPE_FIELD,
  UNREADABLE,
  WHOLE,
} from './side.as';

/** Bytes behind a block that may be looked at. */
const SLACK: u32 = 32;
const deepest: i32 = 500;

@inline
function bitsOf(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return u64(u32(i8x16.bitmask(i8x16.eq(a, byte)))) | (u64(u32(i8x16.bitmask(i8x16.eq(b, byte)))) << 16) |
    (u64(u32(i8x16.bitmask(i8x16.eq(c, byte)))) << 32) | (u64(u32(i8x16.bitmask(i8x16.eq(d, byte)))) << 48);
}

/** Reads on in an item, 64 bytes at a time: DiffStop.ended with POS behind it, DiffStop.more, or DiffStop.failed. */
export function readItem(side: usize): DiffStop {
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
  else if (pending == NONE) {
    if (isDeletion(input, place)) store<u32>(side, UNREADABLE, PENDING);
    else if (!isValue) openKey(side, input, place);
  }
}

/** Whether a text may be the status of an item that tells a deletion: `deletedStatuses` of lib/items/item-status.ts. */
@inline
function isDeletion(input: usize, place: u32): bool {
  const first = load<u64>(input + place, 1);
  if (first == 0x22646574656c6544) return true;
  return first == 0x656372756f736552 && (load<u64>(input + place, 9) & 0xffffffffffffff) == 0x646574656c6544;
}

/** "resourceType":, "resourceId":, "awsAccountId": and "awsRegion":, each once and with a string, as nearly all write them. */
@inline
function openKey(side: usize, input: usize, place: u32): void {
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
