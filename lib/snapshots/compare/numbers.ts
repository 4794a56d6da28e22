// Read by both compilers, as lib/documents/scanner/numbers.ts: nothing but enums.

/** What reading two documents side by side stops at. */
export enum DiffStop {
  more,
  /** More of the earlier document is wanted. */
  needsA,
  /** More of the later one. */
  needsB,
  /** An item is handed out that stands in the earlier document alone. */
  onlyInA,
  /** One that stands in the later document alone. */
  onlyInB,
  /** Of an item, or of both documents. */
  ended,
  /** A document is not in the plain form. */
  failed,
}
