/** What becomes of what does not match: it is left out, or shown and marked. */
export type Unmatched = 'hide' | 'dim';

/** A relationship as its source tells it, and as its target does. */
interface NamedEdge {
  name: string;
  reverseName?: string;
}

/** Marks what stands back behind what matches. */
interface Dimmed {
  dimmed?: true;
}

interface Part<Node, Edge> {
  nodes: readonly Node[];
  edges: readonly Edge[];
}

/** Whether a relationship has one of some names, from whichever of its ends; without names any has. */
export function isNamed({ name, reverseName }: NamedEdge, names: readonly string[]): boolean {
  return names.length === 0 || names.includes(name) || (reverseName !== undefined && names.includes(reverseName));
}

/** Marks nodes that do not match, and edges that lead to one of them or have none of some names. */
export function dimUnmatched<
  Node extends { id: string } & Dimmed,
  Edge extends NamedEdge & { source: string; target: string } & Dimmed,
>(
  { nodes, edges }: Part<Node, Edge>,
  { matches, names }: { matches: (node: Node, at: number) => boolean; names: readonly string[] },
): { nodes: Node[]; edges: Edge[] } {
  const unmatched = new Set(nodes.filter((node, at) => !matches(node, at)).map(({ id }) => id));
  return {
    nodes: nodes.map((node) => (unmatched.has(node.id) ? { ...node, dimmed: true } : node)),
    edges: edges.map((edge) => {
      const isMatch = isNamed(edge, names) && !unmatched.has(edge.source) && !unmatched.has(edge.target);
      return isMatch ? edge : { ...edge, dimmed: true };
    }),
  };
}

/** The edges that have one of some names; of those that have none what becomes of what does not match. */
export function edgesByName<Edge extends NamedEdge & Dimmed>(
  edges: readonly Edge[],
  names: readonly string[],
  unmatched: Unmatched,
): Edge[] {
  if (unmatched === 'hide') return edges.filter((edge) => isNamed(edge, names));
  return edges.map((edge) => (isNamed(edge, names) ? edge : { ...edge, dimmed: true }));
}
