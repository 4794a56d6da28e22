import { createHash } from 'node:crypto';
import { access, mkdir } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { DomainError, errorCode } from '../../errors';
import type { ObjectStore } from '../../object-store/port';
import { indexSize, readIndexFile, writeIndexFile } from '../index/index-file';
import { writing } from '../reading/copy-file';
import { createDecompressedCopy } from '../reading/decompressed-copy';
import type { IndexedSnapshot, SnapshotMetadata } from '../reading/indexed-snapshot';
import { SnapshotReader } from '../reading/snapshot-reader';
import { openCacheFolder } from './cache-folder';
import { type OpeningProgress, openDocument } from './open-document';

/** Memory that an item or a relationship takes in an index: 60 measured, and as much again while it is made. */
const bytesOfPart = 120;
/** Bytes of all indexes in memory together; beyond it the least recently used one is dropped, and read from its file when needed. */
const maxIndexBytes = Math.floor(Math.min(2 ** 31, Math.max(2 ** 29, totalmem() / 8)));
/** Bytes of all files in the cache folder. */
const maxFileBytes = 6 * 2 ** 30;
/** Passes at once: each holds what it has read so far, and more of them would only share the same processors. */
const openingsAtOnce = 2;
/** How often a document is begun anew because it was replaced meanwhile. */
const attempts = 3;

/** Items and relationships that an index may have on this machine. */
export function partsThatFit(): number {
  return Math.floor(totalmem() / 3 / bytesOfPart);
}

export interface DocumentName {
  bucket: string;
  key: string;
  /** Be content with what can be read of a broken document. Once opened so, it is that for everybody. */
  partial?: boolean;
}

export interface DocumentCache {
  /** The document as it is in the store now: opened once, whoever asks meanwhile waits for the same pass. */
  open(name: DocumentName): Promise<SnapshotReader>;
  /** The version of a document that is in the store now, its stored bytes, and whether it is open, or its index is on disk, or that is being made. */
  look(name: DocumentName): Promise<{ etag: string; size: number; state: 'unknown' | 'opening' | 'known' }>;
  /** How far the opening of a document is; undefined where it is not being opened. */
  progress(name: DocumentName): OpeningProgress | undefined;
  /** Ends the opening of a document, for all who wait for it; false where it is not being opened. */
  cancel(name: DocumentName): boolean;
}

interface Opening {
  wanted: Required<DocumentName>;
  document: Promise<SnapshotReader>;
  progress: OpeningProgress;
  abort: AbortController;
}

/**
 * Opened documents by bucket, key and ETag, in memory and as files that outlast this process. `maxParts` are the items and
 * relationships that one document may have; it goes by the memory of this machine where absent.
 */
export async function createDocumentCache(parts: {
  store: ObjectStore;
  folder: string;
  maxBytes: number;
  maxParts?: number;
}): Promise<DocumentCache> {
  const { store, folder, maxBytes } = parts;
  const maxParts = parts.maxParts ?? partsThatFit();
  const files = await openCacheFolder(folder, maxFileBytes);
  const limitOpenings = pLimit(openingsAtOnce);
  const opened = new LRUCache<string, SnapshotReader>({
    maxSize: maxIndexBytes,
    // The one used last stays in memory, however large.
    sizeCalculation: ({ document }) => Math.min(maxIndexBytes, indexSize(document.index)),
  });
  const openings = new Map<string, Opening>();

  /** A cache folder may be cleared by anybody: then what is in memory is worth nothing without its files. */
  async function isWhole(name: string, { metadata }: Pick<IndexedSnapshot, 'metadata'>): Promise<boolean> {
    // The copy of a broken document cannot be made again by itself.
    const needed =
      metadata.source.kind === 'decompressed' && metadata.incomplete
        ? [files.indexPath(name), files.copyPath(name)]
        : [files.indexPath(name)];
    return Promise.all(needed.map((path) => access(path))).then(
      () => true,
      () => false,
    );
  }

  function withCopy(name: string, { index, metadata }: Omit<IndexedSnapshot, 'copy'>): SnapshotReader {
    const { bucket, key, etag } = metadata;
    const path = files.copyPath(name);
    const onWritten = () => void trim(name).catch(() => undefined);
    const copy = createDecompressedCopy({ store, bucket, key, etag, path, maxBytes, onWritten });
    if (metadata.source.kind === 'decompressed' && !metadata.incomplete) copy.begin();
    return new SnapshotReader({ index, metadata, copy });
  }

  async function trim(name: string): Promise<void> {
    for (const removed of await files.trim(name)) opened.delete(removed);
  }

  async function load(name: string): Promise<SnapshotReader | undefined> {
    const read = await readIndexFile(files.indexPath(name));
    if (!read) return undefined;
    const document = { index: read.index, metadata: read.metadata as SnapshotMetadata };
    return (await isWhole(name, document)) ? withCopy(name, document) : undefined;
  }

  async function build(
    name: string,
    request: Required<DocumentName> & { etag: string },
    { progress, abort }: Pick<Opening, 'progress' | 'abort'>,
  ) {
    const path = files.indexPath(name);
    const document = await limitOpenings(async () => {
      abort.signal.throwIfAborted();
      await writing(path, () => mkdir(folder, { recursive: true }));
      const copyPath = files.copyPath(name);
      return openDocument({ store, ...request, copyPath, maxBytes, maxParts, progress, signal: abort.signal });
    });
    await writing(path, () => writeIndexFile(path, document.index, document.metadata));
    await trim(name);
    return withCopy(name, document);
  }

  function start(name: string, request: Required<DocumentName> & { etag: string }): Opening {
    const abort = new AbortController();
    const progress = { storedRead: 0, storedSize: 0, jsonRead: 0, items: 0, finishing: false };
    const document = load(name).then((loaded) => loaded ?? build(name, request, { progress, abort }));
    const opening = { wanted: request, progress, abort, document };
    openings.set(name, opening);
    const done = () => openings.delete(name);
    document.then((whole) => {
      done();
      opened.set(name, whole);
    }, done);
    return opening;
  }

  async function openNow(wanted: Required<DocumentName>): Promise<SnapshotReader> {
    const { etag } = await store.head(wanted.bucket, wanted.key);
    const name = nameOf([wanted.bucket, wanted.key, etag]);
    const opening = openings.get(name);
    if (opening) return opening.document;
    const present = opened.get(name);
    if (present && (await isWhole(name, present.document))) {
      await files.touch(name);
      return present;
    }
    opened.delete(name);
    // While the files were looked for, somebody else may have begun.
    return (openings.get(name) ?? start(name, { ...wanted, etag })).document;
  }

  const openingOf = ({ bucket, key }: DocumentName) =>
    [...openings.values()].find(({ wanted }) => wanted.bucket === bucket && wanted.key === key);

  return {
    async open({ bucket, key, partial = false }) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await openNow({ bucket, key, partial });
        } catch (error) {
          if (errorCode(error) !== 'PreconditionFailed' || attempt === attempts) throw error;
        }
      }
    },
    async look({ bucket, key }) {
      const { etag, size } = await store.head(bucket, key);
      const name = nameOf([bucket, key, etag]);
      const isThere = () =>
        access(files.indexPath(name)).then(
          () => true,
          () => false,
        );
      const isKnown = opened.has(name) || (!openings.has(name) && (await isThere()));
      return { etag, size, state: isKnown ? 'known' : openings.has(name) ? 'opening' : 'unknown' };
    },
    progress: (name) => openingOf(name)?.progress,
    cancel(name) {
      const opening = openingOf(name);
      opening?.abort.abort(
        new DomainError(
          'conflict',
          'OpeningCancelled',
          'Reading the document was cancelled. Open it again to read it.',
        ),
      );
      return opening !== undefined;
    },
  };
}

function nameOf(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
