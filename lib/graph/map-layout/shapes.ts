/** Something that can be drawn in one of several sizes. */
export interface Shape {
  width: number;
  height: number;
}

/** Proportions are alike where one is at most a tenth more than the other. */
const alike = Math.log(1.1);
/** So many heights, and as many widths, are tried to bring things to. */
const mostTargets = 10;
/** Proportions, width by height, that all are brought to. */
const proportions = [0.5, 1, 1.6, 2.5, 4];

/** Of shapes with about one proportion the smallest, and of these those of which none is both narrower and lower; the narrowest first. */
export function bestShapes<S extends Shape>(shapes: readonly S[]): S[] {
  const smallest = new Map<number, S>();
  for (const shape of shapes) {
    const about = Math.round(Math.log(shape.width / shape.height) / alike);
    const before = smallest.get(about);
    if (before === undefined || areaOf(shape) < areaOf(before)) smallest.set(about, shape);
  }
  const best: S[] = [];
  for (const shape of [...smallest.values()].sort((a, b) => a.width - b.width || a.height - b.height)) {
    if (shape.height < (best.at(-1)?.height ?? Number.POSITIVE_INFINITY)) best.push(shape);
  }
  return best;
}

const areaOf = ({ width, height }: Shape) => width * height;

/** The shape that takes the least room in a frame of this proportion (width by height). */
export function closest<S extends Shape>(shapes: readonly [S, ...S[]], proportion: number): S {
  const room = ({ width, height }: Shape) => Math.max(width / proportion, height);
  return shapes.reduce((best, next) => (room(next) < room(best) ? next : best));
}

/**
 * Ways to give each of several things one of its shapes, so that they go well together: all about as high as one of them can be, or all about
 * as wide. Each way is a list of shapes in the order of the things.
 *
 * @param things the shapes of each, the narrowest and highest first; at least one each
 */
export function matchedShapes<S extends Shape>(things: readonly (readonly [S, ...S[]])[]): S[][] {
  const all = things.flat();
  const targets = (side: keyof Shape) =>
    spread(
      [...new Set(all.map((shape) => shape[side]))].sort((a, b) => a - b),
      mostTargets,
    );
  const ways = [
    ...proportions.map((proportion) => things.map((shapes) => closest(shapes, proportion))),
    ...targets('height').map((most) =>
      things.map((shapes) => shapes.find(({ height }) => height <= most) ?? last(shapes)),
    ),
    ...targets('width').map((most) =>
      things.map((shapes) => shapes.findLast(({ width }) => width <= most) ?? shapes[0]),
    ),
  ];
  const told = new Map(ways.map((way) => [way.map((shape, at) => things[at]?.indexOf(shape)).join(' '), way]));
  return [...told.values()];
}

const last = <S>(shapes: readonly [S, ...S[]]): S => shapes.at(-1) ?? shapes[0];

/** Some of a list, from its beginning to its end. */
export function spread<Row>(rows: readonly Row[], most: number): Row[] {
  if (rows.length <= most) return [...rows];
  const step = (rows.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => rows[Math.round(at * step)]).filter((row) => row !== undefined);
}
