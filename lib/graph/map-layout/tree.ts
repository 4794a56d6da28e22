import type { PictureBox } from '../picture';

/** A box of the map, as the map's answer has it. */
export interface TreeBox extends Pick<PictureBox, 'kind' | 'change' | 'before' | 'changes'> {
  id: string;
  label: string;
  /** The box in which it lies; absent for an outermost one. */
  parent?: string;
  /** Resources within, shown or not. */
  count: number;
  open: boolean;
  types: { resourceType: string; count: number }[];
  index?: number;
  resourceType?: string;
  missing?: true;
  /** Boxes and cards in it that are beyond its page. */
  more?: number;
}

/** A resource of the map that is shown. */
export interface TreeCard extends Pick<PictureBox, 'change' | 'before'> {
  id: string;
  label: string;
  resourceType: string;
  resourceId: string;
  accountId: string;
  region: string;
  index?: number;
  missing?: true;
  /** The box in which it lies. */
  box: string;
  /** The card on which it rides. */
  docksTo?: string;
}

/** What is to be laid out: boxes outer before inner, all in the order in which they are drawn. */
export interface MapTree {
  boxes: readonly TreeBox[];
  cards: readonly TreeCard[];
}
