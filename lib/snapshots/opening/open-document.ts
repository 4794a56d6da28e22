import { BlockFinder } from '../../documents/gzip/find-blocks';
import { openJsonBytes } from '../../documents/gzip/open-json-bytes';
import { DocumentScanner } from '../../documents/scanner/document-scanner';
import { DomainError } from '../../errors';
import type { ObjectHead, ObjectStore } from '../../object-store/port';
import { finishIndex } from '../index/finish-index';
import { IndexBuilder } from '../index/index-builder';
import { pieceSize, TimeSlicer } from '../index/time-slicer';
import { type CopyFile, createCopyFile } from '../reading/copy-file';
import type { IndexedSnapshot, SnapshotMetadata, TextSource } from '../reading/indexed-snapshot';
import { NoteTaker } from '../reading/reading-notes';
import { defaultsOf } from './item-defaults';
import { foreignBytes, readNoting, refuseForeign } from './read-noting';

/** How far an opening is. Sizes are bytes. */
export interface OpeningProgress {
  storedRead: number;
  storedSize: number;
  jsonRead: number;
  items: number;
  /** Everything was read, and what items name is being looked up. */
  finishing: boolean;
}

export interface OpenRequest {
  store: ObjectStore;
  bucket: string;
  key: string;
  /** The version to read; the object being replaced meanwhile is a `PreconditionFailed`. */
  etag: string;
  /** Where a decompressed copy is to lie, if one is made in passing. */
  copyPath: string;
  /** Decompressed bytes that may be read. */
  maxBytes: number;
  /** Items and relationships that may be held. */
  maxParts: number;
  /** Be content with what can be read of a broken document. */
  partial: boolean;
  /** Kept up to date while the document is read. */
  progress: OpeningProgress;
  signal: AbortSignal;
}

/** Stored bytes up to which the decompressed copy is made in passing; that of a larger document would hold up its opening, and comes after it. */
const copiedInPassing = 4 * 2 ** 20;

/**
 * Reads an object that holds configuration items in one streaming pass, and makes an index of them.
 *
 * @throws the store's error, `unreadable` with the code and place of what is wrong, or the signal's reason; then no copy is left.
 */
export async function openDocument(request: OpenRequest): Promise<Omit<IndexedSnapshot, 'copy'>> {
  const { store, bucket, key, copyPath, progress, signal } = request;
  const { head, body } = await store.get(bucket, key, { ifMatch: request.etag, signal });
  progress.storedSize = head.size;
  const scanner = new DocumentScanner({ name: key, storedSize: head.size });
  const notes = new NoteTaker();
  const defaults = defaultsOf(key);
  const builder: IndexBuilder = new IndexBuilder({
    name: key,
    maxParts: request.maxParts,
    read: (found) => readNoting(found, { name: key, defaults, itemIndex: builder.itemCount, notes }),
    scanner,
    storedSize: head.size,
  });
  const blocks = new BlockFinder();
  const slicer = new TimeSlicer(signal);
  const source = new SourceChoice(request.partial, head.size);
  let copy: CopyFile | undefined;
  let firstBytes: Uint8Array | undefined;
  let incomplete: SnapshotMetadata['incomplete'];
  let found: ReturnType<DocumentScanner['end']> = { documents: [], total: 0 };
  try {
    const onStored = (piece: Buffer) => {
      progress.storedRead += piece.length;
      blocks.push(piece);
      source.see(piece, blocks);
    };
    try {
      for await (const chunk of openJsonBytes(body, {
        maxBytes: request.maxBytes,
        onStored,
        onRecoded: () => source.recode(),
      })) {
        signal.throwIfAborted();
        firstBytes ??= Uint8Array.from(chunk.subarray(0, 200));
        if (source.wantsCopy()) copy ??= await createCopyFile(copyPath);
        // Written while it is looked through.
        const written = copy?.write(chunk);
        for (let at = 0; at < chunk.length; at += pieceSize) {
          builder.push(chunk.subarray(at, at + pieceSize));
          if (slicer.sliceExpired()) await slicer.yieldNow();
        }
        progress.jsonRead += chunk.length;
        progress.items = builder.itemCount;
        await written;
      }
      found = scanner.end();
      if (builder.itemCount === 0 && !scanner.hasList) refuseForeign(key, notes.notes);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'unreadable') throw error;
      if (builder.itemCount === 0) throw (firstBytes && foreignBytes(key, firstBytes)) ?? error;
      const { kind, code, message } = error;
      if (!request.partial)
        throw new DomainError(kind, code, message, { cause: error, readableItems: builder.itemCount });
      incomplete = { code, message };
    }
    progress.finishing = true;
    await copy?.finish();
    const offsets = blocks.offsets(progress.jsonRead);
    let text: TextSource = copy ? { kind: 'decompressed' } : { kind: 'object' };
    if (source.isRecoded()) text = { kind: 'decompressed' };
    else if (source.isGzip() && !copy) text = offsets ? { kind: 'blocks', offsets } : { kind: 'decompressed' };
    const index = await finishIndex(scanner.finish(), slicer);
    const metadata = {
      ...metadataOf(request, head, found),
      jsonSize: progress.jsonRead,
      source: text,
      incomplete,
      notes: notes.notes,
    };
    return { metadata, index };
  } catch (error) {
    body.destroy();
    await copy?.discard();
    throw error;
  }
}

/** Tells by the first bytes how the text of items will be read later. */
class SourceChoice {
  #gzip: boolean | undefined;
  #copy = false;
  #isRecoded = false;
  readonly #partial: boolean;
  readonly #storedSize: number;

  constructor(partial: boolean, storedSize: number) {
    this.#partial = partial;
    this.#storedSize = storedSize;
  }

  see(piece: Buffer, blocks: BlockFinder): void {
    this.#gzip ??= piece[0] === 0x1f && piece[1] === 0x8b;
    // Of a broken file of ours, what came before the break is best kept.
    this.#copy = this.#gzip && (this.#partial || (this.#storedSize <= copiedInPassing && !blocks.mayBeOurs()));
  }

  /** The text is not simply what is stored or inflated: it is read from a copy. */
  recode(): void {
    this.#isRecoded = true;
  }

  isRecoded(): boolean {
    return this.#isRecoded;
  }

  isGzip(): boolean {
    return this.#gzip === true;
  }

  wantsCopy(): boolean {
    return this.#copy || (this.#isRecoded && this.#storedSize <= copiedInPassing);
  }
}

function metadataOf(
  { bucket, key, etag }: OpenRequest,
  head: ObjectHead,
  { documents, total }: ReturnType<DocumentScanner['end']>,
): Omit<SnapshotMetadata, 'jsonSize' | 'source' | 'notes'> {
  const named = documents.map(({ fields, items }) => {
    const text = (name: string) => {
      const value = fields.get(name);
      return typeof value === 'string' ? value : undefined;
    };
    const [fileVersion, configSnapshotId, requestId] = ['fileVersion', 'configSnapshotId', 'requestId'].map(text);
    return { fileVersion, configSnapshotId, requestId, items };
  });
  const { items: _, ...first } = named[0] ?? { items: 0 };
  return {
    ...{ bucket, key, etag, ...first },
    storedSize: head.size,
    lastModified: head.lastModified.getTime(),
    ...(total > 1 && { documents: { total, first: named } }),
  };
}
