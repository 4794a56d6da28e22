import type { StringTable } from '../../documents/scanner/string-table';
import type { TimeSlicer } from './time-slicer';

/** The heap in small letters, made when first searched. */
const folded = new WeakMap<StringTable, Promise<Buffer>>();
/** Bytes that are searched in one go: about four milliseconds. */
const stride = 8 * 2 ** 20;

/** How a string that was searched for is in another one. */
export enum StringMatch {
  none,
  holds,
  begins,
  is,
}

/** Which strings hold `needle`, whatever the case: a `StringMatch` at the number of each; undefined where none does. In slices. */
export async function findStrings(
  strings: StringTable,
  needle: string,
  slicer: TimeSlicer,
): Promise<Uint8Array | undefined> {
  let found: Uint8Array | undefined;
  const wanted = Buffer.from(needle.toLowerCase());
  let folding = folded.get(strings);
  if (!folding) {
    folding = fold(strings, slicer);
    folding.catch(() => folded.delete(strings));
    folded.set(strings, folding);
  }
  const heap = await folding;
  let number = 0;
  for (let from = 0; from < heap.length; from += stride) {
    if (slicer.sliceExpired()) await slicer.yieldNow();
    const window = heap.subarray(from, Math.min(heap.length, from + stride + wanted.length));
    for (let at = window.indexOf(wanted); at >= 0; ) {
      if (slicer.shouldYield()) await slicer.yieldNow();
      number = textAt(strings, from + at, number);
      const end = strings.starts[number + 1] ?? 0;
      const within = from + at + wanted.length <= end;
      if (within) {
        found ??= new Uint8Array(strings.count);
        const isAtStart = from + at === strings.starts[number];
        const match = !isAtStart
          ? StringMatch.holds
          : from + at + wanted.length === end
            ? StringMatch.is
            : StringMatch.begins;
        // What goes over the end of a window may be met twice.
        if (found[number] === StringMatch.none) found[number] = match;
      }
      at = window.indexOf(wanted, within ? end - from : at + 1);
    }
  }
  return found;
}

/** The text that a byte lies in; `low` is one at or before it, and mostly not far. */
function textAt({ starts, count }: StringTable, byte: number, low: number): number {
  let first = (starts[low] ?? 0) <= byte ? low : 0;
  let step = 1;
  while (first + step < count && (starts[first + step] ?? 0) <= byte) {
    first += step;
    step *= 2;
  }
  let behind = Math.min(count, first + step);
  while (first + 1 < behind) {
    const middle = (first + behind) >>> 1;
    if ((starts[middle] ?? 0) <= byte) first = middle;
    else behind = middle;
  }
  return first;
}

async function fold(strings: StringTable, slicer: TimeSlicer): Promise<Buffer> {
  const { heap, starts } = strings;
  const small = Buffer.allocUnsafe(heap.length);
  for (let number = 0; number < strings.count; number++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const end = starts[number + 1] ?? 0;
    let plain = true;
    for (let at = starts[number] ?? 0; at < end; at++) {
      const byte = heap[at] ?? 0;
      small[at] = byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte;
      if (byte >= 0x80) plain = false;
    }
    if (plain) continue;
    const lower = Buffer.from(strings.get(number).toLowerCase());
    // The few letters whose small form has another length are found as they are written.
    if (lower.length === end - (starts[number] ?? 0)) small.set(lower, starts[number] ?? 0);
  }
  return small;
}
