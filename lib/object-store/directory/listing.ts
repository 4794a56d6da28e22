import { isUtf8 } from 'node:buffer';
import { opendir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pMap from 'p-map';
import { DomainError } from '../../errors';
import { checkLimit, printToken, readToken } from '../names';
import type { ListPage, ListRequest, StoredObject } from '../port';
import { ifThere, isAbsent, systemCode } from './failures';
import { fileKeyFault, isInPlace, type StorePaths } from './paths';
import { requireBucket } from './place';
import { headObject, lookAt } from './read';

/** Looks at the disk at a time: a few are quicker than one by one. */
const looksAtOnce = 16;

/** A file as its key, or a folder as its keys' common start, which ends in `/`. */
type Entry = string;

/**
 * One page of a bucket, in the order of S3's ListObjectsV2: whole keys by their UTF-8 bytes, a folder standing where its
 * keys would. Folders are read one at a time, only those that the page needs; links, pipes and names that cannot be keys are
 * not shown, and neither are folders without an object below them.
 */
export async function listPage(paths: StorePaths, bucket: string, request: ListRequest): Promise<ListPage> {
  const limit = checkLimit(request.limit);
  const after = request.token === undefined ? '' : readToken(request.token);
  const prefix = request.prefix ?? '';
  await requireBucket(paths, bucket);

  const cut = prefix.lastIndexOf('/') + 1;
  const top = { folder: prefix.slice(0, cut), start: prefix.slice(cut) };
  const page: Entry[] = [];
  let more = false;
  for await (const entry of entriesBelow(paths, bucket, top, after, request.delimiter === undefined)) {
    more = page.length === limit;
    if (more) break;
    page.push(entry);
  }
  const keys = page.filter((entry) => !entry.endsWith('/'));
  const last = page.at(-1);
  const objects = await pMap(keys, (key) => objectIfThere(paths, bucket, key), { concurrency: looksAtOnce });
  return {
    folders: page.filter((entry) => entry.endsWith('/')),
    objects: objects.filter((one) => one !== undefined),
    ...(more && last !== undefined ? { nextToken: printToken(last) } : {}),
  };
}

async function* entriesBelow(
  paths: StorePaths,
  bucket: string,
  { folder, start }: { folder: string; start: string },
  after: string,
  deep: boolean,
): AsyncGenerator<Entry> {
  for (const entry of await entriesOf(paths, bucket, folder)) {
    if (!entry.startsWith(start, folder.length)) continue;
    const inside = deep && entry.endsWith('/');
    // Within a folder that the last page ended in, there may be more.
    if (compareKeys(entry, after) <= 0 && !(inside && after.startsWith(entry))) continue;
    if (inside) yield* entriesBelow(paths, bucket, { folder: entry, start: '' }, after, deep);
    else if (!entry.endsWith('/') || (await holdsObject(paths, bucket, entry))) yield entry;
  }
}

/** What stands in a folder, in the order of keys; nothing when there is no such folder. */
async function entriesOf(paths: StorePaths, bucket: string, folder: string): Promise<Entry[]> {
  if (folder !== '' && fileKeyFault(folder.slice(0, -1)) !== undefined) return [];
  const path = join(paths.bucket(bucket), ...folder.split('/'));
  try {
    if (!(await isInPlace(paths.root, path))) return [];
    const found = await readdir(path, { withFileTypes: true, encoding: 'buffer' });
    const entries: Entry[] = [];
    for (const entry of found) {
      if (!isUtf8(entry.name) || !(entry.isFile() || entry.isDirectory())) continue;
      const key = folder + entry.name.toString();
      if (fileKeyFault(key) === undefined) entries.push(entry.isDirectory() ? `${key}/` : key);
    }
    return entries.sort(compareKeys);
  } catch (error) {
    if (!isAbsent(error) && systemCode(error) !== 'ENAMETOOLONG') throw error;
    await requireBucket(paths, bucket);
    return [];
  }
}

/** Whether any object lies below a folder; looks no further than the first. */
async function holdsObject(paths: StorePaths, bucket: string, folder: string): Promise<boolean> {
  const below: string[] = [];
  const opened = await ifThere(opendir(join(paths.bucket(bucket), ...folder.split('/'))));
  for await (const entry of opened ?? []) {
    const key = folder + entry.name;
    if (fileKeyFault(key) !== undefined) continue;
    if (entry.isFile()) return true;
    if (entry.isDirectory()) below.push(`${key}/`);
  }
  for (const one of below) if (await holdsObject(paths, bucket, one)) return true;
  return false;
}

/** An object's line in a listing, or undefined when it went away since its folder was read. */
async function objectIfThere(paths: StorePaths, bucket: string, key: string): Promise<StoredObject | undefined> {
  try {
    // Its folder was found in place when it was read: that need not be asked again for each object.
    const seen = await ifThere(lookAt(paths, bucket, key));
    const { size, lastModified, etag } = seen ?? (await headObject(paths, bucket, key));
    return { key, size, lastModified, etag };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NoSuchKey') return undefined;
    throw error;
  }
}

/** Order of UTF-8 bytes, which is that of code points; strings compare by UTF-16 units, where surrogates come too early. */
function compareKeys(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const a = one.charCodeAt(at);
    const b = other.charCodeAt(at);
    if (a === b) continue;
    const surrogates = Number(a >= 0xd800 && a < 0xe000) - Number(b >= 0xd800 && b < 0xe000);
    return surrogates === 0 ? a - b : surrogates;
  }
  return one.length - other.length;
}
