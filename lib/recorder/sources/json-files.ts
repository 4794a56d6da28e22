import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openJsonBytes } from '../../documents/gzip/open-json-bytes';
import { DomainError, errorMessage } from '../../errors';

const chunkBytes = 2 ** 20;

/**
 * The file at `path`, or the `*.json` and `*.json.gz` files of the folder there, in the order of their names.
 *
 * @throws DomainError `NoSuchFile` (`not-found`) where there are none, `FileNotReadable` (`unreadable`) where the system does not let
 *   us look.
 */
export async function jsonFilesAt(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((name) => /\.json(\.gz)?$/i.test(name) && !name.startsWith('.'));
    if (names.length > 0) return names.sort().map((name) => join(path, name));
  } catch (error) {
    throw notReadable(path, error);
  }
  const message = `There is no *.json file in ${path}. Put configuration items or a snapshot there, or name another path.`;
  throw new DomainError('not-found', 'NoSuchFile', message);
}

/**
 * The JSON bytes of a file, inflated where it is gzipped.
 *
 * @throws DomainError `FileNotReadable` (`unreadable`) where the system does not let us read on, or where it is no regular file: opening a
 *   pipe waits for its writer, and nothing can break that off, while every discovery reads anew; else as `openJsonBytes`, naming the file.
 */
export async function* readJsonFile(path: string, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  try {
    if (!(await stat(path)).isFile()) {
      const message = 'it is a folder, a pipe or a device. Every discovery reads it anew: name a regular file';
      throw new DomainError('unreadable', 'FileNotReadable', message);
    }
    yield* openJsonBytes(createReadStream(path, { highWaterMark: chunkBytes, signal }));
  } catch (error) {
    signal?.throwIfAborted();
    throw notReadable(path, error);
  }
}

function notReadable(path: string, error: unknown): DomainError {
  if (error instanceof DomainError)
    return new DomainError(error.kind, error.code, `${path}: ${error.message}`, { cause: error });
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') {
    return new DomainError('not-found', 'NoSuchFile', `There is no file or folder ${path}. Name another path.`, {
      cause: error,
    });
  }
  const message = `${path} cannot be read: ${errorMessage(error)}`;
  return new DomainError('unreadable', 'FileNotReadable', message, { cause: error });
}
