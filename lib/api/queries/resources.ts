import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { apiUrl } from '../client/api-url';
import { get, request } from '../client/request';
import { graphView } from '../contract/graph';
import {
  type FilterProperty,
  facetsView,
  historyView,
  type ResourcesRequest,
  resourcesView,
  resourceView,
} from '../contract/resources';

export const resourceQueries = {
  resources: (parameters: ResourcesRequest) =>
    queryOptions({
      queryKey: ['resources', parameters],
      queryFn: get(resourcesView, '/api/resources', parameters),
      placeholderData: keepPreviousData,
    }),
  resource: (parameters: { resourceType: string; resourceId: string; stateId?: string }) =>
    queryOptions({ queryKey: ['resource', parameters], queryFn: get(resourceView, '/api/resources/item', parameters) }),
  resourceGraph: (parameters: { resourceType: string; resourceId: string; hops: number }) =>
    queryOptions({
      queryKey: ['resource-graph', parameters],
      queryFn: get(graphView, '/api/resources/graph', parameters),
      placeholderData: keepPreviousData,
    }),
  facets: (parameters: { property: FilterProperty; search?: string; deleted?: 'true' | 'false' }) =>
    queryOptions({ queryKey: ['facets', parameters], queryFn: get(facetsView, '/api/resources/facets', parameters) }),
  /** A resource's history, page after page. */
  history: (parameters: { resourceType: string; resourceId: string }) =>
    infiniteQueryOptions({
      queryKey: ['history', parameters],
      queryFn: ({ signal, pageParam }) =>
        request(historyView, apiUrl('/api/resources/history', { ...parameters, cursor: pageParam }), { signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
};
