// Memory for strings that do not lie in the input as they are meant: without their escapes, or in small letters.

/** Where it lies; it may move when room is made. */
export let scratch: usize = heap.alloc(4096);
let capacity: u32 = 4096;

/** Makes room for `size` bytes, and sixteen behind them. */
export function needScratch(size: u32): void {
  if (size + 16 <= capacity) return;
  capacity = 2 * size + 16;
  scratch = heap.realloc(scratch, capacity);
}

/** Copies a string and makes its letters of ASCII small. */
export function foldIntoScratch(at: usize, size: u32): void {
  needScratch(size);
  if (at != scratch) memory.copy(scratch, at, size);
  for (let n: u32 = 0; n < size; n++) {
    const byte: u32 = load<u8>(scratch + n);
    if (byte >= 0x41 && byte <= 0x5a) store<u8>(scratch + n, byte | 0x20);
  }
}

/** Puts a string without its escapes there, as UTF-8; lone surrogates become U+FFFD. Its escapes must be right. Gives its length. */
export function decodeIntoScratch(from: usize, size: u32): u32 {
  needScratch(size);
  let to = scratch;
  const end = from + size;
  while (from < end) {
    const byte: u32 = load<u8>(from);
    if (byte != 0x5c) {
      store<u8>(to++, byte);
      from++;
      continue;
    }
    const sign: u32 = load<u8>(from, 1);
    if (sign != 0x75) {
      store<u8>(to++, unescaped(sign));
      from += 2;
      continue;
    }
    let code = hex4(from + 2);
    from += 6;
    if (code >= 0xd800 && code < 0xe000) {
      let low: u32 = 0;
      if (code < 0xdc00 && from + 6 <= end && load<u16>(from) == 0x755c) low = hex4(from + 2);
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        from += 6;
      } else code = 0xfffd;
    }
    to = storeCharacter(to, code);
  }
  return u32(to - scratch);
}

/** Gives the place behind it. */
function storeCharacter(to: usize, code: u32): usize {
  if (code < 0x80) {
    store<u8>(to++, code);
    return to;
  }
  if (code < 0x800) store<u8>(to++, 0xc0 | (code >> 6));
  else {
    if (code < 0x10000) store<u8>(to++, 0xe0 | (code >> 12));
    else {
      store<u8>(to++, 0xf0 | (code >> 18));
      store<u8>(to++, 0x80 | ((code >> 12) & 63));
    }
    store<u8>(to++, 0x80 | ((code >> 6) & 63));
  }
  store<u8>(to++, 0x80 | (code & 63));
  return to;
}

/** What a sign behind a backslash means; 0: nothing. */
export function unescaped(sign: u32): u32 {
  if (sign == 0x22 || sign == 0x5c || sign == 0x2f) return sign;
  if (sign == 0x6e) return 0x0a;
  if (sign == 0x74) return 0x09;
  if (sign == 0x72) return 0x0d;
  if (sign == 0x62) return 0x08;
  return sign == 0x66 ? 0x0c : 0;
}

/** The value of a digit; negative where it is none. */
export function hexOf(byte: u32): i32 {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function hex4(at: usize): u32 {
  return (
    (hexOf(load<u8>(at)) << 12) | (hexOf(load<u8>(at, 1)) << 8) | (hexOf(load<u8>(at, 2)) << 4) | hexOf(load<u8>(at, 3))
  );
}
