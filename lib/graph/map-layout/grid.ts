import { cardSize, gap } from './sizes';

/** What stands in a slot of a grid; no wider than a card. */
interface GridItem {
  id: string;
  height: number;
}

/** Who stood in which slot, counted row by row. */
export interface GridMemory {
  columns: number;
  slots: ReadonlyMap<string, number>;
}

interface Grid {
  /** Left upper corners, by id. */
  places: Map<string, { x: number; y: number }>;
  width: number;
  height: number;
  memory: GridMemory;
}

/**
 * Places things in a grid as wide as a card each, in the given order. With a memory, who was there keeps column and row, and
 * who comes takes the first free slot: as long as the grid holds at most twice and at least half of what it was made for.
 *
 * @param proportion width by height that the grid comes close to
 */
export function placeInGrid(items: readonly GridItem[], proportion: number, before?: GridMemory): Grid {
  const memory = (before && keptSlots(items, before)) ?? freshSlots(items, proportion);
  const rowHeights: number[] = [];
  for (const { id, height } of items) {
    const row = Math.floor((memory.slots.get(id) ?? 0) / memory.columns);
    rowHeights[row] = Math.max(rowHeights[row] ?? 0, height);
  }
  const tops: number[] = [];
  let top = 0;
  for (const height of Array.from(rowHeights, (each) => each ?? cardSize.height)) {
    tops.push(top);
    top += height + gap.card;
  }
  let columns = 0;
  const places = new Map<string, { x: number; y: number }>();
  for (const { id } of items) {
    const slot = memory.slots.get(id) ?? 0;
    const column = slot % memory.columns;
    columns = Math.max(columns, column + 1);
    places.set(id, { x: column * (cardSize.width + gap.card), y: tops[Math.floor(slot / memory.columns)] ?? 0 });
  }
  const width = columns * (cardSize.width + gap.card) - gap.card;
  return { places, width: Math.max(0, width), height: Math.max(0, top - gap.card), memory };
}

function freshSlots(items: readonly GridItem[], proportion: number): GridMemory {
  const area = items.reduce((sum, { height }) => sum + (height + gap.card) * (cardSize.width + gap.card), 0);
  const columns = Math.max(1, Math.round(Math.sqrt(area * proportion) / (cardSize.width + gap.card)));
  return { columns: Math.min(columns, items.length || 1), slots: new Map(items.map(({ id }, slot) => [id, slot])) };
}

/** The slots as they were, with those who came in the gaps; undefined where that is no good grid any more. */
function keptSlots(items: readonly GridItem[], before: GridMemory): GridMemory | undefined {
  if (items.length > 2 * before.slots.size || 2 * items.length < before.slots.size) return undefined;
  const slots = new Map<string, number>();
  const taken = new Set<number>();
  for (const { id } of items) {
    const slot = before.slots.get(id);
    if (slot === undefined) continue;
    slots.set(id, slot);
    taken.add(slot);
  }
  let free = 0;
  for (const { id } of items) {
    if (slots.has(id)) continue;
    while (taken.has(free)) free += 1;
    slots.set(id, free);
    taken.add(free);
  }
  return Math.max(-1, ...taken) < 2 * items.length + before.columns ? { columns: before.columns, slots } : undefined;
}
