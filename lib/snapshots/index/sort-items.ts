import { none } from './columns';
import { ItemNames } from './item-names';
import type { SnapshotIndex } from './snapshot-index';
import type { TimeSlicer } from './time-slicer';

export type SortColumn =
  | 'resourceType'
  | 'resourceId'
  | 'resourceName'
  | 'awsRegion'
  | 'availabilityZone'
  | 'status'
  | 'captureTime';

const runLength = 1024;

/** All items in the order of a column; of equal ones the first in the file comes first, what has no value comes last. In slices. */
export async function sortItems(
  index: SnapshotIndex,
  column: SortColumn,
  order: 'asc' | 'desc',
  slicer: TimeSlicer,
): Promise<Uint32Array> {
  const ranks =
    column === 'captureTime' ? await ranksOfTimes(index, slicer) : await ranksOfTexts(index, column, slicer);
  return byRank(ranks, order, slicer);
}

/** The names by which items are shown. */
async function shownNames(index: SnapshotIndex, slicer: TimeSlicer): Promise<Uint32Array> {
  const names = new ItemNames(index);
  const shown = new Uint32Array(index.itemCount);
  await slicer.forRows(shown.length, (from, end) => {
    for (let item = from; item < end; item++) shown[item] = names.shown(item);
    return undefined;
  });
  return shown;
}

function textColumn(index: SnapshotIndex, column: Exclude<SortColumn, 'captureTime' | 'resourceName'>): Uint32Array {
  const columns = {
    resourceType: index.type,
    resourceId: index.id,
    awsRegion: index.region,
    availabilityZone: index.zone,
    status: index.status,
  };
  return columns[column];
}

interface Ranks {
  /** Of each item; `none` where it has no value. */
  of: Uint32Array;
  count: number;
}

async function ranksOfTexts(
  index: SnapshotIndex,
  column: Exclude<SortColumn, 'captureTime'>,
  slicer: TimeSlicer,
): Promise<Ranks> {
  const strings = column === 'resourceName' ? await shownNames(index, slicer) : textColumn(index, column);
  const place = new Uint32Array(index.strings.count);
  const distinct: Uint32Array = new Uint32Array(Math.min(index.itemCount, place.length));
  let count = 0;
  for (const text of strings) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    if (text === none || place[text] === 1) continue;
    place[text] = 1;
    distinct[count++] = text;
  }
  const sorted = await mergeSort(distinct.subarray(0, count), (a, b) => index.strings.compare(a, b), slicer);
  for (let rank = 0; rank < count; rank++) place[sorted[rank] ?? 0] = rank;
  const of = new Uint32Array(index.itemCount);
  for (let item = 0; item < of.length; item++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const text = strings[item] ?? none;
    of[item] = text === none ? none : (place[text] ?? 0);
  }
  return { of, count };
}

async function ranksOfTimes({ captured, itemCount }: SnapshotIndex, slicer: TimeSlicer): Promise<Ranks> {
  const timed = new Uint32Array(itemCount);
  let count = 0;
  for (let item = 0; item < itemCount; item++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    if (!Number.isNaN(captured[item])) timed[count++] = item;
  }
  const sorted = await mergeSort(timed.subarray(0, count), (a, b) => (captured[a] ?? 0) - (captured[b] ?? 0), slicer);
  const of = new Uint32Array(itemCount).fill(none);
  let rank = 0;
  for (let place = 0; place < sorted.length; place++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const item = sorted[place] ?? 0;
    if (place > 0 && captured[item] !== captured[sorted[place - 1] ?? 0]) rank += 1;
    of[item] = rank;
  }
  return { of, count: rank + 1 };
}

/** Counting sort: stable in both directions. */
async function byRank({ of, count }: Ranks, order: 'asc' | 'desc', slicer: TimeSlicer): Promise<Uint32Array> {
  const places = new Uint32Array(count + 2);
  const keyOf = (rank: number) => (rank === none ? count : order === 'asc' ? rank : count - 1 - rank);
  for (const rank of of) {
    const key = keyOf(rank);
    places[key + 1] = (places[key + 1] ?? 0) + 1;
  }
  for (let key = 1; key < places.length; key++) places[key] = (places[key] ?? 0) + (places[key - 1] ?? 0);
  await slicer.yieldNow();
  const sorted = new Uint32Array(of.length);
  for (let item = 0; item < of.length; item++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const key = keyOf(of[item] ?? none);
    const place = places[key] ?? 0;
    sorted[place] = item;
    places[key] = place + 1;
  }
  return sorted;
}

async function mergeSort(
  numbers: Uint32Array,
  compare: (a: number, b: number) => number,
  slicer: TimeSlicer,
): Promise<Uint32Array> {
  for (let from = 0; from < numbers.length; from += runLength) {
    if (slicer.sliceExpired()) await slicer.yieldNow();
    numbers.subarray(from, from + runLength).sort(compare);
  }
  let source: Uint32Array = numbers;
  let target: Uint32Array = new Uint32Array(numbers.length);
  for (let length = runLength; length < source.length; length *= 2) {
    for (let from = 0; from < source.length; from += 2 * length) {
      let left = from;
      const leftEnd = Math.min(from + length, source.length);
      let right = leftEnd;
      const rightEnd = Math.min(from + 2 * length, source.length);
      for (let place = from; place < rightEnd; place++) {
        if (slicer.shouldYield()) await slicer.yieldNow();
        const takeLeft = right >= rightEnd || (left < leftEnd && compare(source[left] ?? 0, source[right] ?? 0) <= 0);
        target[place] = source[takeLeft ? left++ : right++] ?? 0;
      }
    }
    [source, target] = [target, source];
  }
  return source;
}
