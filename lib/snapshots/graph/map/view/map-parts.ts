import type { BoxKind } from '../../../../graph/picture';
import type { DifferenceColumns } from '../difference/difference-columns';
import type { GroupedMap } from '../tree/grouped-map';
import type { MapCounts, NodeMask } from '../tree/map-counts';

/** What the reader folds, unfolds and turns over, by the ids of boxes. */
export interface MapChoices {
  open: readonly string[];
  closed: readonly string[];
  /** One page more of a box, for each time that its id is there. */
  more: readonly string[];
  /** Nodes that are to be seen wherever they lie: their boxes are opened. */
  show: readonly number[];
  /** Cards and closed boxes that are legible. */
  limit: number;
}

/** How many resources differ from an earlier snapshot. */
export interface Changes {
  added: number;
  removed: number;
  changed: number;
}

/** Of a resource that differs from an earlier snapshot: in what way, and its place there. */
interface Changed {
  change?: 'added' | 'removed' | 'changed';
  before?: number;
}

export interface MapBox extends Changed {
  id: string;
  kind: BoxKind;
  label: string;
  parent?: string;
  count: number;
  missingCount: number;
  open: boolean;
  types: { resourceType: string; count: number }[];
  index?: number;
  resourceType?: string;
  missing?: true;
  more?: number;
  changes?: Changes;
}

export interface MapCard extends Changed {
  id: string;
  index?: number;
  label: string;
  resourceType: string;
  resourceId: string;
  accountId: string;
  region: string;
  degree: number;
  box: string;
  docksTo?: string;
  missing?: true;
}

export interface MapParts extends GroupedMap {
  counts: MapCounts;
  mask: NodeMask;
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
