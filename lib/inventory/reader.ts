import type { Queryable } from '../database/database';
import { derivedEdges } from '../items/derived-edges';
import { readConfigurationItem } from '../items/form/read-item';
import type { ResourceKey } from '../items/identity';
import type { Scope } from '../items/scope';
import { parseJson } from '../json';
import type { LatestItem } from './current/captured-item';
import {
  countBySource,
  countExisting,
  countExistingByType,
  type ExistingFilter,
  type ExistingResource,
  listExisting,
} from './current/existing';
import { findLatest, findLatestBodies, findTypes } from './current/latest';
import { changesAfter, type JournalPositions, type TypeChanges } from './history/changes';
import { type ChangeLimit, changesSince, newestChange, type RecordedChange } from './history/journal';
import { findCurrent, type HistoryRange, listHistory, type RecordedItem } from './history/recorded-items';
import { resourceTimeline } from './history/timeline';
import { type NearbyRequest, nearbyResources } from './neighbours/nearby';
import type { RelatedEntry } from './neighbours/related-entries';
import { relatedResources } from './neighbours/related-resources';
import { findRecorder, type RecorderState } from './recorder/recorder-state';
import {
  countDiscovered,
  type DiscoveredResource,
  type DiscoveredSearch,
  listDiscovered,
  notDiscovered,
  wasDiscovered,
} from './search/discovered';
import { countByValue, type FacetRequest, findResource, type ResourceSearch, searchResources } from './search/search';

/**
 * What is kept of the resources of one account and Region, to be read. It is a view of the database and holds nothing: make one
 * where it is needed. Over a transaction it sees what that has written; `InventoryTransactor` writes too.
 */
export class InventoryReader {
  protected readonly database: Queryable;
  readonly scope: Scope;

  constructor(database: Queryable, scope: Scope) {
    this.database = database;
    this.scope = scope;
  }

  // What the recorder asks before it writes.

  /** What is known of the newest item of each of `resources`, deleted ones too, by `resourceKey`; unknown ones are not in the map. */
  latest(resources: readonly ResourceKey[]): Promise<Map<string, LatestItem & { source: string }>> {
    return findLatest(this.database, this.scope, resources);
  }

  /** The text of the newest item of each of `resources`, by `resourceKey`. */
  latestBodies(resources: readonly ResourceKey[]): Promise<Map<string, string>> {
    return findLatestBodies(this.database, this.scope, resources);
  }

  /** The types of which anything was ever recorded, as `normalizeType` writes them. */
  types(): Promise<ReadonlySet<string>> {
    return findTypes(this.database, this.scope);
  }

  /** Resources that exist, in batches of `limit`, after `after` in the order of their types and ids. */
  listExisting(filter: ExistingFilter, after: ResourceKey | undefined, limit: number): Promise<ExistingResource[]> {
    return listExisting(this.database, this.scope, filter, after, limit);
  }

  /** How many resources exist, by their type as `normalizeType` writes it. */
  countExistingByType(filter: ExistingFilter): Promise<Map<string, number>> {
    return countExistingByType(this.database, this.scope, filter);
  }

  /** How many resources exist, and of how many types. */
  countExisting(): Promise<{ resources: number; types: number }> {
    return countExisting(this.database, this.scope);
  }

  /** How many resources exist of each source. */
  countBySource(): Promise<{ source: string; count: number }[]> {
    return countBySource(this.database, this.scope);
  }

  /** The recorder of the account and Region; undefined where none is set up. */
  recorder(): Promise<RecorderState | undefined> {
    return findRecorder(this.database, this.scope);
  }

  // What pages ask.

  /** A page of the resources that match, with the counts of all types. */
  async search(request: ResourceSearch) {
    const [found, types] = await Promise.all([
      searchResources(this.database, this.scope, request),
      countDiscovered(this.database, this.scope, []),
    ]);
    return { ...found, page: request.page, pageSize: request.pageSize, types };
  }

  /** The values that resources have of a property, with their counts. */
  async facets(request: FacetRequest) {
    return { values: await countByValue(this.database, this.scope, request) };
  }

  /**
   * One resource with its newest item, or that of a state.
   *
   * @throws DomainError `ResourceNotDiscovered` where there is none.
   */
  async resource(identity: ResourceKey, stateId?: string) {
    const found = await findResource(this.database, this.scope, identity, stateId);
    if (!found) throw notDiscovered(identity);
    const item = readConfigurationItem(parseJson(found.json));
    return {
      row: found.row,
      arn: item.ARN,
      creationTime: item.resourceCreationTime,
      tags: Object.entries(item.tags).map(([key, value]) => ({ key, value })),
      related: await relatedResources(this.database, this.scope, { ...item, derived: derivedEdges(item) }),
      json: found.json,
    };
  }

  /**
   * A page of a resource's history, the newest item first, each with its differences from the one before. `cursor` is the
   * `nextCursor` of the page before.
   *
   * @throws DomainError `ResourceNotDiscovered` where nothing was ever recorded of it.
   */
  async timeline(identity: ResourceKey, cursor?: string) {
    const timeline = await resourceTimeline(this.database, this.scope, identity, cursor);
    if (!timeline) throw notDiscovered(identity);
    return timeline;
  }

  /**
   * A resource (the first one) and what is near it.
   *
   * @throws DomainError `ResourceNotDiscovered` where it does not exist.
   */
  async nearby(request: NearbyRequest): Promise<RelatedEntry[]> {
    const entries = await nearbyResources(this.database, this.scope, request);
    if (entries.length === 0) throw notDiscovered(request);
    return entries;
  }

  // What AWS clients ask.

  /** Resources of one type in order of their ids, as ListDiscoveredResources narrows them. */
  listDiscovered(wanted: DiscoveredSearch, page: { after?: string; limit: number }): Promise<DiscoveredResource[]> {
    return listDiscovered(this.database, this.scope, wanted, page);
  }

  /** How many resources exist of each type, the most numerous first. All types where none is named. */
  countDiscovered(resourceTypes: readonly string[]): Promise<{ resourceType: string; count: number }[]> {
    return countDiscovered(this.database, this.scope, resourceTypes);
  }

  /** The current items of those of `resources` that exist, in no order. */
  current(resources: readonly ResourceKey[]): Promise<RecordedItem[]> {
    return findCurrent(this.database, this.scope, resources);
  }

  /**
   * Items of a resource captured within a time range, beyond the item `beyond`.
   *
   * @throws DomainError `ResourceNotDiscovered` where nothing was ever recorded of it.
   */
  async history(
    identity: ResourceKey,
    range: HistoryRange,
    page: { beyond?: string; limit: number },
  ): Promise<RecordedItem[]> {
    if (!(await wasDiscovered(this.database, this.scope, identity))) throw notDiscovered(identity);
    return listHistory(this.database, this.scope, identity, range, page);
  }

  // What deliveries and notifications ask.

  /** The types of which something was recorded after their positions in the journal, and up to where. */
  changesAfter(positions: JournalPositions): Promise<{ until: number; types: TypeChanges[] }> {
    return changesAfter(this.database, this.scope, positions);
  }

  /** What was recorded after the change `after`, oldest first; empty where there is nothing more. */
  changesSince(after: number, limit: ChangeLimit): Promise<RecordedChange[]> {
    return changesSince(this.database, this.scope, after, limit);
  }

  /** The number of the newest change; 0 where nothing was recorded yet. */
  newestChange(): Promise<number> {
    return newestChange(this.database, this.scope);
  }
}
