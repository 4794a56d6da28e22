import type { Queryable } from '../../database/database';
import { DomainError } from '../../errors';
import { InventoryReader } from '../../inventory/reader';
import { type ResourceKey, resourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import { validationError } from '../capture/validation-error';
import { isListingResult, type ListingResult, type ObservedResource, type ResourceSource } from '../sources/port';
import { findDailyRecordings } from '../stores/daily-store';
import type { CycleContext } from './context';
import { SourceNotes } from './source-notes';

const dayMs = 24 * 60 * 60 * 1000;

type SourceEvent = { kind: 'resource'; resource: ObservedResource } | { kind: 'end'; end: ListingResult };

/** The reading of one source in one cycle. */
export interface SourceReading {
  readonly notes: SourceNotes;
  /** Whether a type is recorded in this cycle. */
  wanted(resourceType: string): boolean;
  /** What the source tells, without what is not wanted and what cannot be recorded. */
  resources(): AsyncGenerator<SourceEvent>;
  /** @throws where the recorder was stopped meanwhile, by this process or another: nothing may be recorded then. */
  refuseStopped(tx: Queryable): Promise<void>;
}

/** Prepares the reading of a source: which of the daily types are due is decided here, once for all of it. */
export async function readSource(context: CycleContext, source: ResourceSource): Promise<SourceReading> {
  const { database, scope, signal, policy, progress } = context;
  const notes = new SourceNotes();
  const inventory = new InventoryReader(database, scope);
  const recordings = await findDailyRecordings(database, scope, source.name);
  const now = context.now().getTime();
  const isDue = (resourceType: string) => {
    const last = recordings.get(normalizeType(resourceType))?.getTime();
    // One in the future was noted by a clock that was set back since.
    return last === undefined || last > now || now - last >= dayMs;
  };
  const wanted = (type: string) => policy.records(type) && (!policy.isDaily(type) || isDue(type));
  const observation = {
    signal,
    wanted,
    note: (note: string) => notes.add(note),
    progress: (one: Parameters<typeof progress.listing>[1]) => progress.listing(source.name, one),
    async lastRelationships(resources: readonly ResourceKey[]) {
      const items = await inventory.current(resources);
      return new Map(items.map((item) => [resourceKey(item), item.relationships]));
    },
  };
  return {
    notes,
    wanted,
    async *resources() {
      for await (const event of source.observe(observation)) {
        signal.throwIfAborted();
        if (isListingResult(event)) {
          yield { kind: 'end', end: event };
          continue;
        }
        if (!wanted(event.resourceType)) continue;
        const error = validationError(event);
        if (error !== undefined) {
          notes.add(error);
          continue;
        }
        progress.count(source.name);
        yield { kind: 'resource', resource: event };
      }
    },
    async refuseStopped(tx) {
      signal.throwIfAborted();
      if ((await new InventoryReader(tx, scope).recorder())?.recording) return;
      throw new DomainError(
        'conflict',
        'RecorderStopped',
        'The recorder was stopped; what was not yet recorded is left.',
      );
    },
  };
}
