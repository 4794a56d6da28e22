import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DomainError, errorMessage } from '../../errors';

/**
 * A copy being written beside its place; it comes there when it is whole.
 *
 * @throws DomainError `CacheNotWritable` from every method.
 */
export interface CopyFile {
  write(chunk: Uint8Array): Promise<void>;
  finish(): Promise<void>;
  discard(): Promise<void>;
}

export async function createCopyFile(path: string): Promise<CopyFile> {
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
