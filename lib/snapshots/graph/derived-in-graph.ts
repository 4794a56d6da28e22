import type { GraphPart } from '../../graph/view';
import { type DerivedEdge, typesWithDerivedEdges } from '../../items/derived-edges';
import type { ResourceIdentity } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';

const derivedFrom: ReadonlySet<string> = new Set(typesWithDerivedEdges.map(normalizeType));

type Node = GraphPart['nodes'][number];

/** Where a reference leads to: an item. */
export interface Target {
  itemIndex: number;
  identity: ResourceIdentity;
  /** `identityKey` of the identity. */
  id: string;
  /** The node that stands for it. Asked for only where it is to be drawn: most are there already. */
  node: () => Promise<Node | undefined>;
}

export interface DerivedParts {
  /** What an item's configuration tells, asked for drawn items alone and for all of them at once. */
  derive: (itemIndex: number) => Promise<readonly DerivedEdge[]>;
  /** Where a reference of an item leads to. */
  find: (reference: DerivedEdge, teller: number) => Promise<Target | undefined>;
  /** Whether what was found by a reference is drawn, where nobody draws it anyway. */
  admits: (target: Target, reference: DerivedEdge) => boolean;
  /** Ids of nodes that were asked for: what they lead to is drawn as well, up to `limit` nodes. */
  focus: readonly string[];
  limit: number;
  /** The most items whose text is read. */
  most: number;
}

/**
 * A drawn part of a graph with what is derived from the configurations of the drawn items: edges between them, marked as derived, and
 * none where AWS Config relates the two itself.
 */
export async function withDerivedEdges(part: GraphPart, parts: DerivedParts): Promise<GraphPart> {
  const nodes = new Map(part.nodes.map((node) => [node.id, node]));
  const related = new Map<string, Set<string>>();
  const relate = (from: string, to: string) => {
    const known = related.get(from);
    if (known) known.add(to);
    else related.set(from, new Set([to]));
  };
  for (const { source, target } of part.edges) {
    relate(source, target);
    relate(target, source);
  }
  const edges = [...part.edges];
  const focus = new Set(parts.focus);
  const asked = part.nodes
    .filter(({ resourceType, index }) => index !== undefined && derivedFrom.has(normalizeType(resourceType)))
    .sort((a, b) => Number(focus.has(b.id)) - Number(focus.has(a.id)))
    .slice(0, parts.most);
  const deriveOne = async (source: Node) => ({ source, edgesOfItem: await parts.derive(source.index ?? 0) });
  const derived = await Promise.all(asked.map(deriveOne));
  for (const { source, edgesOfItem } of derived) await draw(source, edgesOfItem);
  return { ...part, nodes: [...nodes.values()], edges };

  async function draw(source: Node, edgesOfItem: readonly DerivedEdge[]): Promise<void> {
    for (const edge of edgesOfItem) {
      const target = await parts.find(edge, source.index ?? 0);
      if (!target || target.id === source.id || related.get(source.id)?.has(target.id)) continue;
      if (!nodes.has(target.id)) {
        if (!focus.has(source.id) || nodes.size >= parts.limit || !parts.admits(target, edge)) continue;
        const node = await target.node();
        if (!node) continue;
        nodes.set(target.id, node);
      }
      relate(source.id, target.id);
      const name = edge.name.trim();
      const id = JSON.stringify([source.id, name, target.id]);
      edges.push({ id, source: source.id, target: target.id, name, derived: true, field: edge.field });
    }
  }
}
