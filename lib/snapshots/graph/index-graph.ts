import { buildGraph } from '../../graph/build';
import type { GraphEntry } from '../../graph/graph';
import { type GraphPart, graphViewOf, type ViewRequest } from '../../graph/view';
import type { Relationship } from '../../items/configuration-item';
import { resourceKey } from '../../items/identity';
import { none } from '../index/columns';
import { lookUp, type TypeKeys } from '../index/item-lookup';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';
import { allNodes, breadthFirst, topByDegree } from './choose-nodes';
import type { Target } from './derived-in-graph';
import { type GraphColumns, makeGraphColumns } from './graph-columns';

/** Draws parts of the graph of an index: chooses nodes by the columns, and builds a small graph of those alone. */
export class IndexGraph {
  #columns: Promise<GraphColumns> | undefined;
  #counts: Promise<Map<number, { resourceType: string; count: number }>> | undefined;

  constructor(
    private readonly index: SnapshotIndex,
    private readonly keys: TypeKeys,
  ) {}

  /** As `graphViewOf` of lib/graph over all items. */
  async view(request: ViewRequest): Promise<GraphPart> {
    const { index, keys } = this;
    this.#columns ??= makeGraphColumns(index, keys);
    const graph = await this.#columns;
    this.#counts ??= this.#countTypes(graph);
    const counts = await this.#counts;
    const wanted = new Set(request.types.map((type) => keys.find(type)));
    const admits = (node: number) =>
      graph.repeated[node] !== 1 && (wanted.size === 0 || wanted.has(this.#keyOf(graph, node)));
    const { hops, limit } = request;
    const focus = request.focus.map((key) => this.#find(graph, key)).filter((node) => node >= 0);
    const nodes = request.focus.length
      ? await breadthFirst(graph, focus, { hops, limit, admits })
      : await allNodes(graph, { limit, admits });
    const types = [...counts.values()];
    return {
      ...this.#part(graph, nodes),
      totalNodes: [...counts].reduce(
        (sum, [key, { count }]) => sum + (wanted.size === 0 || wanted.has(key) ? count : 0),
        0,
      ),
      types: types.sort((a, b) => b.count - a.count || (a.resourceType < b.resourceType ? -1 : 1)),
    };
  }

  /** The items with the most neighbours, and what items name that is not in the document, the most named first; of each at most `limit`. */
  async references(limit: number) {
    const { index } = this;
    this.#columns ??= makeGraphColumns(index, this.keys);
    const graph = await this.#columns;
    const slicer = new TimeSlicer();
    const isItem = (node: number) => node < index.itemCount && (graph.degree[node] ?? 0) > 0;
    const hubs = await topByDegree(graph.degree, isItem, limit, slicer);
    const unresolved = await topByDegree(graph.degree, (node) => node >= index.itemCount, limit, slicer);
    const described = (node: number) => ({ ...this.#resource(graph, node), neighbours: graph.degree[node] ?? 0 });
    return {
      hubs: hubs.map((item) => ({ index: item, ...described(item) })),
      unresolvedTotal: graph.nodeCount - index.itemCount,
      unresolved: unresolved.map(described),
    };
  }

  /** The item that a reference leads to, by id, or by name where it has no id; with the node that stands for it. */
  async find({ resourceType, resourceId, resourceName }: Relationship): Promise<Target | undefined> {
    const { index, keys } = this;
    this.#columns ??= makeGraphColumns(index, keys);
    const graph = await this.#columns;
    const key = keys.find(resourceType);
    const text = index.strings.find(resourceId ?? resourceName ?? '');
    if (key === undefined || text < 0) return undefined;
    let item = -1;
    if (resourceId === undefined) item = lookUp(index.byName, { type: index.typeKey, text: index.name }, key, text);
    if (item < 0) item = lookUp(index.byId, { type: index.typeKey, text: index.id }, key, text);
    if (item < 0) return undefined;
    const [node] = this.#part(graph, [item]).nodes;
    return node && { index: item, node };
  }

  #keyOf(graph: GraphColumns, node: number): number {
    const { index, keys } = this;
    if (node < index.itemCount) return index.typeKey[node] ?? none;
    return keys.of(graph.referredType[node - index.itemCount] ?? none);
  }

  /** The node of a `resourceKey`; -1 where there is none. */
  #find(graph: GraphColumns, resource: string): number {
    const { index, keys } = this;
    const slash = resource.indexOf('/');
    const key = keys.find(resource.slice(0, Math.max(0, slash)));
    const id = index.strings.find(resource.slice(slash + 1));
    if (key === undefined || id < 0) return -1;
    const item = lookUp(index.byId, { type: index.typeKey, text: index.id }, key, id);
    return item >= 0 ? item : graph.findReferred(key, id);
  }

  #part(graph: GraphColumns, nodes: readonly number[]): Pick<GraphPart, 'nodes' | 'edges'> {
    const { index } = this;
    const chosen = new Set(nodes);
    const entries: GraphEntry[] = [];
    const keyOfNode = new Map<string, number>();
    const bare: GraphPart['nodes'] = [];
    for (const node of nodes) {
      const resource = this.#resource(graph, node);
      keyOfNode.set(resourceKey(resource), node);
      if (node < index.itemCount) entries.push(this.#entry(graph, node, chosen));
      else bare.push({ ...resource, id: resourceKey(resource), label: resource.resourceId, degree: 0 });
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

  #resource(graph: GraphColumns, node: number) {
    const { index } = this;
    const { strings } = index;
    if (node < index.itemCount) {
      return { resourceType: strings.get(index.type[node] ?? 0), resourceId: strings.get(index.id[node] ?? 0) };
    }
    const at = node - index.itemCount;
    return {
      resourceType: strings.get(graph.referredType[at] ?? 0),
      resourceId: strings.get(graph.referredId[at] ?? 0),
    };
  }

  /** An item with those of its relationships that lead to chosen nodes. */
  #entry(graph: GraphColumns, item: number, chosen: ReadonlySet<number>): GraphEntry {
    const { index } = this;
    const text = (number: number | undefined) =>
      number === undefined || number === none ? undefined : index.strings.get(number);
    const relationships: GraphEntry['relationships'][number][] = [];
    for (let edge = index.edgeStart[item] ?? 0; edge < (index.edgeStart[item + 1] ?? 0); edge++) {
      if (!chosen.has(graph.nodeOf[edge] ?? -1)) continue;
      relationships.push({
        resourceType: text(index.edgeType[edge]) ?? '',
        resourceId: text(index.edgeId[edge]),
        resourceName: text(index.edgeName[edge]),
        name: text(index.edgeLabel[edge]) ?? '',
      });
    }
    return {
      index: item,
      ...this.#resource(graph, item),
      resourceName: text(index.name[item]),
      nameTag: this.#nameTag(item),
      relationships,
    };
  }

  #nameTag(item: number): string | undefined {
    const { index } = this;
    const key = index.strings.find('Name');
    for (let at = index.tagStart[item] ?? 0; at < (index.tagStart[item + 1] ?? 0); at++) {
      if (index.tagKey[at] === key) return index.strings.get(index.tagValue[at] ?? 0);
    }
    return undefined;
  }

  /** Nodes of each type; a spelling that only references use gives way to an item's. */
  async #countTypes(graph: GraphColumns) {
    const slicer = new TimeSlicer();
    const counts = new Map<number, { resourceType: string; count: number }>();
    for (let node = 0; node < graph.nodeCount; node++) {
      if (slicer.shouldYield()) await slicer.yieldNow();
      if (graph.repeated[node] === 1) continue;
      const key = this.#keyOf(graph, node);
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { resourceType: this.#resource(graph, node).resourceType, count: 1 });
    }
    return counts;
  }
}
