import type { DerivedColumns } from '../../graph/impact/derived-columns';
import type { TypeKeys } from '../../index/item-lookup';
import type { SnapshotIndex } from '../../index/snapshot-index';
import { type SortColumn, sortItems } from '../../index/sort-items';
import { TimeSlicer } from '../../index/time-slicer';
import { ResultCache } from '../../result-cache';
import { itemRow } from '../item-row';
import type { ResourceState, ResourceStates } from '../resource-states';
import { type ChosenItems, chooseItems, type ItemFilter } from './choose-items';
import { bytesOfCounts, type CountedBy, countValues, type ItemCounts } from './count-values';

export interface ItemSearch extends ItemFilter {
  sort?: SortColumn;
  order: 'asc' | 'desc';
  /** From 1. */
  page: number;
  pageSize: number;
}

/** Bytes of lists of items that are kept of a document: as many as so many lists of all its items, and at least this. */
const [keptLists, minListBytes] = [8, 2 ** 20];
/** Bytes of counts that are kept of a document. */
const maxCountBytes = 2 ** 20;

/** Searches, sorts and counts the items of one index. What was found and sorted last is kept: the next page costs nothing. */
export class ItemSearcher {
  readonly #index: SnapshotIndex;
  readonly #keys: TypeKeys;
  readonly #states: () => Promise<ResourceStates | undefined>;
  readonly #chosen: ResultCache<string, ChosenItems>;
  readonly #sorted: ResultCache<string, Uint32Array>;
  readonly #counted: ResultCache<string, ItemCounts>;

  constructor(index: SnapshotIndex, keys: TypeKeys, states: () => Promise<ResourceStates | undefined>) {
    this.#index = index;
    this.#keys = keys;
    this.#states = states;
    const maxBytes = Math.max(minListBytes, keptLists * Uint32Array.BYTES_PER_ELEMENT * index.itemCount);
    this.#chosen = new ResultCache({ maxBytes, bytesOf: (chosen) => (chosen === 'all' ? 1 : chosen.byteLength) });
    this.#sorted = new ResultCache({ maxBytes, bytesOf: (sorted) => sorted.byteLength });
    this.#counted = new ResultCache({ maxBytes: maxCountBytes, bytesOf: bytesOfCounts });
  }

  /** A page of the items that match, in the file's order unless sorted; absent values come last in either direction. */
  async page({ sort, order, page, pageSize, ...filter }: ItemSearch) {
    const index = this.#index;
    const chosen = await this.#choose(filter);
    const total = chosen?.length ?? index.itemCount;
    const from = (page - 1) * pageSize;
    const numbers: number[] = [];
    if (sort) {
      const name = `${sort} ${order}`;
      const sorted = await this.#sorted.getOrCompute(name, () => sortItems(index, sort, order, new TimeSlicer()));
      const ordered = chosen ? await this.#within(sorted, chosen, `${JSON.stringify(filter)} ${name}`) : sorted;
      numbers.push(...ordered.subarray(from, from + pageSize));
    } else {
      for (let place = from; place < Math.min(total, from + pageSize); place++) {
        const at = order === 'desc' ? total - 1 - place : place;
        numbers.push(chosen ? (chosen[at] ?? 0) : at);
      }
    }
    return { total, page, pageSize, items: await this.#rows(numbers) };
  }

  /** Items as a table shows them; where their resources have several, with the number of each. */
  async #rows(numbers: readonly number[]) {
    const index = this.#index;
    const states = await this.#states();
    const rows: (ReturnType<typeof itemRow> & { state?: Pick<ResourceState, 'number' | 'of'> })[] = [];
    for (const itemIndex of numbers) {
      const state = await states?.of(itemIndex);
      rows.push({ ...itemRow(index, itemIndex), ...(state && { state: { number: state.number, of: state.of } }) });
    }
    return rows;
  }

  /** The numbers of the items that match, in the file's order; undefined where all do. */
  matching(filter: ItemFilter): Promise<Uint32Array | undefined> {
    return this.#choose(filter);
  }

  /**
   * How many of the items that match have each value of a column, the most frequent first. At most `limit` values. `derived` are the derived
   * relationships, where they were read.
   */
  counts(request: ItemFilter & { by: CountedBy; limit: number }, derived?: DerivedColumns) {
    return this.#counted.getOrCompute(JSON.stringify([request, derived !== undefined]), async () => {
      const { by, limit, ...filter } = request;
      return countValues(this.#index, await this.#choose(filter), { by, limit, derived });
    });
  }

  async #within(sorted: Uint32Array, chosen: Uint32Array, name: string): Promise<Uint32Array> {
    return this.#sorted.getOrCompute(name, async () => {
      const slicer = new TimeSlicer();
      const isChosen = new Uint8Array(this.#index.itemCount);
      for (const itemIndex of chosen) isChosen[itemIndex] = 1;
      const ordered = new Uint32Array(chosen.length);
      let place = 0;
      for (const itemIndex of sorted) {
        if (slicer.shouldYield()) await slicer.yieldNow();
        if (isChosen[itemIndex] === 1) ordered[place++] = itemIndex;
      }
      return ordered;
    });
  }

  /** The items that match, in the file's order; undefined: all. */
  async #choose(filter: ItemFilter): Promise<Uint32Array | undefined> {
    const chosen = await this.#chosen.getOrCompute(JSON.stringify(filter), () =>
      chooseItems(this.#index, this.#keys, filter),
    );
    return chosen === 'all' ? undefined : chosen;
  }
}
