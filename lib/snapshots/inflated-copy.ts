import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openJsonBytes } from '../documents/gzip-json';
import { DomainError, errorMessage } from '../errors';
import type { ObjectStore } from '../object-store/port';

/** A copy being written beside its place; it comes there when it is whole. Every method rejects with `CacheNotWritable`. */
export interface InflatedCopy {
  write(chunk: Uint8Array): Promise<void>;
  finish(): Promise<void>;
  discard(): Promise<void>;
}

export async function startCopy(path: string): Promise<InflatedCopy> {
  const aside = `${path}.part`;
  const file: FileHandle = await writing(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    return open(aside, 'w');
  });
  return {
    write: (chunk) => {
      const written = writing(path, () => file.writeFile(chunk));
      // It is awaited when the chunk has been looked through: until then a failure must not count as unheard of.
      written.catch(() => undefined);
      return written;
    },
    finish: () =>
      writing(path, async () => {
        await file.close();
        await rename(aside, path);
      }),
    discard: async () => {
      await file.close().catch(() => undefined);
      await rm(aside, { force: true }).catch(() => undefined);
    },
  };
}

/** Reads the object once more, for its copy alone. */
export async function writeCopy(
  store: ObjectStore,
  request: { bucket: string; key: string; etag: string; copyPath: string; maxBytes: number; signal?: AbortSignal },
): Promise<void> {
  const { bucket, key, etag, copyPath, maxBytes, signal } = request;
  const { body } = await store.get(bucket, key, { ifMatch: etag, signal });
  const copy = await startCopy(copyPath);
  try {
    for await (const chunk of openJsonBytes(body, { maxBytes })) await copy.write(chunk);
    await copy.finish();
  } catch (error) {
    body.destroy();
    await copy.discard();
    throw error;
  }
}

/** A disk that is full or not ours to write is nothing that the document can help. */
export async function writing<T>(path: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    const message = `The cache folder ${dirname(path)} cannot be written: ${errorMessage(cause)}. Make room or give it back to Snapscope, then open the document again.`;
    throw new DomainError('unavailable', 'CacheNotWritable', message, { cause });
  }
}
