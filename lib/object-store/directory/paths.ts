import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { checkKey, writtenKeyFault } from '../names';

/** Where the parts of a directory store lie. `.meta` and `.tmp` cannot be buckets: those begin with a letter or digit. */
export interface StorePaths {
  root: string;
  bucket(bucket: string): string;
  /** The plain file of an object. Only for keys that `checkFileKey` takes. */
  object(bucket: string, key: string): string;
  /** What is known of an object beside its bytes; named by a hash, since a key may be longer than a file name. */
  metadata(bucket: string, key: string): string;
  /** Uploads on their way, on the same file system as the objects. */
  uploads(bucket: string): string;
}

export function storePaths(root: string): StorePaths {
  return {
    root,
    bucket: (bucket) => join(root, bucket),
    object: (bucket, key) => join(root, bucket, ...key.split('/')),
    metadata: (bucket, key) => {
      const name = createHash('sha256').update(key).digest('hex');
      return join(root, '.meta', bucket, name.slice(0, 2), `${name}.json`);
    },
    uploads: (bucket) => join(root, '.tmp', bucket),
  };
}

/** Why this cannot be the name of a file or folder below a bucket, or undefined. */
function nameFault(name: string): string | undefined {
  if (name === '') return 'it begins or ends with "/" or has two in a row, and a folder must have a name';
  if (Buffer.byteLength(name) > 255) return 'a part of it has more than 255 bytes, the most that a file name can have';
  if (sep === '\\' && name.includes(sep)) return 'it holds a backslash, which separates folders here';
  return undefined;
}

/** Why an object of this key cannot be a plain file, or undefined. */
export function fileKeyFault(key: string): string | undefined {
  const fault = writtenKeyFault(key);
  if (fault) return fault;
  for (const name of key.split('/')) {
    const reason = nameFault(name);
    if (reason) return reason;
  }
  return undefined;
}

/**
 * Refuses a key that cannot be a file's.
 *
 * @throws DomainError `InvalidKey`, naming why, for a key that no plain file below the bucket can have.
 */
export function checkFileKey(key: string): void {
  checkKey(key, fileKeyFault(key));
}

/**
 * Whether `folder` (below `root`) is where its path says: a symbolic link on the way could lead out of the store.
 * `root` itself may be reached through links.
 *
 * @throws as `realpath` does when it is not there.
 */
export async function isInPlace(root: string, folder: string): Promise<boolean> {
  const realRoot = await realpath(root);
  return (await realpath(folder)) === join(realRoot, folder.slice(root.length));
}
