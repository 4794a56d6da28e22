import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DomainError, errorMessage } from '../../errors';
import type { ObjectStore } from '../../object-store/port';
import { createTurns } from '../turns';
import { writeItemLines } from './item-lines';
import { QueryFailure, runQueryJob } from './query-process';
import { convertStatement } from './query-store';

/** Changes whenever tables are made otherwise: older ones are then not used. */
const tableForm = 1;
/** DuckDB holds a few row groups at a time while it writes a table. */
const convertMemoryBytes = 1e9;

export interface SnapshotTable {
  path: string;
  items: number;
}

export interface TableCache {
  /**
   * Does a task with the tables of objects as they are in the store now. Each is made once: whoever asks meanwhile waits for the same.
   * Until the task has ended they stay.
   */
  use<Result>(
    objects: readonly { bucket: string; key: string }[],
    task: (tables: SnapshotTable[]) => Promise<Result>,
  ): Promise<Result>;
  /** Forgets a table that turned out to be broken. */
  discard(table: SnapshotTable): Promise<void>;
}

/** What stands beside a table, written last: without it the table does not count. */
interface Seal {
  size: number;
  sha256: string;
  items: number;
}

/**
 * Tables (Parquet files) of snapshots by bucket, key and ETag, in a folder that may be cleared at any time. What an earlier process left
 * there is used again, once it was checked to be whole. The least recently used go when all together are larger than `maxTableBytes`.
 * `maxBytes` is how large a document may be, decompressed.
 */
export async function createTableCache(parts: {
  store: ObjectStore;
  folder: string;
  maxBytes: number;
  maxTableBytes?: number;
}): Promise<TableCache> {
  const { store, folder, maxBytes, maxTableBytes = 4 * 2 ** 30 } = parts;
  await clearUnfinished(folder);
  const inTurn = createTurns(1);
  const running = new Map<string, Promise<SnapshotTable>>();
  /** Size and time of tables that were found whole. */
  const checked = new Map<string, string>();
  /** How many tasks want a table to stay. */
  const held = new Map<string, number>();

  async function find(path: string): Promise<SnapshotTable | undefined> {
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
  }

  async function make(bucket: string, key: string, etag: string, path: string): Promise<SnapshotTable> {
    const lines = `${path}.lines.part`;
    const aside = `${path}.part`;
    try {
      await mkdir(folder, { recursive: true });
      await remove(path);
      const { items, longestLine } = await writeItemLines({ store, bucket, key, etag, maxBytes, path: lines });
      await runQueryJob({
        kind: 'convert',
        statement: convertStatement(lines, aside, longestLine),
        settings: { threads: '2', temp_directory: '' },
        memoryBytes: Math.max(convertMemoryBytes, longestLine * 12),
      });
      const seal: Seal = { size: (await stat(aside)).size, sha256: await sha256Of(aside), items };
      await sync(aside);
      await rename(aside, path);
      await writeFile(`${sealOf(path)}.part`, JSON.stringify(seal));
      await rename(`${sealOf(path)}.part`, sealOf(path));
      await evict();
      return { path, items };
    } catch (error) {
      throw explained(error, key, folder);
    } finally {
      await rm(lines, { force: true }).catch(() => undefined);
      await rm(aside, { force: true }).catch(() => undefined);
    }
  }

  async function evict(): Promise<void> {
    const tables: { path: string; size: number; usedAt: number }[] = [];
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.parquet')) continue;
      const path = join(folder, name);
      const [table, seal] = await Promise.all([stat(path), stat(sealOf(path)).catch(() => undefined)]);
      tables.push({ path, size: table.size, usedAt: seal?.mtimeMs ?? 0 });
    }
    let total = tables.reduce((sum, { size }) => sum + size, 0);
    for (const { path, size } of tables.sort((a, b) => a.usedAt - b.usedAt)) {
      if (total <= maxTableBytes) return;
      if (held.has(path)) continue;
      await remove(path);
      total -= size;
    }
  }

  async function table(bucket: string, key: string, etag: string, path: string): Promise<SnapshotTable> {
    const present = running.get(path);
    if (present !== undefined) return present;
    const finding = find(path).then((found) => found ?? inTurn(() => make(bucket, key, etag, path)));
    running.set(path, finding);
    try {
      return await finding;
    } finally {
      running.delete(path);
    }
  }

  function hold(path: string, change: 1 | -1): void {
    const count = (held.get(path) ?? 0) + change;
    if (count > 0) held.set(path, count);
    else held.delete(path);
  }

  return {
    async use(objects, task) {
      const wanted = await Promise.all(
        objects.map(async ({ bucket, key }) => {
          const { etag } = await store.head(bucket, key);
          const name = createHash('sha256')
            .update(JSON.stringify([tableForm, bucket, key, etag]))
            .digest('hex');
          return { bucket, key, etag, path: join(folder, `${name}.parquet`) };
        }),
      );
      for (const { path } of wanted) hold(path, 1);
      try {
        return await task(await Promise.all(wanted.map((one) => table(one.bucket, one.key, one.etag, one.path))));
      } finally {
        for (const { path } of wanted) hold(path, -1);
      }
    },
    async discard({ path }) {
      checked.delete(path);
      await remove(path);
    },
  };
}

const sealOf = (path: string) => `${path}.json`;

async function remove(path: string): Promise<void> {
  await rm(sealOf(path), { force: true });
  await rm(path, { force: true });
}

async function clearUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (name.endsWith('.part')) await rm(join(folder, name), { force: true });
}

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

/** A disk that is full, and a table that DuckDB could not write, are nothing that the document or the query can help. */
function explained(error: unknown, key: string, folder: string): unknown {
  const onDisk = error instanceof Error && 'syscall' in error && 'code' in error && !(error instanceof DomainError);
  if (!onDisk && !(error instanceof QueryFailure)) return error;
  const message = `The table of ${key} could not be written into the cache folder ${folder}: ${errorMessage(error)}. Make room or give it back to Snapscope, then ask again.`;
  return new DomainError('unavailable', 'CacheNotWritable', message, { cause: error });
}
