import { DomainError } from '../../../errors';
import { type Dependency, dependencyOf } from '../../../graph/dependency';
import { dimUnmatched } from '../../../graph/dimming';
import type { Adjacency } from '../../../graph/impact/adjacency';
import { mostDepth, Reach } from '../../../graph/impact/reach';
import { ShortestPaths } from '../../../graph/impact/shortest-paths';
import type { GraphPart } from '../../../graph/view';
import { TimeSlicer } from '../../index/time-slicer';
import { memoize } from '../../memoize';
import { bestConnected } from '../choose-nodes';
import type { GraphColumns } from '../graph-columns';
import type { GraphNodes } from '../graph-nodes';
import type { IndexGraph } from '../index-graph';
import { everyNode, type NodeFilter } from '../matching/node-filter';
import type { NodeMatcher } from '../matching/node-matcher';
import { type DependencyArcs, derivedArcs, type NodeTypes, recordedArcs } from './dependency-arcs';
import type { DerivedColumns } from './derived-columns';
import type { DerivedProgress, DerivedReading, OpenText } from './derived-reading';

type Node = GraphPart['nodes'][number];

/** A relationship with which of its ends depends on which. */
export type DependencyEdge = GraphPart['edges'][number] & Dependency;

export interface ImpactRequest {
  /** The resource, as `findNode` of lib/graph takes it. */
  of: string;
  direction: 'dependents' | 'dependencies';
  /** Steps, 1 to 250. */
  depth: number;
  /** The most nodes to give, besides the resource itself. */
  limit: number;
  /** `known`: of a large document derived relationships are not begun to be read for this question alone. */
  derived: 'read' | 'known';
  /** What does not match is marked: what depends on what is always told whole. */
  filter?: NodeFilter;
}

/** Between which resources paths are looked for, as `findNode` of lib/graph takes them; what does not match is marked. */
export interface PathRequest {
  from: string;
  to: string;
  filter?: NodeFilter;
}

/** What depends on a resource, or what it depends on; fields as in lib/api/contract/impact.ts. */
export interface Impact {
  of: Node;
  nodes: (Node & { depth: number })[];
  edges: DependencyEdge[];
  totalNodes: number;
  levels: { depth: number; count: number }[];
  truncated?: true;
  deeper?: true;
  derived: DerivedProgress;
}

/** The shortest paths between two resources; fields as in lib/api/contract/impact.ts. */
export interface ResourcePaths {
  from: Node;
  to: Node;
  length?: number;
  paths: string[][];
  nodes: Node[];
  edges: DependencyEdge[];
  more?: true;
  derived: DerivedProgress;
}

/** Arcs that are walked in one go: some milliseconds. */
const arcsAtOnce = 200_000;
const mostPaths = 20;

/** Answers what depends on what in a document, and how two resources hang together: over all recorded and derived relationships. */
export class IndexImpact {
  readonly #recorded = memoize(async () => {
    const columns = await this.#nodes.neighbours();
    return recordedArcs(this.#nodes.index, columns, this.#typesOf(columns), new TimeSlicer());
  });
  #derived: { of: DerivedColumns; arcs: () => Promise<DependencyArcs> } | undefined;
  readonly #nodes: GraphNodes;
  readonly #graph: IndexGraph;
  readonly #matcher: NodeMatcher;
  readonly #reading: DerivedReading;

  constructor(parts: { nodes: GraphNodes; graph: IndexGraph; matcher: NodeMatcher; reading: DerivedReading }) {
    this.#nodes = parts.nodes;
    this.#graph = parts.graph;
    this.#matcher = parts.matcher;
    this.#reading = parts.reading;
  }

  /** @throws DomainError `NoSuchResource` (`not-found`) where the resource is neither in the document nor referred to. */
  async impact(request: ImpactRequest, openText: OpenText): Promise<Impact> {
    const { of, direction, depth, limit, derived: wanted, filter = everyNode } = request;
    const columns = await this.#nodes.neighbours();
    const start = await this.#locate(columns, of);
    const derived = await this.#reading.columns(openText, wanted === 'read');
    const arcs = await this.#arcs(columns, derived);
    const slicer = new TimeSlicer();
    const lists = arcs.map((one) => one[direction]);
    const reach = new Reach(columns.nodeCount, start, lists, Math.min(depth, mostDepth));
    while (!reach.advance(arcsAtOnce)) if (slicer.sliceExpired()) await slicer.yieldNow();
    const shown = nearest(reach, columns.degree, limit);
    const { nodes, edges } = await this.#marked([start, ...shown], derived, filter);
    const [first, ...others] = nodes;
    if (!first) throw noSuchResource(of);
    const depthOf = new Map(shown.map((node, at) => [others[at]?.id, reach.depthOf(node) ?? 0]));
    const totalNodes = reach.nodes.length - 1;
    return {
      of: first,
      nodes: others.map((node) => ({ ...node, depth: depthOf.get(node.id) ?? 0 })),
      edges: withDependencies(edges, nodes),
      totalNodes,
      levels: levelsOf(reach),
      ...(totalNodes > others.length && { truncated: true }),
      ...(reach.goesOn() && { deeper: true }),
      derived: this.#reading.progress(),
    };
  }

  /** @throws DomainError `NoSuchResource` (`not-found`) where one of the two is neither in the document nor referred to. */
  async paths(request: PathRequest, openText: OpenText): Promise<ResourcePaths> {
    const columns = await this.#nodes.neighbours();
    const from = await this.#locate(columns, request.from);
    const to = await this.#locate(columns, request.to);
    const derived = await this.#reading.columns(openText);
    const slicer = new TimeSlicer();
    const recorded: Adjacency = { start: columns.start, to: columns.neighbours, count: columns.degree };
    const lists = derived ? [recorded, derived.outgoing, derived.incoming] : [recorded];
    const search = new ShortestPaths(columns.nodeCount, from, to, lists);
    while (!search.advance(arcsAtOnce)) if (slicer.sliceExpired()) await slicer.yieldNow();
    const found = search.found(mostPaths);
    const nodes = [...new Set([from, to, ...(found?.paths.flat() ?? [])])];
    const part = await this.#marked(nodes, derived, request.filter ?? everyNode);
    const idOf = new Map(nodes.map((node, at) => [node, part.nodes[at]?.id ?? '']));
    const ends = [part.nodes[0], part.nodes[to === from ? 0 : 1]];
    if (!ends[0] || !ends[1]) throw noSuchResource(request.from);
    const paths = (found?.paths ?? []).map((path) => path.map((node) => idOf.get(node) ?? ''));
    const steps = new Set(
      paths.flatMap((path) =>
        path.slice(1).flatMap((id, at) => [stepOf(path[at] ?? '', id), stepOf(id, path[at] ?? '')]),
      ),
    );
    return {
      from: ends[0],
      to: ends[1],
      ...(found && { length: found.length }),
      paths,
      nodes: part.nodes,
      edges: withDependencies(
        part.edges.filter(({ source, target }) => steps.has(stepOf(source, target))),
        part.nodes,
      ),
      ...(found?.more && { more: true }),
      derived: this.#reading.progress(),
    };
  }

  /** Some nodes and what relates them, in their order; what does not match is marked. */
  async #marked(nodes: readonly number[], derived: DerivedColumns | undefined, filter: NodeFilter) {
    const part = await this.#graph.among(nodes, derived);
    const mask = await this.#matcher.mask(filter, derived);
    const matches = (_: Node, at: number) => mask === undefined || mask[nodes[at] ?? -1] === 1;
    return dimUnmatched(part, { matches, names: filter.relationships ?? [] });
  }

  async #locate(columns: GraphColumns, printed: string): Promise<number> {
    const node = await this.#nodes.find(columns, printed);
    if (node < 0) throw noSuchResource(printed);
    return node;
  }

  async #arcs(columns: GraphColumns, derived: DerivedColumns | undefined): Promise<DependencyArcs[]> {
    const recorded = await this.#recorded();
    if (!derived) return [recorded];
    if (this.#derived?.of !== derived) {
      const arcs = () => derivedArcs(derived, columns.nodeCount, this.#typesOf(columns), new TimeSlicer());
      this.#derived = { of: derived, arcs: memoize(arcs) };
    }
    return [recorded, await this.#derived.arcs()];
  }

  #typesOf(columns: GraphColumns): NodeTypes {
    return {
      keyOf: (node) => this.#nodes.typeKey(columns, node),
      typeOf: (node) => this.#nodes.identity(columns, node).resourceType,
    };
  }
}

/** The nearest nodes without the start, at most `limit`: of a depth that does not fit, the best connected ones. */
function nearest(reach: Reach, degree: Uint32Array, limit: number): number[] {
  const { nodes, levels } = reach;
  const shown: number[] = [];
  for (let depth = 1; depth < levels.length && shown.length < limit; depth++) {
    const level = nodes.subarray(levels[depth], levels[depth + 1] ?? nodes.length);
    for (const node of bestConnected(degree, level, limit - shown.length)) shown.push(node);
  }
  return shown;
}

function levelsOf({ nodes, levels }: Reach): { depth: number; count: number }[] {
  return levels.slice(1).map((from, at) => ({ depth: at + 1, count: (levels[at + 2] ?? nodes.length) - from }));
}

function withDependencies(edges: GraphPart['edges'], nodes: readonly Node[]): DependencyEdge[] {
  const types = new Map(nodes.map(({ id, resourceType }) => [id, resourceType]));
  return edges.map((edge) => ({
    ...edge,
    ...dependencyOf({
      ...edge,
      sourceType: types.get(edge.source) ?? '',
      targetType: types.get(edge.target) ?? '',
    }),
  }));
}

function stepOf(from: string, to: string): string {
  return JSON.stringify([from, to]);
}

function noSuchResource(printed: string): DomainError {
  const message = `The document neither holds nor refers to the resource ${JSON.stringify(printed.slice(0, 200))}.`;
  return new DomainError('not-found', 'NoSuchResource', message);
}
