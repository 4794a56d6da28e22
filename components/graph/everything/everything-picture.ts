import type { GraphView } from '@/lib/api/contract/graph';
import { cardSize } from '@/lib/graph/map-layout/sizes';
import type { Picture } from '@/lib/graph/picture';
import type { ForceRequest } from './force-request';
import { type ForceForm, forceFormOf } from './forces';
import type { Point } from './placement';

type Part = Pick<GraphView, 'nodes' | 'edges'>;

const iconSize = { width: 44, height: 44 };
const sizeOf = (form: ForceForm) => (form === 'card' ? cardSize : iconSize);

/** What to ask a worker for. */
export function forceRequestOf({ nodes, edges }: Part, proportion: number): ForceRequest {
  const form = forceFormOf(nodes.length);
  return {
    nodes: nodes.map(({ id }) => ({ id, ...sizeOf(form) })),
    edges: edges.map(({ id, source, target }) => ({ id, source, target })),
    form,
    proportion,
  };
}

/** The picture once the places of the middles of all resources are known. */
export function everythingPicture({ nodes, edges }: Part, places: ReadonlyMap<string, Point>): Picture {
  const size = sizeOf(forceFormOf(nodes.length));
  return {
    boxes: [],
    nodes: nodes.map(({ degree: _, ...node }) => {
      const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
      const corner = { x: x - size.width / 2, y: y - size.height / 2 };
      return { ...node, ...corner, ...size, ...(node.index === undefined && { missing: true as const }) };
    }),
    edges: edges.map(({ id, source, target, name, derived, dimmed }) => ({
      ...{ id, source, target, name },
      ...(derived && { derived }),
      ...(dimmed && { dimmed }),
    })),
  };
}
