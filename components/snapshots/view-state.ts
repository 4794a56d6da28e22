import { type ItemsRequest, itemsRequest, type SortColumn } from '@/lib/api/contract/snapshots';
import { apiAddress } from '@/lib/api/queries';

export const tabs = ['items', 'graph', 'query', 'json'] as const;
export type Tab = (typeof tabs)[number];

/** What the contract allows for a type and for a search. */
const longestText = 256;
/** Addresses have an end in browsers and proxies: a longer query is not kept in it. */
const longestSql = 2000;

export const pageSizes = [50, 100, 200] as const;

/** Everything that the page of a snapshot keeps in its address. */
export interface ViewState {
  bucket: string;
  key: string;
  /** Whether what can be read of a broken document will do. */
  partial?: 1;
  tab: Tab;
  types: string[];
  search: string;
  sort?: SortColumn;
  order: 'asc' | 'desc';
  page: number;
  pageSize: number;
  /** The item that is open beside the tab, by its place in the file. */
  item?: number;
  /** Whether the open item shows its JSON. */
  itemJson: boolean;
  /** The graph's own choice of types and the nodes that it grew from. */
  graphTypes: string[];
  focus: string[];
  /** What is asked on the tab of queries, and in which language. */
  sql: string;
  language: 'sql' | 'aws';
}

/** Reads an address; what it holds that is not sensible counts as not given. */
export function readViewState(parameters: URLSearchParams): ViewState {
  const place = { bucket: parameters.get('bucket') ?? '', key: parameters.get('key') ?? '' };
  const whole = (name: string, least: number): number | undefined => {
    const text = parameters.get(name) ?? '';
    const value = Number(text);
    return /^\d{1,15}$/.test(text) && value >= least ? value : undefined;
  };
  const pageSize = whole('pageSize', 10);
  return {
    ...place,
    partial: parameters.get('partial') === '1' ? 1 : undefined,
    tab: tabs.find((tab) => tab === parameters.get('tab')) ?? 'items',
    types: parameters.getAll('types').filter((type) => type.length <= longestText),
    search: (parameters.get('search') ?? '').slice(0, longestText),
    sort: itemsRequest.shape.sort.safeParse(parameters.get('sort') ?? undefined).data,
    order: parameters.get('order') === 'desc' ? 'desc' : 'asc',
    page: whole('page', 1) ?? 1,
    pageSize: pageSizes.find((size) => size === pageSize) ?? pageSizes[0],
    item: whole('item', 0),
    itemJson: parameters.get('part') === 'json',
    graphTypes: parameters.getAll('graphTypes').filter((type) => type.length <= longestText),
    focus: parameters.getAll('focus'),
    sql: (parameters.get('sql') ?? '').slice(0, longestSql),
    language: parameters.get('language') === 'aws' ? 'aws' : 'sql',
  };
}

/** The address of a state; what is as it would be anyway is left out. */
export function viewHref(state: Partial<ViewState> & { bucket: string; key: string }): string {
  const { bucket, key, partial, tab, types, search, sort, order, page, pageSize, item, itemJson, graphTypes, focus } =
    state;
  const { sql = '', language } = state;
  return apiAddress('/snapshots/view', {
    bucket,
    key,
    partial,
    tab: tab === 'items' ? undefined : tab,
    types,
    search,
    sort,
    order: order === 'desc' ? order : undefined,
    page: page === 1 ? undefined : page,
    pageSize: pageSize === pageSizes[0] ? undefined : pageSize,
    item,
    part: item !== undefined && itemJson ? 'json' : undefined,
    graphTypes,
    focus,
    sql: sql.length <= longestSql ? sql : undefined,
    language: language === 'aws' ? language : undefined,
  });
}

/** What to ask the server for, so that the table shows this state. */
export function itemsRequestOf(state: ViewState): ItemsRequest {
  const { bucket, key, types, search, sort, order, page, pageSize } = state;
  return { bucket, key, types, search, sort, order, page, pageSize };
}
