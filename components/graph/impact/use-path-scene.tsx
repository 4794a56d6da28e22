import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PathView } from '@/lib/api/contract/impact';
import { impactQueries } from '@/lib/api/queries/impact';
import { alongPaths } from '@/lib/graph/impact/arrows';
import { layeredPicture } from '@/lib/graph/layered/layered-picture';
import { unfoldActions } from '../actions/unfold-actions';
import { unfolded } from '../map/fold';
import { filterOf, type PictureState } from '../page/graph-url';
import type { GraphPlace } from '../page/use-graph-place';
import { emptyPicture } from '../stage/stage-words';
import { filterWords } from '../views/filter-words';
import { layoutOf } from '../views/layouts';
import type { Scene, ViewProps } from '../views/view';
import { DependencyTable } from './dependency-table';
import { DerivedNotice } from './derived-notice';
import { PathList } from './path-list';

/** How two resources hang together: the shortest paths between them, whichever way their relationships point. */
export function usePathScene({ place }: ViewProps): Scene {
  const { state, change } = place;
  const { bucket, key, at, focus, open, pin } = state;
  const [from, to] = focus;
  const layout = layoutOf('path', state.layout);
  // With one end alone, that is shown: it is a path to itself.
  const found = useQuery({
    ...impactQueries.path({ bucket, key, at, ...filterOf(state), from: from ?? '', to: to ?? from ?? '' }),
    enabled: from !== undefined,
  });
  const view = from === undefined ? undefined : found.data;
  const picture = useMemo(
    () =>
      view &&
      layeredPicture({ nodes: view.nodes, edges: alongPaths(view) }, { focus: [...focus, ...pin], open, layout }),
    [view, focus, open, pin, layout],
  );
  const isFold = (id: string) => picture?.boxes.some((box) => box.id === id) === true;
  const show = (id: string) => change({ chosen: id });
  return {
    picture: from === undefined ? emptyPicture : picture,
    canHide: false,
    name: JSON.stringify([focus, layout]),
    begin: focus[0],
    query: found,
    shown: view && shownOf(view, state),
    notice: <Notice view={view} from={from} to={to} onRetry={found.refetch} />,
    tools: <PathTools place={place} />,
    words: view && to !== undefined && (
      <SpaceBetween size="l">
        <PathList view={view} onShow={show} />
        <DependencyTable title="Relationships on the paths" edges={view.edges} nodes={view.nodes} onShow={show} />
      </SpaceBetween>
    ),
    onOpen(id) {
      if (!isFold(id)) return false;
      change(unfolded(state, id));
      return true;
    },
    beginsAnew: true,
    // The first that is found is where the path begins, each other one is where it leads.
    onFound: ({ id }) =>
      change({ focus: from === undefined ? [id] : [from, id], chosen: id, item: undefined, details: false }),
    actionsFor: ([id]) => (id !== undefined && isFold(id) ? unfoldActions(place, id) : []),
  };
}

function shownOf({ nodes, edges, paths, more }: PathView, state: PictureState): Scene['shown'] {
  const matching = nodes.filter(({ dimmed }) => !dimmed).length;
  return {
    resources: { drawn: nodes.length, total: nodes.length },
    relationships: { drawn: edges.length, total: edges.length },
    matching,
    why: [
      ...(more ? [`There are more paths than these ${paths.length}.`] : []),
      ...filterWords({ ...state, unmatched: 'dim' }, matching),
    ].join(' '),
  };
}

function Notice({
  view,
  from,
  to,
  onRetry,
}: {
  view: PathView | undefined;
  from: string | undefined;
  to: string | undefined;
  onRetry(): void;
}) {
  return (
    <>
      <div className="graph-status">{words(view, from, to)}</div>
      {view && <DerivedNotice derived={view.derived} onRetry={onRetry} />}
    </>
  );
}

function words(view: PathView | undefined, from: string | undefined, to: string | undefined): string {
  if (from === undefined) return 'Find the resource at which the path begins.';
  if (to === undefined) return `From ${view?.from.label ?? from}: now find the resource to which the path leads.`;
  if (!view) return 'Looking for paths';
  const ends = `${view.from.label} and ${view.to.label}`;
  if (view.length === undefined) return `No path leads from ${view.from.label} to ${view.to.label} in this snapshot.`;
  const steps = `${view.length} ${view.length === 1 ? 'relationship' : 'relationships'}`;
  return `Between ${ends}: ${steps}, ${view.paths.length === 1 ? 'one path' : `${view.paths.length} paths`}.`;
}

function PathTools({ place: { state, change } }: { place: GraphPlace }) {
  const [from, to] = state.focus;
  return (
    <>
      <Button
        disabled={from === undefined || to === undefined}
        onClick={() => change({ focus: [to ?? '', from ?? ''] })}
      >
        Swap ends
      </Button>
      <Button disabled={from === undefined} onClick={() => change({ focus: [], chosen: undefined })}>
        Start over
      </Button>
    </>
  );
}
