import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { constants, inflateRaw } from 'node:zlib';
import { openJsonBytes } from '../../documents/gzip/open-json-bytes';
import { gzipBlockSize } from '../../documents/gzip/write-gzip';
import { DomainError } from '../../errors';
import type { ObjectStore } from '../../object-store/port';
import type { IndexedSnapshot } from './indexed-snapshot';

const inflateBlocks = promisify<Uint8Array, object, Buffer>(inflateRaw);

/** Bytes of the document as JSON, to the letter: one ranged read, of the object or of its copy. */
export async function readText(
  store: ObjectStore,
  { metadata, copy }: IndexedSnapshot,
  { offset, length }: { offset: number; length: number },
): Promise<Buffer> {
  const { bucket, key, etag, source } = metadata;
  const part = async (start: number, end: number) => {
    const { body } = await store.get(bucket, key, { range: { start, end: end - 1 }, ifMatch: etag });
    return buffer(body);
  };
  if (source.kind === 'decompressed') return copy.read(offset, length);
  if (source.kind === 'object') return part(offset, offset + length);
  const first = Math.floor(offset / gzipBlockSize);
  const last = Math.floor((offset + length - 1) / gzipBlockSize);
  const stored = await part(source.offsets[first] ?? 0, source.offsets[last + 1] ?? 0);
  // The limit is what the blocks must give: a forged file cannot give more.
  const maxOutputLength = (last - first + 1) * gzipBlockSize;
  const text = await inflateBlocks(stored, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength }).catch((cause) => {
    const message = `${key} is not made of blocks as its index tells (${String(cause)}). Store it again.`;
    throw new DomainError('unreadable', 'CorruptGzip', message, { cause });
  });
  const from = offset - first * gzipBlockSize;
  return text.subarray(from, from + length);
}

/** The whole document as JSON. */
export async function streamText(store: ObjectStore, { metadata, copy }: IndexedSnapshot): Promise<Readable> {
  const copied = metadata.source.kind === 'decompressed' ? await copy.whole() : undefined;
  if (copied) return createReadStream(copied);
  const { body } = await store.get(metadata.bucket, metadata.key, { ifMatch: metadata.etag });
  if (metadata.source.kind === 'object') return body;
  return Readable.from(openJsonBytes(body), { objectMode: false });
}
