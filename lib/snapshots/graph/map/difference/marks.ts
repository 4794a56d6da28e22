import { type Comparison, differences } from '../../../compare/compare-indexes';

/** What became of the resources of two documents, by the places of their items. What is unchanged, or no item, has no mark. */
export interface Marks {
  /** Of an item of the earlier document: whether it was removed. */
  earlier(item: number): 'removed' | undefined;
  /** Of an item of the later one. */
  later(item: number): 'added' | 'changed' | undefined;
  /** The item of the earlier document that an item of the later one is a change of. */
  earlierOf(item: number): number | undefined;
}

/** Looks a comparison up from either side. */
export function marksOf({ kind, before, after }: Comparison, earlierCount: number, laterCount: number): Marks {
  const [added, removed, changed] = (['added', 'removed', 'changed'] as const).map((each) => differences.indexOf(each));
  const isRemoved = new Uint8Array(earlierCount);
  const isAdded = new Uint8Array(laterCount);
  const changeOf = new Int32Array(laterCount).fill(-1);
  for (let row = 0; row < kind.length; row++) {
    if (kind[row] === removed) isRemoved[before[row] ?? 0] = 1;
    else if (kind[row] === added) isAdded[after[row] ?? 0] = 1;
    else if (kind[row] === changed) changeOf[after[row] ?? 0] = before[row] ?? -1;
  }
  const earlierOf = (item: number) => {
    const its = changeOf[item] ?? -1;
    return its < 0 ? undefined : its;
  };
  return {
    earlier: (item) => (isRemoved[item] === 1 ? 'removed' : undefined),
    later: (item) => (isAdded[item] === 1 ? 'added' : earlierOf(item) === undefined ? undefined : 'changed'),
    earlierOf,
  };
}
