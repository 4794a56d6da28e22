import { gzipBlockSize, gzipHeader } from './write-gzip';

/** What a full flush leaves at the end of a block: an empty stored block (RFC 1951, 3.2.4). */
const flushed = Buffer.from([0x00, 0x00, 0xff, 0xff]);

/** Finds where the blocks of a file of `gzipBlocks` begin, while the file is read for another purpose. */
export class BlockFinder {
  readonly #offsets: number[] = [gzipHeader.length];
  #length = 0;
  #tail = Buffer.alloc(0);
  #start = Buffer.alloc(0);

  push(piece: Buffer): void {
    if (this.#start.length < gzipHeader.length) {
      this.#start = Buffer.concat([this.#start, piece.subarray(0, gzipHeader.length)]).subarray(0, gzipHeader.length);
    }
    if (!this.mayBeOurs()) return;
    // A mark may lie across two pieces.
    const seam = Buffer.concat([this.#tail, piece.subarray(0, 3)]);
    this.#find(seam, this.#length - this.#tail.length);
    this.#find(piece, this.#length);
    this.#tail = Buffer.from(Buffer.concat([this.#tail, piece.subarray(-3)]).subarray(-3));
    this.#length += piece.length;
  }

  /** Whether the file begins as ours do, as far as is known. */
  mayBeOurs(): boolean {
    return this.#start.equals(gzipHeader.subarray(0, this.#start.length));
  }

  #find(bytes: Buffer, offset: number): void {
    for (let at = bytes.indexOf(flushed); at >= 0; at = bytes.indexOf(flushed, at + 4))
      this.#offsets.push(offset + at + 4);
  }

  /**
   * The offsets of the blocks, and of what follows the last one, once the whole file was seen and its content has `size` bytes; nothing
   * where it is not a file of ours, or the mark stands in it by chance.
   */
  offsets(size: number): number[] | undefined {
    const blocks = Math.ceil(size / gzipBlockSize);
    return this.mayBeOurs() && blocks > 0 && this.#offsets.length === blocks + 1 ? this.#offsets : undefined;
  }
}
