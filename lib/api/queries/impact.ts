import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '../client/request';
import { type DerivedProgress, type ImpactRequest, impactView, type PathRequest, pathView } from '../contract/impact';
import { activePollMs } from './polling';

/** While derived relationships are read, an answer is only the first part of one. */
const untilRead = ({ state }: { state: { data?: { derived: DerivedProgress } | undefined } }) =>
  state.data?.derived.state === 'reading' ? activePollMs : false;

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
