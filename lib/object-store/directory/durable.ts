import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Makes a folder's entries durable: a rename or a new folder counts only once the folder itself is on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows can neither open a folder nor needs to: NTFS journals its entries.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and those above it where they are missing, durably. */
export async function ensureFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Writes a small file so that it is there whole or not at all, also after a power cut. `aside` is on the same file system. */
export async function writeWhole(path: string, text: string, aside: string): Promise<void> {
  const folder = dirname(path);
  await ensureFolder(folder);
  const temporary = join(aside, `${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}
