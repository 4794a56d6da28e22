/** An item where the scanner has it; everything is only good until the reader asks for the next one. */
export interface ScannedItem {
  /** Of its first byte, from the start of the document. */
  offset: number;
  bytes: Uint8Array;
  /** It is not in the plain modern form, and for `parseItem` to read. */
  slow: boolean;
  /** It may hold a number that `JSON.parse` does not keep as it is written. */
  hasRareNumber: boolean;
}

/** What of an item goes into the columns, where it was parsed. Strings are numbers of the string table. */
export interface ReadItem {
  /** Type, id, name, region, zone, account and status: in the order of `Key`. */
  strings: readonly number[];
  hash: readonly [number, number];
  captured: number;
  stateId: number;
  /** Type, id, name and own name of each relationship. */
  edges: readonly (readonly [number, number, number, number])[];
  /** Key and value. */
  tags: readonly (readonly [number, number])[];
}

/** One of the documents in a file: what it says beside its items, and how many of these were kept. */
export interface ScannedDocument {
  fields: ReadonlyMap<string, unknown>;
  items: number;
}

export interface ScanLimits {
  /** What messages call the document. */
  name: string;
  /** How deep the JSON of an item may be nested, the item itself being 1; 990 at most. */
  maxDepth?: number;
  /** Bytes that one item, or all other fields of the document, may have. */
  maxItemBytes?: number;
  /** Bytes of the document as stored, where known: room is made for what is likely to be in it. */
  storedSize?: number;
  /**
   * Only items are wanted, no index: no strings are kept, hashes mean nothing, and it takes no lines of items or documents, nor what
   * `batch-get-resource-config` and `select-resource-config` answer, for a document.
   */
  itemsOnly?: boolean;
}
