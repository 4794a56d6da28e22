import { apiUrl } from '@/lib/api/client/api-url';
import {
  type CountedBy,
  countedBy,
  type FilteredItemsRequest,
  filteredItemsRequest,
  type ItemsFilter,
} from '@/lib/api/contract/snapshots';

export const tabs = ['items', 'counts', 'references', 'query', 'json', 'notes'] as const;
export type Tab = (typeof tabs)[number];

/** URLs have an end in browsers and proxies: a longer query is not kept in it. */
const longestSql = 2000;

export const pageSizes = [50, 100, 200] as const;

/** Chooses all items. */
export const noFilter: ItemsFilter = {
  types: [],
  search: '',
  regions: [],
  zones: [],
  statuses: [],
  tags: [],
  name: '',
  changedSince: undefined,
};

/** Everything that the page of a snapshot keeps in its URL. */
export interface ViewState extends ItemsFilter {
  bucket: string;
  key: string;
  /** Whether what can be read of a broken document will do. */
  partial?: 1;
  tab: Tab;
  sort?: FilteredItemsRequest['sort'];
  order: 'asc' | 'desc';
  page: number;
  pageSize: number;
  /** What the items are counted by. */
  by: CountedBy;
  /** The item that is open beside the tab, by its place in the file. */
  item?: number;
  /** Whether the open item shows its JSON. */
  itemJson: boolean;
  /** What is asked on the tab of queries, and in which language. */
  sql: string;
  language: 'sql' | 'aws';
}

/** Reads a URL; what it holds that is not sensible counts as not given. */
export function readViewState(parameters: URLSearchParams): ViewState {
  const place = { bucket: parameters.get('bucket') ?? '', key: parameters.get('key') ?? '' };
  const whole = (name: string, least: number): number | undefined => {
    const text = parameters.get(name) ?? '';
    const value = Number(text);
    return /^\d{1,15}$/.test(text) && value >= least ? value : undefined;
  };
  const pageSize = whole('pageSize', 10);
  const one = (name: string) => parameters.get(name) ?? undefined;
  return {
    ...place,
    partial: parameters.get('partial') === '1' ? 1 : undefined,
    tab: tabs.find((tab) => tab === parameters.get('tab')) ?? 'items',
    ...readFilter(parameters),
    sort: filteredItemsRequest.shape.sort.safeParse(one('sort')).data,
    order: parameters.get('order') === 'desc' ? 'desc' : 'asc',
    page: whole('page', 1) ?? 1,
    pageSize: pageSizes.find((size) => size === pageSize) ?? pageSizes[0],
    by: countedBy.safeParse(one('by')).data ?? 'resourceType',
    item: whole('item', 0),
    itemJson: parameters.get('part') === 'json',
    sql: (parameters.get('sql') ?? '').slice(0, longestSql),
    language: parameters.get('language') === 'aws' ? 'aws' : 'sql',
  };
}

function readFilter(parameters: URLSearchParams): ItemsFilter {
  const { shape } = filteredItemsRequest;
  const one = (name: string) => parameters.get(name) ?? undefined;
  return {
    types: shape.types.catch([]).parse(parameters.getAll('types')),
    search: shape.search.catch('').parse(one('search')),
    regions: shape.regions.catch([]).parse(parameters.getAll('regions')),
    zones: shape.zones.catch([]).parse(parameters.getAll('zones')),
    statuses: shape.statuses.catch([]).parse(parameters.getAll('statuses')),
    tags: shape.tags.catch([]).parse(parameters.getAll('tags')),
    name: shape.name.catch('').parse(one('name')),
    changedSince: shape.changedSince.catch(undefined).parse(one('changedSince')),
  };
}

/** The URL of a state; what is as it would be anyway is left out. */
export function viewHref(state: Partial<ViewState> & { bucket: string; key: string }): string {
  const { tab, order, page, pageSize, by, item, itemJson, sql = '', language, ...rest } = state;
  const { bucket, key, partial, ...lists } = rest;
  return apiUrl('/snapshots/view', {
    bucket,
    key,
    partial,
    tab: tab === 'items' ? undefined : tab,
    ...lists,
    order: order === 'desc' ? order : undefined,
    page: page === 1 ? undefined : page,
    pageSize: pageSize === pageSizes[0] ? undefined : pageSize,
    by: by === 'resourceType' ? undefined : by,
    item,
    part: item !== undefined && itemJson ? 'json' : undefined,
    sql: sql.length <= longestSql ? sql : undefined,
    language: language === 'aws' ? language : undefined,
  });
}

/** Which items a state shows; for counts too. */
export function filterOf(state: ViewState): ItemsFilter {
  const { types, search, regions, zones, statuses, tags, name, changedSince } = state;
  return { types, search, regions, zones, statuses, tags, name, changedSince };
}

/** Whether a filter leaves anything out. */
export function isFiltered(filter: ItemsFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value.length > 0);
}

/** What to ask the server for, so that the table shows this state. */
export function itemsRequestOf(state: ViewState): FilteredItemsRequest {
  const { bucket, key, sort, order, page, pageSize } = state;
  return { bucket, key, ...filterOf(state), sort, order, page, pageSize };
}
