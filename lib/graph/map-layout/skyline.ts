import { closest, spread } from './shapes';
import { gap } from './sizes';

/** Something with a size of its own. */
export interface Block {
  id: string;
  width: number;
  height: number;
}

/** Blocks that have their places. */
export interface Packed {
  /** Left upper corners, by id. */
  places: ReadonlyMap<string, { x: number; y: number }>;
  width: number;
  height: number;
  /** The width that was filled, and the area of what was there when it was chosen. */
  chosen: Chosen;
}

interface Chosen {
  width: number;
  area: number;
}

/** Parts of a line from left to right, each up to the beginning of the next one: how high it is filled there. */
type Skyline = { x: number; y: number }[];

/** At most so many widths are tried. */
const mostWidths = 10;
/** How much more or less area the blocks may come to take before another width is chosen. */
const keeps = { least: 0.5, most: 2.2 };

/**
 * Packs blocks in several widths: each in the given order as high up as there is room, and there as far to the left. So the place of a block
 * depends on those before it and on the width that is filled, and on nothing after it.
 */
export function packings(blocks: readonly Block[]): Packed[] {
  const area = areaOf(blocks);
  const widest = widestOf(blocks);
  // Widths in which one more of the first ones stand side by side.
  const widths = new Set<number>([widest]);
  let beside = -gap.box;
  for (const { width } of blocks) {
    beside += width + gap.box;
    if (beside > widest) widths.add(beside);
  }
  return spread([...widths], mostWidths).map((width) => fill(blocks, { width, area }));
}

/** The blocks in the width in which they come closest to a proportion, width by height. */
export function pack(blocks: readonly Block[], proportion: number): Packed {
  const [first, ...others] = packings(blocks);
  return first ? closest([first, ...others], proportion) : fill(blocks, { width: 0, area: 0 });
}

/** The blocks in the width that was chosen before; undefined where that does not suit what there is now. */
export function packedBefore(blocks: readonly Block[], chosen: Chosen): Packed | undefined {
  const part = areaOf(blocks) / chosen.area;
  const suits = part >= keeps.least && part <= keeps.most && widestOf(blocks) <= chosen.width;
  return suits ? fill(blocks, chosen) : undefined;
}

function areaOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { width, height }) => sum + (width + gap.box) * (height + gap.box), 0);
}

function widestOf(blocks: readonly Block[]): number {
  return Math.max(0, ...blocks.map(({ width }) => width));
}

function fill(blocks: readonly Block[], chosen: Chosen): Packed {
  let skyline: Skyline = [{ x: 0, y: 0 }];
  const places = new Map<string, { x: number; y: number }>();
  let [right, bottom] = [0, 0];
  for (const { id, width, height } of blocks) {
    const place = highest(skyline, width, chosen.width);
    places.set(id, place);
    right = Math.max(right, place.x + width);
    bottom = Math.max(bottom, place.y + height);
    skyline = raised(skyline, place.x, place.x + width + gap.box, place.y + height + gap.box);
  }
  return { places, width: right, height: bottom, chosen };
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
