import { createHash } from 'node:crypto';
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { buildGraph } from '../graph/build';
import type { ResourceGraph } from '../graph/graph';
import type { ObjectStore } from '../object-store/port';
import type { IndexedDocument } from './indexed-document';
import { openDocument } from './open-document';
import { ItemLookup } from './related-items';
import { createTurns } from './turns';

/** Memory that an item or a relationship takes, with its part in lookup and graph: 350 measured, and a margin. */
const bytesOfPart = 500;
/** Bytes of all decompressed copies together; beyond it the least recently used document is closed. */
const maxCopyBytes = 4 * 2 ** 30;
/** Passes at once: each holds what it has read so far, and more of them would only share the same processors. */
const openingsAtOnce = 2;

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

/**
 * Opened documents by bucket, key and ETag. `folder` is the cache's own: what an earlier process left there is cleared.
 * `maxParts` are the items and relationships of one document; half as many are kept of all documents together, else the least
 * recently used one is closed. It goes by the memory that this process may have where absent.
 */
export async function createDocumentCache(parts: {
  store: ObjectStore;
  folder: string;
  maxBytes: number;
  maxParts?: number;
}): Promise<DocumentCache> {
  const { store, folder, maxBytes } = parts;
  const maxParts = parts.maxParts ?? Math.floor(getHeapStatistics().heap_size_limit / 2 / bytesOfPart);
  await rm(folder, { recursive: true, force: true });
  const inTurn = createTurns(openingsAtOnce);
  // Map keeps insertion order: the first one is the least recently used.
  const opened = new Map<string, Promise<OpenDocument>>();
  const settled = new Map<string, { document: IndexedDocument; parts: number }>();

  async function evict(): Promise<void> {
    let kept = sum([...settled.values()].map((one) => one.parts));
    let bytes = sum([...settled.values()].map((one) => one.document.jsonSize));
    for (const name of opened.keys()) {
      if ((kept <= maxParts / 2 && bytes <= maxCopyBytes) || settled.size <= 1) return;
      const entry = settled.get(name);
      if (!entry) continue;
      opened.delete(name);
      settled.delete(name);
      kept -= entry.parts;
      bytes -= entry.document.jsonSize;
      // A reader that has the copy open reads on: the file goes when its last reader closes it.
      await rm(entry.document.copyPath, { force: true });
    }
  }

  /** Whether a document is being opened, or is open and its copy still there: a cache folder may be cleared by anybody. */
  async function isUsable(name: string): Promise<boolean> {
    const entry = settled.get(name);
    if (!entry) return opened.has(name);
    return access(entry.document.copyPath).then(
      () => true,
      () => false,
    );
  }

  return {
    async open(bucket, key) {
      const { etag } = await store.head(bucket, key);
      const name = createHash('sha256')
        .update(JSON.stringify([bucket, key, etag]))
        .digest('hex');
      const usable = await isUsable(name);
      const present = opened.get(name);
      if (present && (usable || !settled.has(name))) {
        opened.delete(name);
        opened.set(name, present);
        return present;
      }
      settled.delete(name);
      const copyPath = join(folder, `${name}.json`);
      const opening = inTurn(() => openDocument({ store, bucket, key, etag, copyPath, maxBytes, maxParts })).then(
        (document) => {
          settled.set(name, { document, parts: partsOf(document) });
          return withDerived(document);
        },
      );
      opened.set(name, opening);
      try {
        const document = await opening;
        await evict();
        return document;
      } catch (error) {
        if (opened.get(name) === opening) opened.delete(name);
        throw error;
      }
    },
  };
}

function partsOf({ items }: IndexedDocument): number {
  return items.length + sum(items.map(({ relationships }) => relationships.length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
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
