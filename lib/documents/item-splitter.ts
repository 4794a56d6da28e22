import { DomainError } from '../errors';
import { defineMember } from '../items/item-members';
import { KeptBytes } from './kept-bytes';
import { parseSpan } from './parse-span';
import { ValueScanner } from './value-scanner';

/** One configuration item as it lies in a document. `offset` is its first byte, counted from the start of the document. */
export interface ItemSpan {
  bytes: Uint8Array;
  offset: number;
}

/** The members of a document beside its items, such as `fileVersion` and `configSnapshotId`; none for a bare list or item. */
export type Envelope = { [member: string]: unknown };

export interface SplitOptions {
  /** What messages call the document. */
  name?: string;
  /** How deep JSON may be nested, the item itself being 1. */
  maxDepth?: number;
  /** Bytes that one item, or all of the envelope's other members, may have. */
  maxItemBytes?: number;
}

/** What may come next, between values. */
type Expected = keyof typeof wanted;

const wanted = {
  document: '"{" or "["',
  'first key': 'a member or "}"',
  key: 'a member',
  colon: '":"',
  member: 'a value',
  'next member': '"," or "}"',
  'list of items': 'the list of configurationItems',
  'first item': 'an item or "]"',
  item: 'an item',
  'next item': '"," or "]"',
  end: 'nothing more',
};

const [quote, comma, colon] = [0x22, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const byteOrderMark = [0xef, 0xbb, 0xbf];
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d]);
const valueStarts = new Set(Buffer.from('{["-0123456789tfn'));

/** Splits a document that is pushed in chunk by chunk, for readers with a loop of their own; `splitItems` tells the rest. */
export class ItemSplitter {
  readonly envelope: Envelope = {};
  readonly #options: Required<SplitOptions>;
  readonly #kept = new KeptBytes();
  readonly #value: ValueScanner;
  #expected: Expected = 'document';
  /** What the value is for that is being scanned. */
  #role: 'key' | 'member' | 'item' | undefined;
  #valueOffset = 0;
  /** Where the whole document is an object: its first byte. */
  #objectOffset: number | undefined;
  #itemsSeen = false;
  #key = '';
  #envelopeBytes = 0;

  constructor({ name = 'The document', maxDepth = 500, maxItemBytes = 64 * 2 ** 20 }: SplitOptions = {}) {
    this.#options = { name, maxDepth, maxItemBytes };
    this.#value = new ValueScanner(maxDepth, (at) => this.#tooDeep(at));
  }

  /** The items that end within this chunk. Their bytes may be views of it: use them before the chunk is written again. */
  push(chunk: Uint8Array): ItemSpan[] {
    const items: ItemSpan[] = [];
    this.#kept.next(chunk);
    let at = 0;
    while (at < chunk.length) {
      at = this.#role === undefined ? this.#between(chunk, at, items) : this.#within(chunk, at, items);
    }
    const kept = this.#kept.leave();
    if (kept > this.#options.maxItemBytes) throw this.#tooLarge(kept);
    return items;
  }

  /** To be called after the last chunk: checks that the document was whole, and gives the envelope. */
  end(): Envelope {
    const { name } = this.#options;
    const length = this.#kept.end;
    if (this.#expected === 'document') {
      throw unreadable('EmptyDocument', `${name} is empty (${length} bytes): there is no JSON in it.`);
    }
    if (this.#expected !== 'end') {
      const missing = this.#role === undefined ? `${wanted[this.#expected]} should follow` : 'a value is not complete';
      throw unreadable('TruncatedJson', `${name} breaks off at byte ${length}: ${missing}. Get the whole file again.`);
    }
    return this.envelope;
  }

  /** Takes one byte of what stands around values; gives the next position. */
  #between(chunk: Uint8Array, at: number, items: ItemSpan[]): number {
    const byte = chunk[at] ?? 0;
    if (blanks.has(byte)) return at + 1;
    const expected = this.#expected;
    switch (expected) {
      case 'document':
        if (this.#open(byte, this.#kept.start + at)) return at + 1;
        break;
      case 'first key':
      case 'key':
        if (byte === quote) return this.#begin('key', byte, at);
        if (byte === closeBrace && expected === 'first key') return this.#closeObject(at, items);
        break;
      case 'colon':
        if (byte === colon) return this.#expect(this.#key === 'configurationItems' ? 'list of items' : 'member', at);
        break;
      case 'member':
        if (valueStarts.has(byte)) return this.#begin('member', byte, at);
        break;
      case 'next member':
        if (byte === comma) return this.#expect('key', at);
        if (byte === closeBrace) return this.#closeObject(at, items);
        break;
      case 'list of items':
        if (byte === openBracket) return this.#expect('first item', at);
        if (valueStarts.has(byte)) throw this.#notAList(at);
        break;
      case 'first item':
      case 'item':
        if (valueStarts.has(byte)) return this.#begin('item', byte, at);
        if (byte === closeBracket && expected === 'first item') return this.#closeList(at);
        break;
      case 'next item':
        if (byte === comma) return this.#expect('item', at);
        if (byte === closeBracket) return this.#closeList(at);
        break;
    }
    throw this.#broken(chunk, at);
  }

  #expect(next: Expected, at: number): number {
    this.#expected = next;
    return at + 1;
  }

  #open(byte: number, offset: number): boolean {
    if (offset < byteOrderMark.length && byte === byteOrderMark[offset]) return true;
    if (byte === openBracket) this.#expected = 'first item';
    else if (byte === openBrace) {
      this.#expected = 'first key';
      this.#objectOffset = offset;
      this.#kept.from(offset); // It may turn out to be an item itself.
    } else return false;
    return true;
  }

  #closeList(at: number): number {
    return this.#expect(this.#objectOffset === undefined ? 'end' : 'next member', at);
  }

  #closeObject(at: number, items: ItemSpan[]): number {
    if (!this.#itemsSeen && this.#objectOffset !== undefined) {
      items.push({
        bytes: this.#kept.slice(this.#objectOffset, this.#kept.start + at + 1),
        offset: this.#objectOffset,
      });
      this.#kept.drop();
      for (const member of Object.keys(this.envelope)) delete this.envelope[member];
    }
    return this.#expect('end', at);
  }

  #begin(role: 'key' | 'member' | 'item', byte: number, at: number): number {
    this.#role = role;
    this.#valueOffset = this.#kept.start + at;
    this.#kept.from(this.#valueOffset);
    this.#value.begin(byte);
    return at + 1;
  }

  #within(chunk: Uint8Array, at: number, items: ItemSpan[]): number {
    const end = this.#value.scan(chunk, at);
    return end === undefined ? chunk.length : this.#finish(end, items);
  }

  #finish(at: number, items: ItemSpan[]): number {
    const bytes = this.#kept.slice(this.#valueOffset, this.#kept.start + at);
    if (this.#role === 'item') {
      items.push({ bytes, offset: this.#valueOffset });
      this.#expected = 'next item';
    } else if (this.#role === 'key') {
      this.#takeKey(bytes);
      this.#expected = 'colon';
    } else {
      this.#envelopeBytes += bytes.length;
      if (this.#envelopeBytes > this.#options.maxItemBytes) throw this.#tooLarge(this.#envelopeBytes);
      defineMember(this.envelope, this.#key, parseSpan(bytes, this.#valueOffset, this.#options.name));
      this.#expected = 'next member';
    }
    this.#role = undefined;
    if (this.#itemsSeen || this.#objectOffset === undefined) this.#kept.drop();
    return at;
  }

  #takeKey(bytes: Uint8Array): void {
    this.#key = String(parseSpan(bytes, this.#valueOffset, this.#options.name));
    this.#envelopeBytes += bytes.length;
    if (this.#key !== 'configurationItems') return;
    if (this.#itemsSeen)
      throw unreadable('InvalidSnapshot', `${this.#at(this.#valueOffset)} is a second "configurationItems".`);
    this.#itemsSeen = true;
  }

  #at(offset: number): string {
    return `${this.#options.name}, at byte ${offset},`;
  }

  #broken(chunk: Uint8Array, at: number): DomainError {
    const glimpse = Buffer.from(chunk.subarray(Math.max(0, at - 20), at + 20)).toString('utf8');
    const message = `${this.#at(this.#kept.start + at)} is not valid JSON: there should be ${wanted[this.#expected]}, near ${JSON.stringify(glimpse)}.`;
    return unreadable('BrokenJson', message);
  }

  #notAList(at: number): DomainError {
    const message = `${this.#at(this.#kept.start + at)} is no snapshot: "configurationItems" should be a list.`;
    return unreadable('InvalidSnapshot', message);
  }

  #tooDeep(at: number): DomainError {
    const message = `${this.#at(this.#kept.start + at)} nests JSON deeper than ${this.#options.maxDepth} levels, as no configuration item does.`;
    return unreadable('TooDeep', message);
  }

  #tooLarge(bytes: number): DomainError {
    const message = `${this.#at(this.#valueOffset)} holds a value of more than ${this.#options.maxItemBytes} bytes (${bytes} so far), too large for a configuration item.`;
    return unreadable('TooLarge', message);
  }
}

function unreadable(code: string, message: string): DomainError {
  return new DomainError('unreadable', code, message);
}
