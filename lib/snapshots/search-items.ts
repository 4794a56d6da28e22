import { sameTypeKey } from '../items/resource-type';
import type { IndexedItem } from './indexed-document';

export interface ItemSearch {
  /** None: all types. */
  types: readonly string[];
  /** Found in type, id, name or zone, whatever the case. */
  search: string;
  sort?: 'resourceType' | 'resourceId' | 'resourceName' | 'availabilityZone' | 'status' | 'captureTime';
  order: 'asc' | 'desc';
  /** From 1. */
  page: number;
  pageSize: number;
}

/** An item as a table shows it; `index` is its place in the file, from 0. */
export function itemRow(item: IndexedItem, index: number) {
  return {
    index,
    resourceType: item.resourceType,
    resourceId: item.resourceId,
    resourceName: item.resourceName,
    availabilityZone: item.availabilityZone,
    awsRegion: item.awsRegion,
    status: item.status,
    captureTime: item.captureTime,
  };
}

/** A page of the items that match, in the file's order unless sorted; absent values come last in either direction. */
export function searchItems(items: readonly IndexedItem[], request: ItemSearch) {
  const types = new Set(request.types.map(sameTypeKey));
  const needle = request.search.toLowerCase();
  const found: number[] = [];
  items.forEach((item, index) => {
    if (types.size > 0 && !types.has(sameTypeKey(item.resourceType))) return;
    if (needle !== '' && !searchedText(item).includes(needle)) return;
    found.push(index);
  });
  const { sort } = request;
  if (sort) {
    const sign = request.order === 'desc' ? -1 : 1;
    found.sort((a, b) => compare(items[a]?.[sort], items[b]?.[sort], sign) || a - b);
  } else if (request.order === 'desc') {
    found.reverse();
  }
  const from = (request.page - 1) * request.pageSize;
  return {
    total: found.length,
    page: request.page,
    pageSize: request.pageSize,
    items: found.slice(from, from + request.pageSize).flatMap((index) => {
      const item = items[index];
      return item ? [itemRow(item, index)] : [];
    }),
  };
}

function searchedText({ resourceType, resourceId, resourceName, availabilityZone }: IndexedItem): string {
  return `${resourceType}\n${resourceId}\n${resourceName ?? ''}\n${availabilityZone ?? ''}`.toLowerCase();
}

function compare(a: string | undefined, b: string | undefined, sign: number): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -sign : sign;
}
