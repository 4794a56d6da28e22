import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '../client/request';
import { type ImpactRequest, impactView, type PathRequest, pathView } from '../contract/impact';
import { untilRead } from './until-read';

export const impactQueries = {
  impact: (parameters: ImpactRequest) =>
    queryOptions({
      queryKey: ['impact', parameters],
      queryFn: get(impactView, '/api/snapshots/impact', parameters),
      placeholderData: keepPreviousData,
      refetchInterval: untilRead,
    }),
  path: (parameters: PathRequest) =>
    queryOptions({
      queryKey: ['path', parameters],
      queryFn: get(pathView, '/api/snapshots/path', parameters),
      placeholderData: keepPreviousData,
      refetchInterval: untilRead,
    }),
};
