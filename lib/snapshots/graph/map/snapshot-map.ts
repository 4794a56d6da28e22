import type { GraphPart } from '../../../graph/view';
import { identityKey } from '../../../items/identity';
import { TimeSlicer } from '../../index/time-slicer';
import { memoize } from '../../memoize';
import type { ItemFilter } from '../../reading/search/choose-items';
import type { ItemSearcher } from '../../reading/search/search-items';
import { ResultCache } from '../../result-cache';
import type { GraphNodes } from '../graph-nodes';
import type { IndexGraph } from '../index-graph';
import type { NodeColumns } from '../node-columns';
import { compareMaps, type DifferenceColumns } from './difference/difference-columns';
import type { ItemChanges } from './difference/item-changes';
import { findNodes } from './find-nodes';
import { findNetworkPlaces } from './place/network-places';
import type { NetworkPlaces } from './place/places';
import { groupNodes, type MapGrouping } from './tree/group-nodes';
import type { GroupedMap } from './tree/grouped-map';
import { countMap, type MapCounts, type NodeMask } from './tree/map-counts';
import { type MapTree, makeMapTree } from './tree/map-tree';
import { maskOf } from './tree/node-mask';
import { bundleLines, type LineBundle } from './view/bundle-lines';
import type { MapBox, MapCard, MapChoices, MapParts, ShownMap } from './view/map-parts';
import { MapPaths } from './view/map-paths';
import { viewMap } from './view/map-view';

/** What to show of the map of a snapshot. */
export interface MapRequest extends Omit<MapChoices, 'show'> {
  group: MapGrouping;
  filter: ItemFilter;
  /** Resources that are to be seen wherever they lie: printed identities. */
  show: readonly string[];
}

/** What to find on the map of a snapshot. */
export interface MapSearch {
  group: MapGrouping;
  text: string;
  limit: number;
}

/** The same as the query of a URL has it. */
export type MapQuery = Omit<MapRequest, 'filter'> & ItemFilter;

/** Tells what filters from what is shown. */
export function mapRequestOf({ group, open, closed, more, show, limit, ...filter }: MapQuery): MapRequest {
  return { group, open, closed, more, show, limit, filter };
}

/** A map as `mapView` of lib/api/contract/map.ts has it. */
export interface MapPart {
  totals: { resources: number; relationships: number; missing: number; matching: number };
  shown: { resources: number };
  boxes: MapBox[];
  cards: MapCard[];
}

/** The map of an earlier snapshot, and what became of its resources since. */
export interface EarlierMap {
  map: SnapshotMap;
  changes: ItemChanges;
}

/** A line between two boxes or cards; `count` is there for more than one pair of resources. */
export type MapLine = GraphPart['edges'][number] & { count?: number };

const mostLines = 5000;

/** Groupings and filters of one snapshot that are kept: as many bytes as so many columns of all its nodes, and at least this. */
const [keptColumns, minBytes] = [24, 2 ** 22];
/** Bytes that one box takes, about. */
const bytesOfBox = 64;

interface FilteredCounts {
  mask: NodeMask;
  counts: MapCounts;
}

/** The map of one opened snapshot. What is worked out over all of its resources is kept. */
export class SnapshotMap {
  readonly #nodes: GraphNodes;
  readonly #graph: IndexGraph;
  readonly #items: ItemSearcher;
  readonly #trees: ResultCache<string, MapTree>;
  readonly #counts: ResultCache<string, FilteredCounts>;
  readonly #differences = new WeakMap<ItemChanges, { name: string; difference: Promise<DifferenceColumns> }>();
  readonly #places = memoize<NetworkPlaces>(async () => findNetworkPlaces(this.#nodes, await this.#nodes.columns()));

  constructor({ nodes, graph, items }: { nodes: GraphNodes; graph: IndexGraph; items: ItemSearcher }) {
    this.#nodes = nodes;
    this.#graph = graph;
    this.#items = items;
    const maxBytes = Math.max(minBytes, keptColumns * Uint32Array.BYTES_PER_ELEMENT * nodes.index.itemCount);
    this.#trees = new ResultCache({ maxBytes, bytesOf: bytesOfTree });
    this.#counts = new ResultCache({ maxBytes, bytesOf: bytesOfCounts });
  }

  /** Items of the snapshot. */
  get itemCount(): number {
    return this.#nodes.index.itemCount;
  }

  /** Begins in the background with what the first map takes. What fails is told when a map is asked for. */
  prepare(): void {
    this.#grouped('network').catch(() => undefined);
  }

  /** The boxes and cards that are to be seen; with what differs from an earlier snapshot, where one is given. */
  async view(request: MapRequest, against?: EarlierMap): Promise<MapPart> {
    const { parts, map } = await this.#show(request, against);
    const { columns, counts } = parts;
    const { itemCount, edgeCount } = this.#nodes.index;
    const isResource = ({ index }: { index?: number }) => index !== undefined;
    return {
      totals: {
        resources: itemCount - columns.repeatedCount,
        relationships: edgeCount,
        missing: columns.nodeCount - itemCount,
        matching: counts.total,
      },
      shown: { resources: map.cards.filter(isResource).length + map.boxes.filter(isResource).length },
      boxes: [...map.boxes],
      cards: [...map.cards],
    };
  }

  /**
   * All that AWS Config relates, as lines between what is to be seen; the thickest first, at most `mostLines`. A line that leads to a box, or
   * to a fold, stands for as many pairs of resources as it counts.
   */
  async lines(request: MapRequest): Promise<{ edges: MapLine[]; total: number }> {
    const { parts, map } = await this.#show(request);
    const { bundles, shown, total } = await bundleLines(parts, map, await this.#nodes.neighbours());
    const { edges } = await this.#graph.among(shown);
    const thickest = bundles.sort((a, b) => b.count - a.count).slice(0, mostLines);
    const slicer = new TimeSlicer();
    const lines: MapLine[] = [];
    for (const bundle of thickest) {
      // What relates two resources is looked up among all that the one of them is related to.
      if (slicer.sliceExpired()) await slicer.yieldNow();
      lines.push(await this.#line(bundle, parts.columns));
    }
    return { edges: [...edges, ...lines].slice(0, mostLines), total };
  }

  async #line({ source, target, count, first }: LineBundle, columns: NodeColumns): Promise<MapLine> {
    const [edge] = count === 1 ? (await this.#graph.among(first)).edges : [];
    const name = edge?.name ?? 'Several relationships';
    const isTurned = edge !== undefined && edge.source !== this.#nodes.key(columns, first[0]);
    const [from, to] = isTurned ? [target, source] : [source, target];
    return { id: JSON.stringify([from, name, to]), source: from, target: to, name, ...(count > 1 && { count }) };
  }

  async #show(
    { group, filter, show, ...choices }: MapRequest,
    against?: EarlierMap,
  ): Promise<{ parts: MapParts; map: ShownMap }> {
    const grouped = await this.#grouped(group);
    const { nodes, columns } = grouped;
    const counted = await this.#counted(grouped, group, filter);
    const found = await Promise.all(show.map((printed) => nodes.find(columns, printed)));
    const difference = against && (await this.#difference(against, { grouped, mask: counted.mask }, group, filter));
    const parts = { ...grouped, ...counted, ...difference?.shown, difference };
    const map = await viewMap(parts, { ...choices, show: found.filter((node) => node >= 0) });
    return { parts, map };
  }

  #counted({ nodes, columns, tree }: GroupedMap, group: MapGrouping, filter: ItemFilter): Promise<FilteredCounts> {
    return this.#counts.getOrCompute(JSON.stringify([group, filter]), async () => {
      const mask = await maskOf(nodes, columns, this.#items, filter);
      return { mask, counts: await countMap(tree, nodes.index.itemCount, mask) };
    });
  }

  /** The last one is kept for each pair of snapshots: it is asked for again with each box that is opened. */
  #difference(
    { map: earlier, changes }: EarlierMap,
    later: { grouped: GroupedMap; mask: NodeMask },
    group: MapGrouping,
    filter: ItemFilter,
  ): Promise<DifferenceColumns> {
    const name = JSON.stringify([group, filter]);
    const known = this.#differences.get(changes);
    if (known?.name === name) return known.difference;
    const compare = async () => {
      const grouped = await earlier.#grouped(group);
      const { mask } = await earlier.#counted(grouped, group, filter);
      return compareMaps(grouped, later.grouped, changes, { earlier: mask, later: later.mask });
    };
    const difference = compare();
    this.#differences.set(changes, { name, difference });
    difference.catch(() => this.#differences.delete(changes));
    return difference;
  }

  /** Resources by a text, as `findNodes`, with their places on the map. `also` are items that are found in another way. */
  async find({ group, text, limit }: MapSearch, also: readonly number[] = []) {
    const nodes = this.#nodes;
    const grouped = await this.#grouped(group);
    const { columns } = grouped;
    const found = await findNodes(nodes, columns, { text, also, limit });
    const paths = new MapPaths(grouped);
    const matches = found.nodes.map((node) => {
      const identity = nodes.identity(columns, node);
      return {
        ...identity,
        id: identityKey(identity),
        label: nodes.index.strings.get(nodes.labelString(columns, node)),
        ...(node < nodes.index.itemCount && { index: node }),
        path: paths.of(node),
      };
    });
    return { matches, total: found.total };
  }

  /** Where resources are on the map, by their `identityKey`; what is not in the snapshot, nor referred to, has no path. */
  async paths(group: MapGrouping, ids: Iterable<string>): Promise<ReadonlyMap<string, string[]>> {
    const grouped = await this.#grouped(group);
    const paths = new MapPaths(grouped);
    const found = new Map<string, string[]>();
    for (const id of ids) {
      const node = await this.#nodes.find(grouped.columns, id);
      if (node >= 0) found.set(id, paths.of(node));
    }
    return found;
  }

  async #grouped(group: MapGrouping): Promise<GroupedMap> {
    const nodes = this.#nodes;
    const columns = await nodes.columns();
    const places = await this.#places();
    const tree = await this.#trees.getOrCompute(group, async () => {
      const grouped = await groupNodes(nodes, columns, places, group);
      return makeMapTree(grouped, (node) => nodes.typeKey(columns, node), nodes.keys.count);
    });
    return { nodes, columns, places, tree, tag: tagOf(group) };
  }
}

function tagOf(group: MapGrouping): string {
  return group.startsWith('tag:') ? group.slice('tag:'.length) : '';
}

function bytesOfTree({ boxOf, ownBox, members, boxes, groupBox }: MapTree): number {
  return boxOf.byteLength + ownBox.byteLength + members.byteLength + bytesOfBox * boxes.count + 12 * groupBox.length;
}

function bytesOfCounts({ mask, counts }: FilteredCounts): number {
  return (mask?.byteLength ?? 0) + 2 * counts.resources.byteLength + 2 * counts.inBox.byteLength;
}
