import type { MapTree } from '@/lib/graph/map-layout/tree';
import type { PictureState } from '../page/graph-url';
import type { Found } from '../views/view';

/**
 * The map without what the reader hid, with all that is in it or rides on it, and of one box alone where that was asked for: that one, what is
 * in it and the boxes round it.
 */
export function prune({ boxes, cards }: MapTree, hide: readonly string[], only: string | undefined): MapTree {
  const hidden = new Set(hide);
  const around = new Map(boxes.map(({ id, parent }) => [id, parent]));
  const owners = new Map(cards.map(({ id, docksTo }) => [id, docksTo]));
  const isOnMap = only !== undefined && around.has(only);
  const roundOnly = new Set(isOnMap ? chain(only, around) : []);
  const isShown = (path: readonly string[], isBox: boolean) =>
    !path.some((id) => hidden.has(id)) &&
    (!isOnMap || path.includes(only) || (isBox && path[0] !== undefined && roundOnly.has(path[0])));
  return {
    boxes: boxes.filter(({ id }) => isShown(chain(id, around), true)),
    cards: cards.filter(({ id, box }) => isShown([...chain(id, owners), ...chain(box, around)], false)),
  };
}

/** What is hidden and what alone is shown once something that was found is to be seen; nothing where the boxes round it are not known. */
export function unhidden(
  { hide, only }: Pick<PictureState, 'hide' | 'only'>,
  { id, path }: Pick<Found, 'id' | 'path'>,
): { hide: string[]; only: string | undefined } {
  if (path.length === 0) return { hide: [], only: undefined };
  const wanted = [...path, id];
  return {
    hide: hide.filter((each) => !wanted.includes(each)),
    only: only !== undefined && wanted.includes(only) ? only : undefined,
  };
}

/** Something, what it is in or on, what that is in or on, and so forth. */
function chain(id: string, outer: ReadonlyMap<string, string | undefined>): string[] {
  const found: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !found.includes(at); at = outer.get(at)) found.push(at);
  return found;
}
