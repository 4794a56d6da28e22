import { pipeline, type Readable } from 'node:stream';
import { createGunzip, type Gunzip } from 'node:zlib';
import { DomainError } from '../../errors';

export interface InflateLimits {
  /** Most content bytes; 64 GiB where absent. */
  maxBytes?: number;
  /** Most content bytes for each stored byte, looked at after the first 64 MiB; 500 where absent (a real snapshot has 6 to 30). */
  maxRatio?: number;
  /** Sees each piece as it is stored, before what is in it comes out. */
  onStored?: (piece: Buffer) => void;
  /** Hears, before the first bytes come out, that the content is not simply what was stored or inflated: it was UTF-16, or gzip within gzip. */
  onRecoded?: () => void;
}

const ratioCountsFrom = 64 * 1024 ** 2;
// One chunk is inflated while the one before is read. (Its streams take stream options too; their types do not tell.)
const gunzipOptions = { chunkSize: 1 << 20, readableHighWaterMark: 1 << 21 };
/** Tools that compress whatever they store compress a `.json.gz` once more; what is deeper is no document. */
const mostGzip = 2;

/**
 * The content of a stored document as UTF-8: inflated when its first two bytes say gzip (one member or several, and once more for gzip within
 * gzip), and recoded where it is UTF-16, else as it is. The suffix is never asked: many tools save a `.json.gz` already inflated. Chunks are
 * up to 1 MiB, or half as much again where they are recoded; `body` is destroyed when the reader stops.
 *
 * @throws DomainError `DecompressionLimit`, `CorruptGzip`, `TruncatedGzip` (all `unreadable`); an error of `body` as it is.
 */
export async function* openJsonBytes(
  body: Readable,
  {
    maxBytes = 64 * 1024 ** 3,
    maxRatio = 500,
    onStored = () => undefined,
    onRecoded = () => undefined,
  }: InflateLimits = {},
): AsyncGenerator<Buffer, void, undefined> {
  let stored = 0;
  let content = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
      stored += bytes.length;
      onStored(bytes);
      yield bytes;
    }
  }
  try {
    for await (const chunk of asUtf8(inflated(counted(), onRecoded), onRecoded)) {
      content += chunk.length;
      if (content > maxBytes)
        throw limitError(`holds more than the ${maxBytes} bytes that are allowed (SNAPSCOPE_MAX_SNAPSHOT_BYTES)`);
      if (content > ratioCountsFrom && content > stored * maxRatio) {
        throw limitError(`inflates to more than ${maxRatio} times its stored size`);
      }
      yield chunk;
    }
  } catch (error) {
    throw gzipError(error);
  } finally {
    body.destroy();
  }
}

/** Inflates what is gzip, and what comes out of that once more. `depth` is how often that was done. */
async function* inflated(
  chunks: AsyncIterable<Buffer>,
  onRecoded: () => void,
  depth = 0,
): AsyncGenerator<Buffer, void, undefined> {
  const input = withFirstBytes(chunks);
  const first = (await input.next()).value;
  if (first === undefined) return;
  if (first[0] !== 0x1f || first[1] !== 0x8b || depth === mostGzip) {
    yield first;
    yield* input;
    return;
  }
  if (depth > 0) onRecoded();
  const gunzip = createGunzip(gunzipOptions);
  gunzip.write(first);
  // The callback's error also ends the loop over its content; it is there only because pipeline asks for one.
  pipeline(input, gunzip, () => undefined);
  yield* inflated(contentOf(gunzip), onRecoded, depth + 1);
}

async function* contentOf(gunzip: Gunzip): AsyncGenerator<Buffer, void, undefined> {
  try {
    for await (const chunk of gunzip) yield chunk;
  } catch (error) {
    // What was inflated before the break still lies there where the reader was slower; how much is read does not depend on that.
    const rest: Buffer | null = gunzip.errored === error ? gunzip.read() : null;
    if (rest) yield rest;
    throw error;
  } finally {
    gunzip.destroy();
  }
}

/** Text in UTF-16, told by its byte order mark or by the zero beside its first bracket, as UTF-8. */
async function* asUtf8(chunks: AsyncIterable<Buffer>, onRecoded: () => void): AsyncGenerator<Buffer, void, undefined> {
  const input = withFirstBytes(chunks);
  const first = (await input.next()).value;
  if (first === undefined) return;
  const encoding = utf16Of(first);
  if (encoding === undefined) {
    yield first;
    yield* input;
    return;
  }
  onRecoded();
  const decoder = new TextDecoder(encoding);
  yield Buffer.from(decoder.decode(first, { stream: true }));
  for await (const chunk of input) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  const rest = decoder.decode();
  if (rest !== '') yield Buffer.from(rest);
}

function utf16Of([one, two]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const isBracket = (byte: number | undefined) => byte === 0x7b || byte === 0x5b;
  if ((one === 0xff && two === 0xfe) || (isBracket(one) && two === 0)) return 'utf-16le';
  return (one === 0xfe && two === 0xff) || (one === 0 && isBracket(two)) ? 'utf-16be' : undefined;
}

/** The chunks of a stream, the first of them holding at least two bytes where there are as many. */
async function* withFirstBytes(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let first: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (first === undefined) {
      yield chunk;
      continue;
    }
    first = first.length > 0 ? Buffer.concat([first, chunk]) : chunk;
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
