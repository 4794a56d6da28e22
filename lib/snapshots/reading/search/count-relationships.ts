import type { DerivedColumns } from '../../graph/impact/derived-columns';
import { none } from '../../index/columns';
import type { SnapshotIndex } from '../../index/snapshot-index';
import { TimeSlicer } from '../../index/time-slicer';

/**
 * How many of the chosen items (all where undefined) tell relationships of each name, the most frequent first, at most `limit`: recorded ones,
 * and derived ones where those were read. Spaces around a name do not count. In slices.
 */
export async function countRelationships(
  index: SnapshotIndex,
  chosen: Uint32Array | undefined,
  { derived, limit }: { derived: DerivedColumns | undefined; limit: number },
): Promise<{ total: number; values: { value: string; count: number }[]; distinct: number }> {
  const slicer = new TimeSlicer();
  const names = new NameCounts();
  const ofDerived = derived?.names.map((name) => names.numberOf(name.trim())) ?? [];
  const ofLabel = new Map<number, number>();
  const numberOfLabel = (label: number) => {
    const known = ofLabel.get(label);
    if (known !== undefined) return known;
    const number = names.numberOf(label === none ? '' : index.strings.get(label).trim());
    ofLabel.set(label, number);
    return number;
  };
  const { edgeStart, edgeLabel, itemCount } = index;
  const total = chosen?.length ?? itemCount;
  await slicer.forRows(total, (from, end) => {
    for (let place = from; place < end; place++) {
      const item = chosen ? (chosen[place] ?? 0) : place;
      for (let edge = edgeStart[item] ?? 0; edge < (edgeStart[item + 1] ?? 0); edge++) {
        names.count(numberOfLabel(edgeLabel[edge] ?? none), item);
      }
      if (!derived) continue;
      const behind = derived.outgoing.start[item + 1] ?? 0;
      for (let at = derived.outgoing.start[item] ?? 0; at < behind; at++) {
        names.count(ofDerived[derived.name[at] ?? 0] ?? 0, item);
      }
    }
    return undefined;
  });
  const values = names.counts();
  return { total, values: values.slice(0, limit), distinct: values.length };
}

/** Names with how many items tell each. */
class NameCounts {
  readonly #numbers = new Map<string, number>();
  readonly #counts: number[] = [];
  /** The item that told each last: one that tells a name of several others counts once. */
  readonly #last: number[] = [];

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(name, number);
    this.#counts.push(0);
    this.#last.push(-1);
    return number;
  }

  /** All that one item tells comes together. */
  count(number: number, item: number): void {
    if (this.#last[number] === item) return;
    this.#last[number] = item;
    this.#counts[number] = (this.#counts[number] ?? 0) + 1;
  }

  /** Those that are told, the most frequent first. */
  counts(): { value: string; count: number }[] {
    return [...this.#numbers]
      .map(([value, number]) => ({ value, count: this.#counts[number] ?? 0 }))
      .filter(({ value, count }) => value !== '' && count > 0)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
}
