import type { Rectangle } from '../../picture';

interface Point {
  x: number;
  y: number;
}

/** Where an edge runs: as the path of SVG, and the middle of it for its name. */
export interface EdgeLine {
  path: string;
  middle: Point;
}

/** Between the bows of edges that join the same two ends. */
const bow = 26;

/**
 * The line of an edge from the border of one rectangle to that of another. `place` is its number among the edges of the same two ends,
 * from 0: each gets a bow of its own. `against` says that it runs the other way than the first of them.
 */
export function edgeLine(from: Rectangle, to: Rectangle, place: number, against: boolean): EdgeLine {
  if (from === to) return loop(from, place);
  const [a, b] = [middleOf(from), middleOf(to)];
  const start = holds(from, b) ? nearestOnBorder(from, b) : onBorder(from, b);
  const end = holds(to, a) ? nearestOnBorder(to, a) : onBorder(to, a);
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  // 0, 1, -1, 2, -2, …, and seen from the same side whichever way the edge runs.
  const shift = (place % 2 ? (place + 1) / 2 : -place / 2) * bow * (against ? -1 : 1);
  const control = {
    x: (start.x + end.x) / 2 - ((end.y - start.y) / length) * 2 * shift,
    y: (start.y + end.y) / 2 + ((end.x - start.x) / length) * 2 * shift,
  };
  const middle = { x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4 };
  const path = shift ? `M${round(start)}Q${round(control)} ${round(end)}` : `M${round(start)}L${round(end)}`;
  return { path, middle };
}

/** An edge from a node to itself, over its right upper corner. */
function loop({ x, y, width }: Rectangle, place: number): EdgeLine {
  const size = 22 + 14 * place;
  const corner = { x: x + width, y };
  const [start, end] = [
    { x: corner.x - 14, y: corner.y },
    { x: corner.x, y: corner.y + 14 },
  ];
  const controls = [
    { x: corner.x - 14, y: corner.y - size },
    { x: corner.x + size, y: corner.y + 14 },
  ].map(round);
  return {
    path: `M${round(start)}C${controls.join(' ')} ${round(end)}`,
    middle: { x: corner.x + size * 0.4, y: corner.y - size * 0.4 },
  };
}

function middleOf({ x, y, width, height }: Rectangle): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function holds({ x, y, width, height }: Rectangle, point: Point): boolean {
  return point.x > x && point.x < x + width && point.y > y && point.y < y + height;
}

/** Where the line from the middle of a rectangle to a point outside it crosses its border. */
function onBorder(rectangle: Rectangle, towards: Point): Point {
  const middle = middleOf(rectangle);
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : rectangle.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : rectangle.height / 2 / Math.abs(dy),
  );
  return Number.isFinite(reach) ? { x: middle.x + dx * reach, y: middle.y + dy * reach } : middle;
}

/** The point of a rectangle's border that is nearest to a point within it. */
function nearestOnBorder({ x, y, width, height }: Rectangle, point: Point): Point {
  const candidates = [
    { x, y: point.y },
    { x: x + width, y: point.y },
    { x: point.x, y },
    { x: point.x, y: y + height },
  ];
  const distance = (to: Point) => Math.hypot(to.x - point.x, to.y - point.y);
  return candidates.reduce((best, each) => (distance(each) < distance(best) ? each : best));
}

function round({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
