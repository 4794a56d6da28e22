import type { DomainError } from '../../errors';
import { hashBytes } from './content-hash';
import { type ItemColumns, itemColumns } from './item-columns';
import { knownKeys } from './known-keys';
import { EntryKind, Key, Stop } from './numbers';
import { lackingEnd, scanFailure, unreadable } from './scan-failure';
import type { ReadItem, ScanLimits, ScannedDocument, ScannedItem } from './scanned';
import { type ScannerExports, startScanner } from './scanner-exports';
import { StringTable } from './string-table';

/** So many documents of a file are told one by one. */
const mostDocuments = 1000;
/** Keys of lists that only who makes an index takes for a document's. */
const answers: ReadonlySet<string> = new Set(['baseConfigurationItems', 'Results']);

/** Bytes from which on strings and columns stay where they are: below, the scanner's memory holds far more than them. */
const largeEnoughToStay = 16 * 2 ** 20;
/** Bytes of strings for which room is made beforehand. */
const mostExpectedBytes = 512 * 2 ** 20;
/** Bytes of strings that an index may hold. */
const mostStringBytes = 1.5 * 2 ** 30;

/**
 * Reads a file that is pushed in piece by piece: the envelope's `configurationItems`, a bare list, items line after line, or an item
 * by itself; or several of these documents, one behind the other. All of its JSON is checked. Memory is bound by the largest item, and by what is kept of the items.
 *
 * @throws DomainError `EmptyDocument`, `BrokenJson`, `TruncatedJson`, `TooDeep`, `TooLarge`, `TooManyItems` or `InvalidSnapshot` (all
 *   `unreadable`), naming the byte.
 */
export class DocumentScanner {
  readonly #wasm: ScannerExports;
  readonly #name: string;
  readonly #maxDepth: number;
  readonly #maxItemBytes: number;
  #chunkSize = 0;
  #envelopeBytes = 0;
  #envelope = new Map<string, unknown>();
  readonly #documents: ScannedDocument[] = [];
  #documentsEnded = 0;
  #isListMet = false;
  #isListOfDocuments = false;
  #itemsOfEnded = 0;

  constructor({ name, maxDepth = 500, maxItemBytes = 64 * 2 ** 20, storedSize = 0, itemsOnly = false }: ScanLimits) {
    const wasm = startScanner();
    this.#wasm = wasm;
    this.#name = name;
    this.#maxDepth = maxDepth;
    this.#maxItemBytes = maxItemBytes;
    wasm.setMaxDepth(maxDepth);
    for (const [spelling, key] of knownKeys) {
      if (itemsOnly && answers.has(spelling)) continue;
      const bytes = Buffer.from(spelling);
      wasm.addKnownKey(...hashBytes(bytes), bytes.length, key);
    }
    if (itemsOnly) {
      wasm.setTakesLines(false);
      wasm.setInterning(false);
      return;
    }
    // A string for each 60 to 90 bytes of gzip was measured, and three bytes of strings for each eight; the table takes 32 MB at most.
    const likely = 2 ** Math.ceil(Math.log2(Math.max(1, storedSize / 40)));
    const bytes = Math.min(mostExpectedBytes, Math.max(2 ** 16, storedSize * 0.75));
    wasm.expectStrings(Math.min(2 ** 23, Math.max(2 ** 13, likely)), bytes);
  }

  /** Takes the next bytes in, and hands out each item that ends within them. */
  push(chunk: Uint8Array, found: (item: ScannedItem) => void): void {
    this.write(chunk);
    for (let item = this.next(); item; item = this.next()) found(item);
  }

  /** Takes the next bytes in: `next` is to be called until it has no more. */
  write(chunk: Uint8Array): void {
    const wasm = this.#wasm;
    const to = wasm.reserve(chunk.length);
    new Uint8Array(wasm.memory.buffer).set(chunk, to);
    wasm.written(chunk.length);
    this.#chunkSize = chunk.length;
  }

  /** The next item that has ended; undefined where more bytes are wanted. */
  next(): ScannedItem | undefined {
    const wasm = this.#wasm;
    for (let stop = wasm.scan(); stop !== Stop.more; stop = wasm.scan()) {
      if (stop === Stop.itemFound) return this.#item();
      if (stop === Stop.failed) throw scanFailure(wasm, { name: this.#name, maxDepth: this.#maxDepth });
      if (stop === Stop.documentEnded) {
        this.#isListMet = true;
        this.#endDocument();
      } else this.#takeField();
    }
    if (wasm.getHeapLength() > mostStringBytes) {
      throw unreadable(
        'TooManyItems',
        `The strings of ${this.#name} do not fit into an index: they are more than ${mostStringBytes} bytes.`,
      );
    }
    const kept = wasm.getKept();
    if (kept > this.#maxItemBytes + this.#chunkSize) throw this.#tooLarge(kept, wasm.getLength() - kept);
    return undefined;
  }

  /** To be called after the last bytes: checks that all was whole, and tells the documents, the first thousand of very many. */
  end(): { documents: readonly ScannedDocument[]; total: number } {
    const lacking = lackingEnd(this.#wasm, this.#name);
    if (lacking) throw lacking;
    this.#endDocument();
    return { documents: this.#documents, total: this.#documentsEnded };
  }

  /** Tells a document that stands in a list, once its items are kept: what else is in the list is no document then. */
  tellDocument(fields: ReadonlyMap<string, unknown>): void {
    this.#isListOfDocuments = true;
    this.#addDocument(fields);
  }

  #endDocument(): void {
    if (!this.#isListOfDocuments) this.#addDocument(this.#envelope);
    this.#envelope = new Map();
    this.#envelopeBytes = 0;
  }

  #addDocument(fields: ReadonlyMap<string, unknown>): void {
    const { items } = this.kept;
    if (this.#documents.length < mostDocuments) this.#documents.push({ fields, items: items - this.#itemsOfEnded });
    this.#documentsEnded += 1;
    this.#itemsOfEnded = items;
  }

  /** Keeps a string that stands in no record; gives its number. */
  intern(text: string): number {
    const bytes = Buffer.from(text);
    const to = this.#wasm.scratchFor(bytes.length);
    new Uint8Array(this.#wasm.memory.buffer).set(bytes, to);
    return this.#wasm.internScratch(bytes.length);
  }

  /** Keeps plain items in columns from now on, and hands out only the others. Room is made for `expected` items. */
  keepItems(expected: number): void {
    this.#wasm.keepItems(this.#maxItemBytes, expected);
  }

  /** Whether a list of items was met: a document without one is an item itself, or several. */
  get hasList(): boolean {
    return this.#isListMet || Boolean(this.#wasm.isListSeen());
  }

  /** How many are in the columns. */
  get kept(): { items: number; tags: number; edges: number } {
    const wasm = this.#wasm;
    return { items: wasm.getItems(), tags: wasm.getTags(), edges: wasm.getEdges() };
  }

  /** Keeps the item that was just handed out: as the scanner read it, or as `read` says; or one that lies within it, at `place`. */
  keep(read?: ReadItem, place?: { offset: number; length: number }): void {
    const wasm = this.#wasm;
    if (place) wasm.tellPlace(place.offset, place.length);
    if (read) {
      wasm.retell(...read.hash, read.captured, read.stateId);
      for (const [at, string] of read.strings.entries()) wasm.tellString(Key.type + at, string);
      for (const edge of read.edges) wasm.tellEntry(EntryKind.relationship, ...edge);
      for (const [key, value] of read.tags) wasm.tellEntry(EntryKind.tag, key, value, 0, 0);
    }
    wasm.keep();
  }

  /** What was kept, and all strings. Nothing may be added any more: of a large document they stay in the scanner's own memory. */
  finish(): { columns: ItemColumns; strings: StringTable } {
    const wasm = this.#wasm;
    const { buffer } = wasm.memory;
    const { items, tags, edges } = this.kept;
    const stay = wasm.getHeapLength() + 72 * items + 8 * tags + 16 * edges > largeEnoughToStay;
    const kept = <Column extends { slice(): Column }>(part: Column) => (stay ? part : part.slice());
    const strings = new StringTable({
      heap: kept(new Uint8Array(buffer, wasm.getHeap(), wasm.getHeapLength())),
      starts: kept(new Uint32Array(buffer, wasm.getStarts(), wasm.getStrings() + 1)),
      slots: kept(new Int32Array(buffer, wasm.getSlots(), wasm.getSlotCount())),
    });
    const columns = itemColumns(wasm, this.kept, kept);
    return { columns, strings };
  }

  #item(): ScannedItem {
    const wasm = this.#wasm;
    const [start, length] = [wasm.getItemStart(), wasm.getItemLength()];
    if (length > this.#maxItemBytes) throw this.#tooLarge(length, start);
    // A document without a list is an item itself: what looked like fields around a list are its own.
    if (!wasm.isListSeen()) this.#forgetFields();
    return {
      offset: wasm.getBase() + start,
      bytes: new Uint8Array(wasm.memory.buffer, wasm.inputAt() + start, length),
      slow: wasm.isItemSlow() !== 0,
      hasRareNumber: wasm.hasRareNumber() !== 0,
    };
  }

  #forgetFields(): void {
    this.#envelope.clear();
    this.#envelopeBytes = 0;
  }

  #takeField(): void {
    const wasm = this.#wasm;
    const input = new Uint8Array(wasm.memory.buffer, wasm.inputAt());
    const end = wasm.getPos();
    const keyStart = wasm.getKeyStart();
    this.#envelopeBytes += end - keyStart;
    if (this.#envelopeBytes > this.#maxItemBytes) throw this.#tooLarge(this.#envelopeBytes, keyStart);
    const text = (from: number, to: number) => Buffer.from(input.subarray(from, to)).toString('utf8');
    const key = String(JSON.parse(text(keyStart, wasm.getKeyEnd())));
    // What a document says beside its items is short; anything else is not looked at.
    if (end - wasm.getValueStart() <= 4096) this.#envelope.set(key, JSON.parse(text(wasm.getValueStart(), end)));
  }

  /** `start` is its place in the input. */
  #tooLarge(bytes: number, start: number): DomainError {
    return unreadable(
      'TooLarge',
      `${this.#name}, at byte ${this.#wasm.getBase() + start}, holds a value of more than ${this.#maxItemBytes} bytes (${bytes} so far), too large for a configuration item.`,
    );
  }
}
