import type { Unmatched } from '../../../graph/dimming';
import type { GraphPart } from '../../../graph/view';
import type { DerivedColumns } from '../impact/derived-columns';
import type { NodeFilter } from '../matching/node-filter';
import type { MapGrouping } from './tree/group-nodes';
import type { MapBox, MapCard, MapChoices } from './view/map-parts';

/** What to show of the map of a snapshot. */
export interface MapRequest extends Omit<MapChoices, 'show' | 'showRemoved'> {
  group: MapGrouping;
  filter: NodeFilter;
  /** `hide` where it is absent. */
  unmatched?: Unmatched;
  /** What is derived from all items, where it was read: filters by relationships look among it too. */
  derived?: DerivedColumns | undefined;
  /** Resources that are to be seen wherever they lie: printed identities. */
  show: readonly string[];
}

/** What to find on the map of a snapshot. */
export interface MapSearch {
  group: MapGrouping;
  text: string;
  limit: number;
}

/** The same as the query of a URL has it. */
export type MapQuery = Omit<MapRequest, 'filter' | 'derived'> & NodeFilter;

/** Tells what filters from what is shown. */
export function mapRequestOf({ group, unmatched, open, closed, more, show, limit, ...filter }: MapQuery): MapRequest {
  return { group, unmatched, open, closed, more, show, limit, filter };
}

/** A map as `mapView` of lib/api/contract/map.ts has it. */
export interface MapPart {
  totals: { resources: number; relationships: number; missing: number; matching: number };
  shown: { resources: number };
  boxes: MapBox[];
  cards: MapCard[];
}

/** A line between two boxes or cards; `count` is there for more than one pair of resources. */
export type MapLine = GraphPart['edges'][number] & { count?: number };
