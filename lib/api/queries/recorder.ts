import { queryOptions } from '@tanstack/react-query';
import { apiUrl } from '../client/api-url';
import { get, post } from '../client/request';
import { resourceTypesView } from '../contract/operations';
import { type RecorderView, recorderView } from '../contract/recorder';
import { idlePollMs } from './polling';

export const recorderQueries = {
  recorder: (region?: string) =>
    queryOptions<RecorderView>({
      queryKey: region === undefined ? ['recorder'] : ['recorder', region],
      queryFn: get(recorderView, '/api/recorder', { region }),
      refetchInterval: (query) => (query.state.data?.cycle.runningSince ? 1_000 : idlePollMs),
    }),
  resourceTypes: () =>
    queryOptions({
      queryKey: ['resource-types'],
      queryFn: get(resourceTypesView, '/api/recorder/resource-types'),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};

export const recorderCommands = {
  discover: () => post(recorderView, '/api/recorder/discoveries', {}),
  retireSource: (name: string, region?: string) =>
    post(recorderView, apiUrl('/api/recorder/retired-sources', { region }), { name }),
};
