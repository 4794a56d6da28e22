import type { MapTree } from '@/lib/graph/map-layout/tree';
import type { PictureState } from '../page/graph-url';
import type { Found } from '../views/view';

/**
 * The map without what the reader hid, with all that is in it or rides on it, and of some boxes and cards alone where that was asked for: those,
 * what is in them or rides on them, and the boxes round them.
 */
export function prune({ boxes, cards }: MapTree, hide: readonly string[], only: readonly string[]): MapTree {
  const hidden = new Set(hide);
  const around = new Map(boxes.map(({ id, parent }) => [id, parent]));
  const owners = new Map(cards.map(({ id, docksTo }) => [id, docksTo]));
  const boxPaths = new Map(boxes.map(({ id }) => [id, chain(id, around)]));
  const cardPaths = new Map(cards.map(({ id, box }) => [id, [...chain(id, owners), ...chain(box, around)]]));
  const pathOf = (id: string) => boxPaths.get(id) ?? cardPaths.get(id) ?? [];
  const alone = new Set(only.filter((id) => pathOf(id).length > 0));
  const round = new Set([...alone].flatMap(pathOf));
  const isShown = (id: string) => {
    const path = pathOf(id);
    return !path.some((each) => hidden.has(each)) && (alone.size === 0 || path.some((each) => alone.has(each)));
  };
  const shown = new Set(cards.map(({ id }) => id).filter(isShown));
  return {
    boxes: boxes.filter(({ id }) => isShown(id) || (round.has(id) && !pathOf(id).some((each) => hidden.has(each)))),
    cards: cards.flatMap((card) => {
      if (!shown.has(card.id)) return [];
      const { docksTo, ...alone } = card;
      return docksTo === undefined || shown.has(docksTo) ? [card] : [alone];
    }),
  };
}

/** What is hidden and what alone is shown once something that was found is to be seen; nothing where the boxes round it are not known. */
export function unhidden(
  { hide, only }: Pick<PictureState, 'hide' | 'only'>,
  { id, path }: Pick<Found, 'id' | 'path'>,
): Pick<PictureState, 'hide' | 'only'> {
  if (path.length === 0) return { hide: [], only: [] };
  const wanted = [...path, id];
  return {
    hide: hide.filter((each) => !wanted.includes(each)),
    only: only.some((each) => wanted.includes(each)) ? only : [],
  };
}

/** Something, what it is in or on, what that is in or on, and so forth. */
function chain(id: string, outer: ReadonlyMap<string, string | undefined>): string[] {
  const found: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !found.includes(at); at = outer.get(at)) found.push(at);
  return found;
}
