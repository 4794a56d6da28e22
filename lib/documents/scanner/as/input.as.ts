// The bytes of a document as they come.

/** Bytes behind the last one that may be looked at: whoever reads in steps of sixteen need not look where they end. */
export const slack: u32 = 16;

const firstCapacity: u32 = 1 << 21;

/** What has come of a document and is still wanted, in one piece of memory that grows. Places in it are relative to `at`. */
@unmanaged
export class Input {
  /** Where it lies in memory. */
  at: usize;
  capacity: u32;
  /** Bytes that have come. */
  length: u32;
  /** The next byte to look at. */
  pos: u32;
  /** The place of the first byte in the document. */
  base: f64;

  /** To be called once, on memory that is all zeros. */
  begin(): void {
    this.at = heap.alloc(firstCapacity);
    this.capacity = firstCapacity;
  }

  /**
   * Makes room for `size` bytes and `extra` behind them; what stands before `from` may go. Gives how many bytes went: all places that
   * the caller knows are as many less.
   */
  makeRoom(size: u32, extra: u32, from: u32): u32 {
    if (this.length + size + extra <= this.capacity) return 0;
    memory.copy(this.at, this.at + from, this.length - from);
    this.length -= from;
    this.pos -= from;
    this.base += f64(from);
    if (this.length + size + extra > this.capacity / 2) {
      this.capacity = 2 * (this.length + size + extra);
      this.at = heap.realloc(this.at, this.capacity);
    }
    return from;
  }
}

/** White space of JSON. */
@inline
export function isBlank(byte: u32): bool {
  return byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09;
}
