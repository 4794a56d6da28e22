import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { MapEdgesView, MapRequest } from '@/lib/api/contract/map';
import { mapQueries } from '@/lib/api/queries/map';
import { bundleEdges, type PlacedEdge } from '@/lib/graph/bundle-edges';
import type { Picture } from '@/lib/graph/picture';
import { chosenIds } from '../chosen/chosen-ids';
import type { GraphPlace } from '../page/use-graph-place';
import { isResourceId } from '../views/resource-id';

/** As long as the pointer has to rest on something before its relationships are asked for. */
const restMs = 120;

/**
 * The lines of a map that was asked for so: those of what is chosen and of what the pointer rests on, or all between what is drawn; and why
 * some of them cannot be told.
 */
export function useMapLines({ state }: GraphPlace, request: MapRequest, picture: Picture | undefined) {
  const { bucket, key, at, against, group, relationships, unmatched } = request;
  const { lines, derived } = state;
  const [pointed, point] = useState<string>();
  const rested = useRested(pointed);
  const all = useQuery({ ...mapQueries.lines({ ...request, derived: derived ? 'read' : 'none' }), enabled: lines });
  const chosen = chosenIds(state);
  const alone = rested === undefined || chosen.includes(rested) ? [] : [rested];
  const asked = [chosen, alone].map((ids) => ids.filter(isResourceId)).filter((ids) => ids.length > 0);
  const { views, error, refetch } = useQueries({
    queries: asked.map((of) => mapQueries.edges({ bucket, key, at, against, group, relationships, unmatched, of })),
    combine,
  });
  const every = lines ? all.data : undefined;
  const drawn = useMemo(() => {
    const edges = new Map<string, PlacedEdge>(every?.edges.map((edge) => [edge.id, edge]));
    // Among all lines are those of what is chosen already; of what is derived, once it was read.
    const isTold = (edge: { derived?: true }) =>
      every !== undefined && (!edge.derived || every.derived?.state === 'ready');
    for (const edge of views.flatMap((view) => view?.edges ?? [])) {
      if ((derived || !edge.derived) && !isTold(edge)) edges.set(edge.id, edge);
    }
    const bundled = picture ? bundleEdges([...edges.values()], picture) : { edges: [], drawn: 0, nested: 0 };
    // What a box or a dock shows needs no line.
    return { edges: bundled.edges, drawn: bundled.drawn + bundled.nested, total: every?.total };
  }, [every, views, picture, derived]);
  return {
    ...drawn,
    point,
    error: (lines ? all.error : null) ?? error,
    isFetching: lines && all.isFetching,
    /** How far the reading of what is derived is, where all lines are asked for. */
    reading: every?.derived,
    refetch: () => (lines && all.error ? all.refetch() : refetch?.()),
  };
}

function combine(results: UseQueryResult<MapEdgesView>[]) {
  const failed = results.find(({ error }) => error !== null);
  return { views: results.map(({ data }) => data), error: failed?.error ?? null, refetch: failed?.refetch };
}

/** A value once it has stayed the same for a while; at once where it is gone. */
function useRested(value: string | undefined): string | undefined {
  const [rested, setRested] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), value === undefined ? 0 : restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return value === undefined ? undefined : rested;
}
