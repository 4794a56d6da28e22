import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DomainError, errorMessage } from '../../errors';

const chunkBytes = 2 ** 20;

/**
 * The file at `path`, or the `*.json` and `*.json.gz` files of the folder there, in the order of their names. Throws
 * `not-found` / `NoSuchFile` where there are none, and `unreadable` / `FileNotReadable` where the system does not let us look.
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
 * The JSON bytes of a file, inflated where its first two bytes are gzip's, whatever its name. Throws `unreadable` /
 * `FileNotReadable`, naming the file, where the system or the gzip data do not let us read on.
 */
export async function* readJsonFile(path: string, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  try {
    const gzip = await isGzip(path);
    const raw = createReadStream(path, { highWaterMark: chunkBytes, signal });
    if (!gzip) return yield* raw;
    // The callback's error also ends the loop; it is there only because pipeline asks for one.
    yield* pipeline(raw, createGunzip({ chunkSize: chunkBytes }), () => undefined);
  } catch (error) {
    signal?.throwIfAborted();
    throw notReadable(path, error);
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

function notReadable(path: string, error: unknown): DomainError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') {
    return new DomainError('not-found', 'NoSuchFile', `There is no file or folder ${path}. Name another path.`, {
      cause: error,
    });
  }
  const message = `${path} cannot be read: ${errorMessage(error)}`;
  return new DomainError('unreadable', 'FileNotReadable', message, { cause: error });
}
