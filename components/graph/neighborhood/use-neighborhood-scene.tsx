import Select from '@cloudscape-design/components/select';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { GraphView } from '@/lib/api/contract/graph';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { layeredPicture } from '@/lib/graph/layered/layered-picture';
import { unfoldActions } from '../actions/unfold-actions';
import { DerivedNotice } from '../impact/derived-notice';
import { unfolded } from '../map/fold';
import { filterOf, type PictureState } from '../page/graph-url';
import type { GraphPlace } from '../page/use-graph-place';
import { emptyPicture } from '../stage/stage-words';
import { filterWords } from '../views/filter-words';
import { layoutOf } from '../views/layouts';
import type { Scene, ViewProps } from '../views/view';

const directions = [
  { value: 'both', label: 'Both directions' },
  { value: 'out', label: 'What it relates to' },
  { value: 'in', label: 'What relates to it' },
] as const;
const mostHops = 6;
const most = 300;

/** What is near a resource: cards in columns, each relationship leading from left to right with its name on it. */
export function useNeighborhoodScene({ place }: ViewProps): Scene {
  const { state, change } = place;
  const { bucket, key, at, focus, hops, direction, open, pin, derived, unmatched } = state;
  const layout = layoutOf('neighborhood', state.layout);
  const filter = filterOf(state);
  const near = useQuery({
    ...snapshotQueries.graph({ bucket, key, at, ...filter, unmatched, focus, pin: [], hops, direction, limit: most }),
    placeholderData: keepPreviousData,
    enabled: focus.length > 0,
  });
  const view = focus.length > 0 ? near.data : undefined;
  const picture = useMemo(() => {
    if (!view) return undefined;
    const edges = view.edges.filter((edge) => derived || !edge.derived);
    return layeredPicture({ nodes: view.nodes, edges }, { focus: [...focus, ...pin], open, layout });
  }, [view, focus, pin, open, derived, layout]);
  const isFold = (id: string) => picture?.boxes.some((box) => box.id === id) === true;
  return {
    picture: focus.length > 0 ? picture : emptyPicture,
    canHide: true,
    name: JSON.stringify([focus, hops, direction, unmatched === 'hide' && filter, layout]),
    begin: focus[0],
    query: near,
    shown: view && shownOf(view, state),
    notice:
      focus.length === 0 ? (
        <div className="graph-status">Find a resource, or choose one on the map, to see what is near it.</div>
      ) : view?.nodes.length === 0 ? (
        <div className="graph-status">The resource is not in this snapshot.</div>
      ) : (
        view?.derived && <DerivedNotice derived={view.derived} onRetry={near.refetch} />
      ),
    tools: <NeighborhoodTools place={place} />,
    onOpen(id) {
      if (isFold(id)) change(unfolded(state, id));
      else change({ focus: [id], chosen: id });
      return true;
    },
    onFound: ({ id, index }) => change({ focus: [id], chosen: id, item: index, details: index === undefined }),
    actionsFor: ([id]) => (id !== undefined && isFold(id) ? unfoldActions(place, id) : []),
  };
}

function shownOf({ nodes, edges, types, totalNodes }: GraphView, state: PictureState): Scene['shown'] {
  const total = types.reduce((sum, { count }) => sum + count, 0);
  const why = nodes.length >= most ? 'The nearest and best connected are drawn.' : 'Others are farther away.';
  const others = state.unmatched === 'hide' ? totalNodes : total;
  return {
    resources: { drawn: nodes.length, total },
    relationships: { drawn: edges.length, total: edges.length },
    matching: totalNodes,
    why: [
      ...(nodes.length < others ? [why] : []),
      ...filterWords(state, nodes.filter(({ dimmed }) => !dimmed).length),
    ].join(' '),
  };
}

function NeighborhoodTools({ place: { state, change } }: { place: GraphPlace }) {
  const hopOptions = Array.from({ length: mostHops }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }));
  return (
    <>
      <Select
        inlineLabelText="Hops"
        selectedOption={hopOptions[state.hops - 1] ?? null}
        options={hopOptions}
        onChange={({ detail }) => change({ hops: Number(detail.selectedOption.value) })}
        expandToViewport
      />
      <div className="graph-select">
        <Select
          inlineLabelText="Direction"
          selectedOption={directions.find(({ value }) => value === state.direction) ?? null}
          options={directions}
          onChange={({ detail }) =>
            change({ direction: directions.find(({ value }) => value === detail.selectedOption.value)?.value })
          }
          expandToViewport
        />
      </div>
    </>
  );
}
