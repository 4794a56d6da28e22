import pMap from 'p-map';
import { DomainError } from '../../errors';
import { checkLimit, printToken, readToken } from '../names';
import type { ListPage, ListRequest, StoredObject } from '../port';
import { unreadableNames } from '../unreadable';
import { ifThere } from './failures';
import { compareKeys, type Entry, holdsAnything, readFolder } from './folder';
import type { StorePaths } from './paths';
import { requireBucket } from './place';
import { headObject, lookAt } from './read';

/** Looks at the disk at a time: a few are quicker than one by one. */
const looksAtOnce = 16;

/**
 * One page of a bucket, in the order of S3's ListObjectsV2: whole keys by their UTF-8 bytes, a folder standing where its
 * keys would. Folders are read one at a time, only those that the page needs, and those that hold nothing are not shown. Links, pipes
 * and names that cannot be keys are no objects: the first page of a folder tells of them.
 */
export async function listPage(paths: StorePaths, bucket: string, request: ListRequest): Promise<ListPage> {
  const limit = checkLimit(request.limit);
  const after = request.token === undefined ? '' : readToken(request.token);
  const prefix = request.prefix ?? '';
  await requireBucket(paths, bucket);

  const cut = prefix.lastIndexOf('/') + 1;
  const [folder, start] = [prefix.slice(0, cut), prefix.slice(cut)];
  const { entries, unreadable } = await readFolder(paths, bucket, folder);
  const page: Entry[] = [];
  let more = false;
  for await (const entry of entriesBelow(
    paths,
    bucket,
    { entries, start: prefix },
    after,
    request.delimiter === undefined,
  )) {
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
    ...(request.delimiter && after === '' && unreadableNames(unreadable.filter(({ name }) => name.startsWith(start)))),
  };
}

async function* entriesBelow(
  paths: StorePaths,
  bucket: string,
  { entries, start }: { entries: Entry[]; start: string },
  after: string,
  deep: boolean,
): AsyncGenerator<Entry> {
  for (const entry of entries) {
    if (!entry.startsWith(start)) continue;
    const inside = deep && entry.endsWith('/');
    // Within a folder that the last page ended in, there may be more.
    if (compareKeys(entry, after) <= 0 && !(inside && after.startsWith(entry))) continue;
    if (inside) {
      const { entries } = await readFolder(paths, bucket, entry);
      yield* entriesBelow(paths, bucket, { entries, start: '' }, after, deep);
    } else if (!entry.endsWith('/') || (await holdsAnything(paths, bucket, entry))) yield entry;
  }
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
