import type { ItemColumns } from '../../documents/scanner/item-columns';
import type { StringTable } from '../../documents/scanner/string-table';
import type { ScopeColumns } from './scopes';

/**
 * What is known of a document's items, as columns: item n is row n, strings are numbers in `strings` (`none` where there is none). Numbers
 * in place of objects keep a million items within a few hundred megabytes, and their file loads in milliseconds. Never write to it.
 */
export interface SnapshotIndex extends Readonly<ItemColumns>, ScopeColumns {
  readonly itemCount: number;
  readonly edgeCount: number;
  readonly strings: StringTable;
  /** The current item that an edge leads to, by the rules of `resolveReference`; -1 where there is none, or may be several. */
  readonly edgeTo: Int32Array;
  /** Which current items name item n: edges `inEdge[inStart[n]]` up to `inEdge[inStart[n + 1]]`. */
  readonly inStart: Uint32Array;
  readonly inEdge: Uint32Array;
  /** The strings that are types; `TypeKeys` makes its keys of them. */
  readonly types: Uint32Array;
  /** Of each item: equal for types that differ in case alone. */
  readonly typeKey: Uint32Array;
  /** Of each item: the number of its account and Region. */
  readonly scope: Uint32Array;
  /** 1 where a type and id, and where a type and name, are in several accounts or Regions. */
  readonly shared: Uint8Array;
  /** The current items (`findCurrent`) by account and Region, type and id (`makeItemLookup`). */
  readonly byId: Int32Array;
  /** The same by name; it tells which names several resources bear. */
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
