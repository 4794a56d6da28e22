import type { Dependency } from '../dependency';
import type { GraphPart } from '../view';

type Edge = GraphPart['edges'][number];

/**
 * Relationships as arrows from what depends to what it depends on, for a picture that leads from left to right. Where that is not how the
 * relationship reads, its name is the one that the other end tells, or has an arrow before it: it reads backwards.
 */
export function dependencyArrows(edges: readonly (Edge & Pick<Dependency, 'dependent'>)[]): Edge[] {
  return edges.map(({ dependent, ...edge }) => (dependent === 'target' ? turned(edge) : edge));
}

/**
 * Relationships as arrows along the shortest paths between two resources, from the one end to the other. Names as in `dependencyArrows`.
 */
export function alongPaths({
  paths,
  edges,
}: {
  paths: readonly (readonly string[])[];
  edges: readonly Edge[];
}): Edge[] {
  const steps = new Map(paths.flatMap((path) => path.map((id, step): [string, number] => [id, step])));
  const stepOf = (id: string) => steps.get(id) ?? 0;
  return edges.map((edge) => (stepOf(edge.source) > stepOf(edge.target) ? turned(edge) : edge));
}

function turned<Turned extends Edge>(edge: Turned): Turned {
  const { source, target, name, reverseName } = edge;
  return { ...edge, source: target, target: source, name: reverseName ?? `← ${name}`, reverseName: name };
}

/** What is left of an answer without some of its relationships: all to which a way leads from the start, in the direction that was asked for. */
export function stillReached<Node extends { id: string }>(
  start: string,
  nodes: readonly Node[],
  arrows: readonly Pick<Edge, 'source' | 'target'>[],
  direction: 'dependents' | 'dependencies',
): Node[] {
  const next = new Map<string, string[]>();
  for (const { source, target } of arrows) {
    const [from, to] = direction === 'dependents' ? [target, source] : [source, target];
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  }
  const found = new Set([start]);
  for (const id of found) for (const other of next.get(id) ?? []) found.add(other);
  return nodes.filter(({ id }) => found.has(id));
}
