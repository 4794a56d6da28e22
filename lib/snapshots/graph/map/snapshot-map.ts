import { identityKey } from '../../../items/identity';
import type { ItemFilter, ItemSearcher } from '../../reading/search-items';
import { ResultCache } from '../../result-cache';
import type { GraphNodes } from '../graph-nodes';
import type { NodeColumns } from '../node-columns';
import { findNodes } from './find-nodes';
import { findNetworkPlaces, type NetworkPlaces } from './place/network-places';
import { groupNodes, type MapGrouping } from './tree/group-nodes';
import { countMap, type MapCounts, type NodeMask } from './tree/map-counts';
import { type MapTree, makeMapTree } from './tree/map-tree';
import { maskOf } from './tree/node-mask';
import { MapPaths } from './view/map-paths';
import { type MapBox, type MapCard, type MapChoices, viewMap } from './view/map-view';

/** What to show of the map of a snapshot. */
export interface MapRequest extends Omit<MapChoices, 'show'> {
  group: MapGrouping;
  filter: ItemFilter;
  /** Resources that are to be seen wherever they lie: printed identities. */
  show: readonly string[];
}

/** A map as `mapView` of lib/api/contract/map.ts has it. */
export interface MapPart {
  totals: { resources: number; relationships: number; missing: number; matching: number };
  shown: { resources: number };
  boxes: MapBox[];
  cards: MapCard[];
}

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
  readonly #items: ItemSearcher;
  readonly #trees: ResultCache<string, MapTree>;
  readonly #counts: ResultCache<string, FilteredCounts>;
  #places: Promise<NetworkPlaces> | undefined;

  constructor(nodes: GraphNodes, items: ItemSearcher) {
    this.#nodes = nodes;
    this.#items = items;
    const maxBytes = Math.max(minBytes, keptColumns * Uint32Array.BYTES_PER_ELEMENT * nodes.index.itemCount);
    this.#trees = new ResultCache({ maxBytes, bytesOf: bytesOfTree });
    this.#counts = new ResultCache({ maxBytes, bytesOf: bytesOfCounts });
  }

  /** The boxes and cards that are to be seen. */
  async view({ group, filter, show, ...choices }: MapRequest): Promise<MapPart> {
    const nodes = this.#nodes;
    const { columns, places, tree } = await this.#grouped(group);
    const name = JSON.stringify([group, filter]);
    const { mask, counts } = await this.#counts.getOrCompute(name, async () => {
      const chosen = await maskOf(nodes, columns, this.#items, filter);
      return { mask: chosen, counts: await countMap(tree, nodes.index.itemCount, chosen) };
    });
    const found = await Promise.all(show.map((printed) => nodes.find(columns, printed)));
    const parts = { nodes, columns, places, tree, counts, mask, tag: tagOf(group) };
    const shown = found.filter((node) => node >= 0);
    const { boxes, cards } = await viewMap(parts, { ...choices, show: shown });
    const isResource = ({ index }: { index?: number }) => index !== undefined;
    return {
      totals: {
        resources: nodes.index.itemCount - columns.repeatedCount,
        relationships: nodes.index.edgeCount,
        missing: columns.nodeCount - nodes.index.itemCount,
        matching: counts.total,
      },
      shown: { resources: cards.filter(isResource).length + boxes.filter(isResource).length },
      boxes,
      cards,
    };
  }

  /** Resources by a text, as `findNodes`, with their places on the map. */
  async find({ group, text, limit }: { group: MapGrouping; text: string; limit: number }) {
    const nodes = this.#nodes;
    const grouped = await this.#grouped(group);
    const { columns } = grouped;
    const found = await findNodes(nodes, columns, text, limit);
    const paths = new MapPaths({ ...grouped, nodes, tag: tagOf(group) });
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
    const paths = new MapPaths({ ...grouped, nodes: this.#nodes, tag: tagOf(group) });
    const found = new Map<string, string[]>();
    for (const id of ids) {
      const node = await this.#nodes.find(grouped.columns, id);
      if (node >= 0) found.set(id, paths.of(node));
    }
    return found;
  }

  async #grouped(group: MapGrouping): Promise<{ columns: NodeColumns; places: NetworkPlaces; tree: MapTree }> {
    const nodes = this.#nodes;
    const columns = await nodes.columns();
    this.#places ??= findNetworkPlaces(nodes, columns);
    const places = await this.#places;
    const tree = await this.#trees.getOrCompute(group, async () => {
      const grouped = await groupNodes(nodes, columns, places, group);
      return makeMapTree(grouped, (node) => nodes.typeKey(columns, node), nodes.keys.count);
    });
    return { columns, places, tree };
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
