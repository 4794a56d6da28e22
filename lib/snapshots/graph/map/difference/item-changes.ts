import { type Comparison, differences } from '../../../compare/compare-indexes';

const [added, removed, changed] = (['added', 'removed', 'changed'] as const).map((kind) => differences.indexOf(kind));

/** What became of the resources of two snapshots, by the places of their items; items that repeat a resource are left out. */
export interface ItemChanges {
  /** Of the later snapshot's items: 1 for those that the earlier one has not. */
  added: Uint8Array;
  /** Of the later snapshot's items that differ, the place of the same resource in the earlier one; -1 of all others. */
  changedFrom: Int32Array;
  /** Of the earlier snapshot's items: 1 for those that the later one has not. */
  removed: Uint8Array;
}

const known = new WeakMap<Comparison, ItemChanges>();

/** A comparison of two open documents by the places of their items, of which there are so many. Made once for each comparison. */
export function itemChanges(comparison: Comparison, itemCounts: { earlier: number; later: number }): ItemChanges {
  const made = known.get(comparison);
  if (made) return made;
  const changes = {
    added: new Uint8Array(itemCounts.later),
    changedFrom: new Int32Array(itemCounts.later).fill(-1),
    removed: new Uint8Array(itemCounts.earlier),
  };
  const { kind, before, after } = comparison;
  for (let row = 0; row < kind.length; row++) {
    if (kind[row] === added) changes.added[after[row] ?? 0] = 1;
    else if (kind[row] === removed) changes.removed[before[row] ?? 0] = 1;
    else if (kind[row] === changed) changes.changedFrom[after[row] ?? 0] = before[row] ?? 0;
  }
  known.set(comparison, changes);
  return changes;
}
