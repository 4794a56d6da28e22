import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { GraphView } from '@/lib/api/contract/graph';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { type Drawing, expand } from './drawing';

/** How many resources are drawn before anybody asks for more, and then. */
export const limits = [300, 1000, 2000] as const;
const mostNeighboursAtOnce = 200;
/** What the contract allows. */
const mostFocus = 100;

interface Scope {
  bucket: string;
  objectKey: string;
  types: string[];
  focus: string[];
  onFocus(focus: string[]): void;
}

/** What is to be drawn of a snapshot, and the ways to get more of it. */
export function useDrawing({ bucket, objectKey, types, focus, onFocus }: Scope) {
  const [limit, setLimit] = useState<number>(limits[0]);
  const [expanded, setExpanded] = useState<{ scope: string; ids: string[] }>({ scope: '', ids: [] });
  // What was expanded belongs to the whole graph of these types: a focus grows by itself.
  const scope = JSON.stringify([types, limit, focus[0] ?? '']);
  const expansions = focus.length === 0 && expanded.scope === scope ? expanded.ids : none;

  const place = { bucket, key: objectKey, types };
  const base = useQuery(snapshotQueries.graph({ ...place, focus, hops: 1, limit }));
  // Two hops and all it may hold: only so the relationships of the neighbours with what is drawn already are in it. Of any
  // type: who expands a resource asks for what is related to it, whatever was chosen to begin with.
  const around = useQueries({
    queries: expansions.map((id) => snapshotQueries.graph({ ...place, types: [], focus: [id], hops: 2, limit: 2000 })),
    combine,
  });

  // What was drawn stays until what was asked for is there.
  const [settled, setSettled] = useState<{ scope: string; view: GraphView }>();
  if (base.data && (settled?.view !== base.data || settled.scope !== scope)) setSettled({ scope, view: base.data });

  const view = settled?.view;
  const drawing = useMemo<Drawing | undefined>(() => {
    if (!view) return undefined;
    let result: Drawing = { nodes: view.nodes, edges: view.edges };
    around.views.forEach((more, place) => {
      const centre = expansions[place];
      if (more && centre) result = expand(result, more, centre, mostNeighboursAtOnce).drawing;
    });
    return result;
  }, [view, around, expansions]);

  return {
    drawing,
    view,
    /** Changes when everything is to be laid out anew. */
    scope: settled?.scope ?? '',
    limit,
    setLimit,
    loading: base.isFetching || around.loading,
    error: base.error ?? around.error,
    retry: () => void base.refetch(),
    /** Draws a node's neighbours as well. */
    expand(id: string) {
      if (focus.length === 0) setExpanded({ scope, ids: expansions.includes(id) ? expansions : [...expansions, id] });
      else if (!focus.includes(id)) onFocus([...focus, id].slice(-mostFocus));
    },
    reset() {
      setLimit(limits[0]);
      setExpanded({ scope: '', ids: [] });
    },
  };
}

const none: string[] = [];

function combine(results: UseQueryResult<GraphView>[]) {
  return {
    views: results.map(({ data }) => data),
    loading: results.some(({ isFetching }) => isFetching),
    error: results.find(({ error }) => error)?.error ?? null,
  };
}
