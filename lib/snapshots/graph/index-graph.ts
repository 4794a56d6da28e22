import { buildGraph } from '../../graph/build';
import type { Unmatched } from '../../graph/dimming';
import type { GraphEntry, GraphRelationship } from '../../graph/graph';
import { endOf } from '../../graph/impact/adjacency';
import { type GraphPart, graphViewOf, withPinned } from '../../graph/view';
import type { DerivedEdge } from '../../items/derived-edges';
import { identityKey, type ResourceIdentity } from '../../items/identity';
import { none } from '../index/columns';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';
import { memoize } from '../memoize';
import { allNodes, breadthFirst, topByDegree } from './choose-nodes';
import type { Target } from './derived-in-graph';
import type { GraphColumns } from './graph-columns';
import type { GraphNodes } from './graph-nodes';
import { type DerivedColumns, derivedFrom } from './impact/derived-columns';
import type { NodeFilter } from './matching/node-filter';
import type { NodeMask } from './matching/node-mask';
import type { NodeMatcher } from './matching/node-matcher';

/** What to draw of the graph of a snapshot. */
export interface GraphQuery {
  filter: NodeFilter;
  /** `hide` where it is absent. */
  unmatched?: Unmatched;
  /** Resources to grow from, as `findNode` of lib/graph takes them, drawn whether they match or not; none: the whole graph. */
  focus: readonly string[];
  /** Without a focus: resources that are drawn whatever the limit, if the filter does not hide them. */
  pin?: readonly string[];
  hops: number;
  /** The most nodes to draw. */
  limit: number;
  /** What is derived from all items, where it was read: filters by relationships look among it too. */
  derived?: DerivedColumns | undefined;
}

/** A resource with its `identityKey`. */
interface Named {
  identity: ResourceIdentity;
  key: string;
}

/** How many nodes are of a type. */
interface TypeCount {
  /** Of `TypeKeys`. */
  key: number;
  resourceType: string;
  count: number;
}

/** Draws parts of the graph of an index: chooses nodes by the columns, and builds a small graph of those alone. */
export class IndexGraph {
  readonly #counts = memoize(async () => this.#countTypes(await this.#nodes.neighbours()));
  readonly #index: SnapshotIndex;
  readonly #nodes: GraphNodes;
  readonly #matcher: NodeMatcher;

  constructor(nodes: GraphNodes, matcher: NodeMatcher) {
    this.#index = nodes.index;
    this.#nodes = nodes;
    this.#matcher = matcher;
  }

  /**
   * As `graphViewOf` of lib/graph over all items, along all relationships or those of a filter; with the ids of the nodes that are the focus,
   * the numbers of the nodes in their order, and which of all nodes match. `totalNodes` are those that match, whether others are drawn or not.
   */
  async view(query: GraphQuery): Promise<{ part: GraphPart; focus: string[]; numbers: number[]; mask: NodeMask }> {
    const { filter, unmatched = 'hide', hops, limit, derived } = query;
    const graph = await this.#nodes.neighbours();
    const counts = await this.#counts();
    const mask = await this.#matcher.mask(filter, derived);
    const { notCurrent } = graph;
    const isLeftOut = unmatched === 'hide' ? mask : undefined;
    const admits = (node: number) => notCurrent[node] !== 1 && (isLeftOut === undefined || isLeftOut[node] === 1);
    const walked = unmatched === 'hide' ? ((await this.#matcher.related(filter, derived)) ?? graph) : graph;
    const found = await this.#find(graph, query.focus);
    const focus = found.filter((node) => node >= 0);
    const nodes = query.focus.length
      ? await breadthFirst(walked, focus, { hops, limit, admits })
      : withPinned(await allNodes(walked, { limit, admits }), await this.#find(graph, query.pin ?? []), admits);
    const all = counts.reduce((sum, { count }) => sum + count, 0);
    const part = {
      ...this.#part(graph, nodes),
      totalNodes: mask === undefined ? all : mask.reduce((sum, one) => sum + one, 0),
      types: counts.map(({ resourceType, count }) => ({ resourceType, count })),
    };
    return { part, focus: focus.map((node) => this.#nodes.key(graph, node)), numbers: nodes, mask };
  }

  /** The items with the most neighbours, and what items name that is not in the document, the most named first; of each at most `limit`. */
  async references(limit: number) {
    const index = this.#index;
    const graph = await this.#nodes.neighbours();
    const slicer = new TimeSlicer();
    const isItem = (node: number) => node < index.itemCount && (graph.degree[node] ?? 0) > 0;
    const hubs = await topByDegree(graph.degree, isItem, limit, slicer);
    const unresolved = await topByDegree(graph.degree, (node) => node >= index.itemCount, limit, slicer);
    const described = (node: number) => ({ ...this.#nodes.identity(graph, node), neighbours: graph.degree[node] ?? 0 });
    return {
      hubs: hubs.map((itemIndex) => ({ index: itemIndex, ...described(itemIndex) })),
      unresolvedTotal: graph.nodeCount - index.itemCount,
      unresolved: unresolved.map(described),
    };
  }

  /** The item that a reference of another item leads to; undefined where that is not in the document. */
  async find(reference: DerivedEdge, teller: number): Promise<Target | undefined> {
    const itemIndex = (await this.#nodes.referenceFinder())(reference, teller);
    if (itemIndex < 0) return undefined;
    const identity = this.#nodes.itemIdentity(itemIndex);
    const node = async () => this.#part(await this.#nodes.neighbours(), [itemIndex]).nodes[0];
    return { itemIndex, identity, id: identityKey(identity), node };
  }

  /** Some nodes, and what relates them; with what is derived, where that was read. */
  async among(nodes: readonly number[], derived?: DerivedColumns): Promise<Pick<GraphPart, 'nodes' | 'edges'>> {
    return this.#part(await this.#nodes.neighbours(), nodes, derived);
  }

  /**
   * Some resources by their printed identities, what is next to them (recorded or derived, at most `most` with themselves), and what relates
   * all these; with the number of neighbours that each of them has, added up. In slices.
   */
  async around(printed: readonly string[], most: number, derived: DerivedColumns) {
    const graph = await this.#nodes.neighbours();
    const found = await this.#find(graph, printed);
    const focus = [...new Set(found.filter((node) => node >= 0))];
    const near = new Set(focus);
    let neighbours = 0;
    const slicer = new TimeSlicer();
    const recorded = { start: graph.start, count: graph.degree, to: graph.neighbours };
    for (const node of focus) {
      const its = new Set<number>();
      for (const list of [recorded, derived.outgoing, derived.incoming]) {
        for (const other of list.to.subarray(list.start[node], endOf(list, node))) {
          if (slicer.shouldYield()) await slicer.yieldNow();
          if (other === node) continue;
          its.add(other);
          if (near.size < most) near.add(other);
        }
      }
      neighbours += its.size;
    }
    const part = this.#part(graph, [...near], derived);
    return { part, focus: focus.map((node) => this.#nodes.key(graph, node)), neighbours };
  }

  /** The nodes of printed identities; -1 where there is none. */
  #find(graph: GraphColumns, printed: readonly string[]): Promise<number[]> {
    return Promise.all(printed.map((one) => this.#nodes.find(graph, one)));
  }

  #part(graph: GraphColumns, nodes: readonly number[], derived?: DerivedColumns): Pick<GraphPart, 'nodes' | 'edges'> {
    const index = this.#index;
    const chosen = new Map<number, Named>();
    const entries: GraphEntry[] = [];
    const keyOfNode = new Map<string, number>();
    const bare: GraphPart['nodes'] = [];
    for (const node of nodes) {
      const identity = this.#nodes.identity(graph, node);
      const key = identityKey(identity);
      keyOfNode.set(key, node);
      chosen.set(node, { identity, key });
    }
    for (const [node, named] of chosen) {
      if (node < index.itemCount) entries.push(this.#entry(graph, node, named, chosen, derived));
      else bare.push({ ...named.identity, id: named.key, label: named.identity.resourceId, degree: 0 });
    }
    const small = buildGraph(entries.sort((a, b) => a.index - b.index));
    const view = graphViewOf(small, { types: [], focus: [], hops: 1, limit: Number.POSITIVE_INFINITY });
    const drawn = new Map([...bare, ...view.nodes].map((node) => [node.id, node]));
    const shown = [...keyOfNode].flatMap(([id, node]) => {
      const found = drawn.get(id);
      return found ? [{ ...found, degree: graph.degree[node] ?? 0 }] : [];
    });
    return { nodes: shown, edges: view.edges };
  }

  /** An item with those of its relationships that lead to chosen nodes. */
  #entry(
    graph: GraphColumns,
    itemIndex: number,
    named: Named,
    chosen: ReadonlyMap<number, Named>,
    derived: DerivedColumns | undefined,
  ): GraphEntry {
    const index = this.#index;
    const text = (number: number | undefined) =>
      number === undefined || number === none ? undefined : index.strings.get(number);
    const relationships: GraphEntry['relationships'][number][] = [];
    for (let edge = index.edgeStart[itemIndex] ?? 0; edge < (index.edgeStart[itemIndex + 1] ?? 0); edge++) {
      const to = chosen.get(graph.nodeOf[edge] ?? -1);
      if (!to) continue;
      const { resourceType, resourceId } = to.identity;
      relationships.push({
        to,
        resourceType,
        resourceId,
        resourceName: text(index.edgeName[edge]),
        name: text(index.edgeLabel[edge]) ?? '',
      });
    }
    return {
      index: itemIndex,
      ...named.identity,
      key: named.key,
      resourceName: text(index.name[itemIndex]),
      nameTag: this.#nodes.nameTag(itemIndex),
      relationships,
      derived:
        derived &&
        derivedFrom(derived, itemIndex).flatMap(({ target, ...edge }): GraphRelationship[] => {
          const to = chosen.get(target);
          return to
            ? [{ to, ...edge, resourceType: to.identity.resourceType, resourceId: to.identity.resourceId }]
            : [];
        }),
    };
  }

  /** Nodes of each type, the most frequent first; a spelling that only references use gives way to an item's. */
  async #countTypes(graph: GraphColumns): Promise<TypeCount[]> {
    const slicer = new TimeSlicer();
    const counts = new Map<number, TypeCount>();
    await slicer.forRows(graph.nodeCount, (from, end) => {
      for (let node = from; node < end; node++) {
        if (graph.notCurrent[node] === 1) continue;
        const key = this.#nodes.typeKey(graph, node);
        const known = counts.get(key);
        if (known) known.count += 1;
        else counts.set(key, { key, resourceType: this.#nodes.identity(graph, node).resourceType, count: 1 });
      }
      return undefined;
    });
    return [...counts.values()].sort((a, b) => b.count - a.count || (a.resourceType < b.resourceType ? -1 : 1));
  }
}
