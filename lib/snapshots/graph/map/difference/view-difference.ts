import type { Comparison } from '../../../compare/compare-indexes';
import type { MapPart, MapRequest, SnapshotMap } from '../snapshot-map';
import { type MapBox, type MapCard, type MapChoices, type MapParts, viewMap } from '../view/map-view';
import { countsById, only } from './count-changes';
import { type Marks, marksOf } from './marks';
import { mergeGhosts } from './merge-ghosts';

/** What became of a resource between two snapshots. */
export interface Changed {
  change?: 'added' | 'removed' | 'changed';
  /** Place of the resource's item in the earlier document, where it was removed or changed. */
  before?: number;
}

export type ComparedBox = MapBox & Changed & { changes?: Record<'added' | 'removed' | 'changed', number> };
export type ComparedCard = MapCard & Changed;

/** A map as `mapView` of lib/api/contract/map.ts has it, with what differs. */
export interface MapDifference extends MapPart {
  boxes: ComparedBox[];
  cards: ComparedCard[];
  changes: Comparison['counts'];
}

/** Cards of what was removed, and of what was added or changed, however few are asked for. */
const leastCards = 10;

/**
 * The map of the later of two snapshots with what differs from the earlier one: boxes in which something differs are open, as far as
 * about `limit` cards of what differs are legible; all others are closed. What was removed stands where it was.
 */
export async function viewDifference(
  { before, after }: { before: SnapshotMap; after: SnapshotMap },
  comparison: Comparison,
  request: MapRequest,
): Promise<MapDifference> {
  const [ofBefore, ofAfter] = [await before.parts(request), await after.parts(request)];
  const marks = marksOf(comparison, ofBefore.nodes.index.itemCount, ofAfter.nodes.index.itemCount);
  const removed = await only(ofBefore, marks.earlier, (mark) => mark === 'removed');
  const added = await only(ofAfter, marks.later, (mark) => mark === 'added');
  const changed = await only(ofAfter, marks.later, (mark) => mark === 'changed');
  const differing = await only(ofAfter, marks.later, (mark) => mark !== undefined);

  const all = Math.max(1, removed.counts.total + differing.counts.total);
  const choicesFor = ({ counts }: MapParts): MapChoices => ({
    ...request,
    show: [],
    limit: Math.max(leastCards, Math.round((request.limit * counts.total) / all)),
  });
  const ghosts = await viewMap(removed, choicesFor(removed));
  const news = await viewMap(differing, choicesFor(differing));

  // From here on nothing opens by itself: only what holds what differs, and what the reader opens.
  const opened = [...ghosts.boxes, ...news.boxes].filter(({ open, kind }) => open && kind !== 'alike');
  const seen = [...news.boxes, ...news.cards].flatMap(({ index }) => index ?? []);
  const choices = { ...request, open: [...request.open, ...opened.map(({ id }) => id)], limit: 0 };
  const whole = mergeGhosts(await after.view(choices, seen), ghosts, ofAfter);

  const counts = { added: countsById(added), removed: countsById(removed), changed: countsById(changed) };
  return {
    ...whole,
    boxes: whole.boxes.map((box) => {
      const count = (change: keyof typeof counts) => counts[change].get(box.id) ?? 0;
      const changes = { added: count('added'), removed: count('removed'), changed: count('changed') };
      const differs = changes.added + changes.removed + changes.changed > 0;
      return { ...withChange(box, marks), ...(differs && { changes }) };
    }),
    cards: whole.cards.map((card) => withChange(card, marks)),
    changes: comparison.counts,
  };
}

/** What became of a box or card; a ghost has only a place in the earlier document. */
function withChange<Drawn extends Changed & { index?: number }>(drawn: Drawn, marks: Marks): Drawn {
  const change = drawn.index === undefined ? marks.earlier(drawn.before ?? -1) : marks.later(drawn.index);
  const before = change === 'changed' && drawn.index !== undefined ? marks.earlierOf(drawn.index) : undefined;
  return { ...drawn, ...(change && { change }), ...(before !== undefined && { before }) };
}
