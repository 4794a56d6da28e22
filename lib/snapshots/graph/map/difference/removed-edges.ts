import { edgesByName } from '../../../../graph/dimming';
import type { ObjectStore } from '../../../../object-store/port';
import type { SnapshotReader } from '../../../reading/snapshot-reader';
import { edgesOnMap } from '../edges-on-map';
import { type MapEdgesQuery, mapEdges } from '../map-edges';
import type { ItemChanges } from './item-changes';

/** Of so many removed resources the relationships are told where those of all are asked for. */
const mostRemoved = 300;

interface Pair {
  before: SnapshotReader;
  after: SnapshotReader;
  changes: ItemChanges;
}

/**
 * As `mapEdges` of the later of two snapshots, with the relationships that what was removed had in the earlier one: each end with where it is,
 * or where it was.
 */
export async function mapEdgesWithRemoved(store: ObjectStore, { before, after, changes }: Pair, query: MapEdgesQuery) {
  const { group, of, all, relationships = [], unmatched = 'hide' } = query;
  const later = await mapEdges(store, after, query, { map: before.map, changes });
  const isRemoved = (item: number | undefined) => item !== undefined && changes.removed[item] === 1;
  const asked = all ? before.map.identitiesOf(placesOf(changes.removed, mostRemoved)) : of;
  const items = await before.map.itemsOf(asked);
  const removed = await edgesOnMap(store, before, { group, of: asked.filter((id) => isRemoved(items.get(id))) });
  // What is still there may tell of what was removed.
  const known = new Set(later.edges.map(pairOf));
  const isWanted = (edge: (typeof removed.edges)[number]) =>
    !known.has(pairOf(edge)) && !(edge.derived && query.derived === 'none');
  const wanted = removed.edges.filter(isWanted);
  const ends = [...new Set(wanted.flatMap(({ source, target }) => [source, target]))];
  const itemsAtEnds = await before.map.itemsOf(ends);
  // What is still there may have moved.
  const paths = await after.map.paths(
    group,
    ends.filter((id) => !isRemoved(itemsAtEnds.get(id))),
  );
  const edges = edgesByName(wanted, relationships, unmatched).map((edge) => ({
    ...edge,
    change: 'removed' as const,
    sourcePath: paths.get(edge.source) ?? edge.sourcePath,
    targetPath: paths.get(edge.target) ?? edge.targetPath,
  }));
  return { ...later, edges: [...later.edges, ...edges], total: later.total + edges.length };
}

/** Two resources that are related, in whichever direction. */
function pairOf({ source, target }: { source: string; target: string }): string {
  return JSON.stringify([source, target].sort());
}

/** The places of the first ones. */
function placesOf(marks: Uint8Array, most: number): number[] {
  const places: number[] = [];
  for (let place = marks.indexOf(1); place >= 0 && places.length < most; place = marks.indexOf(1, place + 1)) {
    places.push(place);
  }
  return places;
}
