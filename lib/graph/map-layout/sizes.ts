import type { BoxKind } from '../picture';

/** All cards have one size, so that a grid of them stands still when one of them changes. */
export const cardSize = { width: 196, height: 42 };
/** Of a folded box, with the most frequent types in it. */
export const foldedSize = { width: 220, height: 88 };
/** Between cards, and between boxes. */
export const gap = { card: 10, box: 14 };
/** Between a box and what it contains. */
export const padding = 10;

const titleHeights: Partial<Record<BoxKind, number>> = { account: 36, region: 34, vpc: 34 };

/** The strip on top of an open box, for its title. */
export function titleHeight(kind: BoxKind): number {
  return titleHeights[kind] ?? 30;
}

/** A letter of a title is about so wide; longer titles than the most are cut. */
const title = { letter: 8.4, most: 300 };

/** How wide an open box is at least, so that its title can be read. */
export function titleWidth(text: string): number {
  return Math.min(title.most, title.letter * text.length);
}
