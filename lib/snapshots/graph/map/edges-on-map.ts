import type { GraphPart } from '../../../graph/view';
import type { ObjectStore } from '../../../object-store/port';
import { streamText } from '../../reading/item-text';
import type { SnapshotReader } from '../../reading/snapshot-reader';
import { drawPart } from '../draw-part';
import { everyNode } from '../matching/node-filter';
import type { MapGrouping } from './tree/group-nodes';

/** Of which resources the relationships are asked for: printed identities. */
export interface MapEdgesRequest {
  group: MapGrouping;
  of: readonly string[];
}

/** Resources that are looked at, the asked ones included. */
const mostResources = 1000;

type Edge = GraphPart['edges'][number];

/**
 * The relationships of resources, recorded and derived, with where both ends are on the map; and how many there are in all. Of a large
 * document, those are derived that the asked items tell of others; what others tell of them only once that is read (`impact`).
 */
export async function edgesOnMap(
  store: ObjectStore,
  opened: SnapshotReader,
  { group, of }: MapEdgesRequest,
): Promise<{ edges: (Edge & { sourcePath: string[]; targetPath: string[] })[]; total: number }> {
  if (of.length === 0) return { edges: [], total: 0 };
  const { part, focus, neighbours } = await around(store, opened, of);
  const asked = new Set(focus);
  const ofAsked = part.edges.filter(({ source, target }) => asked.has(source) || asked.has(target));
  const paths = await opened.map.paths(group, new Set(ofAsked.flatMap(({ source, target }) => [source, target])));
  const edges = ofAsked.map((edge) => ({
    ...edge,
    sourcePath: paths.get(edge.source) ?? [],
    targetPath: paths.get(edge.target) ?? [],
  }));
  return { edges, total: edges.length + Math.max(0, neighbours - neighboursOf(asked, ofAsked)) };
}

async function around(store: ObjectStore, opened: SnapshotReader, of: readonly string[]) {
  const derived = await opened.derivedOfAll(() => streamText(store, opened.document));
  if (derived) return opened.around(of, mostResources, derived);
  const { part, focus } = await drawPart(store, opened, {
    filter: everyNode,
    focus: of,
    hops: 1,
    limit: mostResources,
  });
  const asked = new Set(focus);
  return { part, focus, neighbours: part.nodes.reduce((sum, { id, degree }) => sum + (asked.has(id) ? degree : 0), 0) };
}

/** How many neighbours the asked resources have by some edges, each counted for each of them that it is next to. */
function neighboursOf(asked: ReadonlySet<string>, edges: readonly Edge[]): number {
  const pairs = new Set<string>();
  for (const { source, target } of edges) {
    if (source === target) continue;
    if (asked.has(source)) pairs.add(JSON.stringify([source, target]));
    if (asked.has(target)) pairs.add(JSON.stringify([target, source]));
  }
  return pairs.size;
}
