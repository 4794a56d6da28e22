import pMap from 'p-map';
import type { GraphPart } from '../../graph/view';
import { type DerivedEdge, typesWithDerivedEdges } from '../../items/derived-edges';
import { normalizeType } from '../../items/resource-type';

const derivedFrom: ReadonlySet<string> = new Set(typesWithDerivedEdges.map(normalizeType));

/** Items whose strings are read side by side. */
const readAtOnce = 16;

type Node = GraphPart['nodes'][number];

/** Where a reference leads to: the item, and the node that stands for it. */
export interface Target {
  index: number;
  node: Node;
}

export interface DerivedParts {
  /** What an item's configuration tells. Its text is read for that, so this is asked for drawn items alone. */
  derive: (item: number) => Promise<readonly DerivedEdge[]>;
  /** Where a reference of an item leads to. */
  find: (reference: DerivedEdge, teller: number) => Promise<Target | undefined>;
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
  const related = new Set(part.edges.flatMap(({ source, target }) => [`${source}\n${target}`, `${target}\n${source}`]));
  const edges = [...part.edges];
  const focus = new Set(parts.focus);
  const asked = part.nodes
    .filter(({ resourceType, index }) => index !== undefined && derivedFrom.has(normalizeType(resourceType)))
    .sort((a, b) => Number(focus.has(b.id)) - Number(focus.has(a.id)))
    .slice(0, parts.most);
  const deriveOne = async (source: Node) => ({ source, told: await parts.derive(source.index ?? 0) });
  const derived = await pMap(asked, deriveOne, { concurrency: readAtOnce });
  for (const { source, told } of derived) await draw(source, told);
  return { ...part, nodes: [...nodes.values()], edges };

  async function draw(source: Node, told: readonly DerivedEdge[]): Promise<void> {
    for (const edge of told) {
      const target = (await parts.find(edge, source.index ?? 0))?.node;
      if (!target || target.id === source.id || related.has(`${source.id}\n${target.id}`)) continue;
      if (!nodes.has(target.id)) {
        if (!focus.has(source.id) || nodes.size >= parts.limit) continue;
        nodes.set(target.id, target);
      }
      related.add(`${source.id}\n${target.id}`);
      const name = edge.name.trim();
      const id = JSON.stringify([source.id, name, target.id]);
      edges.push({ id, source: source.id, target: target.id, name, derived: true });
    }
  }
}
