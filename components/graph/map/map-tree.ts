import type { MapView } from '@/lib/api/contract/map';
import type { MapTree } from '@/lib/graph/map-layout/tree';
import { nodeStyleOf } from '@/lib/graph/style/node-style';

/** What the layout takes of the map's answer: folds of what is alike bear the name of the type, and count what is missing as well. */
export function mapTreeOf({ boxes, cards }: MapView): MapTree {
  return {
    boxes: boxes.map((box) => {
      // Nothing of it is in the snapshot: all in it is only referred to.
      if (box.count === 0 && box.missingCount > 0 && box.kind !== 'alike') return { ...box, missing: true };
      if (box.kind === 'type') return { ...box, label: nodeStyleOf(box.label).title };
      if (box.kind !== 'alike') return box;
      // It is no resource, though it has the type of those in it.
      const { resourceType: _, ...fold } = box;
      return { ...fold, label: nodeStyleOf(box.label).title, count: box.count + box.missingCount };
    }),
    cards,
  };
}
