import type { ItemColumns } from '../../documents/scanner/item-columns';
import type { StringTable } from '../../documents/scanner/string-table';

/**
 * What is known of a document's items, as columns: item n is row n, strings are numbers in `strings` (`none` where there is none). Numbers
 * in place of objects keep a million items within a few hundred megabytes, and their file loads in milliseconds. Never write to it.
 */
export interface SnapshotIndex extends Readonly<ItemColumns> {
  readonly itemCount: number;
  readonly edgeCount: number;
  readonly strings: StringTable;
  /** The item that an edge leads to; -1 for what is not in the document. */
  readonly edgeTo: Int32Array;
  /** Who names item n: edges `inEdge[inStart[n]]` up to `inEdge[inStart[n + 1]]`. */
  readonly inStart: Uint32Array;
  readonly inEdge: Uint32Array;
  /** The strings that are types; `TypeKeys` makes its keys of them. */
  readonly types: Uint32Array;
  /** Of each item: equal for types that differ in case alone. */
  readonly typeKey: Uint32Array;
  /** Hash tables of items plus one, by type and id and by type and name; of two equal ones the first is in. */
  readonly byId: Int32Array;
  readonly byName: Int32Array;
}

/** The item that an edge starts from. */
export function edgeFrom({ edgeStart }: SnapshotIndex, edge: number): number {
  let low = 0;
  let high = edgeStart.length - 1;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if ((edgeStart[middle] ?? 0) <= edge) low = middle;
    else high = middle;
  }
  return low;
}
