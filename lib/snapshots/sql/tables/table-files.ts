import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type CachedFiles, leastRecentlyUsed } from '../../least-recently-used';

export interface SnapshotTable {
  path: string;
  items: number;
}

/** What stands beside a table, written last: without it the table does not count. */
interface Seal {
  size: number;
  sha256: string;
  items: number;
}

/** The files of tables in a folder that may be cleared at any time. What was left unfinished there goes. */
export async function openTableFiles(folder: string, maxTableBytes: number) {
  /** Size and time of tables that were found whole. */
  const checked = new Map<string, string>();
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.endsWith('.part')) await rm(join(folder, name), { force: true });
  }

  async function remove(path: string): Promise<void> {
    checked.delete(path);
    await rm(sealOf(path), { force: true });
    await rm(path, { force: true });
  }

  return {
    folder,
    remove,

    /** A table that is there and whole; it counts as used now. */
    async find(path: string): Promise<SnapshotTable | undefined> {
      try {
        const seal: Seal = JSON.parse(await readFile(sealOf(path), 'utf8'));
        const { size, mtimeMs } = await stat(path);
        if (size !== seal.size) return undefined;
        const mark = `${size} ${mtimeMs}`;
        if (checked.get(path) !== mark) {
          if ((await sha256Of(path)) !== seal.sha256) return undefined;
          checked.set(path, mark);
        }
        // The seal's time is when the table was used last.
        const now = new Date();
        await utimes(sealOf(path), now, now);
        return { path, items: seal.items };
      } catch {
        return undefined;
      }
    },

    /** Makes room for a table: the folder is there, and nothing at its place. */
    async prepare(path: string): Promise<void> {
      await mkdir(folder, { recursive: true });
      await remove(path);
    },

    /** Puts a table that was written aside into its place. */
    async keep(aside: string, table: SnapshotTable): Promise<void> {
      const { path, items } = table;
      const seal: Seal = { size: (await stat(aside)).size, sha256: await sha256Of(aside), items };
      await sync(aside);
      await rename(aside, path);
      await writeFile(`${sealOf(path)}.part`, JSON.stringify(seal));
      await rename(`${sealOf(path)}.part`, sealOf(path));
    },

    /** Removes the least recently used tables until all together are within the bound; none that `isHeld`. */
    async evict(isHeld: (path: string) => boolean): Promise<void> {
      const tables: CachedFiles[] = [];
      for (const name of await readdir(folder)) {
        if (!name.endsWith('.parquet')) continue;
        const path = join(folder, name);
        const [table, seal] = await Promise.all([stat(path), stat(sealOf(path)).catch(() => undefined)]);
        tables.push({ name: path, size: table.size, usedAt: seal?.mtimeMs ?? 0 });
      }
      for (const path of leastRecentlyUsed(tables, maxTableBytes, isHeld)) await remove(path);
    },
  };
}

const sealOf = (path: string) => `${path}.json`;

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

async function sync(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
