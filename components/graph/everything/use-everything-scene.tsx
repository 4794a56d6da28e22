import Button from '@cloudscape-design/components/button';
import Select from '@cloudscape-design/components/select';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { countText } from '@/components/ui/bytes';
import type { GraphView } from '@/lib/api/contract/graph';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { DerivedNotice } from '../impact/derived-notice';
import { filterOf, mosts, noFilter, type PictureState } from '../page/graph-url';
import { countWords } from '../views/count-words';
import { filterWords } from '../views/filter-words';
import { layoutOf } from '../views/layouts';
import type { Scene, ViewProps } from '../views/view';
import { circlesPicture } from './circles';
import { everythingPicture, forceRequestOf } from './everything-picture';
import { runForces } from './run-forces';

/** All resources, or the best connected of them, placed by forces between what is related or in circles by type. */
export function useEverythingScene({ place, proportion }: ViewProps): Scene {
  const { state, change } = place;
  const { bucket, key, at, most, pin, derived, unmatched } = state;
  const layout = layoutOf('everything', state.layout);
  const isByForces = layout === undefined;
  const filter = filterOf(state);
  const client = useQueryClient();
  const graph = useQuery({
    ...snapshotQueries.graph({
      ...{ bucket, key, at, ...filter, unmatched, focus: [], pin, hops: 1, limit: most },
      direction: 'both',
    }),
    placeholderData: keepPreviousData,
  });
  const view = graph.data;
  // What is pinned and not among the best connected stands behind those, and makes it another picture.
  const beyond = view?.nodes.slice(most).map(({ id }) => id);
  // What is dimmed keeps its place: what a filter hides makes another picture.
  const hidden = unmatched === 'hide' ? filter : noFilter;
  const arranging = ['forces', { bucket, key, at, hidden, most, proportion, beyond }];
  const places = useQuery({
    queryKey: arranging,
    queryFn: ({ signal }) => runForces(forceRequestOf(view ?? nothing, proportion), signal),
    enabled: isByForces && view !== undefined && !graph.isPlaceholderData,
    // The same snapshot and choice have the same places.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const picture = useMemo(() => {
    if (!view || (isByForces && !places.data)) return undefined;
    const edges = view.edges.filter((edge) => derived || !edge.derived);
    const part = { nodes: view.nodes, edges };
    return isByForces && places.data ? everythingPicture(part, places.data) : circlesPicture(part, proportion);
  }, [view, isByForces, places.data, derived, proportion]);
  const isDrawn = (id: string) => view?.nodes.some((node) => node.id === id) === true;
  return {
    picture,
    canHide: true,
    name: JSON.stringify([hidden, at, most, layout]),
    query: {
      error: graph.error ?? places.error,
      isFetching: graph.isFetching,
      refetch: () => (graph.error ? graph.refetch() : places.refetch()),
    },
    shown: view && shownOf(view, state, picture?.edges.length ?? 0),
    notice: view && (
      <>
        {isByForces && !places.data && !places.error && (
          <Arranging
            count={view.nodes.length}
            isRunning={places.isFetching}
            onCancel={() => void client.cancelQueries({ queryKey: arranging })}
            onArrange={() => void places.refetch()}
          />
        )}
        {view.derived && <DerivedNotice derived={view.derived} onRetry={graph.refetch} />}
      </>
    ),
    tools: (
      <Select
        inlineLabelText="Up to"
        selectedOption={{ value: String(most), label: countText(most) }}
        options={mosts.map((count) => ({ value: String(count), label: countText(count) }))}
        onChange={({ detail }) =>
          change({ most: mosts.find((count) => String(count) === detail.selectedOption.value) })
        }
        expandToViewport
      />
    ),
    onOpen(id) {
      if (!isDrawn(id)) return false;
      change({ view: 'neighborhood', focus: [id], chosen: id });
      return true;
    },
    onFound: ({ id, index }) =>
      isDrawn(id)
        ? change({ chosen: id, item: index, details: index === undefined })
        : change({ view: 'neighborhood', focus: [id], chosen: id, item: index, details: index === undefined }),
  };
}

interface ArrangingProps {
  count: number;
  isRunning: boolean;
  onCancel(): void;
  onArrange(): void;
}

/** That places are being worked out, or that this was cancelled. */
function Arranging({ count, isRunning, onCancel, onArrange }: ArrangingProps) {
  return (
    <div className="graph-status" role="status">
      {isRunning ? `Arranging ${countText(count)} resources. ` : 'Arranging was cancelled. '}
      <Button variant="inline-link" onClick={isRunning ? onCancel : onArrange}>
        {isRunning ? 'Cancel' : 'Arrange'}
      </Button>
    </div>
  );
}

function shownOf(
  { nodes, edges, types, totalNodes, totals }: GraphView,
  state: PictureState,
  drawn: number,
): Scene['shown'] {
  const total = types.reduce((sum, { count }) => sum + count, 0);
  const others = state.unmatched === 'hide' ? totalNodes : total;
  return {
    resources: { drawn: nodes.length, total },
    relationships: { drawn, total: edges.length },
    matching: totalNodes,
    why: [
      ...(nodes.length < others ? ['The best connected are drawn.'] : []),
      ...(totals && nodes.length === total
        ? countWords({ ...totals, told: totals.relationships, lines: edges.filter((edge) => !edge.derived).length })
        : []),
      ...filterWords(state, nodes.filter(({ dimmed }) => !dimmed).length),
    ].join(' '),
  };
}

const nothing = { nodes: [], edges: [] };
