import type { Picture } from '@/lib/graph/picture';

/** For the caption of a hub, which is large enough to be read where everything else is too small. */
const caption = { size: 30, room: { x: 330, y: 110 }, forNodes: 150 };
const mostHubs = 8;
const leastLines = 6;

/**
 * The few resources to which the most is related, if it is much, and far enough apart for their large captions; and how large those are: the
 * more is drawn, the farther away all of it is seen from.
 */
export function hubsOf({ nodes, edges }: Picture): { ids: Set<string>; size: number } {
  const scale = Math.max(1, Math.sqrt(nodes.length / caption.forNodes));
  const room = { x: caption.room.x * scale, y: caption.room.y * scale };
  const lines = new Map<string, number>();
  for (const { source, target } of edges) {
    for (const end of [source, target]) lines.set(end, (lines.get(end) ?? 0) + 1);
  }
  const candidates = nodes
    .filter(({ id }) => (lines.get(id) ?? 0) >= leastLines)
    .sort((a, b) => (lines.get(b.id) ?? 0) - (lines.get(a.id) ?? 0));
  const found: typeof candidates = [];
  for (const node of candidates) {
    const isFree = found.every(({ x, y }) => Math.abs(x - node.x) > room.x || Math.abs(y - node.y) > room.y);
    if (isFree) found.push(node);
    if (found.length === mostHubs) break;
  }
  return { ids: new Set(found.map(({ id }) => id)), size: caption.size * scale };
}
