import { none } from '../../index/columns';
import type { SnapshotIndex } from '../../index/snapshot-index';
import { TimeSlicer } from '../../index/time-slicer';

/** `tag`: by the keys of tags; `tag:Team`: by the values of the tag `Team`. */
export type CountedTag = 'tag' | `tag:${string}`;

export function isCountedTag(by: string): by is CountedTag {
  return by === 'tag' || by.startsWith('tag:');
}

/**
 * How many of the chosen items (all where undefined) have each tag, or each value of one, the most frequent first. Without `value`:
 * items that have no tag at all, or not this one. An item counts once for each of its tags.
 */
export async function countTags(
  index: SnapshotIndex,
  chosen: Uint32Array | undefined,
  { by, limit }: { by: CountedTag; limit: number },
) {
  const { tagStart, tagKey, tagValue, strings } = index;
  const key = by === 'tag' ? undefined : strings.find(by.slice('tag:'.length));
  const slicer = new TimeSlicer();
  const counts = new Map<number, number>();
  const total = chosen?.length ?? index.itemCount;
  for (let place = 0; place < total; place++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const itemIndex = chosen ? (chosen[place] ?? 0) : place;
    let found = false;
    for (let at = tagStart[itemIndex] ?? 0; at < (tagStart[itemIndex + 1] ?? 0); at++) {
      if (key !== undefined && tagKey[at] !== key) continue;
      found = true;
      const counted = (key === undefined ? tagKey[at] : tagValue[at]) ?? none;
      counts.set(counted, (counts.get(counted) ?? 0) + 1);
    }
    if (!found) counts.set(none, (counts.get(none) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([, a], [, b]) => b - a).slice(0, limit);
  const values = frequent.map(([text, count]) => ({ value: text === none ? undefined : strings.get(text), count }));
  return { total, values, distinct: counts.size };
}
