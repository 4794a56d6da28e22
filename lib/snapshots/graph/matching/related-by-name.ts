import { adjacencyOf } from '../../../graph/impact/adjacency';
import { none } from '../../index/columns';
import type { SnapshotIndex } from '../../index/snapshot-index';
import { TimeSlicer } from '../../index/time-slicer';
import type { GraphColumns } from '../graph-columns';
import type { DerivedColumns } from '../impact/derived-columns';
import type { NodeColumns } from '../node-columns';
import { uniqueNeighbours } from '../unique-neighbours';

/**
 * The nodes with what they are next to by relationships of some names alone: by recorded ones, whichever of their ends calls them so, and by
 * derived ones where those were read. In slices.
 */
export async function relatedByName(
  index: SnapshotIndex,
  columns: NodeColumns,
  derived: DerivedColumns | undefined,
  names: readonly string[],
): Promise<GraphColumns> {
  const slicer = new TimeSlicer();
  const wanted = new Set(names);
  const [from, to]: [number[], number[]] = [[], []];
  const relate = (one: number, other: number) => {
    from.push(one, other);
    to.push(other, one);
  };
  const isWanted = labelTest(index, wanted);
  const { edgeStart, edgeLabel } = index;
  const { nodeOf } = columns;
  let itemIndex = 0;
  await slicer.forRows(nodeOf.length, (first, end) => {
    for (let edge = first; edge < end; edge++) {
      while ((edgeStart[itemIndex + 1] ?? 0) <= edge) itemIndex += 1;
      const other = nodeOf[edge] ?? -1;
      if (other >= 0 && other !== itemIndex && isWanted(edgeLabel[edge] ?? none)) relate(itemIndex, other);
    }
    return undefined;
  });
  if (derived) {
    const isNamed = derived.names.map((name) => wanted.has(name.trim()));
    await slicer.forRows(derived.count, (first, end) => {
      for (let at = first; at < end; at++) {
        if (isNamed[derived.name[at] ?? 0]) relate(derived.source[at] ?? 0, derived.target[at] ?? 0);
      }
      return undefined;
    });
  }
  const { start, to: neighbours } = adjacencyOf(columns.nodeCount, from, to);
  await slicer.yieldNow();
  return { ...columns, start, neighbours, degree: await uniqueNeighbours(start, neighbours, slicer) };
}

/** Whether a string of an index is one of some names, but for spaces around it: told once for each string. */
function labelTest({ strings }: SnapshotIndex, wanted: ReadonlySet<string>): (label: number) => boolean {
  const known = new Map<number, boolean>();
  return (label) => {
    const told = known.get(label);
    if (told !== undefined) return told;
    const isWanted = wanted.has(label === none ? '' : strings.get(label).trim());
    known.set(label, isWanted);
    return isWanted;
  };
}
