import { assumedScope } from '../items/resolve-reference';
import { EdgeTable } from './edge-table';
import type { GraphEntry, GraphRelationship, ResourceGraph } from './graph';
import { ItemNodes } from './item-nodes';
import { NodeTable } from './node-table';

/**
 * The graph of a sequence of items, in time linear in items and relationships.
 *
 * - Resources are the same where account, Region, type (without regard to case) and id are.
 * - A relationship leads to an item by the rules of `resolveReference`. What is not among the entries, or might be several of them,
 *   becomes a reference node, in the account and Region that `assumedScope` gives it.
 * - What is derived from configurations is marked, and is left out where AWS Config draws that relationship from the other end.
 * - The two tellings of one relationship are one edge: see `EdgeTable.merged`.
 * - A second item of the same resource is left out with its relationships and listed in `duplicates`.
 */
export function buildGraph(entries: Iterable<GraphEntry>): ResourceGraph {
  const nodes = new NodeTable();
  const edges = new EdgeTable();
  const counted: GraphEntry[] = [];
  const duplicates: number[] = [];
  let nameless = 0;

  for (const entry of entries) {
    if (nodes.addItem(entry) === undefined) duplicates.push(entry.index);
    else counted.push(entry);
  }
  let items: ItemNodes | undefined;
  const find = (relationship: GraphRelationship, teller: GraphEntry) => {
    items ??= new ItemNodes(counted, nodes.nodeByKey);
    return items.find(relationship, teller);
  };
  counted.forEach((entry, from) => {
    const relate = (relationship: GraphRelationship, derived: boolean) => {
      const { resourceType, resourceId, resourceName, arn, name, to, field, ifPresent } = relationship;
      const known = resourceId || resourceName;
      if (!known) {
        nameless += 1;
        return;
      }
      const found = to === undefined ? find(relationship, entry) : undefined;
      if (found === undefined && to === undefined && ifPresent) return;
      const target =
        found ??
        nodes.refer(
          to?.identity ?? { ...assumedScope(resourceType, entry, arn ?? known), resourceType, resourceId: known },
          resourceName,
          to?.key,
        );
      edges.add(from, target, name, derived ? { field } : undefined);
    };
    for (const relationship of entry.relationships) relate(relationship, false);
    for (const edge of entry.derived ?? []) relate(edge, true);
  });

  const merged = edges.merged(nodes);
  return {
    nodeCount: nodes.keys.length,
    keys: nodes.keys,
    nodeByKey: nodes.nodeByKey,
    identities: nodes.identities,
    labels: nodes.labels,
    nodeType: Uint32Array.from(nodes.nodeType),
    types: nodes.types,
    itemIndex: Int32Array.from(nodes.itemIndex),
    degree: merged.degree,
    edgeCount: merged.source.length,
    edgeSource: Uint32Array.from(merged.source),
    edgeTarget: Uint32Array.from(merged.target),
    edgeName: Uint32Array.from(merged.name),
    edgeReverse: Int32Array.from(merged.reverse),
    edgeDerived: Uint8Array.from(merged.derived),
    edgeField: merged.field,
    names: edges.names,
    ...adjacency(nodes.keys.length, merged.source, merged.target),
    duplicates,
    nameless,
  };
}

/** Edges by node, counted first and then put in place; an edge from a node to itself stands there once. */
function adjacency(nodeCount: number, source: readonly number[], target: readonly number[]) {
  const adjacencyStart = new Uint32Array(nodeCount + 1);
  const ends = (edge: number) => {
    const from = source[edge] ?? 0;
    const to = target[edge] ?? 0;
    return from === to ? [from] : [from, to];
  };
  for (let edge = 0; edge < source.length; edge++) {
    for (const node of ends(edge)) adjacencyStart[node + 1] = (adjacencyStart[node + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node++) {
    adjacencyStart[node + 1] = (adjacencyStart[node + 1] ?? 0) + (adjacencyStart[node] ?? 0);
  }
  const free = adjacencyStart.slice(0, nodeCount);
  const adjacency = new Uint32Array(adjacencyStart[nodeCount] ?? 0);
  for (let edge = 0; edge < source.length; edge++) {
    for (const node of ends(edge)) {
      const place = free[node] ?? 0;
      adjacency[place] = edge;
      free[node] = place + 1;
    }
  }
  return { adjacencyStart, adjacency };
}
