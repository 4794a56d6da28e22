import { none } from '../index/columns';
import { findStrings } from '../index/find-strings';
import type { TypeKeys } from '../index/item-lookup';
import type { SnapshotIndex } from '../index/snapshot-index';
import { type SortColumn, sortItems } from '../index/sort-items';
import { TimeSlicer } from '../index/time-slicer';
import { ResultCache } from '../result-cache';
import { type CountedTag, countTags, isCountedTag } from './count-tags';

/** Which items are meant. What is empty or absent does not choose. */
export interface ItemFilter {
  types: readonly string[];
  /** Found in type, id, name or zone, whatever the case. */
  search: string;
  accounts?: readonly string[];
  regions?: readonly string[];
  zones?: readonly string[];
  statuses?: readonly string[];
  /** Each `key`, or `key=value`; all of them must be there. */
  tags?: readonly string[];
  /** Found in the resource's name or its tag `Name`, whatever the case. */
  name?: string;
  /** Captured at this time or later. */
  changedSince?: string;
}

export interface ItemSearch extends ItemFilter {
  sort?: SortColumn;
  order: 'asc' | 'desc';
  /** From 1. */
  page: number;
  pageSize: number;
}

export type CountedBy = 'resourceType' | 'awsRegion' | 'availabilityZone' | 'status' | 'awsAccountId' | CountedTag;

const smallNumbers = 2 ** 16;

/** Bytes of lists of items that are kept of a document: as many as so many lists of all its items, and at least this. */
const [keptLists, minListBytes] = [8, 2 ** 20];
/** Bytes of counts that are kept of a document. */
const maxCountBytes = 2 ** 20;
/** Memory that one counted value takes beside its text, about. */
const bytesOfValue = 100;

/** Numbers of items in the file's order. */
type ChosenItems = Uint32Array | 'all';

/** How many items there are, and how many of them have each value, the most frequent first. */
interface ItemCounts {
  total: number;
  values: { value: string | undefined; count: number }[];
  /** Values that there are, shown or not. */
  distinct: number;
}

function bytesOfCounts({ values }: ItemCounts): number {
  return values.reduce((sum, { value }) => sum + bytesOfValue + 2 * (value?.length ?? 0), bytesOfValue);
}

/** An item as a table shows it; `itemIndex` is its place in the file, from 0. */
export function itemRow(index: SnapshotIndex, itemIndex: number) {
  const text = (column: Uint32Array) => {
    const number = column[itemIndex] ?? none;
    return number === none ? undefined : index.strings.get(number);
  };
  return {
    index: itemIndex,
    resourceType: text(index.type) ?? '',
    resourceId: text(index.id) ?? '',
    resourceName: text(index.name),
    availabilityZone: text(index.zone),
    awsAccountId: text(index.account),
    awsRegion: text(index.region),
    status: text(index.status) ?? '',
    captureTime: new Date(index.captured[itemIndex] ?? 0).toISOString(),
  };
}

/** Searches, sorts and counts the items of one index. What was found and sorted last is kept: the next page costs nothing. */
export class ItemSearcher {
  readonly #index: SnapshotIndex;
  readonly #keys: TypeKeys;
  readonly #chosen: ResultCache<string, ChosenItems>;
  readonly #sorted: ResultCache<string, Uint32Array>;
  readonly #counted: ResultCache<string, ItemCounts>;

  constructor(index: SnapshotIndex, keys: TypeKeys) {
    this.#index = index;
    this.#keys = keys;
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
    return { total, page, pageSize, items: numbers.map((itemIndex) => itemRow(index, itemIndex)) };
  }

  /** The numbers of the items that match, in the file's order; undefined where all do. */
  matching(filter: ItemFilter): Promise<Uint32Array | undefined> {
    return this.#choose(filter);
  }

  /** How many of the items that match have each value of a column, the most frequent first. At most `limit` values. */
  counts(request: ItemFilter & { by: CountedBy; limit: number }) {
    return this.#counted.getOrCompute(JSON.stringify(request), () => this.#count(request));
  }

  async #count({ by, limit, ...filter }: ItemFilter & { by: CountedBy; limit: number }) {
    const index = this.#index;
    const chosen = await this.#choose(filter);
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
      return { value: number === none ? undefined : index.strings.get(number), count };
    });
    values.sort((a, b) => b.count - a.count || ((a.value ?? '') < (b.value ?? '') ? -1 : 1));
    return { total, values: values.slice(0, limit), distinct: values.length };
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
    const chosen = await this.#chosen.getOrCompute(JSON.stringify(filter), () => this.#filter(filter));
    return chosen === 'all' ? undefined : chosen;
  }

  async #filter(filter: ItemFilter): Promise<ChosenItems> {
    const index = this.#index;
    const slicer = new TimeSlicer();
    const tests = await this.#tests(filter, slicer);
    if (tests === 'nothing') return new Uint32Array(0);
    if (tests.length === 0) return 'all';
    let found = new Uint32Array(1024);
    let count = 0;
    for (let itemIndex = 0; itemIndex < index.itemCount; itemIndex++) {
      if (slicer.shouldYield()) await slicer.yieldNow();
      if (!tests.every((test) => test(itemIndex))) continue;
      if (count === found.length) {
        const larger = new Uint32Array(2 * count);
        larger.set(found);
        found = larger;
      }
      found[count++] = itemIndex;
    }
    return found.slice(0, count);
  }

  /** What an item must pass; `nothing` where no item can. */
  async #tests(filter: ItemFilter, slicer: TimeSlicer): Promise<((itemIndex: number) => boolean)[] | 'nothing'> {
    const [index, keys] = [this.#index, this.#keys];
    const { strings } = index;
    const tests: ((itemIndex: number) => boolean)[] = [];
    if (filter.types.length > 0) {
      const wanted = new Set(filter.types.map((type) => keys.find(type)));
      tests.push((itemIndex) => wanted.has(index.typeKey[itemIndex]));
    }
    const oneOf = (values: readonly string[] | undefined, column: Uint32Array) => {
      if (!values || values.length === 0) return;
      const wanted = new Set(values.map((value) => strings.find(value)));
      tests.push((itemIndex) => wanted.has(column[itemIndex] ?? none));
    };
    oneOf(filter.accounts, index.account);
    oneOf(filter.regions, index.region);
    oneOf(filter.zones, index.zone);
    oneOf(filter.statuses, index.status);
    if (filter.changedSince) {
      const since = Date.parse(filter.changedSince);
      tests.push((itemIndex) => (index.captured[itemIndex] ?? 0) >= since);
    }
    for (const tag of filter.tags ?? []) {
      const equals = tag.indexOf('=', 1);
      const key = strings.find(equals < 0 ? tag : tag.slice(0, equals));
      const value = equals < 0 ? undefined : strings.find(tag.slice(equals + 1));
      tests.push((itemIndex) => {
        for (let at = index.tagStart[itemIndex] ?? 0; at < (index.tagStart[itemIndex + 1] ?? 0); at++) {
          if (index.tagKey[at] === key && (value === undefined || index.tagValue[at] === value)) return true;
        }
        return false;
      });
    }
    if (filter.name) {
      const named = await findStrings(strings, filter.name, slicer);
      if (!named) return 'nothing';
      const nameKey = strings.find('Name');
      tests.push((itemIndex) => {
        if (named[index.name[itemIndex] ?? none] === 1) return true;
        for (let at = index.tagStart[itemIndex] ?? 0; at < (index.tagStart[itemIndex + 1] ?? 0); at++) {
          if (index.tagKey[at] === nameKey && named[index.tagValue[at] ?? none] === 1) return true;
        }
        return false;
      });
    }
    if (filter.search !== '') {
      const found = await findStrings(strings, filter.search, slicer);
      if (!found) return 'nothing';
      tests.push(
        (itemIndex) =>
          found[index.type[itemIndex] ?? none] === 1 ||
          found[index.id[itemIndex] ?? none] === 1 ||
          found[index.name[itemIndex] ?? none] === 1 ||
          found[index.zone[itemIndex] ?? none] === 1,
      );
    }
    return tests;
  }
}
