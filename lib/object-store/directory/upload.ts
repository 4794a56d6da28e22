import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { DomainError } from '../../errors';
import type { PutOptions } from '../port';
import { ensureFolder } from './durable';
import { BodyFailure, ifThere, systemCode } from './failures';
import type { VersionRecord } from './metadata';
import type { StorePaths } from './paths';

/** A body written aside and on the disk, waiting to be placed. */
export interface Upload {
  id: string;
  /** The file aside; renaming it places the object. */
  path: string;
  record: VersionRecord;
}

/** Uploads of this process that still run: they are never taken for a dead process's. */
export type LiveUploads = Set<string>;

/** The two files of an upload: the bytes, and the key that they are for. */
function uploadFiles(folder: string, id: string): { bytes: string; key: string } {
  return { bytes: join(folder, `${id}.part`), key: join(folder, `${id}.json`) };
}

/**
 * Writes a body aside, hashing it on the way, and brings it to the disk. The etag is the content's MD5, as S3's is for an
 * object stored in one part. Memory stays at one chunk. Leaves nothing behind when it fails or is aborted.
 */
export async function writeAside(
  paths: StorePaths,
  live: LiveUploads,
  bucket: string,
  key: string,
  body: Readable | Uint8Array,
  { signal, onProgress, contentType, contentEncoding }: PutOptions,
): Promise<Upload> {
  signal?.throwIfAborted();
  const id = randomUUID();
  const folder = paths.uploads(bucket);
  const files = uploadFiles(folder, id);
  live.add(id);
  try {
    await ensureFolder(folder);
    await writeKey(files.key, key);
    const file = await open(files.bytes, 'wx');
    try {
      const hash = createHash('md5');
      let size = 0;
      for await (const chunk of chunksOf(body, signal)) {
        hash.update(chunk);
        await writeAll(file, chunk);
        size += chunk.length;
        onProgress?.(size);
      }
      signal?.throwIfAborted();
      const mtimeNs = await stampUniquely(file);
      await file.sync();
      return {
        id,
        path: files.bytes,
        record: { size, mtimeNs, etag: hash.digest('hex'), contentType, contentEncoding },
      };
    } finally {
      await file.close();
    }
  } catch (error) {
    // The caller's reason says more than the "aborted" that the stream makes of it.
    await forgetUpload(live, folder, id);
    throw signal?.aborted ? signal.reason : error;
  }
}

/** Removes what an upload left aside; what is not there is no error. */
export async function forgetUpload(live: LiveUploads, folder: string, id: string): Promise<void> {
  live.delete(id);
  const { bytes, key } = uploadFiles(folder, id);
  for (const path of [bytes, key]) {
    await rm(path, { force: true }).catch((error: unknown) => {
      // A file stands where the folder should be: then there is nothing of ours in it.
      if (systemCode(error) !== 'ENOTDIR') throw error;
    });
  }
}

async function* chunksOf(body: Readable | Uint8Array, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  if (body instanceof Uint8Array) {
    yield body;
    return;
  }
  try {
    for await (const chunk of signal ? addAbortSignal(signal, body) : body) {
      yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    }
  } catch (error) {
    throw new BodyFailure(error);
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.length) written += (await file.write(chunk, written)).bytesWritten;
}

async function writeKey(path: string, key: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(JSON.stringify({ key }));
  } finally {
    await file.close();
  }
}

let lastStamp = 0;
let lastMtimeNs = 0n;

/**
 * Gives the file a modification time (microseconds) that no other file of this process has: the kernel's own clock ticks
 * every few milliseconds, and two versions of one size written within a tick could not be told apart. Where the file system
 * keeps coarser times, it goes as far ahead as needed.
 */
async function stampUniquely(file: FileHandle): Promise<string> {
  for (const step of [1, 1_000, 1_000_000, 2_000_000]) {
    lastStamp = Math.max(Date.now() * 1000, lastStamp + step);
    // Half a microsecond more: times go to the system as floating point seconds, and are cut off there.
    const seconds = (lastStamp + 0.5) / 1_000_000;
    await file.utimes(seconds, seconds);
    const { mtimeNs } = await file.stat({ bigint: true });
    if (mtimeNs <= lastMtimeNs) continue;
    lastMtimeNs = mtimeNs;
    return String(mtimeNs);
  }
  throw new DomainError('unavailable', 'StoreNotWritable', 'The file system of the object store keeps no file times.');
}

/**
 * Removes what uploads to keys under `prefix` left aside when their process died, if it was last written before `before`.
 * Those of this process that still run are left alone. Returns how many uploads were removed.
 */
export async function discardUploads(
  paths: StorePaths,
  live: LiveUploads,
  bucket: string,
  { prefix, before, inUse }: { prefix: string; before: Date; inUse?: () => Promise<boolean> },
): Promise<number> {
  const folder = paths.uploads(bucket);
  const discarded = new Set<string>();
  const names = (await ifThere(readdir(folder))) ?? [];
  if (names.length > 0 && (await inUse?.())) return 0;
  for (const name of names) {
    const id = name.replace(/\.\w+$/, '');
    const written = (await ifThere(stat(join(folder, name))))?.mtime;
    if (live.has(id) || discarded.has(id) || written === undefined || written >= before) continue;
    // Half of a metadata file: it belongs to no key.
    if (name.endsWith('.tmp')) await rm(join(folder, name), { force: true });
    else if ((await keyOfUpload(folder, id))?.startsWith(prefix) ?? true) {
      await forgetUpload(live, folder, id);
      discarded.add(id);
    }
  }
  return discarded.size;
}

/** The key that an upload was for; undefined when its process died before that was written. */
async function keyOfUpload(folder: string, id: string): Promise<string | undefined> {
  const text = await ifThere(readFile(uploadFiles(folder, id).key, 'utf8'));
  try {
    const { key } = JSON.parse(text ?? '') as { key?: unknown };
    return typeof key === 'string' ? key : undefined;
  } catch {
    return undefined;
  }
}
