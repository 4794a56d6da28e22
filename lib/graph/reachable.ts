import type { GraphPart } from './view';

/** Which way edges are followed: `out` from source to target (to what a resource depends on), `in` the other way. */
export type Direction = 'in' | 'out' | 'both';

/**
 * The part of a drawn graph that is reached from the focus in at most so many steps, edges taken in one direction only. The edges that
 * are left are those between what is reached.
 */
export function reachable(
  part: GraphPart,
  { focus, direction, hops, limit }: { focus: readonly string[]; direction: Direction; hops: number; limit: number },
): GraphPart {
  if (direction === 'both') return part;
  const next = new Map<string, string[]>();
  for (const { source, target } of part.edges) {
    const [from, to] = direction === 'out' ? [source, target] : [target, source];
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  }
  const found = new Set(focus);
  let ring = [...found];
  for (let hop = 0; hop < hops && ring.length > 0; hop++) {
    const reached = new Set(ring.flatMap((id) => next.get(id) ?? []).filter((id) => !found.has(id)));
    for (const id of reached) found.add(id);
    ring = [...reached];
  }
  // Nodes come nearest first: what is cut off is farthest away.
  const nodes = part.nodes.filter(({ id }) => found.has(id)).slice(0, limit);
  const kept = new Set(nodes.map(({ id }) => id));
  return { ...part, nodes, edges: part.edges.filter(({ source, target }) => kept.has(source) && kept.has(target)) };
}
