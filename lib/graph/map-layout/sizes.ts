/** All cards have one size, so that a grid of them stands still when one of them changes. */
export const cardSize = { width: 172, height: 36 };
/** Of a folded box, with the most frequent types in it. */
export const foldedSize = { width: 186, height: 76 };
/** Between cards, and between boxes. */
export const gap = { card: 6, box: 8 };
/** Between a box and what it contains. */
export const padding = 8;
/** The strip on top of an open box, for its title. */
export const titleHeight = 27;

/** A letter of a title is about so wide, with some air behind the last; longer titles than the most are cut. */
const title = { letter: 8.4, air: 8, most: 300 };

/** How wide an open box is at least, so that its title can be read. */
export function titleWidth(text: string): number {
  return Math.min(title.most, title.letter * text.length + title.air);
}
