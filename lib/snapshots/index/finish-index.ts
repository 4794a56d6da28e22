import type { ItemColumns } from '../../documents/scanner/item-columns';
import type { StringTable } from '../../documents/scanner/string-table';
import { none } from './columns';
import { TypeKeys } from './item-lookup';
import { resolveItems } from './resolve-items';
import { numberScopes } from './scopes';
import type { SnapshotIndex } from './snapshot-index';
import type { TimeSlicer } from './time-slicer';

/** The last step of an index: resolves what items name, and lists for each who names it. In slices. */
export async function finishIndex(
  { columns, strings }: { columns: ItemColumns; strings: StringTable },
  slicer: TimeSlicer,
): Promise<SnapshotIndex> {
  const { type, edgeType } = columns;
  const types = await typesAmong([type, edgeType], strings, slicer);
  const keys = new TypeKeys(strings, types);
  const typeKey = new Uint32Array(type.length);
  await slicer.forRows(type.length, (from, end) => {
    for (let item = from; item < end; item++) typeKey[item] = keys.of(type[item] ?? none);
    return undefined;
  });
  const items = { ...columns, ...(await numberScopes(columns, slicer)), typeKey, strings };
  return {
    itemCount: type.length,
    edgeCount: edgeType.length,
    ...items,
    ...(await resolveItems(items, keys, slicer)),
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
