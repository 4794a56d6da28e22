import { cardSize, gap } from './sizes';

/** What stands in a slot of a grid; no wider than a card. */
export interface GridItem {
  id: string;
  height: number;
}

/** Who stood in which slot of which column, from top to bottom. */
export type GridMemory = readonly (readonly GridItem[])[];

/** Things in columns as wide as a card each. */
export interface Grid {
  /** Left upper corners, by id. */
  places: ReadonlyMap<string, { x: number; y: number }>;
  width: number;
  height: number;
  memory: GridMemory;
}

/** How many more or fewer things a grid may come to hold than it has slots before it is laid out anew. */
const keeps = { most: 2, least: 0.5 };

/**
 * A new grid: each thing, in the given order, comes to the end of the shortest column, of equal ones the one farthest to the left. Things of
 * one height stand in rows.
 *
 * @param count of columns, at least one
 */
export function freshGrid(items: readonly GridItem[], count: number): Grid {
  const columns: GridItem[][] = Array.from({ length: count }, () => []);
  append(columns, items);
  return placed(columns, items);
}

/**
 * A grid as it was: who was there keeps column and row, what left leaves its slot empty, and who comes takes the first empty slot or the end
 * of the shortest column. Undefined where it has come to hold more than twice or less than half of what it was made for.
 */
export function keptGrid(items: readonly GridItem[], before: GridMemory): Grid | undefined {
  const slots = before.reduce((sum, column) => sum + column.length, 0);
  if (items.length > keeps.most * slots || items.length < keeps.least * slots) return undefined;
  const byId = new Map(items.map((item) => [item.id, item]));
  const columns = before.map((column) => column.map((slot) => byId.get(slot.id) ?? slot));
  const known = new Set(before.flat().map(({ id }) => id));
  const newcomers = items.filter(({ id }) => !known.has(id));
  const rows = Math.max(0, ...columns.map((column) => column.length));
  for (let row = 0; row < rows; row++) {
    for (const column of columns) {
      const slot = column[row];
      if (slot === undefined || byId.has(slot.id)) continue;
      const newcomer = newcomers.shift();
      if (newcomer) column[row] = newcomer;
    }
  }
  append(columns, newcomers);
  return placed(columns, items);
}

/** Puts each thing at the end of the column that is the shortest then. */
function append(columns: readonly GridItem[][], items: readonly GridItem[]): void {
  const heights = columns.map((column) => column.reduce((sum, { height }) => sum + height + gap.card, 0));
  for (const item of items) {
    const at = heights.indexOf(Math.min(...heights));
    columns[at]?.push(item);
    heights[at] = (heights[at] ?? 0) + item.height + gap.card;
  }
}

/** The places of all that is there; slots that are empty keep their height. */
function placed(columns: GridMemory, items: readonly GridItem[]): Grid {
  const present = new Set(items.map(({ id }) => id));
  const places = new Map<string, { x: number; y: number }>();
  let [width, height] = [0, 0];
  columns.forEach((column, at) => {
    const x = at * (cardSize.width + gap.card);
    let y = 0;
    for (const item of column) {
      if (present.has(item.id)) {
        places.set(item.id, { x, y });
        width = x + cardSize.width;
        height = Math.max(height, y + item.height);
      }
      y += item.height + gap.card;
    }
  });
  return { places, width, height, memory: columns };
}
