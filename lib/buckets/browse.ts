import { DomainError } from '../errors';
import type { ObjectStore, StoredObject } from '../object-store/port';
import type { UnreadableNames } from '../object-store/unreadable';

export interface FolderPageRequest {
  bucket: string;
  /** The folder: empty for the bucket's top, else ending in `/`. */
  prefix: string;
  /** Only names that start with this, within the folder. */
  filter?: string;
  token?: string;
  /** 1 to 1,000, and 1,000 where absent; folders and objects count alike. */
  limit?: number;
}

export interface FolderPage {
  /** `name` is the folder's last part, without the slash. */
  folders: { prefix: string; name: string }[];
  /** `name` is what follows the folder in the key. */
  objects: (StoredObject & { name: string })[];
  nextToken?: string;
  /** What lies there and cannot be opened. */
  unreadable?: UnreadableNames;
}

/**
 * One page of one folder. Folders named by numbers come first, ascending by number (AWS does not zero-pad its date folders,
 * so S3 has 10 before 9), then the others by name; objects are in S3's order.
 *
 * Pages follow S3's order: in a folder with more entries than fit into a page, each page is sorted within itself, and 9 may
 * stand on a later page than 10. Date folders never have so many (31 at most).
 *
 * @throws DomainError `InvalidPrefix` for a folder that does not end in `/`; else as the store's `list` does.
 */
export async function listFolder(store: ObjectStore, request: FolderPageRequest): Promise<FolderPage> {
  const { bucket, prefix, filter = '', token, limit } = request;
  if (prefix !== '' && !prefix.endsWith('/')) {
    throw new DomainError('invalid', 'InvalidPrefix', `The folder "${prefix}" must end in "/".`);
  }
  // No name holds a slash; to S3 it would mean the folder below.
  if (filter.includes('/')) return { folders: [], objects: [] };
  const page = await store.list(bucket, { prefix: prefix + filter, delimiter: '/', token, limit });
  const folders = page.folders.map((folder) => ({ prefix: folder, name: folder.slice(prefix.length, -1) }));
  const objects = page.objects.map((object) => ({ ...object, name: object.key.slice(prefix.length) }));
  folders.sort((one, other) => compareFolderNames(one.name, other.name));
  return { ...page, folders, objects };
}

/** Numbers by value and before names; names stay as they were (the sort is stable). */
function compareFolderNames(one: string, other: string): number {
  const numbers = [one, other].map((name) => /^\d+$/.test(name));
  if (numbers[0] !== numbers[1]) return numbers[0] ? -1 : 1;
  if (!numbers[0]) return 0;
  // A name may have more digits than a number can hold exactly.
  const difference = BigInt(one) - BigInt(other);
  return difference < 0n ? -1 : Number(difference > 0n);
}
