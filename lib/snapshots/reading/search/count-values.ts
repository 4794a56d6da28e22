import type { DerivedColumns } from '../../graph/impact/derived-columns';
import { none } from '../../index/columns';
import type { SnapshotIndex } from '../../index/snapshot-index';
import { TimeSlicer } from '../../index/time-slicer';
import { countRelationships } from './count-relationships';
import { type CountedTag, countTags, isCountedTag } from './count-tags';

type CountedColumn = 'resourceType' | 'awsRegion' | 'availabilityZone' | 'status' | 'awsAccountId';
export type CountedBy = CountedColumn | CountedTag | 'relationship';

const smallNumbers = 2 ** 16;

/** Memory that one counted value takes beside its text, about. */
const bytesOfValue = 100;

/** How many items there are, and how many of them have each value, the most frequent first. */
export interface ItemCounts {
  total: number;
  values: { value: string | undefined; count: number }[];
  /** Values that there are, shown or not. */
  distinct: number;
}

/** Memory that they take, about. */
export function bytesOfCounts({ values }: ItemCounts): number {
  return values.reduce((sum, { value }) => sum + bytesOfValue + 2 * (value?.length ?? 0), bytesOfValue);
}

/**
 * How many of the chosen items (all where undefined) have each value, the most frequent first, at most `limit`. `derived` relationships count
 * where they were read. In slices.
 */
export async function countValues(
  index: SnapshotIndex,
  chosen: Uint32Array | undefined,
  { by, limit, derived }: { by: CountedBy; limit: number; derived?: DerivedColumns | undefined },
): Promise<ItemCounts> {
  if (by === 'relationship') return countRelationships(index, chosen, { derived, limit });
  if (isCountedTag(by)) return countTags(index, chosen, { by, limit });
  const columns = {
    resourceType: index.typeKey,
    awsRegion: index.region,
    availabilityZone: index.zone,
    status: index.status,
    awsAccountId: index.account,
  };
  const column = columns[by];
  const slicer = new TimeSlicer();
  const counts = new Map<number, { itemIndex: number; count: number }>();
  // What is told of most items was met early and has a small number: those are counted in a column.
  const few = new Uint32Array(Math.min(index.strings.count, smallNumbers));
  const total = chosen?.length ?? index.itemCount;
  for (let place = 0; place < total; place++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const itemIndex = chosen ? (chosen[place] ?? 0) : place;
    const value = column[itemIndex] ?? none;
    if (value < few.length) {
      if (few[value] === 0) counts.set(value, { itemIndex, count: 0 });
      few[value] = (few[value] ?? 0) + 1;
      continue;
    }
    const known = counts.get(value);
    if (known) known.count += 1;
    else counts.set(value, { itemIndex, count: 1 });
  }
  for (const [value, known] of counts) known.count += few[value] ?? 0;
  const named = by === 'resourceType' ? index.type : column;
  const values = [...counts.values()].map(({ itemIndex, count }) => {
    const number = named[itemIndex] ?? none;
    return { value: number === none ? undefined : index.strings.get(number) || undefined, count };
  });
  values.sort((a, b) => b.count - a.count || ((a.value ?? '') < (b.value ?? '') ? -1 : 1));
  return { total, values: values.slice(0, limit), distinct: values.length };
}
