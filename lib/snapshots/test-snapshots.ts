import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDirectoryStore } from '../object-store/directory';
import { createComparisons } from './compare/comparisons';
import { createDocumentCache } from './opening/document-cache';
import { createSnapshots, type SnapshotsService } from './snapshots';

/** Documents in a bucket of their own, opened and compared. */
export interface TestSnapshots {
  snapshots: SnapshotsService;
  /** Both ways: as documents are read, and opened. */
  comparisons: ReturnType<typeof createComparisons>[];
  /** Stores a document, as bytes or as what becomes JSON. */
  put(key: string, document: Buffer | object): Promise<void>;
  remove(): Promise<void>;
}

/** Makes the bucket in a folder of its own, which `remove` removes. */
export async function makeTestSnapshots(bucket: string): Promise<TestSnapshots> {
  const folder = await mkdtemp(join(tmpdir(), `snapscope-${bucket}-`));
  const store = createDirectoryStore({ root: join(folder, 'objects') });
  await store.createBucket(bucket);
  const cacheIn = (name: string) => createDocumentCache({ store, folder: join(folder, name), maxBytes: 1 << 20 });
  return {
    snapshots: createSnapshots({ store, cache: await cacheIn('opened'), channelBucket: async () => bucket }),
    comparisons: [
      createComparisons({ store, cache: await cacheIn('a'), maxBytes: 1 << 20, streamedFrom: 0 }),
      createComparisons({ store, cache: await cacheIn('b'), maxBytes: 1 << 20 }),
    ],
    async put(key, document) {
      await store.put(bucket, key, Buffer.isBuffer(document) ? document : Buffer.from(JSON.stringify(document)));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
