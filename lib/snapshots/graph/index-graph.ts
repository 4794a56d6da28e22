import { buildGraph } from '../../graph/build';
import type { GraphEntry } from '../../graph/graph';
import { type GraphPart, graphViewOf, type ViewRequest } from '../../graph/view';
import type { DerivedEdge } from '../../items/derived-edges';
import { identityKey, parseIdentity, type ResourceIdentity } from '../../items/identity';
import { notFound } from '../../items/resolve-reference';
import { none } from '../index/columns';
import type { TypeKeys } from '../index/item-lookup';
import { ItemResolver } from '../index/item-resolver';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';
import { allNodes, breadthFirst, topByDegree } from './choose-nodes';
import type { Target } from './derived-in-graph';
import { type GraphColumns, makeGraphColumns } from './graph-columns';

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
  #columns: Promise<GraphColumns> | undefined;
  #counts: Promise<TypeCount[]> | undefined;

  readonly #index: SnapshotIndex;
  readonly #keys: TypeKeys;
  readonly #resolver: ItemResolver;

  constructor(index: SnapshotIndex, keys: TypeKeys) {
    this.#index = index;
    this.#keys = keys;
    this.#resolver = new ItemResolver(index, keys);
  }

  /** As `graphViewOf` of lib/graph over all items; with the ids of the nodes that are the focus. */
  async view(request: ViewRequest): Promise<{ part: GraphPart; focus: string[] }> {
    const keys = this.#keys;
    const graph = await this.#graph();
    this.#counts ??= this.#countTypes(graph);
    const counts = await this.#counts;
    const wanted = new Set(request.types.map((type) => keys.find(type)));
    const { repeated } = graph;
    const admits =
      wanted.size === 0
        ? (node: number) => repeated[node] !== 1
        : (node: number) => repeated[node] !== 1 && wanted.has(this.#keyOf(graph, node));
    const { hops, limit } = request;
    const found = await Promise.all(request.focus.map((printed) => this.#find(graph, printed)));
    const focus = found.filter((node) => node >= 0);
    const nodes = request.focus.length
      ? await breadthFirst(graph, focus, { hops, limit, admits })
      : await allNodes(graph, { limit, admits });
    const part = {
      ...this.#part(graph, nodes),
      totalNodes: counts.reduce((sum, { key, count }) => sum + (wanted.size === 0 || wanted.has(key) ? count : 0), 0),
      types: counts.map(({ resourceType, count }) => ({ resourceType, count })),
    };
    return { part, focus: focus.map((node) => identityKey(this.#resource(graph, node))) };
  }

  /** The items with the most neighbours, and what items name that is not in the document, the most named first; of each at most `limit`. */
  async references(limit: number) {
    const index = this.#index;
    const graph = await this.#graph();
    const slicer = new TimeSlicer();
    const isItem = (node: number) => node < index.itemCount && (graph.degree[node] ?? 0) > 0;
    const hubs = await topByDegree(graph.degree, isItem, limit, slicer);
    const unresolved = await topByDegree(graph.degree, (node) => node >= index.itemCount, limit, slicer);
    const described = (node: number) => ({ ...this.#resource(graph, node), neighbours: graph.degree[node] ?? 0 });
    return {
      hubs: hubs.map((itemIndex) => ({ index: itemIndex, ...described(itemIndex) })),
      unresolvedTotal: graph.nodeCount - index.itemCount,
      unresolved: unresolved.map(described),
    };
  }

  /** The item that a reference of another item leads to; undefined where that is not in the document. */
  async find(
    { resourceType, resourceId, resourceName, arn }: DerivedEdge,
    teller: number,
  ): Promise<Target | undefined> {
    const index = this.#index;
    const known = resourceId || resourceName || '';
    const text = index.strings.find(known);
    const told = arn ?? (known.startsWith('arn:') ? known : undefined);
    if (text < 0 && told !== known) return undefined;
    const reference = {
      resourceType,
      text,
      isName: !resourceId,
      arn: told === undefined ? undefined : { of: told, isText: told === known },
    };
    const scope = this.#resolver.scopes.at(index.scope[teller] ?? none);
    const itemIndex = await this.#resolver.resolve(reference, scope, new TimeSlicer());
    if (itemIndex < 0) return undefined;
    const identity = this.#itemIdentity(itemIndex);
    const node = async () => this.#part(await this.#graph(), [itemIndex]).nodes[0];
    return { itemIndex, identity, id: identityKey(identity), node };
  }

  #graph(): Promise<GraphColumns> {
    this.#columns ??= makeGraphColumns(this.#index, this.#keys, this.#resolver);
    return this.#columns;
  }

  #keyOf(graph: GraphColumns, node: number): number {
    const index = this.#index;
    const keys = this.#keys;
    if (node < index.itemCount) return index.typeKey[node] ?? none;
    return keys.of(graph.referredType[node - index.itemCount] ?? none);
  }

  /** The node of a resource by its printed identity, or by type and id as in `findNode` of lib/graph; -1 where there is none. */
  async #find(graph: GraphColumns, printed: string): Promise<number> {
    const index = this.#index;
    const keys = this.#keys;
    const identity = parseIdentity(printed);
    if (identity) {
      const key = keys.find(identity.resourceType);
      const id = index.strings.find(identity.resourceId);
      if (key !== undefined && id >= 0) {
        const itemIndex = this.#resolver.byId(this.#resolver.scopes.find(identity), key, id);
        const node = itemIndex >= 0 ? itemIndex : graph.findReferred(identity, key, id);
        if (node >= 0) return node;
      }
    }
    const slash = printed.indexOf('/');
    const key = keys.find(printed.slice(0, Math.max(0, slash)));
    const id = index.strings.find(printed.slice(slash + 1));
    if (key === undefined || id < 0) return -1;
    const itemIndex = await this.#resolver.anywhere(key, id, new TimeSlicer());
    return itemIndex === notFound ? graph.findReferredAnywhere(key, id) : itemIndex;
  }

  #part(graph: GraphColumns, nodes: readonly number[]): Pick<GraphPart, 'nodes' | 'edges'> {
    const index = this.#index;
    const chosen = new Map<number, Named>();
    const entries: GraphEntry[] = [];
    const keyOfNode = new Map<string, number>();
    const bare: GraphPart['nodes'] = [];
    for (const node of nodes) {
      const identity = this.#resource(graph, node);
      const key = identityKey(identity);
      keyOfNode.set(key, node);
      chosen.set(node, { identity, key });
    }
    for (const [node, named] of chosen) {
      if (node < index.itemCount) entries.push(this.#entry(graph, node, named, chosen));
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

  #resource(graph: GraphColumns, node: number): ResourceIdentity {
    const index = this.#index;
    if (node < index.itemCount) return this.#itemIdentity(node);
    const { strings } = index;
    const at = node - index.itemCount;
    return {
      ...graph.scopes.at(graph.referredScope[at] ?? 0),
      resourceType: strings.get(graph.referredType[at] ?? 0),
      resourceId: strings.get(graph.referredId[at] ?? 0),
    };
  }

  #itemIdentity(itemIndex: number): ResourceIdentity {
    const index = this.#index;
    const { accountId, region } = this.#resolver.scopes.at(index.scope[itemIndex] ?? none);
    const resourceType = index.strings.get(index.type[itemIndex] ?? 0);
    return { accountId, region, resourceType, resourceId: index.strings.get(index.id[itemIndex] ?? 0) };
  }

  /** An item with those of its relationships that lead to chosen nodes. */
  #entry(graph: GraphColumns, itemIndex: number, named: Named, chosen: ReadonlyMap<number, Named>): GraphEntry {
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
      nameTag: this.#nameTag(itemIndex),
      relationships,
    };
  }

  #nameTag(itemIndex: number): string | undefined {
    const index = this.#index;
    const key = index.strings.find('Name');
    for (let at = index.tagStart[itemIndex] ?? 0; at < (index.tagStart[itemIndex + 1] ?? 0); at++) {
      if (index.tagKey[at] === key) return index.strings.get(index.tagValue[at] ?? 0);
    }
    return undefined;
  }

  /** Nodes of each type, the most frequent first; a spelling that only references use gives way to an item's. */
  async #countTypes(graph: GraphColumns): Promise<TypeCount[]> {
    const slicer = new TimeSlicer();
    const counts = new Map<number, TypeCount>();
    await slicer.forRows(graph.nodeCount, (from, end) => {
      for (let node = from; node < end; node++) {
        if (graph.repeated[node] === 1) continue;
        const key = this.#keyOf(graph, node);
        const known = counts.get(key);
        if (known) known.count += 1;
        else counts.set(key, { key, resourceType: this.#resource(graph, node).resourceType, count: 1 });
      }
      return undefined;
    });
    return [...counts.values()].sort((a, b) => b.count - a.count || (a.resourceType < b.resourceType ? -1 : 1));
  }
}
