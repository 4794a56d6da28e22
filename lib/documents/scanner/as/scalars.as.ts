// Numbers, words and times.

/** Whether bytes are a number, true, false or null. The memory behind them must go on for four more. */
export function isScalar(at: usize, size: u32): bool {
  const first: u32 = load<u8>(at);
  if (first == 0x74) return size == 4 && load<u32>(at) == 0x65757274;
  if (first == 0x6e) return size == 4 && load<u32>(at) == 0x6c6c756e;
  if (first == 0x66) return size == 5 && load<u32>(at, 1) == 0x65736c61;
  return isNumber(at, size);
}

function isNumber(at: usize, size: u32): bool {
  const end = at + size;
  if (load<u8>(at) == 0x2d) at++;
  if (at == end) return false;
  const first = load<u8>(at);
  let next = behindDigits(at, end);
  if (next == at || (first == 0x30 && next > at + 1)) return false;
  if (next < end && load<u8>(next) == 0x2e) {
    at = next + 1;
    next = behindDigits(at, end);
    if (next == at) return false;
  }
  if (next < end && (load<u8>(next) | 0x20) == 0x65) {
    at = next + 1;
    if (at < end && (load<u8>(at) == 0x2b || load<u8>(at) == 0x2d)) at++;
    next = behindDigits(at, end);
    if (next == at) return false;
  }
  return next == end;
}

/** The number that up to 19 digits are; 0 for anything else: `stateNumber` of lib/items/state-number.ts. */
export function readDigits(at: usize, size: u32): f64 {
  if (size > 19 || behindDigits(at, at + size) != at + size) return 0;
  let number: u64 = 0;
  for (let n: u32 = 0; n < size; n++) number = number * 10 + load<u8>(at + n) - 0x30;
  return f64(number);
}

function behindDigits(at: usize, end: usize): usize {
  while (at < end && load<u8>(at) >= 0x30 && load<u8>(at) <= 0x39) at++;
  return at;
}

/** Whether a scalar may be a number that JavaScript writes in another way: all but short integers are taken for one. */
@inline
export function mayBeRewritten(at: usize, size: u32): bool {
  if (load<u8>(at) > 0x39) return false;
  const digits = load<u8>(at) == 0x2d ? at + 1 : at;
  if (digits == at + 1 && load<u8>(digits) == 0x30) return true;
  return size > 15 || behindDigits(digits, at + size) != at + size;
}

/** The time that `readTime` has read, in epoch milliseconds. */
export let time: f64 = 0;

/** Reads a time in the form `2026-11-22T08:31:54.000Z`. False for any other, and for what is near an edge of the calendar. */
export function readTime(at: usize, size: u32): bool {
  const isFormed =
    size == 24 &&
    bothDigits(at) &&
    bothDigits(at + 2) &&
    load<u8>(at, 4) == 0x2d &&
    bothDigits(at + 5) &&
    load<u8>(at, 7) == 0x2d &&
    bothDigits(at + 8) &&
    load<u8>(at, 10) == 0x54 &&
    bothDigits(at + 11) &&
    load<u8>(at, 13) == 0x3a &&
    bothDigits(at + 14) &&
    load<u8>(at, 16) == 0x3a &&
    bothDigits(at + 17) &&
    load<u8>(at, 19) == 0x2e &&
    bothDigits(at + 20) &&
    bothDigits(at + 21) &&
    load<u8>(at, 23) == 0x5a;
  if (!isFormed) return false;
  const year = pair(at) * 100 + pair(at + 2);
  const month = pair(at + 5);
  const day = pair(at + 8);
  const hour = pair(at + 11);
  const minute = pair(at + 14);
  const second = pair(at + 17);
  const millisecond = pair(at + 20) * 10 + i32(load<u8>(at, 22)) - 0x30;
  if (year < 1000 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
  // Months with 31 days are the odd ones up to July, and the even ones from August on. The 29th of February is left to JavaScript.
  const isLong = (month < 8 ? month & 1 : ~month & 1) != 0;
  if (day > (month == 2 ? 28 : isLong ? 31 : 30)) return false;
  // Days from the civil calendar, counted from March.
  const y = month <= 2 ? year - 1 : year;
  const era = y / 400;
  const ofEra = y - era * 400;
  const ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const days = era * 146097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719468;
  time = f64(days) * 86400000 + f64(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  return true;
}

@inline
function pair(at: usize): i32 {
  return i32(load<u8>(at)) * 10 + i32(load<u8>(at, 1)) - 528;
}

@inline
function bothDigits(at: usize): bool {
  const first: u32 = load<u8>(at);
  const second: u32 = load<u8>(at, 1);
  return first >= 0x30 && first <= 0x39 && second >= 0x30 && second <= 0x39;
}
