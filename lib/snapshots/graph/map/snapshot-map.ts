import { edgesByName, isNamed } from '../../../graph/dimming';
import { identityKey } from '../../../items/identity';
import { TimeSlicer } from '../../index/time-slicer';
import { memoize } from '../../memoize';
import { ResultCache } from '../../result-cache';
import type { GraphNodes } from '../graph-nodes';
import type { DerivedColumns } from '../impact/derived-columns';
import type { IndexGraph } from '../index-graph';
import { everyNode, type NodeFilter } from '../matching/node-filter';
import type { NodeMask } from '../matching/node-mask';
import type { NodeMatcher } from '../matching/node-matcher';
import { type NodeColumns, totalsOf } from '../node-columns';
import { compareMaps, type DifferenceColumns } from './difference/difference-columns';
import type { ItemChanges } from './difference/item-changes';
import { findNodes } from './find-nodes';
import type { MapLine, MapPart, MapRequest, MapSearch } from './map-request';
import { findNetworkPlaces } from './place/network-places';
import type { NetworkPlaces } from './place/places';
import { groupNodes, type MapGrouping } from './tree/group-nodes';
import type { GroupedMap } from './tree/grouped-map';
import { countMap } from './tree/map-counts';
import { type MapTree, makeMapTree } from './tree/map-tree';
import { bundleLines, type LineBundle } from './view/bundle-lines';
import type { MapParts, Matching, ShownMap } from './view/map-parts';
import { MapPaths } from './view/map-paths';
import { viewMap } from './view/map-view';

/** The map of an earlier snapshot, and what became of its resources since. */
export interface EarlierMap {
  map: SnapshotMap;
  changes: ItemChanges;
}

const mostLines = 5000;

/** Groupings and filters of one snapshot that are kept: as many bytes as so many columns of all its nodes, and at least this. */
const [keptColumns, minBytes] = [24, 2 ** 22];
/** Bytes that one box takes, about. */
const bytesOfBox = 64;

/** The map of one opened snapshot. What is worked out over all of its resources is kept. */
export class SnapshotMap {
  readonly #nodes: GraphNodes;
  readonly #graph: IndexGraph;
  readonly #matcher: NodeMatcher;
  readonly #trees: ResultCache<string, MapTree>;
  readonly #counts: ResultCache<string, Matching>;
  readonly #differences = new WeakMap<ItemChanges, { name: string; difference: Promise<DifferenceColumns> }>();
  readonly #places = memoize<NetworkPlaces>(async () => findNetworkPlaces(this.#nodes, await this.#nodes.columns()));

  constructor({ nodes, graph, matcher }: { nodes: GraphNodes; graph: IndexGraph; matcher: NodeMatcher }) {
    this.#nodes = nodes;
    this.#graph = graph;
    this.#matcher = matcher;
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
    const { columns, counts, matching } = parts;
    const isResource = ({ index }: { index?: number }) => index !== undefined;
    return {
      totals: {
        ...totalsOf(columns),
        matching: (matching?.counts ?? counts).total,
      },
      shown: { resources: map.cards.filter(isResource).length + map.boxes.filter(isResource).length },
      boxes: [...map.boxes],
      cards: [...map.cards],
    };
  }

  /**
   * All that relates resources, as lines between what is to be seen; the thickest first, at most `mostLines`. A line that leads to a box, or
   * to a fold, stands for as many pairs of resources as it counts. What a filter by relationships does not name is left out, or marked. With an
   * earlier map, the lines of this one alone, between what is to be seen of both.
   */
  async lines(request: MapRequest, against?: EarlierMap): Promise<{ edges: MapLine[]; total: number }> {
    const { parts, map } = await this.#show(request, against);
    const { filter, derived, unmatched = 'hide' } = request;
    const names = filter.relationships ?? [];
    const relations = {
      recorded: await this.#nodes.neighbours(),
      derived,
      named: await this.#matcher.related(filter, derived),
      onlyNamed: unmatched === 'hide',
    };
    const { bundles, shown, total } = await bundleLines(parts, map, relations);
    const { edges } = await this.#graph.among(shown, derived);
    const thickest = bundles.sort((a, b) => b.count - a.count).slice(0, mostLines);
    const slicer = new TimeSlicer();
    const lines: MapLine[] = [];
    for (const bundle of thickest) {
      // What relates two resources is looked up among all that the one of them is related to.
      if (slicer.sliceExpired()) await slicer.yieldNow();
      lines.push(await this.#line(bundle, parts.columns, request));
    }
    return { edges: [...edgesByName(edges, names, unmatched), ...lines].slice(0, mostLines), total };
  }

  async #line(bundle: LineBundle, columns: NodeColumns, { filter, derived }: MapRequest): Promise<MapLine> {
    const { source, target, count, first } = bundle;
    const among = count === 1 ? (await this.#graph.among(first, derived)).edges : [];
    const edge = among.find((one) => isNamed(one, filter.relationships ?? [])) ?? among[0];
    const name = edge?.name ?? 'Several relationships';
    const isTurned = edge !== undefined && edge.source !== this.#nodes.key(columns, first[0]);
    const [from, to] = isTurned ? [target, source] : [source, target];
    return {
      ...{ id: JSON.stringify([from, name, to]), source: from, target: to, name },
      ...(count > 1 && { count }),
      ...(bundle.recorded === 0 && { derived: true }),
      ...(edge?.field !== undefined && { field: edge.field }),
      ...(bundle.named === 0 && { dimmed: true }),
    };
  }

  async #show(
    { group, filter, unmatched, derived, show, ...choices }: MapRequest,
    against?: EarlierMap,
  ): Promise<{ parts: MapParts; map: ShownMap }> {
    const grouped = await this.#grouped(group);
    const { columns } = grouped;
    const isDimming = unmatched === 'dim';
    const left = isDimming ? everyNode : filter;
    const counted = await this.#matching(grouped, group, left, derived);
    const found = await this.#find(columns, show);
    const later = { grouped, mask: counted.mask, derived };
    const difference = against && (await this.#difference(against, later, group, left));
    const parts = {
      ...grouped,
      ...counted,
      ...difference?.shown,
      difference,
      ...(isDimming && { matching: await this.#matching(grouped, group, filter, derived) }),
      ...(isDimming &&
        difference && { matchingBefore: await against.map.#matching(difference.earlier, group, filter) }),
    };
    const removed = difference && (await against.map.#find(difference.earlier.columns, show));
    const showRemoved = removed?.filter((node) => difference?.earlier.mask[node] === 1) ?? [];
    const map = await viewMap(parts, { ...choices, show: found, showRemoved });
    return { parts, map };
  }

  /** The nodes of printed identities, without those that are not there. */
  async #find(columns: NodeColumns, printed: readonly string[]): Promise<number[]> {
    const found = await Promise.all(printed.map((one) => this.#nodes.find(columns, one)));
    return found.filter((node) => node >= 0);
  }

  #matching(
    { nodes, tree }: GroupedMap,
    group: MapGrouping,
    filter: NodeFilter,
    derived?: DerivedColumns,
  ): Promise<Matching> {
    return this.#counts.getOrCompute(JSON.stringify([group, filter, derived !== undefined]), async () => {
      const mask = await this.#matcher.mask(filter, derived);
      return { mask, counts: await countMap(tree, nodes.index.itemCount, mask) };
    });
  }

  /** The last one is kept for each pair of snapshots: it is asked for again with each box that is opened. */
  #difference(
    { map: earlier, changes }: EarlierMap,
    later: { grouped: GroupedMap; mask: NodeMask; derived: DerivedColumns | undefined },
    group: MapGrouping,
    filter: NodeFilter,
  ): Promise<DifferenceColumns> {
    const name = JSON.stringify([group, filter, later.derived !== undefined]);
    const known = this.#differences.get(changes);
    if (known?.name === name) return known.difference;
    const compare = async () => {
      const grouped = await earlier.#grouped(group);
      const { mask } = await earlier.#matching(grouped, group, filter);
      return compareMaps(grouped, later.grouped, changes, { earlier: mask, later: later.mask });
    };
    const difference = compare();
    this.#differences.set(changes, { name, difference });
    difference.catch(() => this.#differences.delete(changes));
    return difference;
  }

  /**
   * Resources by a text, as `findNodes`, with their places on the map and how well they fit. `also` are items that are found in another way;
   * `admits` tells which nodes are looked at.
   */
  async find({ group, text, limit }: MapSearch, also: readonly number[] = [], admits?: (node: number) => boolean) {
    const nodes = this.#nodes;
    const grouped = await this.#grouped(group);
    const { columns } = grouped;
    const found = await findNodes(nodes, columns, { text, also, limit, admits });
    const paths = new MapPaths(grouped);
    const matches = found.nodes.map((node, at) => {
      const identity = nodes.identity(columns, node);
      return {
        ...identity,
        id: identityKey(identity),
        label: nodes.index.strings.get(nodes.labelString(columns, node)),
        ...(node < nodes.index.itemCount && { index: node }),
        path: paths.of(node),
        fit: found.fits[at] ?? 0,
      };
    });
    return { matches, total: found.total };
  }

  /** The printed identities of items. */
  identitiesOf(items: readonly number[]): string[] {
    return items.map((item) => identityKey(this.#nodes.itemIdentity(item)));
  }

  /** The items of printed identities; of what is not among them, nothing is told. */
  async itemsOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const columns = await this.#nodes.columns();
    const items = new Map<string, number>();
    for (const id of ids) {
      const node = await this.#nodes.find(columns, id);
      if (node >= 0 && node < this.itemCount) items.set(id, node);
    }
    return items;
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

function bytesOfCounts({ mask, counts }: Matching): number {
  return (mask?.byteLength ?? 0) + 2 * counts.resources.byteLength + 2 * counts.inBox.byteLength;
}
