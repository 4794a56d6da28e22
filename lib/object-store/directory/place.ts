import { lstat, mkdir, readdir, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkKey, noSuchBucket } from '../names';
import { syncFolder } from './durable';
import { ifThere, isAbsent, systemCode } from './failures';
import { isInPlace, type StorePaths } from './paths';

/** Whether the bucket's folder is there; a link or a file of that name is no bucket. */
export async function isBucketFolder(paths: StorePaths, bucket: string): Promise<boolean> {
  return (await ifThere(lstat(paths.bucket(bucket))))?.isDirectory() ?? false;
}

/**
 * Makes sure that a bucket is there.
 *
 * @throws DomainError `NoSuchBucket` unless the bucket's folder is there.
 */
export async function requireBucket(paths: StorePaths, bucket: string): Promise<void> {
  if (!(await isBucketFolder(paths, bucket))) throw noSuchBucket(bucket);
}

// Each attempt is lost only to another call that removed an empty folder in the meantime.
const mostAttempts = 100;

/**
 * Renames a file that is written and on the disk to its place, making the folders above it, and brings those to the disk.
 * The bucket's own folder is never made: a bucket that was removed meanwhile is `NoSuchBucket`. A key that is a folder of
 * other keys, or lies below another key, is `InvalidKey`.
 */
export async function placeFile(paths: StorePaths, bucket: string, key: string, from: string): Promise<void> {
  const target = paths.object(bucket, key);
  for (let attempt = 1; ; attempt++) {
    try {
      const made = await makeFolders(paths, bucket, key);
      if (!(await isInPlace(paths.root, dirname(target)))) checkKey(key, 'a folder on its way is a symbolic link');
      await rename(from, target);
      // Deepest first: a folder is reachable after a power cut once the one above it is on the disk.
      for (const folder of [dirname(target), ...made.map(dirname)]) await syncIfThere(folder);
      return;
    } catch (error) {
      const code = systemCode(error);
      if (code === 'ENOENT' && attempt < mostAttempts) {
        // Another call's delete took an empty folder away, or somebody the bucket, or the file aside.
        await requireBucket(paths, bucket);
        await lstat(from);
      } else if (code === 'EISDIR' && attempt < mostAttempts) {
        if (!(await removeEmptyTree(target)))
          checkKey(key, 'other keys lie below it, and a file cannot be a folder too');
      } else if (code === 'ENOTDIR' || code === 'EEXIST') {
        await requireBucket(paths, bucket);
        checkKey(key, 'a part of its path is an object already, and a file cannot be a folder too');
      } else if (code === 'ENAMETOOLONG') {
        checkKey(key, 'its path is longer than this file system takes');
      } else throw error;
    }
  }
}

/** The folders that were missing between the bucket and the object, deepest first. One level at a time: not the bucket. */
async function makeFolders(paths: StorePaths, bucket: string, key: string): Promise<string[]> {
  const made: string[] = [];
  let folder = paths.bucket(bucket);
  for (const name of key.split('/').slice(0, -1)) {
    folder = join(folder, name);
    try {
      await mkdir(folder);
      made.unshift(folder);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
  return made;
}

async function syncIfThere(folder: string): Promise<void> {
  try {
    await syncFolder(folder);
  } catch (error) {
    // The object was removed again, and its folder with it.
    if (!isAbsent(error)) throw error;
  }
}

/** Removes the file of an object, then the folders that this left empty: S3 knows no folders. True when it was there. */
export async function removeFile(paths: StorePaths, bucket: string, key: string): Promise<boolean> {
  const target = paths.object(bucket, key);
  const file = await ifThere(lstat(target));
  if (!file?.isFile() || !(await ifThere(isInPlace(paths.root, dirname(target))))) return false;
  if ((await ifThere(unlink(target).then(() => true))) !== true) return false;
  await syncIfThere(dirname(target));
  const top = paths.bucket(bucket);
  for (let folder = dirname(target); folder.length > top.length; folder = dirname(folder)) {
    // `rmdir` takes only an empty folder, so a put that got there first keeps its file; one that comes too late tries again.
    if (!(await removeIfEmpty(folder))) break;
  }
  return true;
}

/** Removes a folder that holds nothing but empty folders; false when anything else is in it. */
async function removeEmptyTree(folder: string): Promise<boolean> {
  for (const entry of (await ifThere(readdir(folder, { withFileTypes: true }))) ?? []) {
    if (!entry.isDirectory() || !(await removeEmptyTree(join(folder, entry.name)))) return false;
  }
  return removeIfEmpty(folder);
}

/** True when the folder is gone, by us or by another. */
async function removeIfEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return true;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    throw error;
  }
}
