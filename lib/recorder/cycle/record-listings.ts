import type { Queryable } from '../../database/database';
import type { CapturedItem } from '../../inventory/current/captured-item';
import { InventoryReader } from '../../inventory/reader';
import { InventoryTransactor } from '../../inventory/transactor';
import { type ResourceKey, resourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import { type Observation, observe } from '../capture/capture';
import { captureBatch } from '../capture/capture-batch';
import type { ListingResult, ObservedResource, ResourceSource } from '../sources/port';
import { saveDailyRecordings } from '../stores/daily-store';
import { saveListingStatus } from '../stores/listing-status-store';
import { clearStaged, listStaged, stageItems } from '../stores/staged-store';
import { batchSize, type CycleContext } from './context';
import { markMissingDeleted } from './mark-deleted';
import type { SourceReading } from './source-reading';

/** So many captured items are held in memory, of all listings together; more wait in the database for the end of their listing. */
const mostHeld = 2_000;

/** What was shown of one type so far. */
interface OpenType {
  listing: number;
  count: number;
  captured: CapturedItem[];
  reassigned: ResourceKey[];
}

/** How the listings of a source went. */
export interface ListingsResult {
  count: number;
  ended: ListingResult[];
}

/**
 * Records a source whose listings go on side by side: each is recorded in one transaction when it has ended whole, with what
 * it has no more; one that failed is left as it was. A source that never tells of an end is one listing.
 *
 * @param last whether no other source comes after it, which might tell of what it has no more.
 */
export async function recordListings(
  context: CycleContext,
  source: ResourceSource,
  reading: SourceReading,
  last: boolean,
): Promise<ListingsResult> {
  const { database, scope } = context;
  const listing = new ListingRecorder(context, source.name, reading, last);
  await clearStaged(database, scope, source.name);
  try {
    for await (const event of reading.resources()) {
      if (event.kind === 'resource') await listing.add(event.resource);
      else await listing.end(event.end);
    }
    await listing.finish();
    return listing;
  } finally {
    listing.abandon();
    await clearStaged(database, scope, source.name);
  }
}

class ListingRecorder implements ListingsResult {
  count = 0;
  readonly ended: ListingResult[] = [];
  readonly #types = new Map<string, OpenType>();
  #batch: Observation[] = [];
  #held = 0;

  readonly #context: CycleContext;
  readonly #source: string;
  readonly #reading: SourceReading;
  readonly #last: boolean;

  constructor(context: CycleContext, source: string, reading: SourceReading, last: boolean) {
    this.#context = context;
    this.#source = source;
    this.#reading = reading;
    this.#last = last;
  }

  async add(resource: ObservedResource): Promise<void> {
    const type = this.#typeOf(resource.resourceType);
    if (!this.#context.seen.add(resource, type.listing)) return;
    type.count += 1;
    this.#batch.push(observe(resource));
    if (this.#batch.length === batchSize) await this.#capture();
  }

  /** Ends a listing: it is recorded where it is whole. */
  async end(end: ListingResult): Promise<void> {
    await this.#capture();
    const keys = end.resourceTypes.map(normalizeType);
    // Listed for its edges alone: nothing of it is recorded in this cycle.
    if (!keys.some(this.#reading.wanted)) return;
    this.ended.push(end);
    const count = this.#countOf(keys);
    if (end.error === undefined) {
      await this.#record(keys, end);
      this.count += count;
    } else {
      await this.#noteEnd(this.#context.database, end, count);
      this.#fail(keys);
    }
    this.#drop(keys);
    this.#context.progress.listing(this.#source, {
      listing: end.listing,
      state: end.error === undefined ? 'done' : 'failed',
      count,
    });
  }

  /** The source has ended by itself. What it showed outside of its listings was never whole. */
  async finish(): Promise<void> {
    if (this.ended.length > 0) {
      const left = [...this.#types.keys()];
      if (left.length > 0) this.#reading.notes.add(`No listing showed ${left.join(', ')} whole; they are passed over.`);
      return;
    }
    await this.#capture();
    this.count = this.#countOf([...this.#types.keys()]);
    await this.#record(undefined);
    this.#types.clear();
  }

  /** What has not ended whole may be shown by another source. */
  abandon(): void {
    this.#fail([...this.#types.keys()]);
  }

  async #record(ended: readonly string[] | undefined, end?: ListingResult): Promise<void> {
    const { database, scope, policy, now } = this.#context;
    const keys = ended ?? [...this.#types.keys()];
    await database.transaction(async (tx) => {
      const inventory = new InventoryTransactor(tx, scope);
      await inventory.lock();
      for (const key of keys) {
        for await (const staged of listStaged(tx, scope, this.#source, key, batchSize))
          await this.#keep(inventory, staged);
      }
      await clearStaged(tx, scope, this.#source, keys);
      for (const { captured, reassigned } of this.#open(keys)) {
        for (let at = 0; at < captured.length; at += batchSize)
          await this.#keep(inventory, captured.slice(at, at + batchSize));
        await inventory.reassignSource(this.#source, reassigned);
      }
      const listed = (typeKey: string) => this.#reading.wanted(typeKey);
      if (this.#last)
        await markMissingDeleted(inventory, this.#context, this.#source, this.#countOf(keys), listed, ended);
      const daily = keys.filter((key) => policy.isDaily(key) && listed(key));
      await saveDailyRecordings(tx, scope, this.#source, daily, now());
      if (end) await this.#noteEnd(tx, end, this.#countOf(keys));
      await this.#reading.refuseStopped(tx);
    });
  }

  /** What somebody else recorded since it was captured is left: the next cycle looks again. */
  async #keep(inventory: InventoryTransactor, captured: readonly CapturedItem[]): Promise<void> {
    const latest = await inventory.latest(captured.map(({ item }) => item));
    const fitting = captured.filter(
      ({ item, previousStateId }) => latest.get(resourceKey(item))?.stateId === previousStateId,
    );
    await inventory.add(this.#source, fitting);
  }

  async #capture(): Promise<void> {
    if (this.#batch.length === 0) return;
    const batch = this.#batch;
    this.#batch = [];
    const { database, scope, now } = this.#context;
    const inventory = new InventoryReader(database, scope);
    const { captured, reassigned } = await captureBatch(inventory, now(), this.#source, batch);
    for (const one of captured) this.#typeOf(one.item.resourceType).captured.push(one);
    for (const one of reassigned) this.#typeOf(one.resourceType).reassigned.push(one);
    this.#held += captured.length;
    if (this.#held > mostHeld) await this.#stage();
  }

  async #stage(): Promise<void> {
    for (const type of this.#types.values()) {
      for (let at = 0; at < type.captured.length; at += batchSize) {
        const some = type.captured.slice(at, at + batchSize);
        await stageItems(this.#context.database, this.#context.scope, this.#source, some);
      }
      type.captured = [];
    }
    this.#held = 0;
  }

  #noteEnd(database: Queryable, { listing, resourceTypes, error }: ListingResult, count: number): Promise<void> {
    return saveListingStatus(database, this.#context.scope, {
      source: this.#source,
      listing,
      resourceTypes,
      lastStatus: error === undefined ? 'SUCCESS' : 'FAILURE',
      lastAttemptTime: this.#context.now(),
      durationMs: this.#context.progress.durationOf(this.#source, listing),
      itemCount: count,
      errorCode: error?.code,
      errorMessage: error?.message,
      missingPermission: error?.permission,
    });
  }

  #typeOf(resourceType: string): OpenType {
    const key = normalizeType(resourceType);
    const known = this.#types.get(key);
    if (known) return known;
    const opened = { listing: this.#context.seen.open(), count: 0, captured: [], reassigned: [] };
    this.#types.set(key, opened);
    return opened;
  }

  #open(keys: readonly string[]): OpenType[] {
    return keys.flatMap((key) => this.#types.get(key) ?? []);
  }

  #countOf(keys: readonly string[]): number {
    return this.#open(keys).reduce((sum, { count }) => sum + count, 0);
  }

  #fail(keys: readonly string[]): void {
    for (const { listing } of this.#open(keys)) this.#context.seen.fail(listing);
  }

  #drop(keys: readonly string[]): void {
    for (const { captured } of this.#open(keys)) this.#held -= captured.length;
    for (const key of keys) this.#types.delete(key);
  }
}
