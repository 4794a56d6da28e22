import type { GraphView } from '@/lib/api/contract/graph';
import { cardSize } from '@/lib/graph/map-layout/sizes';
import type { Picture, PictureEdge, PictureNode } from '@/lib/graph/picture';
import type { ForceRequest } from './force-request';
import { type ForceForm, forceFormOf } from './forces';
import type { Point } from './placement';

type Part = Pick<GraphView, 'nodes' | 'edges'>;

const iconSize = { width: 44, height: 44 };
/** How large a resource is drawn. */
export const drawnSize = (form: ForceForm) => (form === 'card' ? cardSize : iconSize);

/** What to ask a worker for. */
export function forceRequestOf({ nodes, edges }: Part, proportion: number): ForceRequest {
  const form = forceFormOf(nodes.length);
  return {
    nodes: nodes.map(({ id }) => ({ id, ...drawnSize(form) })),
    edges: edges.map(({ id, source, target }) => ({ id, source, target })),
    form,
    proportion,
  };
}

/** The picture once the places of the middles of all resources are known. */
export function everythingPicture({ nodes, edges }: Part, places: ReadonlyMap<string, Point>): Picture {
  const size = drawnSize(forceFormOf(nodes.length));
  return {
    boxes: [],
    nodes: nodes.map((node) => drawnNode(node, places.get(node.id) ?? { x: 0, y: 0 }, size)),
    edges: drawnEdges(edges),
  };
}

/** A resource with its middle at a point. */
export function drawnNode(
  { degree: _, ...node }: Part['nodes'][number],
  { x, y }: Point,
  size: { width: number; height: number },
): PictureNode {
  const corner = { x: x - size.width / 2, y: y - size.height / 2 };
  return { ...node, ...corner, ...size, ...(node.index === undefined && { missing: true as const }) };
}

/** Relationships, as they are drawn. */
export function drawnEdges(edges: Part['edges']): PictureEdge[] {
  return edges.map(({ id, source, target, name, derived, dimmed }) => ({
    ...{ id, source, target, name },
    ...(derived && { derived }),
    ...(dimmed && { dimmed }),
  }));
}
