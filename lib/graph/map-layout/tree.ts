import type { PictureBox, PictureNode, Rectangle } from '../picture';

/** A box of the map that has no place yet. */
export interface TreeBox extends Omit<PictureBox, keyof Rectangle | 'folded'> {
  open: boolean;
  types: { resourceType: string; count: number }[];
}

/** A resource of the map that is shown, and has no place yet. */
export interface TreeCard extends Omit<PictureNode, keyof Rectangle | 'parent'> {
  /** The box in which it lies. */
  box: string;
}

/** What is to be laid out: boxes outer before inner, all in the order in which they are drawn. */
export interface MapTree {
  boxes: readonly TreeBox[];
  cards: readonly TreeCard[];
}
