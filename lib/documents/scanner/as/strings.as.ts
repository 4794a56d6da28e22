// The strings of JSON: where they end, whether they are right, and their hashes.

import { Key } from '../numbers';
import { hashA, hashB, hashBytes, hashShort, placeOfShort, setHash } from './hash.as';
import { Input } from './input.as';
import { numberOfKey } from './keys.as';
import { decodeIntoScratch, hexOf, scratch, unescaped } from './scratch.as';
import { intern } from './string-table.as';

/** What reading a string comes to. */
export enum StringEnd {
  /** `pos` is at the byte that cannot stand there. */
  broken = -1,
  /** It goes on in the next piece. */
  more = 0,
  /** `pos` is at its closing quote. */
  closed = 1,
}

/** The string that is being read has an escape. */
export let escaped: bool = false;
/** The number of the key that was read last: `Key`. */
export let keyNumber: Key = Key.other;
/** Bytes of the string that was read last, without its escapes. */
export let decodedSize: u32 = 0;

let interning: bool = true;

/** Whether strings of items go into the table: who only wants the items themselves has no use for them. */
export function setInterning(on: bool): void {
  interning = on;
}

// Masks that keep the first n bytes of sixteen.
const masks: usize = memory.data(16 * 16, 16);
for (let n: u32 = 0; n < 16; n++) {
  for (let at: u32 = 0; at < 16; at++) store<u8>(masks + (n << 4) + at, at < n ? 0xff : 0);
}

// Keys of up to 15 bytes that were met, by their bytes: the bytes, both halves of the hash, the number, the length. Most keys come again.
const metKeys: usize = memory.data(512 * 32, 16);
memory.fill(metKeys, 0xff, 512 * 32);

/** To be called where a string begins. */
@inline
export function beginString(): void {
  escaped = false;
}

/** Bytes that do not stand in a string as they are: quotes, backslashes and control characters. */
@inline
function specialBytes(bytes: v128): i32 {
  return i8x16.bitmask(
    v128.or(
      v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c))),
      i8x16.lt_u(bytes, i8x16.splat(0x20)),
    ),
  );
}

/** A string that has just begun, has less than 16 bytes and no escapes, which most are: hashed, with `pos` at its closing quote. */
@inline
export function readShortString(input: Input, start: u32, isKey: bool): bool {
  const pos = input.pos;
  if (pos != start + 1 || pos + 16 > input.length) return false;
  const at = input.at + pos;
  const bytes = v128.load(at);
  const found = specialBytes(bytes);
  if (!found) return false;
  const size: u32 = ctz(found);
  if (load<u8>(at + size) != 0x22) return false;
  const string = v128.and(bytes, v128.load(masks + (size << 4)));
  input.pos = pos + size;
  decodedSize = size;
  const low = i64x2.extract_lane(string, 0);
  const high = i64x2.extract_lane(string, 1);
  if (!isKey) {
    hashShort(low, high, size);
    return true;
  }
  const entry = metKeys + ((placeOfShort(low, high, size) >> 23) << 5);
  if (v128.any_true(v128.xor(v128.load(entry), string)) || load<u32>(entry, 28) != size) {
    hashShort(low, high, size);
    v128.store(entry, string);
    store<u32>(entry, hashA, 16);
    store<u32>(entry, hashB, 20);
    store<i32>(entry, numberOfKey(hashA, hashB, size), 24);
    store<u32>(entry, size, 28);
  } else setHash(load<u32>(entry, 16), load<u32>(entry, 20));
  keyNumber = load<i32>(entry, 24);
  return true;
}

/** Any other string: goes on at `pos`; where it is closed, it is hashed. */
export function readString(input: Input, start: u32, isKey: bool): StringEnd {
  const end = findEnd(input);
  if (end != StringEnd.closed) return end;
  const at = input.at + start + 1;
  const size = input.pos - start - 1;
  decodedSize = escaped ? decodeIntoScratch(at, size) : size;
  hashBytes(escaped ? scratch : at, decodedSize);
  if (isKey) keyNumber = numberOfKey(hashA, hashB, decodedSize);
  return StringEnd.closed;
}

/** The number in the table of the string that was just read, and whose hash is the last one; it begins at `at`. */
@inline
export function internRead(at: usize): u32 {
  return interning ? intern(escaped ? scratch : at, decodedSize, hashA) : 0;
}

function findEnd(input: Input): StringEnd {
  let at = input.at + input.pos;
  const end = input.at + input.length;
  while (true) {
    while (at + 16 <= end) {
      const found = specialBytes(v128.load(at));
      if (found) {
        at += ctz(found);
        break;
      }
      at += 16;
    }
    let byte: u32 = 0;
    while (at < end) {
      byte = load<u8>(at);
      if (byte == 0x22 || byte == 0x5c || byte < 0x20) break;
      at++;
    }
    input.pos = u32(at - input.at);
    if (at == end) return StringEnd.more;
    if (byte == 0x22) return StringEnd.closed;
    if (byte < 0x20) return StringEnd.broken;
    escaped = true;
    const size = escapeSize(at, end);
    if (size == 0) return StringEnd.more;
    if (size < 0) {
      input.pos = u32(at - input.at) - size;
      return StringEnd.broken;
    }
    at += size;
  }
  return StringEnd.more;
}

/** Bytes of an escape; 0 where it goes on behind `end`, -n where its byte n cannot stand there. */
function escapeSize(at: usize, end: usize): i32 {
  if (at + 1 == end) return 0;
  const sign: u32 = load<u8>(at, 1);
  if (sign != 0x75) return unescaped(sign) == 0 ? -1 : 2;
  for (let digit: i32 = 2; digit < 6; digit++) {
    if (at + digit >= end) return 0;
    if (hexOf(load<u8>(at + digit)) < 0) return -digit;
  }
  return 6;
}
