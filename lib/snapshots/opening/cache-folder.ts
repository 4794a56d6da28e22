import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { type CachedFiles, leastRecentlyUsed } from '../least-recently-used';

/** Files of documents in the cache folder: `<name>.index`, and `<name>.json` where there is a decompressed copy. */
export interface CacheFolder {
  indexPath(name: string): string;
  copyPath(name: string): string;
  /** Notes that a document is in use. */
  touch(name: string): Promise<void>;
  /** Removes the documents that were not used for longest until the others fit; gives their names. `keep` stays in any case. */
  trim(keep: string): Promise<string[]>;
}

/** `folder` is the cache's own: what was never finished is cleared from it. */
export async function openCacheFolder(folder: string, maxBytes: number): Promise<CacheFolder> {
  const indexPath = (name: string) => join(folder, `${name}.index`);
  const copyPath = (name: string) => join(folder, `${name}.json`);
  for (const file of await filesIn(folder)) {
    const unfinished = !/^[0-9a-f]{64}\.(index|json)$/.test(file);
    // A copy belongs to its index; alone it is the rest of an opening that was broken off.
    const alone = file.endsWith('.json') && !(await exists(indexPath(file.slice(0, -'.json'.length))));
    if (unfinished || alone) await rm(join(folder, file), { recursive: true, force: true });
  }
  return {
    indexPath,
    copyPath,
    async touch(name) {
      const now = new Date();
      await utimes(indexPath(name), now, now).catch(() => undefined);
    },
    async trim(keep) {
      const documents: CachedFiles[] = [];
      for (const file of await filesIn(folder)) {
        if (!/^[0-9a-f]{64}\.index$/.test(file)) continue;
        const name = file.slice(0, -'.index'.length);
        const index = await stat(indexPath(name)).catch(() => undefined);
        const copy = await stat(copyPath(name)).catch(() => stat(`${copyPath(name)}.part`).catch(() => undefined));
        documents.push({ name, size: (index?.size ?? 0) + (copy?.size ?? 0), usedAt: index?.mtimeMs ?? 0 });
      }
      const names = leastRecentlyUsed(documents, maxBytes, (name) => name === keep);
      for (const name of names) {
        // A reader that has the copy open reads on: the file goes when its last reader closes it.
        await rm(indexPath(name), { force: true });
        await rm(copyPath(name), { force: true });
      }
      return names;
    },
  };
}

async function filesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
