import Select from '@cloudscape-design/components/select';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { countText } from '@/components/ui/bytes';
import type { ImpactView } from '@/lib/api/contract/impact';
import { impactQueries } from '@/lib/api/queries/impact';
import { dependencyArrows, stillReached } from '@/lib/graph/impact/arrows';
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

const most = 300;

/** What depends on a resource, or what it depends on: cards in columns, each arrow leading to what is needed. */
export function useImpactScene({ place }: ViewProps): Scene {
  const { state, change } = place;
  const { bucket, key, at, depth, open, pin, derived, focus } = state;
  const of = focus[0];
  const direction = directionOf(state.direction);
  const layout = layoutOf('impact', state.layout);
  const impact = useQuery({
    ...impactQueries.impact({
      ...{ bucket, key, at, ...filterOf(state), of: of ?? '', direction, depth, limit: most },
      derived: 'read',
    }),
    enabled: of !== undefined,
  });
  const view = of === undefined ? undefined : impact.data;
  const drawn = useMemo(
    () => view && drawnOf(view, { derived, open, pin, layout, direction }),
    [view, derived, open, pin, layout, direction],
  );
  const isFold = (id: string) => drawn?.picture.boxes.some((box) => box.id === id) === true;
  return {
    picture: of === undefined ? emptyPicture : drawn?.picture,
    canHide: false,
    name: JSON.stringify([of, direction, depth, layout]),
    begin: of,
    query: impact,
    shown: view && drawn && shownOf(view, drawn, state),
    notice:
      of === undefined ? chooseFirst : view && <Notice view={view} direction={direction} onRetry={impact.refetch} />,
    tools: <ImpactTools place={place} />,
    words: view && drawn && (
      <DependencyTable
        title={direction === 'dependents' ? `What depends on ${view.of.label}` : `What ${view.of.label} depends on`}
        edges={drawn.edges}
        nodes={[view.of, ...view.nodes]}
        onShow={(id) => change({ chosen: id })}
      />
    ),
    onOpen(id) {
      if (isFold(id)) change(unfolded(state, id));
      else change({ focus: [id], chosen: id });
      return true;
    },
    beginsAnew: true,
    onFound: ({ id }) => change({ focus: [id], chosen: id, item: undefined, details: false }),
    actionsFor: ([id]) => (id !== undefined && isFold(id) ? unfoldActions(place, id) : []),
  };
}

const chooseFirst = (
  <div className="graph-status">Find a resource, or choose one on the map, to see what depends on it.</div>
);

/** The page keeps which way edges are followed; what is not asked for is what depends on the resource. */
function directionOf(direction: GraphPlace['state']['direction']): 'dependents' | 'dependencies' {
  return direction === 'out' ? 'dependencies' : 'dependents';
}

function drawnOf(
  view: ImpactView,
  {
    derived,
    open,
    pin,
    layout,
    direction,
  }: Pick<PictureState, 'derived' | 'open' | 'pin' | 'layout'> & { direction: 'dependents' | 'dependencies' },
) {
  const wanted = view.edges.filter((edge) => derived || !edge.derived);
  const reached = stillReached(view.of.id, view.nodes, dependencyArrows(wanted), direction);
  const nodes = [view.of, ...reached.map(({ depth: _, ...node }) => node)];
  const ids = new Set(nodes.map(({ id }) => id));
  const depths = new Map(view.nodes.map(({ id, depth }) => [id, depth]));
  const farther = ({ source, target }: { source: string; target: string }) =>
    Math.max(depths.get(source) ?? 0, depths.get(target) ?? 0);
  const edges = wanted
    .filter(({ source, target }) => ids.has(source) && ids.has(target))
    .sort((a, b) => farther(a) - farther(b));
  const picture = layeredPicture(
    { nodes, edges: dependencyArrows(edges) },
    { focus: [view.of.id, ...pin], open, layout },
  );
  return { nodes, edges, picture };
}

function shownOf(view: ImpactView, { nodes, edges }: ReturnType<typeof drawnOf>, state: PictureState): Scene['shown'] {
  const { depth } = state;
  const matching = nodes.filter(({ dimmed }) => !dimmed).length;
  const why = [
    ...(view.truncated ? ['The nearest and best connected are drawn.'] : []),
    ...(view.deeper ? [`More is beyond ${depth} ${depth === 1 ? 'step' : 'steps'}.`] : []),
    ...filterWords({ ...state, unmatched: 'dim' }, matching),
  ];
  return {
    resources: { drawn: nodes.length, total: view.totalNodes + 1 },
    relationships: { drawn: edges.length, total: Math.max(edges.length, view.edges.length) },
    matching,
    ...(why.length > 0 && { why: why.join(' ') }),
  };
}

function Notice({
  view: { of, nodes, levels, derived },
  direction,
  onRetry,
}: {
  view: ImpactView;
  direction: 'dependents' | 'dependencies';
  onRetry(): void;
}) {
  const steps = levels.map(({ depth, count }) => `${depth === 1 ? '1 step' : `${depth} steps`}: ${countText(count)}`);
  const nothing =
    direction === 'dependents'
      ? `Nothing in this snapshot depends on ${of.label}.`
      : `${of.label} depends on nothing in this snapshot.`;
  return (
    <>
      <div className="graph-status">{nodes.length === 0 ? nothing : `Resources away by ${steps.join(', ')}`}</div>
      <DerivedNotice derived={derived} onRetry={onRetry} />
    </>
  );
}

const questions = [
  { value: 'in', label: 'What depends on it' },
  { value: 'out', label: 'What it depends on' },
] as const;
const depths = [1, 2, 3, 4, 5, 6, 8, 12, 64].map((depth) => ({
  value: String(depth),
  label: depth === 64 ? 'Any' : String(depth),
}));

function ImpactTools({ place: { state, change } }: { place: GraphPlace }) {
  const question = directionOf(state.direction) === 'dependents' ? questions[0] : questions[1];
  return (
    <>
      <div className="graph-select">
        <Select
          inlineLabelText="Question"
          selectedOption={question}
          options={questions}
          onChange={({ detail }) =>
            change({ direction: questions.find(({ value }) => value === detail.selectedOption.value)?.value })
          }
          expandToViewport
        />
      </div>
      <Select
        inlineLabelText="Steps"
        selectedOption={depths.find(({ value }) => value === String(state.depth)) ?? null}
        options={depths}
        onChange={({ detail }) => change({ depth: Number(detail.selectedOption.value) })}
        expandToViewport
      />
    </>
  );
}
