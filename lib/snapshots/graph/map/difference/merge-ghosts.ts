import type { MapPart } from '../snapshot-map';
import type { MapBox, MapCard, MapParts } from '../view/map-view';
import { countsById } from './count-changes';

/** What is only in the earlier document has a place there, and none in the later one. */
type Ghostly<Drawn> = Drawn & { before?: number };

/**
 * Puts what was removed into the map of the later document: into the box of the same id where there is one, else into a box of its own,
 * which comes last among those around it and holds nothing else.
 *
 * @param later what the map of the later document is made of
 */
export function mergeGhosts(
  part: MapPart,
  ghosts: { boxes: readonly MapBox[]; cards: readonly MapCard[] },
  later: MapParts,
): MapPart & { boxes: Ghostly<MapBox>[]; cards: Ghostly<MapCard>[] } {
  const boxes = new Map<string, Ghostly<MapBox>>(part.boxes.map((box) => [box.id, { ...box }]));
  /** Where the cards of a fold go that is none in the later document. */
  const placeOf = new Map<string, string>();
  let counts: Map<string, number> | undefined;
  for (const { index, ...ghost } of ghosts.boxes) {
    const known = boxes.get(ghost.id);
    if (known && ghost.open && !known.open) {
      known.open = true;
      known.more = known.count + known.missingCount;
    }
    if (known) continue;
    if (ghost.kind === 'alike' && ghost.open && ghost.parent !== undefined) {
      placeOf.set(ghost.id, ghost.parent);
      continue;
    }
    // A box may be there and not be on its page; what is left of a fold are cards beside it.
    counts ??= countsById(later);
    const count = ghost.kind === 'alike' ? 0 : (counts.get(ghost.id) ?? 0);
    const before = index === undefined ? {} : { before: index };
    boxes.set(ghost.id, { ...ghost, ...before, count, missingCount: 0, types: [], more: undefined });
  }
  const cards = ghosts.cards.map(({ index, box, ...card }) => ({
    ...card,
    box: placeOf.get(box) ?? box,
    ...(index !== undefined && { before: index }),
  }));
  return { ...part, boxes: [...boxes.values()], cards: [...part.cards, ...cards] };
}
