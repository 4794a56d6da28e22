import { TimeSlicer } from '../../../index/time-slicer';
import { countMap } from '../tree/map-counts';
import { alikeId, boxId } from '../view/box-names';
import type { MapParts } from '../view/map-view';

/** The same parts with only those items that match and whose mark `lets` lets in. In slices. */
export async function only<Mark>(
  parts: MapParts,
  markOf: (item: number) => Mark,
  lets: (mark: Mark) => boolean,
): Promise<MapParts> {
  const { columns, tree, mask, nodes } = parts;
  const { itemCount } = nodes.index;
  const chosen = new Uint8Array(columns.nodeCount);
  await new TimeSlicer().forRows(itemCount, (from, end) => {
    for (let item = from; item < end; item++) {
      if ((mask === undefined || mask[item] === 1) && lets(markOf(item))) chosen[item] = 1;
    }
    return undefined;
  });
  return { ...parts, mask: chosen, counts: await countMap(tree, itemCount, chosen) };
}

/** How many resources are in each box, and in each fold of what is alike, by its id; those in which there are none are left out. */
export function countsById({ nodes, columns, tree, counts, tag }: MapParts): Map<string, number> {
  const { boxes, boxGroup, groupType } = tree;
  const ids: string[] = [];
  const found = new Map<string, number>();
  for (let box = 0; box < boxes.count; box++) {
    const count = counts.inBox[box] ?? 0;
    if (count === 0) continue;
    // What is around a box has at least as many, and comes before it.
    const aroundId = ids[boxes.parent[box] ?? -1] ?? '';
    const id = boxId(nodes, columns, boxes, { box, aroundId, tag });
    ids[box] = id;
    found.set(id, count);
    for (let group = boxGroup[box] ?? 0; group < (boxGroup[box + 1] ?? 0); group++) {
      const alike = counts.resources[group] ?? 0;
      if (alike > 0) found.set(alikeId(id, nodes.typeName(groupType[group] ?? 0)), alike);
    }
  }
  return found;
}
