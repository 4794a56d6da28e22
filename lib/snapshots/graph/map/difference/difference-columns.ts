import { TimeSlicer } from '../../../index/time-slicer';
import type { NodeMask } from '../../matching/node-mask';
import type { GroupedMap } from '../tree/grouped-map';
import { countMap, type MapCounts } from '../tree/map-counts';
import { groupOf } from '../tree/map-tree';
import { findTwins } from './find-twins';
import type { ItemChanges } from './item-changes';

/** What differs between the maps of two snapshots, by the boxes, groups and nodes of the later one. */
export interface DifferenceColumns {
  /** `Change` of each node. A VPC or subnet that was removed and is still referred to is a box of the later map. */
  change: Uint8Array;
  /** The place in the earlier snapshot of what was changed or removed; -1 of others. */
  before: Int32Array;
  added: MapCounts;
  changed: MapCounts;
  /** Such boxes: they count as missing. */
  removed: MapCounts;
  /** All that were removed, in each box and in those within it. */
  removedInBox: Uint32Array;
  /** All that differs: what was removed counts in the boxes in which it was. */
  focus: MapCounts;
  /** What else was removed, on the map of the earlier snapshot; what lies in boxes that are still there does not count in those around. */
  earlier: GroupedMap & { counts: MapCounts; mask: Uint8Array };
  /** What of the later map is looked at, where not all is: what was removed is not shown once more for being referred to. */
  shown?: { mask: Uint8Array; counts: MapCounts };
  /** Of each box of the later map the same one of the earlier map; -1 where it is new. */
  twin: Int32Array;
  /** Boxes of the earlier map in which something was removed and that the later one has not, by the box of the later one around them (-1: none). */
  ghosts: ReadonlyMap<number, readonly number[]>;
}

/** What became of a node, in `DifferenceColumns.change`. */
export enum Change {
  none,
  added,
  changed,
  removed,
}

/** Puts what differs between two snapshots onto the map of the later one. `masks` are what a filter lets in. In slices. */
export async function compareMaps(
  earlier: GroupedMap,
  later: GroupedMap,
  items: ItemChanges,
  masks: { earlier: NodeMask; later: NodeMask },
): Promise<DifferenceColumns> {
  const { change, before, gone, hidden } = await changesOf(earlier, later, items, masks.later);
  const mask = new Uint8Array(earlier.columns.nodeCount);
  for (let item = 0; item < items.removed.length; item++) {
    if (items.removed[item] === 1 && masks.earlier?.[item] !== 0 && !gone.has(item)) mask[item] = 1;
  }
  const count = ({ tree, nodes }: GroupedMap, counted: Uint8Array) => countMap(tree, nodes.index.itemCount, counted);
  const countOf = (wanted: Change) =>
    count(
      later,
      change.map((its) => Number(its === wanted)),
    );
  const ghostCounts = await count(earlier, mask);
  const [added, changed, removed] = [
    await countOf(Change.added),
    await countOf(Change.changed),
    await countOf(Change.removed),
  ];
  const { twin, ghosts, inGhost, inLater } = await findTwins(earlier, later, { removed: ghostCounts, mask });
  const inBox = sumOf(added.inBox, changed.inBox, removed.missingInBox, inLater);
  const focus = {
    resources: sumOf(added.resources, changed.resources, removed.missing),
    inBox,
    missing: new Uint32Array(added.missing.length),
    missingInBox: new Uint32Array(inBox.length),
    total: added.total + changed.total + removed.totalMissing + ghostCounts.total,
    totalMissing: 0,
  };
  const shown = masks.later?.slice() ?? new Uint8Array(later.columns.nodeCount).fill(1);
  for (const node of hidden) shown[node] = 0;
  return {
    change,
    before,
    ...(hidden.length > 0 && { shown: { mask: shown, counts: await count(later, shown) } }),
    added,
    changed,
    removed,
    focus,
    earlier: { ...earlier, counts: { ...ghostCounts, inBox: inGhost }, mask },
    removedInBox: sumOf(removed.missingInBox, inLater),
    twin,
    ghosts,
  };
}

/** The innermost boxes of the later map in which nodes of the earlier one lay. */
export function boxesStillThere({ earlier, twin }: DifferenceColumns, nodes: readonly number[]): number[] {
  if (nodes.length === 0) return [];
  const later = new Map<number, number>();
  twin.forEach((box, its) => {
    if (box >= 0) later.set(box, its);
  });
  const { boxOf, boxes } = earlier.tree;
  return nodes.flatMap((node) => {
    let box = boxOf[node] ?? -1;
    while (box >= 0 && !later.has(box)) box = boxes.parent[box] ?? -1;
    return later.get(box) ?? [];
  });
}

function sumOf(first: Uint32Array, ...others: readonly Uint32Array[]): Uint32Array {
  return first.map((count, at) => others.reduce((sum, other) => sum + (other[at] ?? 0), count));
}

/**
 * What became of each node of the later map that a filter lets in. Of what was removed and is still referred to, `gone` are the earlier items that
 * are boxes of the later map, and `hidden` the nodes of all others: they are shown where they were. In slices.
 */
async function changesOf(earlier: GroupedMap, later: GroupedMap, items: ItemChanges, mask: NodeMask) {
  const { nodeCount } = later.columns;
  const { itemCount } = later.nodes.index;
  const { keys, index, resolver } = earlier.nodes;
  const change = new Uint8Array(nodeCount);
  const before = new Int32Array(nodeCount).fill(-1);
  const gone = new Set<number>();
  const hidden: number[] = [];
  await new TimeSlicer().forRows(nodeCount, (from, end) => {
    for (let node = from; node < end; node++) {
      if (mask !== undefined && mask[node] !== 1) continue;
      if (node < itemCount) {
        if (items.added[node] === 1) change[node] = Change.added;
        const its = items.changedFrom[node] ?? -1;
        if (its < 0) continue;
        change[node] = Change.changed;
        before[node] = its;
        continue;
      }
      const identity = later.nodes.identity(later.columns, node);
      const key = keys.find(identity.resourceType);
      const id = index.strings.find(identity.resourceId);
      const its = key === undefined || id < 0 ? -1 : resolver.byId(resolver.scopes.find(identity), key, id);
      if (its < 0 || items.removed[its] !== 1) continue;
      if ((later.tree.ownBox[node] ?? -1) < 0) {
        hidden.push(node);
        continue;
      }
      change[node] = Change.removed;
      before[node] = its;
      gone.add(its);
    }
    return undefined;
  });
  return { change, before, gone, hidden };
}

/** The group of the earlier map that lies in the same box and is of the same type; -1 for none. */
export function twinGroup(
  { earlier, later, twin }: { earlier: GroupedMap; later: GroupedMap; twin: Int32Array },
  group: number,
): number {
  const box = twin[later.tree.groupBox[group] ?? 0] ?? -1;
  const type = earlier.nodes.keys.find(later.nodes.typeName(later.tree.groupType[group] ?? 0));
  return box < 0 || type === undefined ? -1 : groupOf(earlier.tree, box, type);
}
