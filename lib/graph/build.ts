import type { Relationship } from '../items/configuration-item';
import { EdgeTable } from './edge-table';
import type { GraphEntry, ResourceGraph } from './graph';
import { NodeTable } from './node-table';

/**
 * The graph of a sequence of items, in one pass over them and in time linear in items and relationships.
 *
 * - Types compare without regard to case.
 * - A relationship with an id leads to that resource; one with a name alone to the item of that type and name (AWS Config relates
 *   a Lambda function to its role so). What is not among the entries becomes a reference node.
 * - What is derived from configurations is marked, and is left out where AWS Config draws that relationship from the other end.
 * - The two tellings of one relationship are one edge: see `EdgeTable.merged`.
 * - A second item of the same resource is left out with its relationships and listed in `duplicates`.
 */
export function buildGraph(entries: Iterable<GraphEntry>): ResourceGraph {
  const nodes = new NodeTable();
  const edges = new EdgeTable();
  const byName: { from: number; resourceType: string; resourceName: string; name: string; derived: boolean }[] = [];
  const duplicates: number[] = [];
  let nameless = 0;

  for (const entry of entries) {
    const from = nodes.addItem(entry);
    if (from === undefined) {
      duplicates.push(entry.index);
      continue;
    }
    const relate = ({ resourceType, resourceId, resourceName, name }: Relationship, derived: boolean) => {
      if (resourceId) edges.add(from, nodes.refer({ resourceType, resourceId }, resourceName), name, derived);
      else if (resourceName) byName.push({ from, resourceType, resourceName, name, derived });
      else nameless += 1;
    };
    for (const relationship of entry.relationships) relate(relationship, false);
    for (const edge of entry.derived ?? []) relate(edge, true);
  }
  for (const { from, resourceType, resourceName, name, derived } of byName) {
    edges.add(from, nodes.referByName(resourceType, resourceName), name, derived);
  }

  const merged = edges.merged(nodes);
  return {
    nodeCount: nodes.keys.length,
    keys: nodes.keys,
    nodeByKey: nodes.nodeByKey,
    ids: nodes.ids,
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
