import { none } from '../index/columns';
import { TimeSlicer } from '../index/time-slicer';

/** Bytes of addresses that are kept of one document: several of each of a million interfaces. */
const maxBytes = 96 * 2 ** 20;
const lineBreak = 0x0a;

/** IP addresses and CIDR blocks with the items that have them, in one piece of memory: each on a line, in the order of the items. */
export class AddressTable {
  #heap = Buffer.allocUnsafe(2 ** 12);
  #length = 0;
  /** Where each line begins, and its item. */
  #starts = new Uint32Array(2 ** 8);
  #items = new Uint32Array(2 ** 8);
  #count = 0;

  /** Adds an address of an item; false where there is no room for more. */
  add(address: string, item: number): boolean {
    const needed = this.#length + address.length + 1;
    if (needed > maxBytes) return false;
    if (needed > this.#heap.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#heap.length));
      this.#heap.copy(larger, 0, 0, this.#length);
      this.#heap = larger;
    }
    if (this.#count === this.#items.length) {
      this.#starts = doubled(this.#starts);
      this.#items = doubled(this.#items);
    }
    this.#starts[this.#count] = this.#length;
    this.#items[this.#count] = item;
    this.#count += 1;
    this.#heap[this.#length] = lineBreak;
    this.#heap.write(address, this.#length + 1, 'latin1');
    this.#length = needed;
    return true;
  }

  /** The items with an address that is, or begins with, this one; those that have just this one first. In slices: all may begin with `10.`. */
  async find(address: string): Promise<number[]> {
    const slicer = new TimeSlicer();
    const wanted = Buffer.from(`\n${address.toLowerCase()}`, 'latin1');
    const heap = this.#heap.subarray(0, this.#length);
    const exact = new Set<number>();
    const begins = new Set<number>();
    let line = 0;
    for (let at = heap.indexOf(wanted); at >= 0; at = heap.indexOf(wanted, at + 1)) {
      if (slicer.shouldYield()) await slicer.yieldNow();
      line = this.#lineAt(at, line);
      const end = at + wanted.length;
      const isWhole = end === heap.length || heap[end] === lineBreak;
      (isWhole ? exact : begins).add(this.#items[line] ?? none);
    }
    for (const item of exact) begins.delete(item);
    return [...exact].concat([...begins]);
  }

  /** The line that begins at a byte; `low` is one at or before it. */
  #lineAt(byte: number, low: number): number {
    let first = low;
    let step = 1;
    // Lines are asked for in their order, and mostly the next one is near.
    while (first + step < this.#count && (this.#starts[first + step] ?? 0) <= byte) {
      first += step;
      step *= 2;
    }
    let behind = Math.min(this.#count, first + step);
    while (first + 1 < behind) {
      const middle = (first + behind) >>> 1;
      if ((this.#starts[middle] ?? 0) <= byte) first = middle;
      else behind = middle;
    }
    return first;
  }
}

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
