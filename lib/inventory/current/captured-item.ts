import type { ConfigurationItem } from '../../items/configuration-item';

/** What is known of a resource's newest configuration item. */
export interface LatestItem {
  /** `configurationStateId`, the capture time in epoch milliseconds. */
  stateId: number;
  contentHash: string;
  status: string;
}

/** A configuration item to be kept: its text, and what of it stands in columns. */
export interface CapturedItem {
  item: Omit<
    ConfigurationItem,
    'relatedEvents' | 'relationships' | 'configuration' | 'supplementaryConfiguration' | 'tags'
  >;
  body: string;
  /** Its text in delivered files, where that is another (`fileForm`). */
  fileBody?: string;
  /** By which the next capture tells at once that nothing changed. */
  contentHash: string;
  /** The state id of the item that it follows; absent for the first of all. */
  previousStateId?: number;
}
