import { isUtf8 } from 'node:buffer';
import type { Dir, Dirent } from 'node:fs';
import { opendir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { UnreadableName } from '../unreadable';
import { ifThere, isAbsent, systemCode } from './failures';
import { fileKeyFault, isInPlace, type StorePaths } from './paths';
import { requireBucket } from './place';

/** A file as its key, or a folder as its keys' common start, which ends in `/`. */
export type Entry = string;

/** What stands in a folder: what has a key, in the order of keys, and what cannot be an object, by name. */
export interface Folder {
  entries: Entry[];
  unreadable: UnreadableName[];
}

/** Reads the folder whose keys begin with `folder`, which is empty or ends in `/`; nothing stands in one that is not there. */
export async function readFolder(paths: StorePaths, bucket: string, folder: string): Promise<Folder> {
  const none = { entries: [], unreadable: [] };
  if (folder !== '' && fileKeyFault(folder.slice(0, -1)) !== undefined) return none;
  const path = join(paths.bucket(bucket), ...folder.split('/'));
  try {
    if (!(await isInPlace(paths.root, path))) return none;
    const found = await readdir(path, { withFileTypes: true, encoding: 'buffer' });
    const entries: Entry[] = [];
    const unreadable: UnreadableName[] = [];
    for (const entry of found) {
      const key = folder + entry.name.toString();
      const reason = faultOf(entry, key);
      if (reason !== undefined) unreadable.push({ name: printable(entry.name), reason });
      else entries.push(entry.isDirectory() ? `${key}/` : key);
    }
    unreadable.sort((one, other) => compareKeys(one.name, other.name));
    return { entries: entries.sort(compareKeys), unreadable };
  } catch (error) {
    if (!isAbsent(error) && systemCode(error) !== 'ENAMETOOLONG') throw error;
    await requireBucket(paths, bucket);
    return none;
  }
}

/** Why what has this name is no object or folder of any, or undefined. */
function faultOf(entry: Dirent<NonSharedBuffer>, key: string): string | undefined {
  if (entry.isSymbolicLink()) return 'it is a symbolic link, and those are not followed';
  if (!entry.isFile() && !entry.isDirectory()) return 'it is neither a file nor a folder';
  if (!isUtf8(entry.name)) return 'its name is not UTF-8';
  return fileKeyFault(key);
}

/** A name of any bytes for people: what is not UTF-8 in it as `\xFF`, and then a backslash as two. */
function printable(name: Buffer): string {
  if (isUtf8(name)) return name.toString();
  let shown = '';
  for (let at = 0; at < name.length; ) {
    const length = [1, 2, 3, 4].find((n) => at + n <= name.length && isUtf8(name.subarray(at, at + n)));
    const sign = name.toString('utf8', at, at + (length ?? 0));
    if (length === undefined) shown += `\\x${name.toString('hex', at, at + 1).toUpperCase()}`;
    else shown += sign === '\\' ? '\\\\' : sign;
    at += length ?? 1;
  }
  return shown;
}

/** Whether anything but empty folders lies below a folder; looks no further than the first. */
export async function holdsAnything(paths: StorePaths, bucket: string, folder: string): Promise<boolean> {
  const below: string[] = [];
  const opened = await ifThere(openedFolder(join(paths.bucket(bucket), ...folder.split('/'))));
  if (opened === 'closed') return true;
  for await (const entry of opened ?? []) {
    const key = folder + entry.name;
    // What is no object is told of in the folder that it lies in: that must not be missing. A name that is no text has this sign.
    if (!entry.isDirectory() || fileKeyFault(key) !== undefined || key.includes('\uFFFD')) return true;
    below.push(`${key}/`);
  }
  for (const one of below) if (await holdsAnything(paths, bucket, one)) return true;
  return false;
}

/** `closed` where we may not read it: it must not hide the folders beside it, and whoever opens it is told why it is closed. */
async function openedFolder(path: string): Promise<Dir | 'closed'> {
  try {
    return await opendir(path);
  } catch (error) {
    if (systemCode(error) === 'EACCES') return 'closed';
    throw error;
  }
}

/** Order of UTF-8 bytes, which is that of code points; strings compare by UTF-16 units, where surrogates come too early. */
export function compareKeys(one: string, other: string): number {
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
