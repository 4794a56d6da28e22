import { type ResourcesRequest, resourcesRequest } from '@/lib/api/contract/resources';
import type { ResourceKey } from '@/lib/items/identity';
import { parseFilter } from './list/filter-query';

const { shape } = resourcesRequest;

/** The page sizes on offer. */
export const pageSizes = [25, 50, 100, 200];

/**
 * What the URL of the resources page asks for. A URL is typed and shared by people: a part that makes no sense falls
 * back to its default, it never breaks the page.
 */
export function readResourcesUrl(parameters: URLSearchParams): ResourcesRequest {
  const one = (name: string) => parameters.get(name) ?? undefined;
  return {
    types: shape.types.catch([]).parse([...new Set(parameters.getAll('types'))].sort()),
    search: shape.search.catch('').parse(one('search')),
    sort: shape.sort.catch(undefined).parse(one('sort')),
    order: shape.order.catch('asc').parse(one('order')),
    page: shape.page.catch(1).parse(one('page')),
    pageSize: shape.pageSize.catch(50).parse(one('pageSize')),
    ...(parseFilter(one('filter')) && { filter: one('filter') }),
    ...(one('deleted') === 'true' && { deleted: 'true' as const }),
  };
}

/** The URL that asks for this; what is as by default is left out. */
export function resourcesHref({
  types = [],
  search,
  sort,
  order,
  page,
  pageSize,
  filter,
  deleted,
}: Partial<ResourcesRequest>): string {
  const parameters = new URLSearchParams(types.map((type) => ['types', type]));
  if (search) parameters.set('search', search);
  if (sort) parameters.set('sort', sort);
  if (sort && order === 'desc') parameters.set('order', order);
  if (page !== undefined && page > 1) parameters.set('page', String(page));
  if (pageSize !== undefined && pageSize !== 50) parameters.set('pageSize', String(pageSize));
  if (filter) parameters.set('filter', filter);
  if (deleted === 'true') parameters.set('deleted', deleted);
  const query = parameters.toString();
  return query ? `/resources?${query}` : '/resources';
}

/** The URL of one resource's own page, with its newest item or that of a state. */
export function resourceHref({ resourceType, resourceId }: ResourceKey, stateId?: string): string {
  const parameters = new URLSearchParams({ type: resourceType, id: resourceId });
  if (stateId !== undefined) parameters.set('state', stateId);
  return `/resources/item?${parameters}`;
}

/** Which item of its history such a URL names; undefined: the newest. */
export function readStateId(parameters: URLSearchParams): string | undefined {
  const stateId = parameters.get('state') ?? '';
  return /^\d{1,18}$/.test(stateId) ? stateId : undefined;
}

/** Which resource such a URL names; empty strings where it names none. */
export function readResourceUrl(parameters: URLSearchParams): ResourceKey {
  return { resourceType: parameters.get('type') ?? '', resourceId: parameters.get('id') ?? '' };
}
