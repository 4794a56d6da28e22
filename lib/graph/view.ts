import { ofTypes, typeTotals, wholeGraph } from './filter';
import { edgesAt, findNode, type ResourceGraph, typeOf } from './graph';
import { neighbourhood } from './neighbourhood';

/** What to show of a graph. */
export interface ViewRequest {
  /** None: all types. */
  types: readonly string[];
  /** Resources to grow from, as `findNode` takes them; none: the whole graph. What is not in the graph is passed over. */
  focus: readonly string[];
  /** Without a focus: resources that are shown whatever the limit, of the chosen types. */
  pin?: readonly string[];
  hops: number;
  /** The most nodes to show. */
  limit: number;
}

/** A part of a graph, ready to be drawn; the fields are those of `graphView` in lib/api/contract/graph.ts. */
export interface GraphPart {
  nodes: {
    /** `identityKey` of the resource. */
    id: string;
    accountId: string;
    region: string;
    resourceType: string;
    resourceId: string;
    label: string;
    /** Absent for a reference to something that is not among the items. */
    index?: number;
    /** Neighbours in the whole graph, shown or not. */
    degree: number;
    /** It does not match a filter that marks what does not. */
    dimmed?: true;
  }[];
  edges: {
    id: string;
    source: string;
    target: string;
    name: string;
    reverseName?: string;
    derived?: true;
    field?: string;
    dimmed?: true;
  }[];
  /** Nodes of the chosen types in the whole graph. */
  totalNodes: number;
  /** All types in the graph, chosen or not. */
  types: { resourceType: string; count: number }[];
}

/**
 * The nodes that a request asks for, and every edge between two of them. With a focus, that and what is near it (of the chosen
 * types); without one, the whole graph or its best connected part. Edge ids stay the same from one request to the next.
 */
export function graphViewOf(graph: ResourceGraph, request: ViewRequest): GraphPart {
  const admits = ofTypes(graph, request.types);
  const focus = request.focus.map((key) => findNode(graph, key)).filter((node) => node !== undefined);
  const { hops, limit } = request;
  const shown = request.focus.length
    ? neighbourhood(graph, focus, { hops, limit, admits })
    : withPinned(
        wholeGraph(graph, { limit, admits }),
        (request.pin ?? []).map((key) => findNode(graph, key)),
        admits,
      );
  let totalNodes = 0;
  for (let node = 0; node < graph.nodeCount; node++) if (admits(node)) totalNodes += 1;
  return {
    nodes: shown.map((node) => nodeView(graph, node)),
    edges: edgesAmong(graph, shown).map((edge) => edgeView(graph, edge)),
    totalNodes,
    types: typeTotals(graph),
  };
}

/** Nodes, then those that are pinned and not among them; a pin that leads to no node (undefined, -1) is passed over. */
export function withPinned(
  nodes: readonly number[],
  pinned: readonly (number | undefined)[],
  admits: (node: number) => boolean,
): number[] {
  const there = pinned.filter((node) => node !== undefined).filter((node) => node >= 0 && admits(node));
  return [...new Set([...nodes, ...there])];
}

function nodeView(graph: ResourceGraph, node: number): GraphPart['nodes'][number] {
  const index = graph.itemIndex[node] ?? -1;
  const { accountId, region, resourceId } = graph.identities[node] ?? {};
  return {
    id: graph.keys[node] ?? '',
    accountId: accountId ?? '',
    region: region ?? '',
    resourceType: typeOf(graph, node),
    resourceId: resourceId ?? '',
    label: graph.labels[node] ?? '',
    ...(index >= 0 && { index }),
    degree: graph.degree[node] ?? 0,
  };
}

function edgeView(graph: ResourceGraph, edge: number): GraphPart['edges'][number] {
  const source = graph.keys[graph.edgeSource[edge] ?? -1] ?? '';
  const target = graph.keys[graph.edgeTarget[edge] ?? -1] ?? '';
  const name = graph.names[graph.edgeName[edge] ?? -1] ?? '';
  const reverseName = graph.names[graph.edgeReverse[edge] ?? -1];
  // A source says a thing of a target once: the three together name the edge.
  const id = JSON.stringify([source, name, target]);
  const derived = graph.edgeDerived[edge] === 1;
  const field = graph.edgeField[edge];
  return {
    id,
    source,
    target,
    name,
    ...(reverseName !== undefined && { reverseName }),
    ...(derived && { derived }),
    ...(field !== undefined && { field }),
  };
}

/** Goes through the shown nodes' edges, not through all there are; each edge comes up at its source. */
function edgesAmong(graph: ResourceGraph, shown: readonly number[]): number[] {
  const isShown = new Set(shown);
  const edges: number[] = [];
  for (const node of shown) {
    for (const edge of edgesAt(graph, node)) {
      if (graph.edgeSource[edge] === node && isShown.has(graph.edgeTarget[edge] ?? -1)) edges.push(edge);
    }
  }
  return edges;
}
