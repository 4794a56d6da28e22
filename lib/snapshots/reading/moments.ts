import type { SnapshotIndex } from '../index/snapshot-index';
import { sortItems } from '../index/sort-items';
import { TimeSlicer } from '../index/time-slicer';
import { memoize } from '../memoize';

/** A time at which items of a document were captured, in epoch milliseconds, and how many were. */
export interface Moment {
  at: number;
  items: number;
}

/** The times at which the items of a document were captured. */
export class Moments {
  readonly #index: SnapshotIndex;
  readonly #sorted = memoize(() => this.#sort());

  constructor(index: SnapshotIndex) {
    this.#index = index;
  }

  /**
   * The last time at or before `at` (epoch milliseconds) at which something was captured; -Infinity where nothing was. Undefined where the document
   * is the same at `at` as it is now. In slices.
   */
  async stateAt(at: number): Promise<number | undefined> {
    const { captured } = this.#index;
    let [last, isNow] = [Number.NEGATIVE_INFINITY, true];
    await new TimeSlicer().forRows(captured.length, (from, end) => {
      for (let item = from; item < end; item++) {
        const time = captured[item] ?? Number.NaN;
        if (time <= at) last = Math.max(last, time);
        else isNow = false;
      }
      return undefined;
    });
    return isNow ? undefined : last;
  }

  /** Up to `limit` of them, the newest first: those around `at` (epoch milliseconds), or the newest ones; and how many there are. */
  async around(at: number | undefined, limit: number): Promise<{ total: number; moments: Moment[] }> {
    const { times, counts } = await this.#sorted();
    const total = times.length;
    const place = at === undefined ? total : placeOf(times, at);
    const end = Math.min(total, Math.max(limit, place + Math.floor(limit / 2)));
    const moments: Moment[] = [];
    for (let n = end - 1; n >= Math.max(0, end - limit); n--)
      moments.push({ at: times[n] ?? 0, items: counts[n] ?? 0 });
    return { total, moments };
  }

  /** Each time once, in their order, with its items. */
  async #sort(): Promise<{ times: Float64Array; counts: Uint32Array }> {
    const { captured, itemCount } = this.#index;
    const slicer = new TimeSlicer();
    const order = await sortItems(this.#index, 'captureTime', 'asc', slicer);
    const [times, counts] = [new Float64Array(itemCount), new Uint32Array(itemCount)];
    let count = 0;
    await slicer.forRows(itemCount, (from, end) => {
      for (let n = from; n < end; n++) {
        const time = captured[order[n] ?? 0] ?? Number.NaN;
        // What tells no time comes last.
        if (Number.isNaN(time)) return false;
        if (count === 0 || times[count - 1] !== time) times[count++] = time;
        counts[count - 1] = (counts[count - 1] ?? 0) + 1;
      }
      return undefined;
    });
    return { times: times.slice(0, count), counts: counts.slice(0, count) };
  }
}

/** The place of the first time behind `at`. */
function placeOf(times: Float64Array, at: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
