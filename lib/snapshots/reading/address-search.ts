import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TypeKeys } from '../index/item-lookup';
import type { IndexedSnapshot } from './indexed-snapshot';
import { mayBeAddress, readAddresses } from './read-addresses';

/** As long an answer waits for addresses that are still being read: those of a document of some thousand items are there by then. */
const maxWaitMs = 300;

/** The items that have an address; with the share of the document that is read, from 0 to 1, where the reading goes on. */
export interface ItemsByAddress {
  items: readonly number[];
  readShare?: number;
}

interface Reading {
  table: ReturnType<typeof readAddresses>;
  bytes: number;
}

/** Finds items of one document by IP addresses. They stand in no index: the text is read through once, when one is first asked for. */
export class AddressSearch {
  readonly #document: IndexedSnapshot;
  readonly #keys: TypeKeys;
  #reading: Reading | undefined;

  constructor(document: IndexedSnapshot, keys: TypeKeys) {
    this.#document = document;
    this.#keys = keys;
  }

  /**
   * The items with an address that is, or begins with, a text; none where the text can be no address.
   *
   * @param open gives the document as JSON
   * @throws what reading it throws, be it while nobody waited for it; the search after that reads it anew
   */
  async find(text: string, open: () => Promise<Readable>): Promise<ItemsByAddress> {
    if (!mayBeAddress(text)) return { items: [] };
    this.#reading ??= this.#read(open);
    const reading = this.#reading;
    try {
      const found = await Promise.race([reading.table, sleep(maxWaitMs, undefined, { ref: false })]);
      if (found) return { items: await found.find(text) };
    } catch (error) {
      if (this.#reading === reading) this.#reading = undefined;
      throw error;
    }
    const { jsonSize } = this.#document.metadata;
    return { items: [], readShare: Math.min(1, reading.bytes / Math.max(1, jsonSize)) };
  }

  #read(open: () => Promise<Readable>): Reading {
    const onRead = (bytes: number) => {
      reading.bytes = bytes;
    };
    const { index, metadata } = this.#document;
    const source = { index, keys: this.#keys, name: metadata.key, onRead };
    const reading: Reading = { bytes: 0, table: open().then((body) => readAddresses(body, source)) };
    // It may fail while nobody waits for it: the next search hears that.
    reading.table.catch(() => undefined);
    return reading;
  }
}
