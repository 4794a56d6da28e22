import { lstat, mkdir, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { ensureFolder, syncFolder } from './directory/durable';
import { ifThere, readFailure, systemCode, writeFailure } from './directory/failures';
import { createLock } from './directory/key-lock';
import { listPage } from './directory/listing';
import { dropRecords, readRecords, recordOf, type VersionRecord, writeRecords } from './directory/metadata';
import { checkFileKey, type StorePaths, storePaths } from './directory/paths';
import { isBucketFolder, placeFile, removeFile, requireBucket } from './directory/place';
import { fileBody, headObject, openObject } from './directory/read';
import { discardUploads, forgetUpload, type LiveUploads, writeAside } from './directory/upload';
import { checkBucketName, checkRange, isBucketName, preconditionFailed } from './names';
import type { ObjectHead, ObjectStore } from './port';

/**
 * An object store in a folder: each object is the plain file `<root>/<bucket>/<key>`, to be looked at with `find` and
 * `zcat`. Content type, encoding and etag lie in `<root>/.meta`, uploads on their way in `<root>/.tmp`. A file that a person
 * puts into a bucket is an object too, of unknown type and encoding. Symbolic links are never followed below `root`.
 *
 * What a plain file cannot be is refused as `InvalidKey`: a key with an empty part, `.` or `..`, a part over 255 bytes, or one that is
 * both an object and a folder of others; on Windows, one with a backslash. What lies in a bucket and is no object is told by listings. One process at a time may write.
 */
export function createDirectoryStore({ root }: { root: string }): ObjectStore {
  const paths = storePaths(resolve(root));
  const oneAtATime = createLock();
  const live: LiveUploads = new Set();
  const reading = <T>(task: () => Promise<T>) => translated(task, (error) => readFailure(paths.root, error));
  const writing = <T>(task: () => Promise<T>) => translated(task, (error) => writeFailure(paths.root, error));

  return {
    description: { kind: 'directory', location: paths.root },

    listBuckets: () => reading(() => bucketsOf(paths)),

    async bucketExists(bucket) {
      checkBucketName(bucket);
      return reading(() => isBucketFolder(paths, bucket));
    },

    async createBucket(bucket) {
      checkBucketName(bucket);
      await writing(() => makeBucket(paths, bucket));
    },

    async list(bucket, request) {
      checkBucketName(bucket);
      return reading(() => listPage(paths, bucket, request));
    },

    async head(bucket, key) {
      checkNames(bucket, key);
      return reading(() => headObject(paths, bucket, key));
    },

    async get(bucket, key, { range, ifMatch, signal } = {}) {
      checkNames(bucket, key);
      signal?.throwIfAborted();
      const opened = await reading(() => openObject(paths, bucket, key));
      const { file, head } = opened;
      try {
        if (ifMatch !== undefined && ifMatch !== head.etag) throw preconditionFailed(key, ifMatch);
        const { start, end } = range ? checkRange(range, head.size) : { start: 0, end: head.size - 1 };
        const body = fileBody(paths.root, opened, start, end);
        // It may be aborted before anybody reads it: without a listener the process would end.
        body.on('error', () => undefined);
        return { head, body: signal ? addAbortSignal(signal, body) : body };
      } catch (error) {
        await file.close();
        throw error;
      }
    },

    async put(bucket, key, body, options = {}) {
      checkNames(bucket, key);
      return writing(async () => {
        await requireBucket(paths, bucket);
        const upload = await writeAside(paths, live, bucket, key, body, options);
        try {
          await options.beforeVisible?.();
          await oneAtATime(`${bucket}/${key}`, async () => {
            options.signal?.throwIfAborted();
            await requireBucket(paths, bucket);
            await writeRecords(paths, bucket, key, [upload.record, ...(await presentRecord(paths, bucket, key))]);
            await placeFile(paths, bucket, key, upload.path);
          });
        } finally {
          await forgetUpload(live, paths.uploads(bucket), upload.id);
        }
        return headAsPut(key, upload.record);
      });
    },

    async delete(bucket, key) {
      checkNames(bucket, key);
      await writing(() =>
        oneAtATime(`${bucket}/${key}`, async () => {
          await requireBucket(paths, bucket);
          if (await removeFile(paths, bucket, key)) await dropRecords(paths, bucket, key);
        }),
      );
    },

    async discardUnfinished(bucket, prefix, before, inUse) {
      checkBucketName(bucket);
      return writing(async () => {
        await requireBucket(paths, bucket);
        return discardUploads(paths, live, bucket, { prefix, before, inUse });
      });
    },
  };
}

function checkNames(bucket: string, key: string): void {
  checkBucketName(bucket);
  checkFileKey(key);
}

async function translated<T>(task: () => Promise<T>, meaning: (error: unknown) => unknown): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw meaning(error);
  }
}

async function bucketsOf(paths: StorePaths): Promise<{ name: string; createdAt?: Date }[]> {
  const entries = (await ifThere(readdir(paths.root, { withFileTypes: true }))) ?? [];
  const names = entries.filter((one) => one.isDirectory() && isBucketName(one.name)).map((one) => one.name);
  const buckets = names.sort().map(async (name) => {
    const birth = (await ifThere(stat(join(paths.root, name))))?.birthtime;
    // Some file systems do not keep the time of birth, and say 1970.
    return birth && birth.getTime() > 0 ? { name, createdAt: birth } : { name };
  });
  return Promise.all(buckets);
}

async function makeBucket(paths: StorePaths, bucket: string): Promise<void> {
  await ensureFolder(paths.root);
  try {
    await mkdir(paths.bucket(bucket));
  } catch (error) {
    if (systemCode(error) === 'EEXIST' && (await isBucketFolder(paths, bucket))) return;
    throw error;
  }
  await syncFolder(paths.root);
}

/** The record of the version that lies there now, if it has one. */
async function presentRecord(paths: StorePaths, bucket: string, key: string): Promise<VersionRecord[]> {
  const file = await ifThere(lstat(paths.object(bucket, key), { bigint: true }));
  const record = file && recordOf(await readRecords(paths, bucket, key), file);
  return record ? [record] : [];
}

function headAsPut(key: string, { size, mtimeNs, etag, contentType, contentEncoding }: VersionRecord): ObjectHead {
  const head: ObjectHead = { key, size, lastModified: new Date(Number(BigInt(mtimeNs) / 1_000_000n)), etag };
  if (contentType !== undefined) head.contentType = contentType;
  if (contentEncoding !== undefined) head.contentEncoding = contentEncoding;
  return head;
}
