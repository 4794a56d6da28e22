import Button from '@cloudscape-design/components/button';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { FailureAlert } from '@/components/ui/failure-alert';
import { type MapView, mapGrouping } from '@/lib/api/contract/map';
import { mapQueries } from '@/lib/api/queries/map';
import type { LayoutMemory } from '@/lib/graph/map-layout/arrange';
import { layoutMap } from '@/lib/graph/map-layout/map-layout';
import type { Picture } from '@/lib/graph/picture';
import { DerivedNotice } from '../impact/derived-notice';
import { filterOf, type LayoutName } from '../page/graph-url';
import { emptyPicture } from '../stage/stage-words';
import { countWords } from '../views/count-words';
import { filterWords } from '../views/filter-words';
import { layoutOf, proportionOf } from '../views/layouts';
import { isResourceId } from '../views/resource-id';
import type { Scene, ViewProps } from '../views/view';
import { AllLines } from './all-lines';
import { ComparedWith } from './difference/compared-with';
import { folded, outside, unfolded } from './fold';
import { GroupBy } from './group-by';
import { mapActions } from './map-actions';
import { mapTreeOf } from './map-tree';
import { prune, unhidden } from './prune';
import { useMapLines } from './use-map-lines';

/** As many resources the server brings onto the map. */
const mostShown = 100;

interface Laid {
  view: MapView;
  /** Places are kept within one grouping and layout. */
  group: string;
  layout: LayoutName | undefined;
  /** What was hidden by hand. */
  pruned: string;
  picture: Picture;
  memory: LayoutMemory;
}

/** The map: nested boxes with resources as cards in them, folded to what can be read. */
export function useMapScene({ place, proportion, legible }: ViewProps): Scene {
  const { state, change } = place;
  const { bucket, key, at, against, open, closed, more, show, hide, only, pin, unmatched } = state;
  const group = mapGrouping.parse(state.group);
  const layout = layoutOf('map', state.layout);
  const filter = filterOf(state);
  // What is pinned, or to be seen alone, is on the map, however much of it a window shows.
  const shown = [...new Set([...show, ...only.filter(isResourceId), ...pin])].slice(-mostShown);
  const folds = { open, closed, more, show: shown, limit: legible };
  const request = { bucket, key, at, against, group, ...folds, ...filter, unmatched, search: '' };
  const map = useQuery(mapQueries.map(request));
  const [laid, setLaid] = useState<Laid>();
  const pruned = JSON.stringify([hide, only]);
  if (map.data && (laid?.view !== map.data || laid.pruned !== pruned || laid.layout !== layout)) {
    const before = laid?.group === group && laid.layout === layout ? laid.memory : undefined;
    const tree = prune(mapTreeOf(map.data), hide, only);
    const options = { proportion: proportionOf(layout, proportion), before };
    setLaid({ view: map.data, group, layout, pruned, ...layoutMap(tree, options) });
  }
  const [anchor, setAnchor] = useState<string>();
  const lines = useMapLines(place, request, laid?.picture);
  const picture = useMemo(
    () => laid && { ...laid.picture, edges: lines.edges, ...(laid.view.changes && { compared: true as const }) },
    [laid, lines.edges],
  );

  const boxOf = (id: string) => laid?.picture.boxes.find((box) => box.id === id);
  const fold = (id: string) => {
    setAnchor(id);
    const box = boxOf(id);
    if (box?.folded || box?.partly) change(unfolded(state, id));
    else change({ ...folded(state, id), show: laid ? outside(show, id, laid.picture) : show });
  };
  const totals = map.data?.totals;
  const reading = map.data?.derived ?? lines.reading;
  return {
    picture,
    canHide: true,
    // What is dimmed stays where it is.
    name: JSON.stringify([group, layout, unmatched === 'hide' && filter, at, against, only]),
    anchor,
    query: { error: map.error, isFetching: map.isFetching || lines.isFetching, refetch: map.refetch },
    shown: totals && {
      resources: { drawn: countDrawn(laid?.picture), total: totals.resources },
      relationships: { drawn: lines.drawn, total: lines.total ?? totals.relationships },
      matching: totals.matching,
      why: [
        ...filterWords(state, totals.matching),
        ...(lines.total === undefined
          ? []
          : countWords({ missing: 0, told: totals.relationships, lines: lines.total })),
        ...(picture?.boxes.some(({ folded, partly }) => folded || partly)
          ? ['Double-click a folded box to see what is in it.']
          : []),
        ...(state.lines || state.chosen !== undefined || totals.resources === 0
          ? []
          : ['Choose a resource to see its relationships.']),
      ].join(' '),
    },
    tools: <GroupBy place={place} />,
    beside: (
      <>
        <AllLines place={place} />
        {against !== undefined && <ComparedWith place={place} against={against} changes={map.data?.changes} />}
      </>
    ),
    notice: (
      <>
        {lines.error && (
          <FailureAlert
            title="Relationships cannot be shown"
            error={lines.error}
            onRetry={lines.refetch}
            retrying={lines.isFetching}
          />
        )}
        {reading && <DerivedNotice derived={reading} onRetry={map.data?.derived ? map.refetch : lines.refetch} />}
        {(hide.length > 0 || only.length > 0) && (
          <div className="graph-status">
            Some are hidden.{' '}
            <Button variant="inline-link" onClick={() => change({ hide: [], only: [] })}>
              Show them again
            </Button>
          </div>
        )}
      </>
    ),
    onOpen(id) {
      if (!boxOf(id)) return false;
      fold(id);
      return true;
    },
    onPoint: lines.point,
    onFound: ({ id, index, path }) =>
      change({
        ...unhidden(state, { id, path }),
        // What was folded around it opens.
        closed: closed.filter((each) => !path.includes(each)),
        show: [...show.filter((each) => each !== id), id].slice(-100),
        chosen: id,
        item: index,
        details: index === undefined,
      }),
    actionsFor: (ids) => mapActions(ids, { place, picture: laid?.picture ?? emptyPicture, fold }),
  };
}

/** Resources of the snapshot that are drawn, as cards or as boxes. */
function countDrawn(picture: Picture | undefined): number {
  return [...(picture?.nodes ?? []), ...(picture?.boxes ?? [])].filter(({ index }) => index !== undefined).length;
}
