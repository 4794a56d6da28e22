import { type BoxKind, boundsOf, type Picture, type PictureBox } from '../picture';
import { boxTitle } from '../style/box-title';
import { type CardGroup, groupCards } from './docks';
import { type GridMemory, placeInGrid } from './grid';
import { cardSize, foldedSize, padding, titleHeight, titleWidth } from './sizes';
import { type Block, pack } from './skyline';
import type { MapTree, TreeBox, TreeCard } from './tree';

/** What a picture looked like, so that a later one keeps its places. */
export interface LayoutMemory {
  /** Width by height that the boxes within a Region come close to. */
  inner: number;
  /** By box. */
  boxes: ReadonlyMap<string, { grid: GridMemory; width: number }>;
}

interface LayoutOptions {
  /** Width by height that the picture comes close to. */
  proportion: number;
  /** Of the picture before this one. */
  before?: LayoutMemory;
}

/** A box that knows how large it is, and where in it its contents stand. */
interface Measured extends Block {
  box: TreeBox;
  boxes: { measured: Measured; x: number; y: number }[];
  groups: { group: CardGroup; x: number; y: number }[];
}

/** The name of all outermost boxes together in a memory; no box has it. */
const outermost = '';

/** Which proportions of inner boxes are tried; accounts and Regions have that of the window. */
const innerProportions = [1.6, 1, 2.2, 3, 4];

/**
 * Lays out the map: nested boxes that grow to fit, folded ones of one size, cards of one size in grids, each with what rides on it. All
 * in the order in which it is given; the same map gets the same picture. Inner boxes are as wide as makes the whole fit best.
 *
 * With a memory, places in a box are kept: a card keeps its column and row, whoever comes or goes; a box stays where it is as long as
 * what comes before it has the same size, and the box around it fills the same width. A box that has come to hold more than about twice or
 * less than half of what it was laid out for is laid out anew, it alone.
 */
export function layoutMap(tree: MapTree, options: LayoutOptions): { picture: Picture; memory: LayoutMemory } {
  const { proportion, before } = options;
  const tried = (before ? [before.inner] : innerProportions).map((inner) => layoutWith(tree, inner, options));
  const room = ({ picture }: { picture: Picture }) => {
    const { width, height } = boundsOf([...picture.boxes, ...picture.nodes]);
    return Math.max(width / proportion, height);
  };
  return tried.reduce((best, next) => (room(next) < room(best) ? next : best));
}

function layoutWith(
  { boxes, cards }: MapTree,
  inner: number,
  { proportion, before }: LayoutOptions,
): { picture: Picture; memory: LayoutMemory } {
  const memory = new Map(before?.boxes);
  const known = new Set(boxes.map(({ id }) => id));
  const childrenOf = groupBy(boxes, ({ parent }) => (parent !== undefined && known.has(parent) ? parent : outermost));
  const cardsOf = groupBy(cards, ({ box }) => (known.has(box) ? box : outermost));

  function measure(box: TreeBox): Measured {
    if (!box.open) {
      const size = box.kind === 'alike' ? cardSize : foldedSize;
      return { id: box.id, box, ...size, boxes: [], groups: [] };
    }
    const content = arrange(box.id, box.kind);
    const top = titleHeight(box.kind);
    return {
      id: box.id,
      box,
      width: Math.max(content.width, cardSize.width, titleWidth(boxTitle(box))) + 2 * padding,
      height: top + Math.max(content.height, 0) + padding,
      boxes: content.boxes.map((each) => ({ ...each, x: each.x + padding, y: each.y + top })),
      groups: content.groups.map((each) => ({ ...each, x: each.x + padding, y: each.y + top })),
    };
  }

  /** What is in a box: first a grid of cards and of folds of cards, then its boxes. */
  function arrange(id: string, kind?: BoxKind): Pick<Measured, 'boxes' | 'groups' | 'width' | 'height'> {
    // Accounts and Regions are most of the window: what fits it is seen there.
    const wanted = kind === undefined || kind === 'account' || kind === 'region' ? proportion : inner;
    const kept = before?.boxes.get(id);
    const measured = (childrenOf.get(id) ?? []).map(measure);
    const inGrid = measured.filter(({ box }) => box.kind === 'alike' && !box.open);
    const others = measured.filter((each) => !inGrid.includes(each));
    const groups = groupCards(cardsOf.get(id) ?? []);
    const grid = placeInGrid([...groups, ...inGrid], 1.2 * wanted, kept?.grid);
    const gridBlock = grid.places.size > 0 ? [{ id: gridId, width: grid.width, height: grid.height }] : [];
    const packed = pack([...gridBlock, ...others], wanted, kept?.width);
    memory.set(id, { grid: grid.memory, width: packed.limit });
    const corner = packed.places.get(gridId) ?? { x: 0, y: 0 };
    const inCell = (of: string) => {
      const { x, y } = grid.places.get(of) ?? { x: 0, y: 0 };
      return { x: corner.x + x, y: corner.y + y };
    };
    return {
      width: packed.width,
      height: packed.height,
      groups: groups.map((group) => ({ group, ...inCell(group.id) })),
      boxes: measured.map((each) => {
        return { measured: each, ...(packed.places.get(each.id) ?? inCell(each.id)) };
      }),
    };
  }

  const picture: Picture = { boxes: [], nodes: [], edges: [] };
  function draw({ boxes: inner, groups }: Pick<Measured, 'boxes' | 'groups'>, left: number, top: number): void {
    for (const { group, x, y } of groups) {
      for (const place of group.places) {
        const corner = { x: left + x + place.x, y: top + y + place.y };
        picture.nodes.push({ ...nodeOf(place.card), ...corner, width: place.width, height: place.height });
      }
    }
    for (const { measured, x, y } of inner) {
      const corner = { x: left + x, y: top + y };
      picture.boxes.push({ ...boxOf(measured.box), ...corner, width: measured.width, height: measured.height });
      draw(measured, corner.x, corner.y);
    }
  }
  draw(arrange(outermost), 0, 0);
  return { picture, memory: { inner, boxes: memory } };
}

/** The grid of a box's own cards, among its boxes; no box has this id. */
const gridId = ' cards';

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
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
