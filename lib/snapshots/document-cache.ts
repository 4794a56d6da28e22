import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildGraph } from '../graph/build';
import type { ResourceGraph } from '../graph/graph';
import type { ObjectStore } from '../object-store/port';
import type { IndexedDocument } from './indexed-document';
import { openDocument } from './open-document';
import { ItemLookup } from './related-items';

/** Items of all opened documents together; beyond it the least recently used document is closed. */
const maxItems = 300_000;
/** Bytes of all decompressed copies together, likewise. */
const maxCopyBytes = 4 * 2 ** 30;

/** An opened document with what is worked out from it when first asked for. */
export interface OpenDocument {
  readonly document: IndexedDocument;
  lookup(): ItemLookup;
  graph(): ResourceGraph;
}

export interface DocumentCache {
  /** The document as it is in the store now: opened once, whoever asks meanwhile waits for the same pass. */
  open(bucket: string, key: string): Promise<OpenDocument>;
}

/** Opened documents by bucket, key and ETag. `folder` is the cache's own: what an earlier process left there is cleared. */
export async function createDocumentCache(parts: {
  store: ObjectStore;
  folder: string;
  maxBytes: number;
}): Promise<DocumentCache> {
  const { store, folder, maxBytes } = parts;
  await rm(folder, { recursive: true, force: true });
  // Map keeps insertion order: the first one is the least recently used.
  const opened = new Map<string, Promise<OpenDocument>>();
  const settled = new Map<string, IndexedDocument>();

  async function evict(): Promise<void> {
    const documents = [...settled.values()];
    let items = documents.reduce((sum, document) => sum + document.items.length, 0);
    let bytes = documents.reduce((sum, document) => sum + document.jsonSize, 0);
    for (const name of opened.keys()) {
      if ((items <= maxItems && bytes <= maxCopyBytes) || settled.size <= 1) return;
      const document = settled.get(name);
      if (!document) continue;
      opened.delete(name);
      settled.delete(name);
      items -= document.items.length;
      bytes -= document.jsonSize;
      // A reader that has the copy open reads on: the file goes when its last reader closes it.
      await rm(document.copyPath, { force: true });
    }
  }

  return {
    async open(bucket, key) {
      const { etag } = await store.head(bucket, key);
      const name = createHash('sha256')
        .update(JSON.stringify([bucket, key, etag]))
        .digest('hex');
      const present = opened.get(name);
      if (present) {
        opened.delete(name);
        opened.set(name, present);
        return present;
      }
      const opening = openDocument({ store, bucket, key, etag, copyPath: join(folder, `${name}.json`), maxBytes }).then(
        (document) => {
          settled.set(name, document);
          return withDerived(document);
        },
      );
      opened.set(name, opening);
      try {
        const document = await opening;
        await evict();
        return document;
      } catch (error) {
        opened.delete(name);
        throw error;
      }
    },
  };
}

function withDerived(document: IndexedDocument): OpenDocument {
  let lookup: ItemLookup | undefined;
  let graph: ResourceGraph | undefined;
  return {
    document,
    lookup() {
      lookup ??= new ItemLookup(document.items);
      return lookup;
    },
    graph() {
      graph ??= buildGraph(document.items.map((item, index) => ({ ...item, index })));
      return graph;
    },
  };
}
