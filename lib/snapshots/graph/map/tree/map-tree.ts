import { TimeSlicer } from '../../../index/time-slicer';
import type { BoxTable } from './box-table';
import type { GroupedNodes } from './group-nodes';

/**
 * The boxes of a snapshot and what lies in them, as columns. The nodes of one type that lie in one box are a group: group g is of box
 * `groupBox[g]` and type `groupType[g]` (a key), and its nodes are `members[groupStart[g]]` up to `members[groupStart[g + 1]]`.
 */
export interface MapTree extends GroupedNodes {
  boxes: BoxTable;
  members: Uint32Array;
  groupBox: Uint32Array;
  groupType: Uint32Array;
  groupStart: Uint32Array;
  /** The groups of box b are those from `boxGroup[b]` up to `boxGroup[b + 1]`. */
  boxGroup: Uint32Array;
  /** The boxes in box b are `inner[innerStart[b]]` up to `inner[innerStart[b + 1]]`; the outermost ones stand behind those of the last box. */
  innerStart: Uint32Array;
  inner: Uint32Array;
}

/** Lists what lies in each box. `typeKeyOf` gives the key of a node's type, which is below `typeCount`. In slices. */
export async function makeMapTree(
  grouped: GroupedNodes,
  typeKeyOf: (node: number) => number,
  typeCount: number,
): Promise<MapTree> {
  const { boxes, boxOf } = grouped;
  const slicer = new TimeSlicer();
  const count = boxOf.length;
  const types = new Uint32Array(count);
  const all = new Uint32Array(count);
  let nodes = 0;
  await slicer.forRows(count, (from, end) => {
    for (let node = from; node < end; node++) {
      if ((boxOf[node] ?? -1) < 0) continue;
      types[node] = typeKeyOf(node);
      all[nodes++] = node;
    }
    return undefined;
  });
  // By type first and then by box: the second sort keeps the order of the first.
  const byType = await countingSort(all.subarray(0, nodes), types, typeCount, slicer);
  const members = await countingSort(byType, boxOf, boxes.count, slicer);
  const [groupBox, groupType, groupStart]: [number[], number[], number[]] = [[], [], []];
  const boxGroup = new Uint32Array(boxes.count + 1);
  let [box, type] = [-1, -1];
  await slicer.forRows(nodes, (from, end) => {
    for (let place = from; place < end; place++) {
      const node = members[place] ?? 0;
      if (boxOf[node] === box && types[node] === type) continue;
      box = boxOf[node] ?? -1;
      type = types[node] ?? 0;
      groupBox.push(box);
      groupType.push(type);
      groupStart.push(place);
      boxGroup[box + 1] = (boxGroup[box + 1] ?? 0) + 1;
    }
    return undefined;
  });
  groupStart.push(nodes);
  for (let at = 1; at <= boxes.count; at++) boxGroup[at] = (boxGroup[at] ?? 0) + (boxGroup[at - 1] ?? 0);
  return {
    ...grouped,
    members,
    groupBox: Uint32Array.from(groupBox),
    groupType: Uint32Array.from(groupType),
    groupStart: Uint32Array.from(groupStart),
    boxGroup,
    ...innerBoxes(boxes),
  };
}

/** The boxes in a box; -1 for the outermost ones. */
export function boxesIn({ boxes, inner, innerStart }: MapTree, box: number): Uint32Array {
  const at = box < 0 ? boxes.count : box;
  return inner.subarray(innerStart[at], innerStart[at + 1]);
}

/** The node that a box is, as a VPC's; -1 for others. */
export function resourceOf({ boxes }: MapTree, box: number): number {
  const kind = boxes.kind[box];
  return kind === 'vpc' || kind === 'subnet' ? (boxes.value[box] ?? -1) : -1;
}

/** The group of a box and the key of a type; -1 where nothing of that type lies in it. */
export function groupOf({ boxGroup, groupType }: MapTree, box: number, type: number): number {
  for (let group = boxGroup[box] ?? 0; group < (boxGroup[box + 1] ?? 0); group++) {
    if (groupType[group] === type) return group;
  }
  return -1;
}

function innerBoxes({ count, parent }: BoxTable): Pick<MapTree, 'inner' | 'innerStart'> {
  const innerStart = new Uint32Array(count + 2);
  const around = (box: number) => {
    const its = parent[box] ?? -1;
    return its < 0 ? count : its;
  };
  for (let box = 0; box < count; box++) innerStart[around(box) + 1] = (innerStart[around(box) + 1] ?? 0) + 1;
  for (let at = 1; at < innerStart.length; at++) innerStart[at] = (innerStart[at] ?? 0) + (innerStart[at - 1] ?? 0);
  const free = innerStart.slice();
  const inner = new Uint32Array(count);
  for (let box = 0; box < count; box++) {
    const place = free[around(box)] ?? 0;
    inner[place] = box;
    free[around(box)] = place + 1;
  }
  return { inner, innerStart };
}

/** `values` in the order of their keys, which are below `keyCount`; those of equal keys in their order. In slices. */
async function countingSort(
  values: Uint32Array,
  keys: Uint32Array | Int32Array,
  keyCount: number,
  slicer: TimeSlicer,
): Promise<Uint32Array> {
  const places = new Uint32Array(keyCount + 1);
  await slicer.forRows(values.length, (from, end) => {
    for (let at = from; at < end; at++) {
      const key = (keys[values[at] ?? 0] ?? 0) + 1;
      places[key] = (places[key] ?? 0) + 1;
    }
    return undefined;
  });
  for (let key = 1; key <= keyCount; key++) places[key] = (places[key] ?? 0) + (places[key - 1] ?? 0);
  const sorted = new Uint32Array(values.length);
  await slicer.forRows(values.length, (from, end) => {
    for (let at = from; at < end; at++) {
      const value = values[at] ?? 0;
      const key = keys[value] ?? 0;
      const place = places[key] ?? 0;
      sorted[place] = value;
      places[key] = place + 1;
    }
    return undefined;
  });
  return sorted;
}
