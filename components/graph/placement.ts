export interface Point {
  x: number;
  y: number;
}

/**
 * Places for nodes that join a drawing: round the neighbour that is drawn already, as near to it as there is room, while everything
 * else stays where it is. The same drawing gets the same places.
 *
 * @param room for one node with its label, in the canvas' own units
 * @param present places taken, by node id
 * @param joining nodes to place with their neighbours, in order; a neighbour may be one that was placed just before
 */
export function placesFor(
  room: Point,
  present: ReadonlyMap<string, Point>,
  joining: readonly { id: string; neighbours: readonly string[] }[],
): Map<string, Point> {
  const taken = new Map<string, Point[]>();
  const cell = ({ x, y }: Point) => `${Math.floor(x / room.x)},${Math.floor(y / room.y)}`;
  const take = (point: Point) => {
    const points = taken.get(cell(point));
    if (points) points.push(point);
    else taken.set(cell(point), [point]);
  };
  const isFree = (point: Point) => {
    for (const dx of [-room.x, 0, room.x]) {
      for (const dy of [-room.y, 0, room.y]) {
        for (const other of taken.get(cell({ x: point.x + dx, y: point.y + dy })) ?? []) {
          if (Math.abs(other.x - point.x) < room.x && Math.abs(other.y - point.y) < room.y) return false;
        }
      }
    }
    return true;
  };

  for (const point of present.values()) take(point);
  const middle = middleOf([...present.values()]);
  const places = new Map<string, Point>();
  for (const { id, neighbours } of joining) {
    const anchor = neighbours.map((each) => present.get(each) ?? places.get(each)).find((point) => point !== undefined);
    const place = nearestFree(room, anchor ?? middle, middle, isFree);
    places.set(id, place);
    take(place);
  }
  return places;
}

/** Goes round `anchor` in widening rings, beginning on the side that faces away from the middle of the drawing. */
function nearestFree(room: Point, anchor: Point, middle: Point, isFree: (point: Point) => boolean): Point {
  const outward = Math.atan2(anchor.y - middle.y, anchor.x - middle.x);
  for (let ring = 1; ; ring++) {
    const steps = 10 * ring;
    for (let step = 0; step < steps; step++) {
      // 0, +1, -1, +2, -2, …: first straight outward, then ever more to the sides.
      const turn = (step % 2 ? (step + 1) / 2 : -step / 2) * ((2 * Math.PI) / steps);
      const point = {
        x: Math.round(anchor.x + ring * room.x * Math.cos(outward + turn)),
        y: Math.round(anchor.y + ring * room.y * 1.2 * Math.sin(outward + turn)),
      };
      if (isFree(point)) return point;
    }
  }
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / (points.length || 1), y: sum.y / (points.length || 1) };
}
