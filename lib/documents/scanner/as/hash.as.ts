// The hashes of content-hash.ts in other words: 64 bits in two halves, of bytes, and of hashes put together.

const c1: u32 = 0x9e3779b1;
const c2: u32 = 0xc2b2ae3d;
const seed: u32 = 0x85ebca77;

/** Tells a string from the scalar of the same bytes. */
export const stringSalt: u32 = 0x5bd1e995;

/** Both halves of the hash that was made last. */
export let hashA: u32 = 0;
export let hashB: u32 = 0;

/** Makes a hash the last one. */
@inline
export function setHash(a: u32, b: u32): void {
  hashA = a;
  hashB = b;
}

/** Of bytes. The memory behind them must go on for eight more. */
export function hashBytes(at: usize, size: u32): void {
  let a: u32 = c1 ^ size;
  let b: u32 = seed;
  const whole = at + (size & ~7);
  while (at < whole) {
    a = rotl<u32>(a ^ load<u32>(at), 13) * c1;
    b = rotl<u32>(b ^ load<u32>(at, 4), 11) * c2 + a;
    a += rotl<u32>(b, 7);
    at += 8;
  }
  const rest = size & 7;
  if (rest) {
    const last = load<u64>(at) & (((<u64>1) << (8 * rest)) - 1);
    a = rotl<u32>(a ^ u32(last), 13) * c1;
    b = rotl<u32>(b ^ u32(last >> 32), 11) * c2 + a;
    a += rotl<u32>(b, 7);
  }
  hashA = spread(a + rotl<u32>(b, 16));
  hashB = spread(b ^ hashA);
}

/** As `hashBytes`, of up to 15 bytes in two words that hold nothing else. */
@inline
export function hashShort(low: u64, high: u64, size: u32): void {
  let a: u32 = c1 ^ size;
  let b: u32 = seed;
  if (size) {
    a = rotl<u32>(a ^ u32(low), 13) * c1;
    b = rotl<u32>(b ^ u32(low >> 32), 11) * c2 + a;
    a += rotl<u32>(b, 7);
    if (size > 8) {
      a = rotl<u32>(a ^ u32(high), 13) * c1;
      b = rotl<u32>(b ^ u32(high >> 32), 11) * c2 + a;
      a += rotl<u32>(b, 7);
    }
  }
  hashA = spread(a + rotl<u32>(b, 16));
  hashB = spread(b ^ hashA);
}

/** Of two hashes, in which the order counts. */
@inline
export function combine(keyA: u32, keyB: u32, a: u32, b: u32): void {
  hashA = spread((rotl<u32>(keyA, 5) ^ a) * c1 + keyB);
  hashB = spread((rotl<u32>(keyB, 9) ^ b) * c2 + hashA);
}

/** A place in a table for a short string in two words: quicker than its hash, and good enough. */
@inline
export function placeOfShort(low: u64, high: u64, size: u32): u32 {
  return (u32(low) ^ (u32(low >> 32) * c1) ^ (u32(high) * c2) ^ (size << 3)) * c1;
}

@inline
function spread(value: u32): u32 {
  value ^= value >> 16;
  value *= 0x85ebca6b;
  value ^= value >> 13;
  value *= 0xc2b2ae35;
  return value ^ (value >> 16);
}
