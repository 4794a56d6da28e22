import { type DifferenceColumns, twinGroup } from '../difference/difference-columns';
import type { Changes, MapBox, MapParts } from './map-parts';

/** By the numbers of `Change`. */
const words = [undefined, 'added', 'changed', 'removed'] as const;

/** What differs from an earlier snapshot, by the numbers of the boxes, groups and nodes of the later map. */
export class DifferenceMarks {
  readonly #later: MapParts;
  readonly #difference: DifferenceColumns;

  constructor(later: MapParts, difference: DifferenceColumns) {
    this.#later = later;
    this.#difference = difference;
  }

  /** In a box and in those within it. */
  ofBox(box: number): Changes {
    const { added, changed, removedInBox } = this.#difference;
    return {
      added: added.inBox[box] ?? 0,
      removed: removedInBox[box] ?? 0,
      changed: changed.inBox[box] ?? 0,
    };
  }

  ofGroup(group: number): Changes {
    const { added, changed, removed, earlier } = this.#difference;
    return {
      added: added.resources[group] ?? 0,
      removed: (removed.missing[group] ?? 0) + (earlier.counts.resources[this.#twinGroup(group)] ?? 0),
      changed: changed.resources[group] ?? 0,
    };
  }

  ofNode(node: number): Pick<MapBox, 'change' | 'before'> {
    const { change, before } = this.#difference;
    const word = words[change[node] ?? 0];
    const its = before[node] ?? -1;
    return { ...(word && { change: word }), ...(its >= 0 && { before: its }) };
  }

  /** The box of the earlier map; -1 for none. */
  twinOf(box: number): number {
    return this.#difference.twin[box] ?? -1;
  }

  /** Groups of the earlier map of which something was removed from a box that is still there: those that are folded here, with the fold, and others. */
  removedFrom(box: number, folds: ReadonlyMap<number, string>): { loose: Set<number>; folded: Map<number, string> } {
    const { earlier } = this.#difference;
    const twin = this.twinOf(box);
    const loose = new Set<number>();
    for (let group = earlier.tree.boxGroup[twin] ?? 0; group < (earlier.tree.boxGroup[twin + 1] ?? 0); group++) {
      if (twin >= 0 && (earlier.counts.resources[group] ?? 0) > 0) loose.add(group);
    }
    const folded = new Map<number, string>();
    const { boxGroup } = this.#later.tree;
    for (let group = boxGroup[box] ?? 0; group < (boxGroup[box + 1] ?? 0); group++) {
      const fold = folds.get(group);
      const its = this.#twinGroup(group);
      if (fold !== undefined && loose.delete(its)) folded.set(its, fold);
    }
    return { loose, folded };
  }

  #twinGroup(group: number): number {
    const { earlier, twin } = this.#difference;
    return twinGroup({ earlier, later: this.#later, twin }, group);
  }
}
