import { queryOptions } from '@tanstack/react-query';
import { get, jsonBody, post, request } from '../client/request';
import { type ChangeViewRequest, type SaveViewRequest, savedViewsView } from '../contract/saved-views';

const path = '/api/views';
const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;

export const savedViewQueries = {
  list: () => queryOptions({ queryKey: ['saved-views'], queryFn: get(savedViewsView, path) }),
};

/** Each answers what `savedViewQueries.list` asks for. */
export const savedViewCommands = {
  save: (view: SaveViewRequest) => post(savedViewsView, path, view),
  change: ({ id, ...change }: ChangeViewRequest & { id: string }) =>
    request(savedViewsView, pathOf(id), { ...jsonBody(change), method: 'PUT' }),
  remove: (id: string) => request(savedViewsView, pathOf(id), { method: 'DELETE' }),
};
