import { queryOptions } from '@tanstack/react-query';
import { get, jsonBody, post, requestResponse } from '../client/request';
import { type QueryRequest, queryView, tablesView } from '../contract/query';
import { activePollMs } from './polling';

const url = '/api/snapshots/query';

export const sqlQueries = {
  /** How far the tables of documents are: to be asked only while a query is awaited. */
  tables: (parameters: { bucket: string; keys: string[] }) =>
    queryOptions({
      queryKey: ['tables', parameters],
      queryFn: get(tablesView, '/api/snapshots/query/tables', parameters),
      refetchInterval: activePollMs,
      gcTime: 0,
    }),
};

export const sqlCommands = {
  run: (wanted: QueryRequest, signal: AbortSignal) => post(queryView, url, wanted, signal),
  /** The rows of a query as a file. */
  runToFile: async (wanted: QueryRequest & { format: 'csv' | 'json' }, signal: AbortSignal): Promise<Blob> =>
    (await requestResponse(url, jsonBody(wanted, signal))).blob(),
};
