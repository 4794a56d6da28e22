import type { PictureState } from '../page/graph-url';

type Folds = Pick<PictureState, 'open' | 'closed'>;

/** What the reader unfolded and folded, after a box was unfolded. */
export function unfolded({ open, closed }: Folds, id: string): Folds {
  return { open: [...open.filter((each) => each !== id), id], closed: closed.filter((each) => each !== id) };
}

/** The same after a box was folded. */
export function folded({ open, closed }: Folds, id: string): Folds {
  return { open: open.filter((each) => each !== id), closed: [...closed.filter((each) => each !== id), id] };
}
