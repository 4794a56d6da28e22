import { none } from '../../index/columns';
import { findStrings, StringMatch } from '../../index/find-strings';
import type { TypeKeys } from '../../index/item-lookup';
import { ItemNames } from '../../index/item-names';
import type { SnapshotIndex } from '../../index/snapshot-index';
import { TimeSlicer } from '../../index/time-slicer';

/** Which items are meant. What is empty or absent does not choose. */
export interface ItemFilter {
  types: readonly string[];
  /** Found in type, id, name (or the tag `Name` of what has none) or zone, whatever the case. */
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

/** Numbers of items in the file's order. */
export type ChosenItems = Uint32Array | 'all';

/** The items that a filter chooses. In slices. */
export async function chooseItems(index: SnapshotIndex, keys: TypeKeys, filter: ItemFilter): Promise<ChosenItems> {
  const slicer = new TimeSlicer();
  const tests = await testsOf(index, keys, filter, slicer);
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
async function testsOf(
  index: SnapshotIndex,
  keys: TypeKeys,
  filter: ItemFilter,
  slicer: TimeSlicer,
): Promise<((itemIndex: number) => boolean)[] | 'nothing'> {
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
    const names = new ItemNames(index);
    tests.push((itemIndex) => isIn(named, index.name[itemIndex] ?? none) || isIn(named, names.tag(itemIndex)));
  }
  if (filter.search !== '') {
    const found = await findStrings(strings, filter.search, slicer);
    if (!found) return 'nothing';
    const names = new ItemNames(index);
    tests.push(
      (itemIndex) =>
        isIn(found, index.type[itemIndex] ?? none) ||
        isIn(found, index.id[itemIndex] ?? none) ||
        isIn(found, index.name[itemIndex] ?? none) ||
        isIn(found, index.zone[itemIndex] ?? none) ||
        isIn(found, names.instead(itemIndex)),
    );
  }
  return tests;
}

function isIn(found: Uint8Array, string: number): boolean {
  return (found[string] ?? StringMatch.none) !== StringMatch.none;
}
