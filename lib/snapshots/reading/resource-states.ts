import { none } from '../index/columns';
import { newerOf } from '../index/current-items';
import { entryCount, type LookupColumns, lookUp, lookupColumns, makeLookup } from '../index/item-lookup';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';

/** One of several items of a resource in a document: a state of it. */
export interface ResourceState {
  /** From 1, the oldest. */
  number: number;
  of: number;
  /** Places of items: the newest state, and the ones before and after this one. */
  newest: number;
  older?: number;
  newer?: number;
}

/** Which items of a document are states of one resource. */
export class ResourceStates {
  /** How many resources there are, those included that are gone. */
  readonly resources: number;
  readonly #index: SnapshotIndex;
  readonly #ids: LookupColumns;
  /** The last item of each resource in the file. */
  readonly #lasts: Int32Array;
  /** Of each item the one of its resource that stands before it in the file; -1 where there is none. */
  readonly #before: Int32Array;

  private constructor(index: SnapshotIndex, ids: LookupColumns, lasts: Int32Array, before: Int32Array) {
    this.#index = index;
    this.#ids = ids;
    this.#lasts = lasts;
    this.#before = before;
    this.resources = entryCount(lasts);
  }

  /** Undefined where no item is of the resource of another one, and none tells a deletion. In slices. */
  static async make(index: SnapshotIndex): Promise<ResourceStates | undefined> {
    if (entryCount(index.byId) === index.itemCount) return undefined;
    const before = new Int32Array(index.itemCount).fill(-1);
    const { ids } = lookupColumns(index);
    // Each item takes the place of the one before it, and remembers it.
    const isNewer = (item: number, other: number) => {
      before[item] = other;
      return true;
    };
    const lasts = await makeLookup(ids, new TimeSlicer(), { isNewer });
    return new ResourceStates(index, { ...ids, shared: true }, lasts, before);
  }

  /** Which state of its resource an item is; undefined where it is the only one. In slices. */
  async of(item: number): Promise<ResourceState | undefined> {
    const { scope, typeKey, id } = this.#index;
    const last = lookUp(this.#lasts, this.#ids, scope[item] ?? none, typeKey[item] ?? none, id[item] ?? none);
    if (last === item && this.#before[item] === -1) return undefined;
    const isNewer = newerOf(this.#index);
    // Of two items the later one in the file goes before the other where all else is alike.
    const isAfter = (one: number, other: number) => (one > other ? isNewer(one, other) : !isNewer(other, one));
    const slicer = new TimeSlicer();
    let [number, of, newest] = [1, 0, last];
    let [older, newer]: [number | undefined, number | undefined] = [undefined, undefined];
    for (let other = last; other >= 0; other = this.#before[other] ?? -1) {
      if (slicer.shouldYield()) await slicer.yieldNow();
      of += 1;
      if (isAfter(other, newest)) newest = other;
      if (other === item) continue;
      if (isAfter(other, item)) newer = newer === undefined || isAfter(newer, other) ? other : newer;
      else {
        number += 1;
        older = older === undefined || isAfter(other, older) ? other : older;
      }
    }
    return { number, of, newest, ...(older !== undefined && { older }), ...(newer !== undefined && { newer }) };
  }
}
