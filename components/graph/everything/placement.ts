export interface Point {
  x: number;
  y: number;
}

/**
 * Moves apart what lies on top of each other: each node stays where it is wanted if there is room, else goes to the nearest place
 * where there is. Those that come first keep their places.
 */
export function spread(room: Point, wanted: ReadonlyMap<string, Point>): Map<string, Point> {
  const ground = new Ground(room, middleOf([...wanted.values()]));
  const places = new Map<string, Point>();
  for (const [id, point] of wanted) {
    if (ground.isFree(point)) {
      ground.take(point);
      places.set(id, point);
    } else places.set(id, ground.takeNearest(point));
  }
  return places;
}

/** Knows where there is room: points in cells as large as the room of a node, so that only nine cells need be looked at. */
class Ground {
  readonly middle: Point;
  readonly #room: Point;
  readonly #taken = new Map<string, Point[]>();
  /** By cell: the rings round its middle that are known to be full. */
  readonly #fullRings = new Map<string, number>();

  constructor(room: Point, middle: Point) {
    this.#room = room;
    this.middle = middle;
  }

  take(point: Point): void {
    const cell = this.#cell(point);
    const points = this.#taken.get(cell);
    if (points) points.push(point);
    else this.#taken.set(cell, [point]);
  }

  isFree({ x, y }: Point): boolean {
    for (const dx of [-this.#room.x, 0, this.#room.x]) {
      for (const dy of [-this.#room.y, 0, this.#room.y]) {
        for (const other of this.#taken.get(this.#cell({ x: x + dx, y: y + dy })) ?? []) {
          if (Math.abs(other.x - x) < this.#room.x && Math.abs(other.y - y) < this.#room.y) return false;
        }
      }
    }
    return true;
  }

  /** Goes round `anchor` in widening rings, beginning on the side that faces away from the middle of the drawing. */
  takeNearest(anchor: Point): Point {
    const cell = this.#cell(anchor);
    const outward = Math.atan2(anchor.y - this.middle.y, anchor.x - this.middle.x);
    for (let ring = this.#fullRings.get(cell) ?? 1; ; ring++) {
      const steps = 10 * ring;
      for (let step = 0; step < steps; step++) {
        // 0, +1, -1, +2, -2, …: first straight outward, then ever more to the sides.
        const turn = (step % 2 ? (step + 1) / 2 : -step / 2) * ((2 * Math.PI) / steps);
        const point = {
          x: Math.round(anchor.x + ring * this.#room.x * Math.cos(outward + turn)),
          y: Math.round(anchor.y + ring * this.#room.y * 1.1 * Math.sin(outward + turn)),
        };
        if (!this.isFree(point)) continue;
        this.#fullRings.set(cell, ring);
        this.take(point);
        return point;
      }
    }
  }

  #cell({ x, y }: Point): string {
    return `${Math.floor(x / this.#room.x)},${Math.floor(y / this.#room.y)}`;
  }
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / (points.length || 1), y: sum.y / (points.length || 1) };
}
