import type { ResourceContent } from '../../items/compare/content';
import type { ConfigurationItem, Relationship } from '../../items/configuration-item';
import type { ResourceKey } from '../../items/identity';

/** A resource as a source sees it: a configuration item but for what the recorder fills in. Unknown fields are carried along. */
export type ObservedResource = ResourceContent & Pick<ConfigurationItem, 'relatedEvents'>;

/** Something a source noticed that is no failure but that a person should know, in one sentence that names the thing. */
export type NoteListener = (note: string) => void;

/** How far a source has come with one of its listings. */
export interface ListingProgress {
  listing: string;
  state: 'waiting' | 'listing' | 'done' | 'failed';
  /** Resources shown so far. */
  count: number;
}

/** What a cycle tells a source, and hears of it. */
export interface ObservationContext {
  /** Cuts the observation short. */
  signal: AbortSignal;
  note: NoteListener;
  /**
   * Whether a type is to be recorded in this cycle: the recording group says so, and a daily type is due. Others need not be
   * listed, unless the edges that they tell of are needed; what is shown of them is passed over.
   */
  wanted(resourceType: string): boolean;
  /** Called while a listing goes on; how often is for the source to choose. */
  progress(progress: ListingProgress): void;
  /**
   * The relationships of the newest recorded items of `resources` that exist, by `resourceKey`: for the edges that a listing which
   * could not be listed would have told.
   */
  lastRelationships(resources: readonly ResourceKey[]): Promise<ReadonlyMap<string, readonly Relationship[]>>;
}

/** Comes between resources: a listing has ended whole (what it did not show is gone), or could not be. */
export interface ListingResult {
  /** Unique within the source: the resource type for one that lists by types. */
  listing: string;
  /** The types whose resources the listing shows, and no other listing of the source. */
  resourceTypes: readonly string[];
  /** Why it did not end whole; nothing of it is then taken for gone. `permission` names what the caller lacks. */
  error?: { code: string; message: string; permission?: string };
}

/** Whether a source told of the end of a listing. (A resource may bring fields of any name, but never lacks its type.) */
export function isListingResult(event: ObservedResource | ListingResult): event is ListingResult {
  return !('resourceType' in event);
}

/** A place that tells which resources exist at present: files, or an AWS service's API. */
export interface ResourceSource {
  /** Unique among the sources of a recorder; kept in the database with what the source has shown. */
  readonly name: string;
  /** What the source is and where, for people. Never holds a secret. */
  readonly description: string;
  /** It has no listings, and is recorded while it is read; one that may have listings is recorded as each of them ends. */
  readonly atomic?: boolean;
  /**
   * Every resource that exists now, each once, in no order, and the end of each listing. A source without listings tells of no end: it
   * was whole when the iteration ends normally, and what it did not show is gone. An iteration that throws was cut short: it must
   * never be read as a deletion of what it did not come to show, but the listings that had ended before it count.
   */
  observe(context: ObservationContext): AsyncIterable<ObservedResource | ListingResult>;
}
