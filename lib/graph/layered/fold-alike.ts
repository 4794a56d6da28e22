import { normalizeType } from '../../items/resource-type';
import type { GraphPart } from '../view';

type Node = GraphPart['nodes'][number];
type Edge = GraphPart['edges'][number];

/** Resources of one type that are related to one other resource only, and all to the same one in the same words. */
export interface Fold {
  id: string;
  resourceType: string;
  members: Node[];
}

interface Folded {
  nodes: Node[];
  folds: Fold[];
  /** Between what is left: those of a fold are one edge with a count. */
  edges: (Edge & { count?: number })[];
}

/** Fewer than this are drawn one by one. */
const fewest = 5;

/**
 * Puts what is alike into folds, so that three hundred instances of one security group are one thing to look at. What is asked for by
 * name (`never`, ids of nodes) stays by itself, and so do the members of the folds that are open (`open`, ids of folds).
 */
export function foldAlike(
  { nodes, edges }: Pick<GraphPart, 'nodes' | 'edges'>,
  { never, open }: { never: readonly string[]; open: readonly string[] },
): Folded {
  const touching = new Map<string, Edge[]>();
  for (const edge of edges) {
    for (const end of new Set([edge.source, edge.target])) touching.set(end, [...(touching.get(end) ?? []), edge]);
  }
  const keep = new Set(never);
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    const [edge, ...others] = touching.get(node.id) ?? [];
    if (!edge || others.length > 0 || keep.has(node.id) || edge.source === edge.target) continue;
    const outward = edge.source === node.id;
    const words = [normalizeType(node.resourceType), outward ? 'to' : 'from', edge.name, edge.derived === true];
    const id = `alike:${outward ? edge.target : edge.source}/${words.join('/')}`;
    groups.set(id, [...(groups.get(id) ?? []), node]);
  }
  const folds: Fold[] = [];
  const foldOf = new Map<string, string>();
  for (const [id, members] of groups) {
    const [first] = members;
    if (!first || members.length < fewest || open.includes(id)) continue;
    folds.push({ id, resourceType: first.resourceType, members });
    for (const member of members) foldOf.set(member.id, id);
  }
  const bundles = new Map<string, Edge & { count?: number }>();
  for (const edge of edges) {
    const source = foldOf.get(edge.source) ?? edge.source;
    const target = foldOf.get(edge.target) ?? edge.target;
    const isFolded = source !== edge.source || target !== edge.target;
    const id = isFolded ? JSON.stringify([source, target, edge.name]) : edge.id;
    const known = bundles.get(id);
    if (known) {
      known.count = (known.count ?? 1) + 1;
      if (!edge.dimmed) delete known.dimmed;
    } else bundles.set(id, { ...edge, id, source, target });
  }
  return { nodes: nodes.filter(({ id }) => !foldOf.has(id)), folds, edges: [...bundles.values()] };
}
