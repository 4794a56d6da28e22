import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { DomainError, errorCode, errorMessage } from '../../../errors';
import type { ObjectStore } from '../../../object-store/port';
import type { DocumentCache } from '../../opening/document-cache';
import { QueryFailure, runQueryJob } from '../query-process';
import { convertStatement } from '../statements';
import { writeItemLines } from './item-lines';
import { SharedWork } from './shared-work';
import { openTableFiles, type SnapshotTable } from './table-files';

/** Changes whenever tables are made otherwise: older ones are then not used. */
const tableForm = 1;
/** DuckDB holds a few row groups at a time while it writes a table. */
const convertMemoryBytes = 1e9;

export interface TableName {
  bucket: string;
  key: string;
}

/** How far the making of a table is: `done` of `total` stored bytes while its document is opened, else items, else percent. */
export interface TableProgress {
  phase: 'waiting' | 'opening' | 'reading' | 'writing';
  done: number;
  total: number;
}

export interface TableCache {
  /**
   * Does a task with the tables of documents as they are in the store now. Each is made once: whoever asks meanwhile waits for the same;
   * when all who waited went away by their `signal`, its making ends. Until the task has ended they stay.
   */
  use<Result>(
    documents: readonly TableName[],
    task: (tables: SnapshotTable[]) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result>;
  /** Of a document whose table is being made. */
  progress(document: TableName): TableProgress | undefined;
  /** Forgets a table that turned out to be broken. */
  discard(table: SnapshotTable): Promise<void>;
}

/**
 * Tables (Parquet files) of documents by bucket, key and ETag, in a folder that may be cleared at any time. What an earlier process left
 * there is used again, once it was checked to be whole. The least recently used go when all together are larger than `maxTableBytes`.
 */
export async function createTableCache(parts: {
  store: ObjectStore;
  documents: DocumentCache;
  folder: string;
  maxTableBytes?: number;
}): Promise<TableCache> {
  const { store, documents, folder, maxTableBytes = 4 * 2 ** 30 } = parts;
  const files = await openTableFiles(folder, maxTableBytes);
  const limitConversions = pLimit(1);
  const making = new SharedWork<SnapshotTable, TableProgress & TableName>();
  /** How many tasks want a table to stay. */
  const held = new Map<string, number>();

  async function make(
    wanted: TableName & { etag: string; path: string },
    progress: TableProgress,
    signal: AbortSignal,
  ): Promise<SnapshotTable> {
    signal.throwIfAborted();
    const { bucket, key, etag, path } = wanted;
    const lines = `${path}.lines.part`;
    const aside = `${path}.part`;
    progress.phase = 'opening';
    const { document } = await documents.open({ bucket, key });
    const items = document.index.itemCount;
    try {
      signal.throwIfAborted();
      if (document.metadata.etag !== etag) throw replaced(key);
      await files.prepare(path);
      Object.assign(progress, { phase: 'reading', done: 0, total: items });
      const onItem = (count: number) => {
        progress.done = count;
      };
      const longestLine = await writeItemLines({ store, document, path: lines, signal, onItem });
      Object.assign(progress, { phase: 'writing', done: 0, total: 100 });
      await runQueryJob(
        {
          kind: 'convert',
          statement: convertStatement(lines, aside, longestLine),
          settings: { threads: '2', temp_directory: '' },
          memoryBytes: Math.max(convertMemoryBytes, longestLine * 12),
        },
        {
          signal,
          onProgress: (percent) => {
            progress.done = percent;
          },
        },
      );
      await files.keep(aside, { path, items });
      await files.evict((other) => held.has(other));
      return { path, items };
    } catch (error) {
      signal.throwIfAborted();
      throw explained(error, key, folder);
    } finally {
      await rm(lines, { force: true }).catch(() => undefined);
      await rm(aside, { force: true }).catch(() => undefined);
    }
  }

  function hold(path: string, change: 1 | -1): void {
    const count = (held.get(path) ?? 0) + change;
    if (count > 0) held.set(path, count);
    else held.delete(path);
  }

  return {
    async use(names, task, signal) {
      const wanted = await Promise.all(
        names.map(async ({ bucket, key }) => {
          const { etag } = await store.head(bucket, key);
          const name = createHash('sha256')
            .update(JSON.stringify([tableForm, bucket, key, etag]))
            .digest('hex');
          return { bucket, key, etag, path: join(folder, `${name}.parquet`) };
        }),
      );
      for (const { path } of wanted) hold(path, 1);
      try {
        const tables = wanted.map((one) =>
          making.join(
            one.path,
            {
              progress: () => ({ bucket: one.bucket, key: one.key, phase: 'waiting', done: 0, total: 0 }),
              begin: async (progress, ended) =>
                (await files.find(one.path)) ?? limitConversions(() => make(one, progress, ended)),
            },
            signal,
          ),
        );
        return await task(await Promise.all(tables));
      } finally {
        for (const { path } of wanted) hold(path, -1);
      }
    },
    progress(name) {
      const progress = making.progress().find(({ bucket, key }) => bucket === name.bucket && key === name.key);
      const opening = progress?.phase === 'opening' ? documents.progress(name) : undefined;
      if (opening) return { phase: 'opening', done: opening.storedRead, total: opening.storedSize };
      return progress && { phase: progress.phase, done: progress.done, total: progress.total };
    },
    discard: ({ path }) => files.remove(path),
  };
}

function replaced(key: string): DomainError {
  return new DomainError('conflict', 'PreconditionFailed', `${key} was replaced while it was read. Ask again.`);
}

/** A disk that is full, and a table that DuckDB could not write, are nothing that the query can help. */
function explained(error: unknown, key: string, folder: string): unknown {
  if (errorCode(error) === 'QueryTooLarge') {
    const message = `The table of ${key} could not be made: writing it took more memory than the ${convertMemoryBytes / 1e6} MB that it may take.`;
    return new DomainError('unavailable', 'TableTooLarge', message, { cause: error });
  }
  const onDisk = error instanceof Error && 'syscall' in error && 'code' in error && !(error instanceof DomainError);
  if (!onDisk && !(error instanceof QueryFailure)) return error;
  const message = `The table of ${key} could not be written into the cache folder ${folder}: ${errorMessage(error)}. Make room or give it back to Snapscope, then ask again.`;
  return new DomainError('unavailable', 'CacheNotWritable', message, { cause: error });
}
