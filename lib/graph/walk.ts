import type { Picture, Rectangle } from './picture';

export type Way = 'left' | 'right' | 'up' | 'down';

const unit: Record<Way, { x: number; y: number }> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/**
 * Where an arrow key leads to from a resource or box: along a line to what is drawn on that side, else to the nearest thing on that
 * side. From nowhere it leads to the first thing. Undefined where nothing is there. A box round the present place is never the
 * answer of the second kind: it is on every side.
 */
export function walk({ boxes, nodes, edges }: Picture, from: string | undefined, way: Way): string | undefined {
  const places = new Map<string, Rectangle>([...boxes, ...nodes].map((each) => [each.id, each]));
  const here = places.get(from ?? '');
  if (from === undefined || !here) return (nodes[0] ?? boxes[0])?.id;
  const related = edges.flatMap(({ source, target }) => (source === from ? [target] : target === from ? [source] : []));
  const resting = [...nodes, ...boxes.filter(({ folded }) => folded)].map(({ id }) => id);
  return nearest(here, related, places, way) ?? nearest(here, resting, places, way);
}

/** The nearest of these on one side, what lies straight ahead before what lies aside. */
function nearest(
  here: Rectangle,
  ids: readonly string[],
  places: ReadonlyMap<string, Rectangle>,
  way: Way,
): string | undefined {
  const { x, y } = unit[way];
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const there = places.get(id);
    if (!there || there === here) continue;
    const dx = there.x + there.width / 2 - here.x - here.width / 2;
    const dy = there.y + there.height / 2 - here.y - here.height / 2;
    const ahead = dx * x + dy * y;
    const aside = Math.abs(dx * y) + Math.abs(dy * x);
    if (ahead <= 1 || aside > 2.5 * ahead + Math.max(here.width, here.height)) continue;
    const distance = ahead + 2 * aside;
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}
