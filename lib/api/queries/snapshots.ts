import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { apiUrl } from '../client/api-url';
import { get, post, requestResponse } from '../client/request';
import { cancelOpeningView, documentView, notesView, openingView } from '../contract/documents';
import { type GraphRequest, graphView } from '../contract/graph';
import { momentsView } from '../contract/moment';
import {
  type CountsRequest,
  countsView,
  type FilteredItemsRequest,
  itemsView,
  itemView,
  referencesView,
  snapshotListView,
} from '../contract/snapshots';
import { activePollMs } from './polling';
import { untilRead } from './until-read';

export const snapshotQueries = {
  snapshots: (parameters: { bucket?: string; token?: string }) =>
    queryOptions({ queryKey: ['snapshots', parameters], queryFn: get(snapshotListView, '/api/snapshots', parameters) }),
  document: (parameters: { bucket: string; key: string; partial?: 1 }) =>
    queryOptions({
      queryKey: ['document', parameters],
      queryFn: get(documentView, '/api/snapshots/document', parameters),
      retry: false,
    }),
  /** How far the opening of a document is: to be asked only while it is awaited. */
  opening: (parameters: { bucket: string; key: string }) =>
    queryOptions({
      queryKey: ['opening', parameters],
      queryFn: get(openingView, '/api/snapshots/opening', parameters),
      refetchInterval: activePollMs,
      gcTime: 0,
    }),
  items: (parameters: FilteredItemsRequest) =>
    queryOptions({
      queryKey: ['items', parameters],
      queryFn: get(itemsView, '/api/snapshots/items', parameters),
      placeholderData: keepPreviousData,
    }),
  counts: (parameters: CountsRequest) =>
    queryOptions({
      queryKey: ['counts', parameters],
      queryFn: get(countsView, '/api/snapshots/counts', parameters),
      placeholderData: keepPreviousData,
    }),
  references: (parameters: { bucket: string; key: string; limit: number }) =>
    queryOptions({
      queryKey: ['references', parameters],
      queryFn: get(referencesView, '/api/snapshots/references', parameters),
    }),
  notes: (parameters: { bucket: string; key: string }) =>
    queryOptions({ queryKey: ['notes', parameters], queryFn: get(notesView, '/api/snapshots/notes', parameters) }),
  /** When items were captured. */
  moments: (parameters: { bucket: string; key: string; at: string | undefined }) =>
    queryOptions({
      queryKey: ['moments', parameters],
      queryFn: get(momentsView, '/api/snapshots/moments', parameters),
      placeholderData: keepPreviousData,
    }),
  item: (parameters: { bucket: string; key: string; at?: string | undefined; index: number }) =>
    queryOptions({ queryKey: ['item', parameters], queryFn: get(itemView, '/api/snapshots/item', parameters) }),
  /** The text of a whole document's JSON, not parsed: it is for reading. Held only as long as it is shown. */
  json: (parameters: { bucket: string; key: string }) =>
    queryOptions({
      queryKey: ['json', parameters],
      queryFn: async ({ signal }) =>
        (await requestResponse(apiUrl('/api/snapshots/json', parameters), { signal })).text(),
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  graph: (parameters: GraphRequest) =>
    queryOptions({
      queryKey: ['graph', parameters],
      queryFn: get(graphView, '/api/snapshots/graph', parameters),
      refetchInterval: untilRead,
    }),
};

export const snapshotCommands = {
  cancelOpening: (document: { bucket: string; key: string }) =>
    post(cancelOpeningView, '/api/snapshots/opening', { ...document, action: 'cancel' }),
};
