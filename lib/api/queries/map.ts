import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { get } from '../client/request';
import {
  type MapFindView,
  type MapRequest,
  mapEdgesView,
  type mapFindRequest,
  mapFindView,
  mapView,
} from '../contract/map';
import { activePollMs } from './polling';

export const mapQueries = {
  /** Boxes and cards. What was shown stays until the next answer is there. */
  map: (parameters: MapRequest) =>
    queryOptions({
      queryKey: ['map', parameters],
      queryFn: get(mapView, '/api/snapshots/map', parameters),
      placeholderData: keepPreviousData,
    }),
  /** The relationships of some resources. */
  edges: (parameters: Pick<MapRequest, 'bucket' | 'key' | 'group'> & { of: string[] }) =>
    queryOptions({
      queryKey: ['map-edges', parameters],
      queryFn: get(mapEdgesView, '/api/snapshots/map/edges', parameters),
    }),
  /** All that AWS Config relates, as lines between what that map shows. */
  lines: (parameters: MapRequest) =>
    queryOptions({
      queryKey: ['map-lines', parameters],
      queryFn: get(mapEdgesView, '/api/snapshots/map/edges', { ...parameters, all: 1 }),
      placeholderData: keepPreviousData,
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
