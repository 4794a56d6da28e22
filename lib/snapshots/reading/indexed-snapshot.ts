import type { SnapshotIndex } from '../index/snapshot-index';
import type { DecompressedCopy } from './decompressed-copy';
import type { ReadingNotes } from './reading-notes';

/** Where the text of an item is read from: the object itself, blocks of the object, or a decompressed copy in the cache folder. */
export type TextSource =
  | { kind: 'object' }
  | {
      kind: 'blocks';
      /** Where each block begins among the stored bytes, and where the last one ends. */
      offsets: number[];
    }
  | { kind: 'decompressed' };

/** What is told of a document as a whole. */
export interface SnapshotMetadata {
  bucket: string;
  key: string;
  etag: string;
  /** Bytes as stored, and as JSON. */
  storedSize: number;
  jsonSize: number;
  /** Epoch milliseconds. */
  lastModified: number;
  fileVersion?: string;
  configSnapshotId?: string;
  requestId?: string;
  /** Where the file holds several documents, the first thousand of them: how each is called, and its items. The fields above are the first one's. */
  documents?: { total: number; first: { configSnapshotId?: string; requestId?: string; items: number }[] };
  source: TextSource;
  /** Why it was not read to its end. */
  incomplete?: { code: string; message: string };
  /** What in it is not as the rest. */
  notes: ReadingNotes;
}

/** An opened document: what is told of it, and the index of its items. */
export interface IndexedSnapshot {
  metadata: SnapshotMetadata;
  index: SnapshotIndex;
  /** What items are read from where `metadata.source` is a copy. */
  copy: DecompressedCopy;
}
