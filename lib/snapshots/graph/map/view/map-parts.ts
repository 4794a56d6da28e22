import type { TreeBox, TreeCard } from '../../../../graph/map-layout/tree';
import type { Change } from '../../../../graph/picture';
import type { NodeMask } from '../../matching/node-mask';
import type { DifferenceColumns } from '../difference/difference-columns';
import type { GroupedMap } from '../tree/grouped-map';
import type { MapCounts } from '../tree/map-counts';

/** What the reader folds, unfolds and turns over, by the ids of boxes. */
export interface MapChoices {
  open: readonly string[];
  closed: readonly string[];
  /** One page more of a box, for each time that its id is there. */
  more: readonly string[];
  /** Nodes that are to be seen wherever they lie: their boxes are opened. */
  show: readonly number[];
  /** The same of nodes of an earlier snapshot that were removed since. */
  showRemoved: readonly number[];
  /** Cards and closed boxes that are legible. */
  limit: number;
}

/** How many resources differ from an earlier snapshot. */
export type Changes = Record<Change, number>;

/** A box as `mapBox` of lib/api/contract/map.ts has it. */
export interface MapBox extends TreeBox {
  missingCount: number;
}

/** A card as `mapCard` of lib/api/contract/map.ts has it. */
export interface MapCard extends TreeCard {
  degree: number;
}

/** Which nodes match a filter, and how many of them lie where. */
export interface Matching {
  mask: NodeMask;
  counts: MapCounts;
}

export interface MapParts extends GroupedMap, Matching {
  /** Where what does not match is shown and marked: what matches; of the earlier snapshot where there is one. */
  matching?: Matching;
  matchingBefore?: Matching;
  /** What differs from an earlier snapshot, where that is asked for. */
  difference?: DifferenceColumns;
  /** The map is that of the earlier snapshot, and what is looked at was removed since. */
  isRemoved?: true;
}

/** What is to be seen of a map. */
export interface ShownMap {
  /** In the order in which they are drawn, outer boxes before inner ones. */
  boxes: readonly MapBox[];
  cards: readonly MapCard[];
  /** The ids of boxes, of folds and of cards, by the numbers of boxes, groups and nodes. */
  ids: { boxes: ReadonlyMap<number, string>; folds: ReadonlyMap<number, string>; cards: ReadonlyMap<number, string> };
}
