import type { ItemColumns } from '../../documents/scanner/item-columns';
import { findCurrent } from './current-items';
import { makeItemLookup, type TypeKeys } from './item-lookup';
import { ItemResolver } from './item-resolver';
import { resolveEdges } from './resolve-edges';
import type { ScopeColumns } from './scopes';
import type { SnapshotIndex } from './snapshot-index';
import type { TimeSlicer } from './time-slicer';

/** What of an index depends on which items are current. */
export type Resolved = Pick<SnapshotIndex, 'byId' | 'byName' | 'shared' | 'edgeTo' | 'inStart' | 'inEdge'>;

type Items = Readonly<ItemColumns> & ScopeColumns & Pick<SnapshotIndex, 'scope' | 'typeKey' | 'strings'>;

/**
 * Looks up what items name, and lists for each current item which current items name it. With `until` (epoch milliseconds) it is as it was at that
 * moment. In slices.
 */
export async function resolveItems(
  columns: Items,
  keys: TypeKeys,
  slicer: TimeSlicer,
  until?: number,
): Promise<Resolved> {
  const { scope, typeKey: type, id, name, edgeStart } = columns;
  const { byId, shared: sharedIds, notCurrent } = await findCurrent(columns, { scope, type, text: id }, slicer, until);
  const named = await makeItemLookup({ scope, type, text: name }, slicer, { alone: true, except: notCurrent });
  const shared = Uint8Array.of(Number(sharedIds), Number(named.shared));
  const items = { ...columns, shared, byId, byName: named.slots };
  const edgeTo = await resolveEdges(items, keys, new ItemResolver(items, keys), slicer);
  const told = notCurrent ? await withoutEdgesOf(notCurrent, edgeTo, edgeStart, slicer) : edgeTo;
  const inStart = new Uint32Array(type.length + 1);
  await slicer.forRows(told.length, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      const to = told[edge] ?? -1;
      if (to >= 0) inStart[to + 1] = (inStart[to + 1] ?? 0) + 1;
    }
    return undefined;
  });
  const inEdge = await incoming(told, inStart, slicer);
  return { byId, byName: named.slots, shared, edgeTo, inStart, inEdge };
}

/** An index as it was at a moment (epoch milliseconds): only items count that were captured by then. In slices. */
export async function indexAt(
  index: SnapshotIndex,
  keys: TypeKeys,
  moment: number,
  slicer: TimeSlicer,
): Promise<SnapshotIndex> {
  return { ...index, ...(await resolveItems(index, keys, slicer, moment)) };
}

/** As `edgeTo`, with -1 for the edges of items that are marked with 1. In slices. */
export async function withoutEdgesOf(
  marked: Uint8Array,
  edgeTo: Int32Array,
  edgeStart: Uint32Array,
  slicer: TimeSlicer,
): Promise<Int32Array> {
  const left = edgeTo.slice();
  await slicer.forRows(marked.length, (from, end) => {
    for (let item = from; item < end; item++) {
      if (marked[item] === 1) left.fill(-1, edgeStart[item], edgeStart[item + 1]);
    }
    return undefined;
  });
  return left;
}

/** Turns the counts in `inStart` into places, and puts each edge in its place. */
async function incoming(edgeTo: Int32Array, inStart: Uint32Array, slicer: TimeSlicer): Promise<Uint32Array> {
  for (let item = 1; item < inStart.length; item++) inStart[item] = (inStart[item] ?? 0) + (inStart[item - 1] ?? 0);
  const free = inStart.slice();
  const inEdge = new Uint32Array(inStart.at(-1) ?? 0);
  await slicer.forRows(edgeTo.length, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      const to = edgeTo[edge] ?? -1;
      if (to < 0) continue;
      const place = free[to] ?? 0;
      inEdge[place] = edge;
      free[to] = place + 1;
    }
    return undefined;
  });
  return inEdge;
}
