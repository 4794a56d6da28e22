import { DomainError } from '../../errors';
import { hashBytes } from './content-hash';
import { type ItemColumns, itemColumns } from './item-columns';
import { knownKeys } from './known-keys';
import { scannerBytes } from './scanner-bytes';
import { StringTable } from './string-table';

/** What the scanner exports: see scanner.as.ts. */
interface Exports {
  memory: WebAssembly.Memory;
  knownKeys(): number;
  recordAt(): number;
  inputAt(): number;
  reserve(size: number): number;
  written(size: number): void;
  scan(): number;
  setMaxDepth(most: number): void;
  getBase(): number;
  getPos(): number;
  getLength(): number;
  getKept(): number;
  getFailure(): number;
  getExpected(): number;
  getKeyStart(): number;
  getKeyEnd(): number;
  getValueStart(): number;
  isListSeen(): number;
  isInToken(): number;
  getHeap(): number;
  getHeapLength(): number;
  getStarts(): number;
  getTexts(): number;
  getSlots(): number;
  getSlotCount(): number;
  expectTexts(count: number, bytes: number): void;
  keepItems(maxItemBytes: number, expected: number): void;
  keep(): void;
  forgetRecord(): void;
  addToRecord(kind: number, a: number, b: number, c: number, d: number): void;
  columnAt(column: number): number;
  getItems(): number;
  getTags(): number;
  getEdges(): number;
  scratchFor(size: number): number;
  internScratch(size: number): number;
}

/** What scan() stops at. */
const [itemFound, memberFound, failed] = [1, 2, 3];

const wanted = [
  '"{" or "["',
  'a value',
  'a value or "]"',
  'a member',
  'a member or "}"',
  '":"',
  '"," or "}"',
  '"," or "]"',
  'the list of configurationItems',
  'nothing more',
];
const ended = 9;

/** An item where the scanner has it; everything is only good until the reader asks for the next one. */
export interface ScannedItem {
  /** Of its first byte, from the start of the document. */
  offset: number;
  bytes: Uint8Array;
  /** It is not in the plain modern form, and for `JSON.parse` to read. */
  slow: boolean;
}

/** Places in a record, in words. */
const recordWord = { hash: 3, type: 6, captured: 14 } as const;

/** What of an item goes into the columns, read by JSON.parse. Strings are numbers of the string table. */
export interface ReadItem {
  /** Type, id, name, region, zone, account and status. */
  strings: readonly number[];
  hash: readonly [number, number];
  captured: number;
  /** Type, id, name and own name of each relationship. */
  edges: readonly (readonly [number, number, number, number])[];
  /** Key and value. */
  tags: readonly (readonly [number, number])[];
}

/** Bytes from which on strings and columns stay where they are: below, the scanner's memory holds far more than them. */
const largeEnoughToStay = 16 * 2 ** 20;
/** Bytes of strings for which room is made beforehand. */
const mostExpectedBytes = 512 * 2 ** 20;
/** Bytes of strings that an index may hold. */
const mostStringBytes = 1.5 * 2 ** 30;

export interface SplitLimits {
  /** What messages call the document. */
  name: string;
  maxDepth?: number;
  /** Bytes that one item, or all other members of the document, may have. */
  maxItemBytes?: number;
  /** Bytes of the document as stored, where known: room is made for what is likely to be in it. */
  storedSize?: number;
}

let compiled: WebAssembly.Module | undefined;

/** Splits a document by the compiled scanner. Rejects what is not JSON as `splitItems` of lib/documents does. */
export class DocumentScanner {
  readonly #wasm: Exports;
  readonly #name: string;
  readonly #maxDepth: number;
  readonly #maxItemBytes: number;
  #envelopeBytes = 0;
  readonly #envelope = new Map<string, unknown>();

  constructor({ name, maxDepth = 500, maxItemBytes = 64 * 2 ** 20, storedSize = 0 }: SplitLimits) {
    compiled ??= new WebAssembly.Module(Buffer.from(scannerBytes, 'base64'));
    this.#wasm = new WebAssembly.Instance(compiled, {}).exports as unknown as Exports;
    this.#name = name;
    this.#maxDepth = maxDepth;
    this.#maxItemBytes = maxItemBytes;
    this.#wasm.setMaxDepth(maxDepth);
    this.#fillKnownKeys();
    // A string for each 60 to 90 bytes of gzip was measured, and three bytes of strings for each eight; the table takes 32 MB at most.
    const likely = 2 ** Math.ceil(Math.log2(Math.max(1, storedSize / 40)));
    const bytes = Math.min(mostExpectedBytes, Math.max(2 ** 16, storedSize * 0.75));
    this.#wasm.expectTexts(Math.min(2 ** 23, Math.max(2 ** 13, likely)), bytes);
  }

  #fillKnownKeys(): void {
    const table = new Uint32Array(this.#wasm.memory.buffer, this.#wasm.knownKeys(), 512 * 4);
    for (const [key, number] of knownKeys) {
      const [a, b] = hashBytes(Buffer.from(key));
      let slot = a & 511;
      while (table[slot * 4 + 3] !== 0) slot = (slot + 1) & 511;
      table.set([a, b, key.length, number], slot * 4);
    }
  }

  /** Takes the next bytes in, and hands out each item that ends within them. */
  push(chunk: Uint8Array, found: (item: ScannedItem) => void): void {
    const wasm = this.#wasm;
    const to = wasm.reserve(chunk.length);
    new Uint8Array(wasm.memory.buffer).set(chunk, to);
    wasm.written(chunk.length);
    for (let event = wasm.scan(); event !== 0; event = wasm.scan()) {
      if (event === itemFound) found(this.#item());
      else if (event === memberFound) this.#takeMember();
      else if (event === failed) throw this.#failure();
    }
    if (wasm.getHeapLength() > mostStringBytes) {
      throw unreadable(
        'TooManyItems',
        `The strings of ${this.#name} do not fit into an index: they are more than ${mostStringBytes} bytes.`,
      );
    }
    const kept = wasm.getKept();
    if (kept > this.#maxItemBytes + chunk.length) throw this.#tooLarge(kept);
  }

  /** To be called after the last bytes: checks that the document was whole, and gives its other members. */
  end(): ReadonlyMap<string, unknown> {
    const wasm = this.#wasm;
    const length = wasm.getBase() + wasm.getLength();
    const expected = wasm.getExpected();
    if (expected === 0) {
      throw unreadable('EmptyDocument', `${this.#name} is empty (${length} bytes): there is no JSON in it.`);
    }
    if (expected !== ended) {
      const missing = wasm.isInToken() ? 'a value is not complete' : `${wanted[expected]} should follow`;
      throw unreadable(
        'TruncatedJson',
        `${this.#name} breaks off at byte ${length}: ${missing}. Get the whole file again.`,
      );
    }
    return this.#envelope;
  }

  /** Keeps a text that stands in no record; gives its number. */
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

  /** How many are in the columns. */
  get kept(): { items: number; tags: number; edges: number } {
    const wasm = this.#wasm;
    return { items: wasm.getItems(), tags: wasm.getTags(), edges: wasm.getEdges() };
  }

  /** Keeps the item that was just handed out: as the scanner read it, or as `read` says. */
  keep(read?: ReadItem): void {
    const wasm = this.#wasm;
    if (read) {
      wasm.forgetRecord();
      for (const edge of read.edges) wasm.addToRecord(1, ...edge);
      for (const [key, value] of read.tags) wasm.addToRecord(2, key, value, 0, 0);
      const words = new Uint32Array(wasm.memory.buffer, wasm.recordAt());
      words.set(read.hash, recordWord.hash);
      words.set(read.strings, recordWord.type);
      new Float64Array(wasm.memory.buffer, wasm.recordAt() + 4 * recordWord.captured, 1)[0] = read.captured;
    }
    wasm.keep();
  }

  /** What was kept, and all strings. Nothing may be added any more: of a large document they stay in the scanner's own memory. */
  finish(): { columns: ItemColumns; strings: StringTable } {
    const wasm = this.#wasm;
    const { buffer } = wasm.memory;
    const { items, tags, edges } = this.kept;
    const stay = wasm.getHeapLength() + 64 * items + 8 * tags + 16 * edges > largeEnoughToStay;
    const kept = <Column extends { slice(): Column }>(part: Column) => (stay ? part : part.slice());
    const strings = new StringTable({
      heap: kept(new Uint8Array(buffer, wasm.getHeap(), wasm.getHeapLength())),
      starts: kept(new Uint32Array(buffer, wasm.getStarts(), wasm.getTexts() + 1)),
      slots: kept(new Int32Array(buffer, wasm.getSlots(), wasm.getSlotCount())),
    });
    const columns = itemColumns(wasm, this.kept, kept);
    return { columns, strings };
  }

  #item(): ScannedItem {
    const wasm = this.#wasm;
    const { buffer } = wasm.memory;
    const [start = 0, length = 0, slow] = new Uint32Array(buffer, wasm.recordAt(), 3);
    if (length > this.#maxItemBytes) throw this.#tooLarge(length);
    // A document without a list is an item itself: what looked like members around a list are its own.
    if (!wasm.isListSeen()) this.#forgetMembers();
    const bytes = new Uint8Array(buffer, wasm.inputAt() + start, length);
    return { offset: wasm.getBase() + start, bytes, slow: slow !== 0 };
  }

  #forgetMembers(): void {
    this.#envelope.clear();
    this.#envelopeBytes = 0;
  }

  #takeMember(): void {
    const wasm = this.#wasm;
    const input = new Uint8Array(wasm.memory.buffer, wasm.inputAt());
    const end = wasm.getPos();
    const keyStart = wasm.getKeyStart();
    this.#envelopeBytes += end - keyStart;
    if (this.#envelopeBytes > this.#maxItemBytes) throw this.#tooLarge(this.#envelopeBytes);
    const text = (from: number, to: number) => Buffer.from(input.subarray(from, to)).toString('utf8');
    const key = String(JSON.parse(text(keyStart, wasm.getKeyEnd())));
    // What a document says beside its items is short; anything else is not looked at.
    if (end - wasm.getValueStart() <= 4096) this.#envelope.set(key, JSON.parse(text(wasm.getValueStart(), end)));
  }

  #failure(): DomainError {
    const wasm = this.#wasm;
    const at = wasm.getPos();
    const where = `${this.#name}, at byte ${wasm.getBase() + at},`;
    switch (wasm.getFailure()) {
      case 2:
        return unreadable(
          'TooDeep',
          `${where} nests JSON deeper than ${this.#maxDepth} levels, as no configuration item does.`,
        );
      case 3:
        return unreadable('InvalidSnapshot', `${where} is no snapshot: "configurationItems" should be a list.`);
      case 4:
        return unreadable('InvalidSnapshot', `${where} has a second "configurationItems".`);
    }
    const expected = ['', wanted[wasm.getExpected()], '', '', '', 'a text', 'a number, true, false or null'];
    const input = new Uint8Array(wasm.memory.buffer, wasm.inputAt(), wasm.getLength());
    const glimpse = Buffer.from(input.subarray(Math.max(0, at - 20), at + 20)).toString('utf8');
    const should = expected[wasm.getFailure()];
    return unreadable(
      'BrokenJson',
      `${where} is not valid JSON: there should be ${should}, near ${JSON.stringify(glimpse)}.`,
    );
  }

  #tooLarge(bytes: number): DomainError {
    const wasm = this.#wasm;
    const from = wasm.getBase() + wasm.getLength() - wasm.getKept();
    return unreadable(
      'TooLarge',
      `${this.#name}, at byte ${from}, holds a value of more than ${this.#maxItemBytes} bytes (${bytes} so far), too large for a configuration item.`,
    );
  }
}

function unreadable(code: string, message: string): DomainError {
  return new DomainError('unreadable', code, message);
}
