import { SmallestFirst } from '../../../../graph/smallest-first';
import type { MapCounts } from '../tree/map-counts';
import type { MapTree } from '../tree/map-tree';

/** Cards of one type in one box up to which they are never folded; more of those that ride on few others, since they take less room. */
export const handful = 8;
const handfulOfRiders = 24;

/** Which boxes are open, and which groups of more than a handful are not folded. Without `boxes` all are open and nothing is folded. */
export interface OpenBoxes {
  boxes?: ReadonlySet<number>;
  unfolded?: ReadonlySet<number>;
  /** Nothing is seen but what has to be: the reader closed a box around it. */
  neededAlone?: true;
}

export interface Chooser {
  tree: MapTree;
  counts: MapCounts;
  /** The boxes in a box that are shown when it is open; the outermost for -1. */
  innerBoxes: (box: number) => Promise<readonly number[]>;
  /** The groups of a box in the order of their types' names. */
  groupsOf: (box: number) => readonly number[];
  /** Whether the nodes of a group ride on a handful of others in the same box. */
  ridesOnFew: (group: number) => boolean;
}

/** Cards that a group has, those included that are only referred to; none where its nodes are boxes themselves. */
export function cardCount({ ownBox, members, groupStart }: MapTree, counts: MapCounts, group: number): number {
  if ((ownBox[members[groupStart[group] ?? 0] ?? 0] ?? -1) >= 0) return 0;
  return (counts.resources[group] ?? 0) + (counts.missing[group] ?? 0);
}

/** Whether a group has so many cards that they are folded where not everything is legible. */
export function isFoldable({ tree, counts, ridesOnFew }: Chooser, group: number): boolean {
  const count = cardCount(tree, counts, group);
  return count > handful && (count > handfulOfRiders || !ridesOnFew(group));
}

/** Outer boxes are opened before inner ones, and what shows the network before the rest. */
const rank: Record<MapTree['boxes']['kind'][number], number> = {
  account: 0,
  region: 0,
  vpc: 1,
  zone: 2,
  subnet: 3,
  service: 4,
  type: 4,
  tag: 4,
  stack: 4,
  alike: 5,
};

const [ranksApart, costsApart] = [2 ** 48, 2 ** 24];

/**
 * Opens what is in a box (all for -1) so that about `limit` cards and closed boxes are to be seen: everything where that is few enough;
 * else the boxes that add the fewest, the outer ones first, with what is alike folded; and at last unfolds the smallest of what is alike. A box
 * of nothing but folds stays closed.
 * It depends on nothing but what is in the box and on the limit: what is opened elsewhere changes nothing here.
 */
export async function chooseOpen(chooser: Chooser, box: number, limit: number): Promise<OpenBoxes> {
  const { tree } = chooser;
  if (resourcesIn(chooser, box) <= limit) return {};
  const boxes = new Set<number>();
  const unfolded = new Set<number>();
  const groups: number[] = [];
  const waiting: number[] = [];
  const border = new SmallestFirst();
  let shown = 0;
  const show = async (outer: number) => {
    const inner = await chooser.innerBoxes(outer);
    shown += inner.length;
    for (const next of inner) {
      if (await holdsFoldsAlone(chooser, next)) continue;
      const cost = Math.min(costsApart - 1, await costOf(chooser, next));
      const kind = tree.boxes.kind[next] ?? 'alike';
      border.push(rank[kind] * ranksApart + cost * costsApart + waiting.push(next) - 1);
    }
    if (outer < 0) return;
    for (const group of chooser.groupsOf(outer)) {
      const isFolded = isFoldable(chooser, group);
      if (isFolded) groups.push(group);
      shown += isFolded ? 1 : cardCount(tree, chooser.counts, group);
    }
  };
  await show(box);
  for (let first = border.pop(); first !== undefined; first = border.pop()) {
    const next = waiting[first % costsApart] ?? 0;
    const cost = Math.floor(first / costsApart) % costsApart;
    // What is opened gives its own place to what is in it.
    if (shown - 1 + cost > limit && !(first < ranksApart && shown < limit / 2)) continue;
    boxes.add(next);
    shown -= 1;
    await show(next);
  }
  const size = (group: number) => cardCount(tree, chooser.counts, group);
  for (const group of groups.sort((a, b) => size(a) - size(b))) {
    if (shown - 1 + size(group) > limit) break;
    unfolded.add(group);
    shown += size(group) - 1;
  }
  return { boxes, unfolded };
}

/** Resources in a box and in those within it, those included that are only referred to. */
function resourcesIn({ counts }: Chooser, box: number): number {
  if (box < 0) return counts.total + counts.totalMissing;
  return (counts.inBox[box] ?? 0) + (counts.missingInBox[box] ?? 0);
}

/** Whether to open a box would show no more than its counts by type do. */
async function holdsFoldsAlone(chooser: Chooser, box: number): Promise<boolean> {
  const groups = chooser.groupsOf(box);
  if (groups.length === 0 || !groups.every((group) => isFoldable(chooser, group))) return false;
  return (await chooser.innerBoxes(box)).length === 0;
}

/** What a box adds when it is opened with all in it closed. */
async function costOf(chooser: Chooser, box: number): Promise<number> {
  const { tree, counts, innerBoxes, groupsOf } = chooser;
  let cost = (await innerBoxes(box)).length;
  for (const group of groupsOf(box)) {
    cost += isFoldable(chooser, group) ? 1 : cardCount(tree, counts, group);
  }
  return cost;
}
