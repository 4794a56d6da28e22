import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { get } from '../client/request';
import {
  type MapEdgesRequest,
  type MapFindView,
  type MapRequest,
  mapEdgesView,
  type mapFindRequest,
  mapFindView,
  mapView,
} from '../contract/map';
import { activePollMs } from './polling';
import { untilRead } from './until-read';

export const mapQueries = {
  /** Boxes and cards. What was shown stays until the next answer is there. */
  map: (parameters: MapRequest) =>
    queryOptions({
      queryKey: ['map', parameters],
      queryFn: get(mapView, '/api/snapshots/map', parameters),
      placeholderData: keepPreviousData,
      refetchInterval: untilRead,
    }),
  /** The relationships of some resources. */
  edges: (
    parameters: Pick<
      MapEdgesRequest,
      'bucket' | 'key' | 'at' | 'against' | 'group' | 'relationships' | 'unmatched' | 'of'
    >,
  ) =>
    queryOptions({
      queryKey: ['map-edges', parameters],
      queryFn: get(mapEdgesView, '/api/snapshots/map/edges', parameters),
    }),
  /** All relationships, as lines between what that map shows; asks again while derived ones are being read. */
  lines: (parameters: MapRequest & Pick<MapEdgesRequest, 'derived'>) =>
    queryOptions({
      queryKey: ['map-lines', parameters],
      queryFn: get(mapEdgesView, '/api/snapshots/map/edges', { ...parameters, all: 1 }),
      placeholderData: keepPreviousData,
      refetchInterval: untilRead,
    }),
  /** Resources by a text; asks again while addresses are being read for the first time. */
  find: (parameters: z.infer<typeof mapFindRequest>) =>
    queryOptions<MapFindView>({
      queryKey: ['map-find', parameters],
      queryFn: get(mapFindView, '/api/snapshots/map/find', parameters),
      refetchInterval: ({ state }) =>
        state.status === 'error' || state.data?.addressesRead === undefined ? false : activePollMs,
    }),
};
