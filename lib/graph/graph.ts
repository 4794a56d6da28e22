import type { Relationship } from '../items/configuration-item';
import { identityKey, parseIdentity, type ResourceIdentity, resourceKey } from '../items/identity';

/** What a relationship tells of its other end. */
export interface GraphRelationship extends Relationship {
  /** The ARN that id or name were read out of. */
  arn?: string;
  /** The field of a configuration that it was read from, where it is derived. */
  field?: string;
  /** It leads to what is among the entries, or nowhere. */
  ifPresent?: true;
  /** The resource that it leads to and its `identityKey`, where that is known already: then it is not looked for. */
  to?: { identity: ResourceIdentity; key: string };
}

/** The little of an item that the graph is made of. `index` is the item's place in its file, from 0. */
export interface GraphEntry extends ResourceIdentity {
  /** `identityKey` of the item, where it is known already. */
  key?: string;
  index: number;
  resourceName?: string;
  /** The value of the tag `Name`. */
  nameTag?: string;
  relationships: readonly GraphRelationship[];
  /** What its configuration tells beyond them (lib/items/derived-edges.ts). */
  derived?: readonly GraphRelationship[];
}

/**
 * Resources and what relates them, as columns: node n is `keys[n]`, `types[nodeType[n]]`, …; edge e is `edgeSource[e]`, ….
 * Numbers instead of objects keep 100,000 resources within a few dozen megabytes. Read it, never write to it.
 */
export interface ResourceGraph {
  readonly nodeCount: number;
  /** `identityKey` of each node. */
  readonly keys: readonly string[];
  readonly nodeByKey: ReadonlyMap<string, number>;
  readonly identities: readonly ResourceIdentity[];
  /** The resource's name, else its Name tag, else its id. */
  readonly labels: readonly string[];
  /** A place in `types`. */
  readonly nodeType: Uint32Array;
  /** Types as the items write them; a spelling that only references use (`AWS::EC2::SUBNET`) gives way to an item's. */
  readonly types: readonly string[];
  /** The item's place in the file; -1 for what is referred to and not among the entries. */
  readonly itemIndex: Int32Array;
  /** Neighbours; several edges to one of them count once, an edge to itself not at all. */
  readonly degree: Uint32Array;

  readonly edgeCount: number;
  readonly edgeSource: Uint32Array;
  readonly edgeTarget: Uint32Array;
  /** A place in `names`: the relationship as source tells it. */
  readonly edgeName: Uint32Array;
  /** A place in `names`: the same relationship as target tells it; -1 where target is silent. */
  readonly edgeReverse: Int32Array;
  /** 1 where AWS Config draws no such relationship: it was read out of a configuration. */
  readonly edgeDerived: Uint8Array;
  /** The field that a derived edge was read from. */
  readonly edgeField: readonly (string | undefined)[];
  /** Relationship names, trimmed. */
  readonly names: readonly string[];

  /** The edges at node n are `adjacency[adjacencyStart[n]]` up to, not with, `adjacency[adjacencyStart[n + 1]]`. */
  readonly adjacencyStart: Uint32Array;
  readonly adjacency: Uint32Array;

  /** Places of items that repeat a resource already seen: the first one counts, these do not. */
  readonly duplicates: readonly number[];
  /** Relationships that name neither an id nor a name and so lead nowhere. */
  readonly nameless: number;
}

/**
 * The number of the node of a resource, by its printed identity, whatever the case of its type; or by type and id as links of earlier
 * versions have them (`aws::ec2::volume/vol-1`), where only one resource bears them. Undefined where there is none.
 */
export function findNode(graph: ResourceGraph, printed: string): number | undefined {
  const identity = parseIdentity(printed);
  const exact = identity && graph.nodeByKey.get(identityKey(identity));
  if (exact !== undefined) return exact;
  const slash = printed.indexOf('/');
  const wanted = resourceKey({
    resourceType: printed.slice(0, Math.max(0, slash)),
    resourceId: printed.slice(slash + 1),
  });
  const matches = graph.identities.flatMap((one, node) => (resourceKey(one) === wanted ? [node] : []));
  const items = matches.filter((node) => (graph.itemIndex[node] ?? -1) >= 0);
  const [only, ...others] = items.length > 0 ? items : matches;
  return others.length === 0 ? only : undefined;
}

/** The type of node n. */
export function typeOf(graph: ResourceGraph, node: number): string {
  return graph.types[graph.nodeType[node] ?? -1] ?? '';
}

/** The edges at node n. */
export function edgesAt(graph: ResourceGraph, node: number): Uint32Array {
  return graph.adjacency.subarray(graph.adjacencyStart[node], graph.adjacencyStart[node + 1]);
}

/** The node at the other end of an edge; the node itself where the edge leads back to it. */
export function otherEnd(graph: ResourceGraph, edge: number, node: number): number {
  const source = graph.edgeSource[edge] ?? node;
  return source === node ? (graph.edgeTarget[edge] ?? node) : source;
}
