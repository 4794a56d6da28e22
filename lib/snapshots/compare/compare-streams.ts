import { openJsonBytes } from '../../documents/gzip/open-json-bytes';
import { DocumentScanner } from '../../documents/scanner/document-scanner';
import { DomainError } from '../../errors';
import type { ItemDefaults } from '../../items/form/read-item';
import type { ObjectStore } from '../../object-store/port';
import { finishIndex } from '../index/finish-index';
import { IndexBuilder } from '../index/index-builder';
import { TypeKeys } from '../index/item-lookup';
import { pieceSize, TimeSlicer } from '../index/time-slicer';
import { defaultsOf } from '../opening/item-defaults';
import { parseItem } from '../reading/parse-item';
import { type ComparedSide, type Comparison, compareIndexes } from './compare-indexes';
import { type SideNumber, StreamingDiff, TooDifferent, type UnmatchedItem } from './streaming-diff';

/** One version of an object. */
interface DocumentVersion {
  key: string;
  etag: string;
}

export interface StreamsRequest {
  store: Pick<ObjectStore, 'get'>;
  bucket: string;
  /** Decompressed bytes that may be read of one document. */
  maxBytes: number;
  /** Items and relationships that may be held, of both. */
  maxParts: number;
}

type Comparing = ReturnType<StreamingDiff['compare']>;

/** Bytes of one document that may wait to be compared, so that one does not run ahead of the other. */
const mostAhead = 8 * 2 ** 20;

/**
 * Compares two snapshots of which there is no index, as they are read: what stands in both byte for byte is unchanged, whatever it holds,
 * and only the rest is read item by item. The sides hold no unchanged items then, and the rows none either; the counts do.
 *
 * Gives undefined where that will not do: one of them cannot be read, is in another form than AWS Config writes today, or they have
 * little in common. Then each is to be opened, which also tells what is wrong with it.
 */
export async function compareStreams(
  request: StreamsRequest,
  before: DocumentVersion,
  after: DocumentVersion,
): Promise<{ comparison: Comparison; before: ComparedSide; after: ComparedSide } | undefined> {
  const reading = new AbortController();
  let goOn: () => void = () => undefined;
  try {
    const open = (version: DocumentVersion) => UnmatchedItems.open({ ...request, ...version, signal: reading.signal });
    const sides = await Promise.all([open(before), open(after)]);
    const [first, second] = sides;
    if (first.defaults !== second.defaults) return undefined;
    const diff = new StreamingDiff();
    const slicer = new TimeSlicer();
    const take = (item: UnmatchedItem) => {
      if (first.count + second.count > 1_000 + diff.items / 4) throw new TooDifferent('They have little in common.');
      sides[item.side]?.add(item);
    };
    let state: Comparing = 'wants earlier';
    let comparing: Promise<Comparing> = Promise.resolve(state);
    /** One at a time: the items that are handed out must be taken in their order. */
    function compare(): Promise<Comparing> {
      comparing = comparing.then(async () => {
        for (;;) {
          state = diff.compare(take, () => first.isBehind || second.isBehind || slicer.sliceExpired());
          await first.catchUp(slicer);
          await second.catchUp(slicer);
          if (state !== 'goes on') return state;
          if (slicer.sliceExpired()) await slicer.yieldNow();
        }
      });
      return comparing;
    }
    /** To its end, so that a file that breaks off behind its items is none. */
    async function read(side: SideNumber, items: UnmatchedItems): Promise<void> {
      const wanted = side === 0 ? 'wants earlier' : 'wants later';
      for await (const chunk of items.chunks) {
        for (let at = 0; at < chunk.length; at += pieceSize) {
          diff.push(side, chunk.subarray(at, at + pieceSize));
          await compare();
          if (slicer.sliceExpired()) await slicer.yieldNow();
        }
        goOn();
        while (diff.waiting(side) > mostAhead && state !== wanted && state !== 'compared') {
          reading.signal.throwIfAborted();
          await new Promise<void>((resolve) => {
            goOn = resolve;
          });
        }
      }
      diff.end(side);
      await compare();
      goOn();
    }
    await Promise.all([read(0, first), read(1, second)]);
    if ((await compare()) !== 'compared') throw new TooDifferent('A document ended too soon.');
    diff.finish();
    const [earlier, later] = [await first.side(slicer), await second.side(slicer)];
    const comparison = await compareIndexes(earlier, later);
    comparison.counts.unchanged += diff.matched;
    return { comparison, before: earlier, after: later };
  } catch (error) {
    if (error instanceof TooDifferent || error instanceof DomainError) return undefined;
    throw error;
  } finally {
    reading.abort();
    goOn();
  }
}

const [opening, comma, closing] = [Buffer.from('['), Buffer.from(','), Buffer.from(']')];

/** The items of one document that are read one by one: a list of their own, with their numbers in the document. */
class UnmatchedItems {
  readonly #scanner: DocumentScanner;
  readonly #builder: IndexBuilder;
  readonly #numbers: number[] = [];
  #large: Uint8Array | undefined;

  /** What its key tells of items that do not tell it themselves. */
  readonly defaults: string;

  private constructor(
    { key, maxParts }: StreamsRequest & DocumentVersion,
    defaults: ItemDefaults,
    readonly chunks: AsyncGenerator<Buffer, void, undefined>,
  ) {
    this.defaults = JSON.stringify([defaults.awsAccountId, defaults.awsRegion]);
    this.#scanner = new DocumentScanner({ name: key });
    const read = (found: { bytes: Uint8Array; offset: number }) => parseItem(found, key, defaults);
    this.#builder = new IndexBuilder({ name: key, maxParts: maxParts / 2, read, scanner: this.#scanner });
    this.#builder.push(opening);
  }

  static async open(request: StreamsRequest & DocumentVersion & { signal: AbortSignal }): Promise<UnmatchedItems> {
    const { store, bucket, key, etag, maxBytes, signal } = request;
    const { body } = await store.get(bucket, key, { ifMatch: etag, signal });
    return new UnmatchedItems(request, defaultsOf(key), openJsonBytes(body, { maxBytes }));
  }

  get count(): number {
    return this.#numbers.length;
  }

  /** Whether an item is too large to be read at once: its bytes wait for `catchUp`. */
  get isBehind(): boolean {
    return this.#large !== undefined;
  }

  add({ bytes, number }: UnmatchedItem): void {
    if (this.#numbers.length > 0) this.#builder.push(comma);
    this.#numbers.push(number);
    if (bytes.length <= pieceSize) this.#builder.push(bytes);
    else this.#large = bytes.slice();
  }

  async catchUp(slicer: TimeSlicer): Promise<void> {
    const bytes = this.#large;
    if (!bytes) return;
    this.#large = undefined;
    for (let at = 0; at < bytes.length; at += pieceSize) {
      this.#builder.push(bytes.subarray(at, at + pieceSize));
      if (slicer.sliceExpired()) await slicer.yieldNow();
    }
  }

  async side(slicer: TimeSlicer): Promise<ComparedSide> {
    this.#builder.push(closing);
    const index = await finishIndex(this.#scanner.finish(), slicer);
    return { index, keys: new TypeKeys(index.strings, index.types), numbers: Uint32Array.from(this.#numbers) };
  }
}
