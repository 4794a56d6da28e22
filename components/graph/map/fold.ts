import type { Picture } from '@/lib/graph/picture';
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

/** Those of some resources that are not drawn within a box: what was brought into the picture would keep it from being folded. */
export function outside(ids: readonly string[], box: string, { boxes, nodes }: Picture): string[] {
  const around = new Map([...boxes, ...nodes].map(({ id, parent }) => [id, parent]));
  const isInside = (id: string): boolean => {
    const parent = around.get(id);
    return parent !== undefined && (parent === box || isInside(parent));
  };
  return ids.filter((id) => id !== box && !isInside(id));
}
