import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { DomainError } from '../../errors';
import { noSuchKey } from '../names';
import type { ObjectHead } from '../port';
import { isAbsent, readFailure, systemCode } from './failures';
import { headOf } from './metadata';
import { isInPlace, type StorePaths } from './paths';
import { requireBucket } from './place';

/** The head of an object as its file is now; `NoSuchKey` or `NoSuchBucket` when there is none. */
export async function headObject(paths: StorePaths, bucket: string, key: string): Promise<ObjectHead> {
  return found(paths, bucket, key, () => lookAt(paths, bucket, key));
}

/** One look at an object whose folder is known to be in place: null when it is no file, undefined to look again. */
export async function lookAt(paths: StorePaths, bucket: string, key: string): Promise<ObjectHead | undefined | null> {
  const file = await lstat(paths.object(bucket, key), { bigint: true });
  return file.isFile() ? headOf(paths, bucket, key, file) : null;
}

/** A file that is open, what it was when it was opened, and the head of exactly those bytes. */
export interface OpenObject {
  file: FileHandle;
  opened: BigIntStats;
  head: ObjectHead;
}

/** Opens an object: the head is that of the very file that is open, whatever replaces it meanwhile. */
export async function openObject(paths: StorePaths, bucket: string, key: string): Promise<OpenObject> {
  return found(paths, bucket, key, async () => {
    // Not through a link, and without waiting for a writer should a pipe stand there.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const file = await open(paths.object(bucket, key), flags);
    try {
      const opened = await file.stat({ bigint: true });
      const head = opened.isFile() ? await headOf(paths, bucket, key, opened) : null;
      if (head) return { file, opened, head };
      await file.close();
      return head;
    } catch (error) {
      await file.close();
      throw error;
    }
  });
}

/** Looks until it has a consistent answer: undefined is "replaced meanwhile, look again", null is "no object". */
async function found<T>(
  paths: StorePaths,
  bucket: string,
  key: string,
  look: () => Promise<T | undefined | null>,
): Promise<T> {
  try {
    for (let attempt = 0; attempt < 1000; attempt++) {
      if (!(await isInPlace(paths.root, dirname(paths.object(bucket, key))))) break;
      const answer = await look();
      if (answer === null) break;
      if (answer !== undefined) return answer;
    }
  } catch (error) {
    if (!isAbsent(error) && !['ELOOP', 'ENXIO', 'ENAMETOOLONG'].includes(systemCode(error) ?? '')) throw error;
  }
  await requireBucket(paths, bucket);
  throw noSuchKey(bucket, key);
}

const chunkSize = 1024 * 1024;

/**
 * The bytes `start` to `end` (both included; `end` before `start` is none) of an open file, which is closed with the
 * stream. It fails when the file was changed in place by hand while it was read, since its etag is then not that of the bytes.
 */
export function fileBody(root: string, { file, opened, head }: OpenObject, start: number, end: number): Readable {
  let at = start;
  async function next(stream: Readable): Promise<void> {
    if (at > end) {
      const now = await file.stat({ bigint: true });
      if (now.size !== opened.size || now.mtimeNs !== opened.mtimeNs) throw changed(head.key);
      stream.push(null);
      return;
    }
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(chunkSize, end - at + 1)), {
      position: at,
    });
    if (bytesRead === 0) throw changed(head.key);
    at += bytesRead;
    stream.push(buffer.subarray(0, bytesRead));
  }
  return new Readable({
    highWaterMark: chunkSize,
    read() {
      next(this).catch((error) => this.destroy(readFailure(root, error) as Error));
    },
    destroy(error, done) {
      file.close().then(
        () => done(error),
        (failure) => done(error ?? failure),
      );
    },
  });
}

function changed(key: string): DomainError {
  const message = `The file of "${key}" was changed while it was read. Open it again.`;
  return new DomainError('conflict', 'PreconditionFailed', message);
}
