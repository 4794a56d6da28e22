import type { Picture, PictureBox } from '../picture';
import { type Arrangement, arrangementsOf, type LayoutMemory, memoryOf } from './arrange';
import { closest } from './shapes';
import { cardSize, padding, titleHeight } from './sizes';
import type { MapTree, TreeBox, TreeCard } from './tree';

interface LayoutOptions {
  /** Width by height that the picture comes close to. */
  proportion: number;
  /** Of the picture before this one. */
  before?: LayoutMemory;
}

/**
 * Lays out the map: nested boxes that grow to fit, folded ones of one size, cards of one size in columns, each with what rides on it. All
 * in the order in which it is given; the same map gets the same picture. Boxes have the shapes that make the whole fit best.
 *
 * With a memory, places in a box are kept: a card keeps its column and row, whoever comes or goes; a box stays where it is as long as
 * what comes before it has the same size, and the box around it fills the same width. A box that has come to hold more than about twice or
 * less than half of what it was laid out for is laid out anew, it alone.
 */
export function layoutMap(
  tree: MapTree,
  { proportion, before }: LayoutOptions,
): { picture: Picture; memory: LayoutMemory } {
  const picture: Picture = { boxes: [], nodes: [], edges: [] };
  const [first, ...others] = arrangementsOf(tree, before);
  if (!first) return { picture, memory: new Map(before) };
  const chosen = closest([first, ...others], proportion);
  draw(picture, chosen, { x: 0, y: 0 });
  return { picture, memory: memoryOf(chosen, before) };
}

interface Point {
  x: number;
  y: number;
}

/** Adds what is in a box to a picture, at the place of its left upper corner. */
function draw(picture: Picture, { parts, places }: Arrangement, { x: left, y: top }: Point): void {
  for (const { id, box, inside, cards, width, height } of parts) {
    const place = places.get(id) ?? { x: 0, y: 0 };
    const corner = { x: left + place.x, y: top + place.y };
    if (cards) drawCards(picture, cards, corner);
    if (!box) continue;
    picture.boxes.push({ ...boxOf(box), ...corner, width, height });
    if (inside) draw(picture, inside, { x: corner.x + padding, y: corner.y + titleHeight });
  }
}

function drawCards(
  picture: Picture,
  { grid, groups, folds }: NonNullable<Arrangement['parts'][number]['cards']>,
  { x: left, y: top }: Point,
): void {
  const cornerOf = (id: string) => {
    const { x, y } = grid.places.get(id) ?? { x: 0, y: 0 };
    return { x: left + x, y: top + y };
  };
  for (const { id, places } of groups) {
    const corner = cornerOf(id);
    for (const { card, x, y, width, height } of places) {
      picture.nodes.push({ ...nodeOf(card), x: corner.x + x, y: corner.y + y, width, height });
    }
  }
  for (const fold of folds) picture.boxes.push({ ...boxOf(fold), ...cornerOf(fold.id), ...cardSize });
}

function boxOf(of: TreeBox) {
  const { id, kind, label, parent, count, open, partly, missing, more } = of;
  const { resourceType, index, types, changes, matching } = of;
  const box: Omit<PictureBox, 'x' | 'y' | 'width' | 'height'> = { id, kind, label, count, folded: !open, types };
  return {
    ...box,
    ...(parent !== undefined && { parent }),
    ...(partly && { partly }),
    ...(missing && { missing }),
    ...(more !== undefined && { more }),
    ...(resourceType !== undefined && { resourceType }),
    ...(index !== undefined && { index }),
    ...(changes && { changes }),
    ...(matching !== undefined && { matching }),
    ...marksOf(of),
  };
}

/** What became of it, where the map is of two snapshots, and whether it stands back. */
function marksOf({ change, before, dimmed }: TreeBox | TreeCard) {
  return { ...(change && { change }), ...(before !== undefined && { before }), ...(dimmed && { dimmed }) };
}

function nodeOf(card: TreeCard) {
  const { id, label, resourceType, resourceId, accountId, region, index, missing, box, docksTo } = card;
  return {
    id,
    label,
    resourceType,
    resourceId,
    accountId,
    region,
    parent: box,
    ...(docksTo !== undefined && { docksTo }),
    ...(index !== undefined && { index }),
    ...(missing && { missing }),
    ...marksOf(card),
  };
}
