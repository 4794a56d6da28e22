import { TimeSlicer } from '../../../index/time-slicer';
import type { NodeMask } from '../../matching/node-mask';
import type { MapTree } from './map-tree';
import { boxesIn } from './map-tree';

/** How many of the nodes that are looked at lie where. What is only referred to is counted apart. */
export interface MapCounts {
  /** Of each group. */
  resources: Uint32Array;
  missing: Uint32Array;
  /** In each box, and in those within it. A resource that is a box counts in the box around it. */
  inBox: Uint32Array;
  missingInBox: Uint32Array;
  /** In all. */
  total: number;
  totalMissing: number;
}

/** Counts by group and box. Nodes from `itemCount` on are only referred to. In slices. */
export async function countMap(tree: MapTree, itemCount: number, mask: NodeMask): Promise<MapCounts> {
  const { members, groupBox, groupStart, boxes } = tree;
  const resources = new Uint32Array(groupBox.length);
  const missing = new Uint32Array(groupBox.length);
  let group = 0;
  await new TimeSlicer().forRows(members.length, (from, end) => {
    for (let place = from; place < end; place++) {
      while ((groupStart[group + 1] ?? 0) <= place) group += 1;
      const node = members[place] ?? 0;
      if (mask !== undefined && mask[node] !== 1) continue;
      const counted = node < itemCount ? resources : missing;
      counted[group] = (counted[group] ?? 0) + 1;
    }
    return undefined;
  });
  const inBox = new Uint32Array(boxes.count);
  const missingInBox = new Uint32Array(boxes.count);
  groupBox.forEach((box, at) => {
    inBox[box] = (inBox[box] ?? 0) + (resources[at] ?? 0);
    missingInBox[box] = (missingInBox[box] ?? 0) + (missing[at] ?? 0);
  });
  let [total, totalMissing] = [0, 0];
  // Inner boxes have the greater numbers.
  for (let box = boxes.count - 1; box >= 0; box--) {
    const around = boxes.parent[box] ?? -1;
    if (around < 0) {
      total += inBox[box] ?? 0;
      totalMissing += missingInBox[box] ?? 0;
      continue;
    }
    inBox[around] = (inBox[around] ?? 0) + (inBox[box] ?? 0);
    missingInBox[around] = (missingInBox[around] ?? 0) + (missingInBox[box] ?? 0);
  }
  return { resources, missing, inBox, missingInBox, total, totalMissing };
}

/** How many resources of each type lie in a box and in those within it, the most frequent first; the keys of types decide among equals. */
export function countTypes(tree: MapTree, counts: MapCounts, box: number): { type: number; count: number }[] {
  const byType = new Map<number, number>();
  const waiting = [box];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (let group = tree.boxGroup[next] ?? 0; group < (tree.boxGroup[next + 1] ?? 0); group++) {
      const count = counts.resources[group] ?? 0;
      const type = tree.groupType[group] ?? 0;
      if (count > 0) byType.set(type, (byType.get(type) ?? 0) + count);
    }
    for (const inner of boxesIn(tree, next)) waiting.push(inner);
  }
  return [...byType].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count || a.type - b.type);
}
