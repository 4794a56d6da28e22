import { gap } from './sizes';

/** Something with a size of its own. */
export interface Block {
  id: string;
  width: number;
  height: number;
}

interface Packed {
  /** Left upper corners, by id. */
  places: Map<string, { x: number; y: number }>;
  width: number;
  height: number;
  /** The width that was filled. */
  limit: number;
}

/** Parts of a line from left to right, each up to the beginning of the next one: how high it is filled there. */
type Skyline = { x: number; y: number }[];

/** Widths that are tried, as parts of that of one block of the same area and proportion. */
const widths = [1.1, 0.85, 1, 1.25, 1.45, 1.7];
/** How much more or less area the blocks may come to take before another width is chosen. */
const keeps = { least: 0.5, most: 2.2 };

/**
 * Packs blocks: each in the given order as high up as there is room, and there as far to the left. So the place of a block depends on those
 * before it and on the width that is filled, and on nothing after it.
 *
 * @param proportion width by height that the whole comes close to
 * @param before the width that was filled before: it stays as long as it suits what there is now
 */
export function pack(blocks: readonly Block[], proportion: number, before?: number): Packed {
  const area = blocks.reduce((sum, { width, height }) => sum + (width + gap.box) * (height + gap.box), 0);
  const widest = Math.max(0, ...blocks.map(({ width }) => width));
  const square = Math.sqrt(area * proportion);
  if (before !== undefined && before >= widest) {
    const part = area / ((before * before) / proportion);
    if (part >= keeps.least && part <= keeps.most) return fill(blocks, before);
  }
  const tried = widths.map((factor) => fill(blocks, Math.max(widest, factor * square)));
  const room = ({ width, height }: Packed) => Math.max(width / proportion, height);
  return tried.reduce((best, next) => (room(next) < room(best) ? next : best));
}

function fill(blocks: readonly Block[], limit: number): Packed {
  let skyline: Skyline = [{ x: 0, y: 0 }];
  const places = new Map<string, { x: number; y: number }>();
  let [right, bottom] = [0, 0];
  for (const { id, width, height } of blocks) {
    const place = highest(skyline, width, limit);
    places.set(id, place);
    right = Math.max(right, place.x + width);
    bottom = Math.max(bottom, place.y + height);
    skyline = raised(skyline, place.x, place.x + width + gap.box, place.y + height + gap.box);
  }
  return { places, width: right, height: bottom, limit };
}

/** The highest place for something so wide; of equal ones the one farthest to the left. */
function highest(skyline: Skyline, width: number, limit: number): { x: number; y: number } {
  let best: { x: number; y: number } | undefined;
  for (const { x } of skyline) {
    if (x > 0 && x + width > limit) break;
    const y = Math.max(
      ...skyline.filter((part, at) => part.x < x + width && (skyline[at + 1]?.x ?? limit) > x).map((part) => part.y),
    );
    if (best === undefined || y < best.y) best = { x, y };
  }
  return best ?? { x: 0, y: Math.max(...skyline.map(({ y }) => y)) };
}

/** The skyline with everything between two places as high as `y`. */
function raised(skyline: Skyline, from: number, to: number, y: number): Skyline {
  const after = skyline.findLast((part) => part.x <= to);
  return [
    ...skyline.filter(({ x }) => x < from),
    { x: from, y },
    ...(after ? [{ x: to, y: after.y }] : []),
    ...skyline.filter(({ x }) => x > to),
  ];
}
