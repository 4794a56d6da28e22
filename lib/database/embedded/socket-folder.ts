import { createHash } from 'node:crypto';
import { lstat, mkdir, realpath } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DomainError } from '@/lib/errors';

/** What fits in a `sockaddr_un` with its closing zero (Linux unix(7): 108 bytes; the BSDs and macOS: 104). */
const longestPath = process.platform === 'linux' ? 107 : 103;

/**
 * A private folder for a unix socket: `folder` itself, or, when a socket's path there would be too long, one in the
 * system's temporary folder that is named by a hash of the real path (so every process finds the same).
 * @param folder an existing folder
 * @param socketName the longest name that a socket in it will have
 * @throws DomainError `SocketFolderNotPrivate` when somebody else made that temporary folder
 */
export async function socketFolder(folder: string, socketName: string): Promise<string> {
  if (Buffer.byteLength(path.join(folder, socketName)) <= longestPath) return folder;
  const hash = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex');
  const short = path.join(os.tmpdir(), `snapscope-${hash.slice(0, 16)}`);
  await mkdir(short, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const made = await lstat(short);
  const ours = [process.geteuid?.(), (await lstat(folder)).uid].includes(made.uid);
  if (!made.isDirectory() || !ours || (made.mode & 0o077) !== 0) {
    throw new DomainError(
      'denied',
      'SocketFolderNotPrivate',
      `${short} is needed for a socket but belongs to somebody else or is open to others. Remove it, or choose a SNAPSCOPE_DATA_DIR with a shorter path.`,
    );
  }
  return short;
}
