import { pipeline, type Readable } from 'node:stream';
import { crc32, createGunzip } from 'node:zlib';
import { DomainError } from '../../errors';
import { BlockDeflater } from './block-deflater';

/** Where one independently inflatable block of a gzip file begins, in stored bytes and in bytes of its content. */
export interface GzipBlock {
  offset: number;
  uncompressedOffset: number;
}

/** What a written gzip file holds. Grows while the bytes are read; whole once they have ended. Sizes are bytes. */
export interface GzipIndex {
  blocks: GzipBlock[];
  size: number;
  uncompressedSize: number;
}

export interface GzipOptions {
  /** 1 to 9; 6 where absent: level 1 saves a fifth of the time for a third more bytes. */
  level?: number;
  /** Content bytes of a block; 1 MiB where absent. */
  blockSize?: number;
}

/** Content bytes of a block, unless said otherwise. */
export const gzipBlockSize = 1 << 20;

// Deflate, no name, no time: equal content gives equal bytes. 255 is "unknown system" (RFC 1952).
export const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
// The last block of a deflate stream, empty, with fixed codes (RFC 1951).
const endOfDeflate = Buffer.from([0x03, 0x00]);
const blocksInFlight = 4;

/**
 * Writes `source` as ONE gzip member whose deflate stream is fully flushed after each block, so that any block can be
 * inflated alone from its offset (`inflateRaw` with `finishFlush: Z_SYNC_FLUSH`). Concatenated members would do that too,
 * but browsers, curl and Python's zlib stop after the first of them.
 *
 * Blocks are compressed on libuv's pool, four at a time; memory stays at a few blocks whatever the size of the source.
 * `index` is filled as `bytes` is read. An error of the source ends `bytes` with that error.
 */
export function gzipBlocks(
  source: AsyncIterable<Uint8Array>,
  { level = 6, blockSize = gzipBlockSize }: GzipOptions = {},
): { bytes: AsyncGenerator<Buffer, void, undefined>; index: GzipIndex } {
  const index: GzipIndex = { blocks: [], size: 0, uncompressedSize: 0 };

  async function* write(): AsyncGenerator<Buffer, void, undefined> {
    let checksum = 0;
    index.size = gzipHeader.length;
    yield gzipHeader;
    const all: BlockDeflater[] = [];
    const running: { deflater: BlockDeflater; block: ReturnType<BlockDeflater['deflate']> }[] = [];
    function begin(deflater: BlockDeflater): void {
      checksum = crc32(deflater.content, checksum);
      const block = deflater.deflate();
      // Awaited later; a reader that leaves early must not turn its failure into an unhandled rejection.
      block.catch(() => undefined);
      running.push({ deflater, block });
    }
    async function end({ block }: { block: ReturnType<BlockDeflater['deflate']> }): Promise<Buffer> {
      const { length, bytes } = await block;
      index.blocks.push({ offset: index.size, uncompressedOffset: index.uncompressedSize });
      index.size += bytes.length;
      index.uncompressedSize += length;
      return bytes;
    }
    function another(): BlockDeflater {
      const deflater = new BlockDeflater(level, blockSize);
      all.push(deflater);
      return deflater;
    }
    try {
      let filling = another();
      for await (const chunk of source) {
        for (let taken = 0; taken < chunk.length; ) {
          taken += filling.fill(chunk, taken);
          if (!filling.full) continue;
          begin(filling);
          const oldest = running.length < blocksInFlight ? undefined : running.shift();
          if (oldest) yield await end(oldest);
          filling = oldest?.deflater ?? another();
        }
      }
      if (filling.content.length > 0) begin(filling);
      for (const block of running) yield await end(block);
    } finally {
      for (const deflater of all) deflater.close();
    }
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(checksum, 0);
    trailer.writeUInt32LE(index.uncompressedSize % 2 ** 32, 4);
    index.size += endOfDeflate.length + trailer.length;
    yield Buffer.concat([endOfDeflate, trailer]);
  }

  return { bytes: write(), index };
}

export interface InflateLimits {
  /** Most content bytes; 64 GiB where absent. */
  maxBytes?: number;
  /** Most content bytes for each stored byte, looked at after the first 64 MiB; 500 where absent (a real snapshot has 6 to 30). */
  maxRatio?: number;
  /** Sees each piece as it is stored, before what is in it comes out. */
  onStored?: (piece: Buffer) => void;
}

const ratioCountsFrom = 64 * 1024 ** 2;
// One chunk is inflated while the one before is read. (Its streams take stream options too; their types do not tell.)
const gunzipOptions = { chunkSize: 1 << 20, readableHighWaterMark: 1 << 21 };

/**
 * The content of a stored document: inflated when its first two bytes say gzip (one member or several), else as it is.
 * The suffix is never asked: many tools save a `.json.gz` already inflated. Chunks are up to 1 MiB; `body` is destroyed
 * when the reader stops.
 *
 * @throws DomainError `DecompressionLimit`, `CorruptGzip`, `TruncatedGzip` (all `unreadable`); an error of `body` as it is.
 */
export async function* openJsonBytes(
  body: Readable,
  { maxBytes = 64 * 1024 ** 3, maxRatio = 500, onStored = () => undefined }: InflateLimits = {},
): AsyncGenerator<Buffer, void, undefined> {
  let stored = 0;
  let content = 0;
  function admit(chunk: Buffer): Buffer {
    content += chunk.length;
    if (content > maxBytes)
      throw limitError(`holds more than the ${maxBytes} bytes that are allowed (SNAPSCOPE_MAX_SNAPSHOT_BYTES)`);
    if (content > ratioCountsFrom && content > stored * maxRatio) {
      throw limitError(`inflates to more than ${maxRatio} times its stored size`);
    }
    return chunk;
  }
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of input) {
      stored += chunk.length;
      onStored(chunk);
      yield chunk;
    }
  }
  const input = withFirstBytes(body);
  try {
    const first = (await input.next()).value;
    if (first === undefined) return;
    stored += first.length;
    onStored(first);
    if (first[0] !== 0x1f || first[1] !== 0x8b) {
      yield admit(first);
      for await (const chunk of counted()) yield admit(chunk);
      return;
    }
    const gunzip = createGunzip(gunzipOptions);
    gunzip.write(first);
    // The callback's error also ends the loop below; it is there only because pipeline asks for one.
    pipeline(counted(), gunzip, () => undefined);
    try {
      for await (const chunk of gunzip) yield admit(chunk);
    } catch (error) {
      // What was inflated before the break still lies there where the reader was slower; how much is read does not depend on that.
      const rest: Buffer | null = gunzip.errored === error ? gunzip.read() : null;
      if (rest) yield admit(rest);
      throw error;
    } finally {
      gunzip.destroy();
    }
  } catch (error) {
    throw gzipError(error);
  } finally {
    body.destroy();
  }
}

/** The chunks of a stream, the first of them holding at least two bytes where there are as many. */
async function* withFirstBytes(body: Readable): AsyncGenerator<Buffer, void, undefined> {
  let first: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of body) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    if (first === undefined) {
      yield bytes;
      continue;
    }
    first = first.length > 0 ? Buffer.concat([first, bytes]) : bytes;
    if (first.length < 2) continue;
    yield first;
    first = undefined;
  }
  if (first && first.length > 0) yield first;
}

function limitError(what: string): DomainError {
  return new DomainError('unreadable', 'DecompressionLimit', `The document ${what}; it was not read any further.`);
}

function gzipError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') {
    const message = 'The gzip file ends before its content does: it was cut off. Store it again, whole.';
    return new DomainError('unreadable', 'TruncatedGzip', message, { cause: error });
  }
  if (code.startsWith('Z_')) {
    const message = `The gzip file is damaged (${(error as Error).message}). Store it again from its source.`;
    return new DomainError('unreadable', 'CorruptGzip', message, { cause: error });
  }
  return error;
}
