import { edgesByName } from '../../../graph/dimming';
import type { ObjectStore } from '../../../object-store/port';
import { streamText } from '../../reading/item-text';
import type { SnapshotReader } from '../../reading/snapshot-reader';
import { edgesOnMap } from './edges-on-map';
import { type MapQuery, mapRequestOf } from './map-request';
import type { EarlierMap } from './snapshot-map';

/** Which relationships are asked for, as the query of a URL has it. */
export interface MapEdgesQuery extends MapQuery {
  /** Those of these resources, by printed identities; or all of them. */
  of: readonly string[];
  all: boolean;
  /** Whether what is derived is among all of them. `read` where it is absent. */
  derived?: 'read' | 'none';
}

/**
 * What resources are related to, with where both ends are on the map; or, for all of them, the lines between what is to be seen: of the map
 * with what differs from an earlier snapshot, where one is given.
 */
export async function mapEdges(store: ObjectStore, opened: SnapshotReader, query: MapEdgesQuery, against?: EarlierMap) {
  const { of, all, derived = 'read', ...wanted } = query;
  const request = mapRequestOf(wanted);
  const names = request.filter.relationships ?? [];
  if (!all) {
    const { edges, total } = await edgesOnMap(store, opened, { group: request.group, of });
    return { edges: edgesByName(edges, names, request.unmatched ?? 'hide'), total };
  }
  const isAsked = derived === 'read' || names.length > 0;
  const read = isAsked ? await opened.derivedToRead(() => streamText(store, opened.document)) : undefined;
  const { edges, total } = await opened.map.lines({ ...request, derived: read?.columns }, against);
  return {
    edges: edges.map((edge) => ({ ...edge, sourcePath: [edge.source], targetPath: [edge.target] })),
    total,
    derived: read?.progress,
  };
}
