import { boxTitle } from '../style/box-title';
import { type CardGroup, groupCards } from './docks';
import { freshGrid, type Grid, type GridMemory, keptGrid } from './grid';
import { bestShapes, closest, matchedShapes, type Shape } from './shapes';
import { cardSize, foldedSize, padding, titleHeight, titleWidth } from './sizes';
import { type Block, type Packed, packedBefore, packings } from './skyline';
import type { MapTree, TreeBox } from './tree';

/** What a picture looked like, by box, so that a later one keeps its places. */
export type LayoutMemory = ReadonlyMap<string, { grid: GridMemory; chosen: Packed['chosen'] }>;

/** What is in a box, in one of the ways in which it can stand there. */
export interface Arrangement extends Packed {
  /** Of the box; all outermost boxes together have the name `outermost`. */
  id: string;
  /** The cards, and the boxes. */
  parts: readonly Part[];
}

/** A box, or all cards of the box around it, in one of its shapes. */
export interface Part extends Block {
  box?: TreeBox;
  /** Of an open box. */
  inside?: Arrangement;
  cards?: { grid: Grid; groups: readonly CardGroup[]; folds: readonly TreeBox[] };
}

type Shapes = readonly [Part, ...Part[]];

/** The name of all outermost boxes together; no box has it. */
const outermost = '';
/** The cards of a box, among its boxes; no box has this id. */
const cardsId = ' cards';
/** What a box comes close to that is new in a picture that is kept. */
const usualProportion = 1.6;
/** Proportions, width by height, in which a grid of cards is tried. */
const gridProportions = [0.25, 0.5, 1, 1.8, 3, 5];

/**
 * The ways in which the map can stand, of which none is both narrower and lower. Of each box several shapes are tried, and those are put
 * together that go well together. What a memory knows stands as it stood.
 */
export function arrangementsOf({ boxes, cards }: MapTree, before?: LayoutMemory): Arrangement[] {
  const known = new Set(boxes.map(({ id }) => id));
  const childrenOf = groupBy(boxes, ({ parent }) => (parent !== undefined && known.has(parent) ? parent : outermost));
  const cardsOf = groupBy(cards, ({ box }) => (known.has(box) ? box : outermost));

  function shapesOf(box: TreeBox): Shapes {
    if (!box.open) return [{ id: box.id, box, ...foldedSize }];
    const least = Math.max(cardSize.width, titleWidth(boxTitle(box)));
    const [first, ...others] = arrange(box.id).map((inside) => ({
      ...{ id: box.id, box, inside },
      width: Math.max(inside.width, least) + 2 * padding,
      height: titleHeight + inside.height + padding,
    }));
    return first ? [first, ...others] : [{ id: box.id, box, ...foldedSize }];
  }

  function arrange(id: string): Arrangement[] {
    const kept = before?.get(id);
    const children = childrenOf.get(id) ?? [];
    const folds = children.filter(isFoldOfCards);
    const ofCards = cardShapes(groupCards(cardsOf.get(id) ?? []), folds, kept?.grid);
    const things = [...(ofCards ? [ofCards] : []), ...children.filter((box) => !isFoldOfCards(box)).map(shapesOf)];
    if (kept) {
      const parts = things.map((shapes) => closest(shapes, usualProportion));
      const packed = packedBefore(parts, kept.chosen);
      if (packed) return [{ id, parts, ...packed }];
    }
    const ways = matchedShapes(things);
    return bestShapes(ways.flatMap((parts) => packings(parts).map((packed) => ({ id, parts, ...packed }))));
  }

  return arrange(outermost);
}

/** What a later picture is told of an arrangement. */
export function memoryOf(arrangement: Arrangement, before?: LayoutMemory): LayoutMemory {
  const memory = new Map(before);
  const remember = ({ id, parts, chosen }: Arrangement) => {
    const grid = parts.find(({ cards }) => cards)?.cards?.grid.memory ?? memory.get(id)?.grid ?? [];
    memory.set(id, { grid, chosen });
    for (const { inside } of parts) if (inside) remember(inside);
  };
  remember(arrangement);
  return memory;
}

/** What stands among the cards: the fold of those that are alike. */
function isFoldOfCards({ kind, open }: TreeBox): boolean {
  return kind === 'alike' && !open;
}

/** The cards of a box in several shapes, or as they stood; undefined where there are none. */
function cardShapes(groups: readonly CardGroup[], folds: readonly TreeBox[], before?: GridMemory): Shapes | undefined {
  const items = [...groups, ...folds.map(({ id }) => ({ id, ...cardSize }))];
  if (items.length === 0) return undefined;
  const kept = before && keptGrid(items, before);
  const [first, ...others] = bestShapes(kept ? [kept] : freshGrids(items)).map((grid) => ({
    ...{ id: cardsId, width: grid.width, height: grid.height },
    cards: { grid, groups, folds },
  }));
  return first && [first, ...others];
}

function freshGrids(items: readonly (Shape & { id: string })[]): Grid[] {
  const area = items.reduce((sum, { height }) => sum + height * cardSize.width, 0);
  const counts = gridProportions.map((proportion) => Math.round(Math.sqrt(area * proportion) / cardSize.width));
  const within = counts.map((count) => Math.max(1, Math.min(items.length, count)));
  return [...new Set(within)].map((count) => freshGrid(items, count));
}

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
