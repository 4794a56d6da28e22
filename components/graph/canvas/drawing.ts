import type { GraphView } from '@/lib/api/contract/graph';

export type DrawnNode = GraphView['nodes'][number];
export type DrawnEdge = GraphView['edges'][number];

/** What stands on the canvas. */
export interface Drawing {
  nodes: readonly DrawnNode[];
  edges: readonly DrawnEdge[];
}

export interface Expansion {
  drawing: Drawing;
  /** Nodes that were not drawn before. */
  added: number;
  /** Neighbours that are still not drawn. */
  left: number;
}

/**
 * Adds a node's neighbours to a drawing, the best connected first and at most `most` of them. `around` is what is within two hops
 * of the node: so it holds every relationship of the new ones with those drawn already.
 */
export function expand(drawing: Drawing, around: Drawing, centre: string, most: number): Expansion {
  const drawn = new Set(drawing.nodes.map(({ id }) => id));
  const neighbours = new Set<string>();
  for (const { source, target } of around.edges) {
    if (source === centre) neighbours.add(target);
    if (target === centre) neighbours.add(source);
  }
  const fresh = around.nodes
    .filter(({ id }) => neighbours.has(id) && !drawn.has(id))
    .sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
  const added = fresh.slice(0, most);
  for (const { id } of added) drawn.add(id);
  const edges = new Map(drawing.edges.map((edge) => [edge.id, edge]));
  for (const edge of around.edges) if (drawn.has(edge.source) && drawn.has(edge.target)) edges.set(edge.id, edge);
  return {
    drawing: { nodes: [...drawing.nodes, ...added], edges: [...edges.values()] },
    added: added.length,
    left: fresh.length - added.length,
  };
}

/** The same resources, related by AWS Config's own relationships alone. */
export function withoutDerived({ nodes, edges }: Drawing): Drawing {
  return { nodes, edges: edges.filter((edge) => !edge.derived) };
}

/** `vol-ce676ccc Is attached to Instance i-344c463d`; with account and Region in brackets where they are told. */
export function sentence(
  edge: DrawnEdge,
  nodeById: ReadonlyMap<string, DrawnNode>,
  scopes: { textOf(node: DrawnNode): string },
): string {
  const name = (id: string) => {
    const node = nodeById.get(id);
    if (!node) return id;
    const place = scopes.textOf(node);
    return place ? `${node.resourceId} (${place})` : node.resourceId;
  };
  return `${name(edge.source)} ${edge.name} ${name(edge.target)}`;
}
