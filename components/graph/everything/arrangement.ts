import { type Point, spread } from './placement';

interface Ground {
  /** For one node with its caption. */
  room: Point;
  /** Width by height of the canvas. */
  proportion: number;
  /** Area still to come in rows below. */
  below: number;
}

/**
 * Makes what a force-directed layout found fit for the canvas: lying rather than standing, as wide as the canvas is, and, where
 * `apart` is asked for, no two on top of each other.
 *
 * @param points by node id; those that come first keep their places best
 * @param dense there are too many nodes: the layout says only where things belong: blow it up until there is room for everybody
 */
export function settle(
  points: ReadonlyMap<string, Point>,
  { room, proportion, below, dense, apart }: Ground & { dense: boolean; apart: boolean },
): Map<string, Point> {
  const { w, h } = boxOf(points);
  const lying = w >= h;
  const growth = dense ? Math.sqrt((2 * points.size * room.x * room.y) / Math.max(1, w * h)) : 1;
  const [long, short] = [Math.max(w, h) * growth + room.x, Math.min(w, h) * growth + room.y];
  // The width at which it is `proportion` times as wide as it is high, what comes below in its rows counted in.
  const width = (proportion * short + Math.sqrt((proportion * short) ** 2 + 4 * proportion * below)) / 2;
  const stretch = Math.min(2, Math.max(1, width / long));
  const wanted = new Map(
    [...points].map(([id, { x, y }]): [string, Point] => [
      id,
      { x: (lying ? x : y) * growth * stretch, y: (lying ? y : x) * growth },
    ]),
  );
  return apart ? spread(room, wanted) : wanted;
}

/** Places in rows under what is drawn already, for nodes that relate to nothing. */
export function rowsBelow(ids: readonly string[], above: ReadonlyMap<string, Point>, room: Point): Map<string, Point> {
  const { left, bottom, w } = boxOf(above);
  const inRow = Math.max(Math.floor(w / room.x) + 1, Math.ceil(Math.sqrt(ids.length * 3)));
  return new Map(
    ids.map((id, place) => [
      id,
      { x: left + room.x * (place % inRow), y: bottom + room.y * (1.4 + Math.floor(place / inRow)) },
    ]),
  );
}

function boxOf(points: ReadonlyMap<string, Point>): { left: number; bottom: number; w: number; h: number } {
  let [left, right, top, bottom] = [Number.POSITIVE_INFINITY, -Infinity, Number.POSITIVE_INFINITY, -Infinity];
  for (const { x, y } of points.values()) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return points.size ? { left, bottom, w: right - left, h: bottom - top } : { left: 0, bottom: 0, w: 0, h: 0 };
}
