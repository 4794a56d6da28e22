import type { ItemColumns } from '../../documents/scanner/item-columns';
import type { StringTable } from '../../documents/scanner/string-table';
import { none } from './columns';
import { makeItemLookup, markRepeated, TypeKeys } from './item-lookup';
import { ItemResolver } from './item-resolver';
import { resolveEdges } from './resolve-edges';
import { numberScopes } from './scopes';
import type { SnapshotIndex } from './snapshot-index';
import type { TimeSlicer } from './time-slicer';

/** The last step of an index: resolves what items name, and lists for each who names it. In slices. */
export async function finishIndex(
  { columns, strings }: { columns: ItemColumns; strings: StringTable },
  slicer: TimeSlicer,
): Promise<SnapshotIndex> {
  const { type, id, name, edgeType } = columns;
  const types = await typesAmong([type, edgeType], strings, slicer);
  const keys = new TypeKeys(strings, types);
  const typeKey = new Uint32Array(type.length);
  await slicer.forRows(type.length, (from, end) => {
    for (let item = from; item < end; item++) typeKey[item] = keys.of(type[item] ?? none);
    return undefined;
  });
  const { scope, ...scopes } = await numberScopes(columns, slicer);
  const ids = { scope, type: typeKey, text: id };
  const { slots: byId, shared: sharedIds } = await makeItemLookup(ids, slicer);
  const except = await markRepeated({ ...ids, shared: sharedIds }, byId, slicer);
  const named = await makeItemLookup({ ...ids, text: name }, slicer, { alone: true, except });
  const shared = Uint8Array.of(Number(sharedIds), Number(named.shared));

  const items = { ...columns, ...scopes, scope, typeKey, shared, byId, byName: named.slots, strings };
  const edgeTo = await resolveEdges(items, keys, new ItemResolver(items, keys), slicer);
  const inStart = new Uint32Array(type.length + 1);
  await slicer.forRows(edgeTo.length, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      const to = edgeTo[edge] ?? -1;
      if (to >= 0) inStart[to + 1] = (inStart[to + 1] ?? 0) + 1;
    }
    return undefined;
  });
  const inEdge = await incoming(edgeTo, inStart, slicer);
  return {
    itemCount: type.length,
    edgeCount: edgeTo.length,
    ...items,
    edgeTo,
    inStart,
    inEdge,
    types: Uint32Array.from(types),
  };
}

/** The strings that stand in any of some columns of types, in the order in which they are met. */
async function typesAmong(
  columns: readonly Uint32Array[],
  strings: StringTable,
  slicer: TimeSlicer,
): Promise<Set<number>> {
  const seen = new Uint8Array(strings.count);
  const types = new Set<number>();
  for (const column of columns) {
    await slicer.forRows(column.length, (from, end) => {
      for (let row = from; row < end; row++) {
        const text = column[row] ?? none;
        if (text === none || seen[text] === 1) continue;
        seen[text] = 1;
        types.add(text);
      }
      return undefined;
    });
  }
  return types;
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
