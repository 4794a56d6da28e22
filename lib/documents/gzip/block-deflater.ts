import { constants, createDeflateRaw, type DeflateRaw } from 'node:zlib';

/**
 * Gathers a block of content and compresses it on libuv's pool, then the next: its buffer and its deflate stream are used for all of
 * them. Fresh ones for each block are a gigabyte of garbage for a snapshot of a gigabyte, and V8 collects the whole heap over and over
 * for that. The stream is fully flushed after each block, which makes it forget: the bytes are those of a fresh one.
 */
export class BlockDeflater {
  readonly #stream: DeflateRaw;
  readonly #block: Buffer;
  #filled = 0;

  constructor(level: number, blockSize: number) {
    this.#block = Buffer.allocUnsafe(blockSize);
    // All that becomes of a block is read at once: the stream must take it whole.
    const readableHighWaterMark = 2 * blockSize + 1024;
    // The most memory that deflate takes (256 KiB): a tenth faster, and no larger.
    const memLevel = constants.Z_MAX_MEMLEVEL;
    const options = { level, memLevel, flush: constants.Z_FULL_FLUSH, chunkSize: 1 << 20, readableHighWaterMark };
    this.#stream = createDeflateRaw(options);
  }

  /** Takes of `chunk` what there is room for, from `from` on, and tells how many bytes. */
  fill(chunk: Uint8Array, from: number): number {
    const part = chunk.subarray(from, from + this.#block.length - this.#filled);
    this.#block.set(part, this.#filled);
    this.#filled += part.length;
    return part.length;
  }

  get full(): boolean {
    return this.#filled === this.#block.length;
  }

  /** What was gathered; to be read before the block is deflated. */
  get content(): Buffer {
    return this.#block.subarray(0, this.#filled);
  }

  /** The compressed block, which ends on a byte. Nothing may be filled in before that. */
  async deflate(): Promise<{ length: number; bytes: Buffer }> {
    const length = this.#filled;
    await new Promise<void>((resolve, reject) => {
      this.#stream.once('error', reject);
      this.#stream.write(this.content, (error) => {
        this.#stream.off('error', reject);
        if (error) reject(error);
        else resolve();
      });
    });
    this.#filled = 0;
    return { length, bytes: this.#stream.read() as Buffer };
  }

  /** Lets go of the stream's memory, which is not the garbage collector's. */
  close(): void {
    this.#stream.destroy();
  }
}
