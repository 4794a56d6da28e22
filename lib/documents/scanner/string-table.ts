import { hashBytes } from './content-hash';

/** Strings by number, each there once, as UTF-8 in one piece of memory. */
export class StringTable {
  readonly heap: Uint8Array;
  /** Text n lies from `starts[n]` up to `starts[n + 1]`. */
  readonly starts: Uint32Array;
  /** A hash table of numbers, each plus one; 0 is free. Its size is a power of two. */
  readonly slots: Int32Array;
  readonly #bytes: Buffer;

  constructor({ heap, starts, slots }: { heap: Uint8Array; starts: Uint32Array; slots: Int32Array }) {
    this.heap = heap;
    this.starts = starts;
    this.slots = slots;
    this.#bytes = Buffer.from(heap.buffer, heap.byteOffset, heap.byteLength);
  }

  get count(): number {
    return this.starts.length - 1;
  }

  /** The number of a string; -1 where it is not among them. */
  find(text: string): number {
    const bytes = Buffer.from(text);
    const mask = this.slots.length - 1;
    let slot = hashBytes(bytes)[0] & mask;
    for (let entry = this.slots[slot] ?? 0; entry !== 0; entry = this.slots[slot] ?? 0) {
      if (bytes.equals(this.#bytes.subarray(this.starts[entry - 1], this.starts[entry]))) return entry - 1;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  get(number: number): string {
    return this.#bytes.toString('utf8', this.starts[number] ?? 0, this.starts[number + 1] ?? 0);
  }

  /** Orders two strings by their bytes. */
  compare(a: number, b: number): number {
    const { heap, starts } = this;
    let [atA, atB] = [starts[a] ?? 0, starts[b] ?? 0];
    const [endA, endB] = [starts[a + 1] ?? 0, starts[b + 1] ?? 0];
    for (; atA < endA && atB < endB; atA++, atB++) {
      const difference = (heap[atA] ?? 0) - (heap[atB] ?? 0);
      if (difference !== 0) return difference;
    }
    return endA - atA - (endB - atB);
  }
}
