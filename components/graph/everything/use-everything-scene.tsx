import Button from '@cloudscape-design/components/button';
import Select from '@cloudscape-design/components/select';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { countText } from '@/components/ui/bytes';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { mosts } from '../page/graph-url';
import type { Scene, ViewProps } from '../views/view';
import { everythingPicture, forceRequestOf } from './everything-picture';
import { runForces } from './run-forces';

/** All resources, or the best connected of them, placed by forces between what is related. */
export function useEverythingScene({ place, proportion }: ViewProps): Scene {
  const { state, change } = place;
  const { bucket, key, types, most, derived } = state;
  const client = useQueryClient();
  const graph = useQuery(
    snapshotQueries.graph({ bucket, key, types, focus: [], hops: 1, direction: 'both', limit: most }),
  );
  const view = graph.data;
  const arranging = ['forces', { bucket, key, types, most, proportion }];
  const places = useQuery({
    queryKey: arranging,
    queryFn: ({ signal }) => runForces(forceRequestOf(view ?? nothing, proportion), signal),
    enabled: view !== undefined,
    // The same snapshot and choice have the same places.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const picture = useMemo(() => {
    if (!view || !places.data) return undefined;
    const edges = view.edges.filter((edge) => derived || !edge.derived);
    return everythingPicture({ nodes: view.nodes, edges }, places.data);
  }, [view, places.data, derived]);
  const isDrawn = (id: string) => view?.nodes.some((node) => node.id === id) === true;
  return {
    picture,
    filters: ['types'],
    name: JSON.stringify([types, most]),
    query: {
      error: graph.error ?? places.error,
      isFetching: graph.isFetching,
      refetch: () => (graph.error ? graph.refetch() : places.refetch()),
    },
    shown: view && {
      resources: { drawn: view.nodes.length, total: view.totalNodes },
      relationships: { drawn: picture?.edges.length ?? 0, total: view.edges.length },
      why: view.nodes.length < view.totalNodes ? 'The best connected are drawn.' : undefined,
    },
    notice:
      view && !places.data && !places.error ? (
        <div className="graph-status" role="status">
          {places.isFetching ? (
            <>
              Arranging {countText(view.nodes.length)} resources.{' '}
              <Button variant="inline-link" onClick={() => void client.cancelQueries({ queryKey: arranging })}>
                Cancel
              </Button>
            </>
          ) : (
            <>
              Arranging was cancelled.{' '}
              <Button variant="inline-link" onClick={() => void places.refetch()}>
                Arrange
              </Button>
            </>
          )}
        </div>
      ) : undefined,
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
      change({ view: 'neighborhood', focus: [id], chosen: id });
      return true;
    },
    onFound: ({ id, index }) =>
      isDrawn(id)
        ? change({ chosen: id, item: index, details: index === undefined })
        : change({ view: 'neighborhood', focus: [id], chosen: id, item: index, details: index === undefined }),
  };
}

const nothing = { nodes: [], edges: [] };
