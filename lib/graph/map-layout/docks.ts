import { cardSize } from './sizes';
import type { TreeCard } from './tree';

/** Where a card stands within its group. */
export interface CardPlace {
  card: TreeCard;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A card with all that rides on it: one thing in the grid. */
export interface CardGroup {
  id: string;
  width: number;
  height: number;
  places: CardPlace[];
}

/** Between a card and what rides on it. */
const seam = 2;

/** How what rides on a card is drawn: the more there is of it, the smaller. The group never gets wider than a card. */
function dockForm(count: number): { columns: number; height: number; indent: number } {
  if (count <= 4) return { columns: 1, height: 24, indent: 10 };
  return count <= 12 ? { columns: 2, height: 24, indent: 0 } : { columns: 6, height: 24, indent: 0 };
}

/** The cards of a box, each with what rides on it, directly or on another that does. A card whose owner is not here stands alone. */
export function groupCards(cards: readonly TreeCard[]): CardGroup[] {
  const here = new Set(cards.map(({ id }) => id));
  const riders = new Map<string, TreeCard[]>();
  const roots: TreeCard[] = [];
  for (const card of cards) {
    const owner = card.docksTo;
    if (owner === undefined || owner === card.id || !here.has(owner)) roots.push(card);
    else riders.set(owner, [...(riders.get(owner) ?? []), card]);
  }
  const placed = new Set<string>();
  const groups = roots.map((card) => groupOf(card, ridersOf(card, riders, placed)));
  // Cards that ride on each other in a circle have no root: the first of them is one.
  for (const card of cards) if (!placed.has(card.id)) groups.push(groupOf(card, ridersOf(card, riders, placed)));
  return groups;
}

/** What rides on a card, what rides on that, and so on, in the order of drawing. */
function ridersOf(card: TreeCard, riders: ReadonlyMap<string, TreeCard[]>, placed: Set<string>): TreeCard[] {
  placed.add(card.id);
  return (riders.get(card.id) ?? []).flatMap((rider) =>
    placed.has(rider.id) ? [] : [rider, ...ridersOf(rider, riders, placed)],
  );
}

function groupOf(card: TreeCard, docks: readonly TreeCard[]): CardGroup {
  const { columns, height, indent } = dockForm(docks.length);
  const width = (cardSize.width - indent - seam * (columns - 1)) / columns;
  const places: CardPlace[] = [{ card, x: 0, y: 0, ...cardSize }];
  docks.forEach((dock, ordinal) => {
    places.push({
      card: dock,
      x: indent + (ordinal % columns) * (width + seam),
      y: cardSize.height + seam + Math.floor(ordinal / columns) * (height + seam),
      width,
      height,
    });
  });
  const rows = Math.ceil(docks.length / columns);
  return { id: card.id, width: cardSize.width, height: cardSize.height + rows * (height + seam), places };
}
