import type { Queryable } from '../../database/database';
import { DomainError } from '../../errors';
import { findCurrent } from '../../inventory/history/recorded-items';
import { resourceKey } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import { unrecordable } from '../capture/validation-error';
import { isPartEnd, type ObservedResource, type PartEnd, type ResourceSource } from '../sources/port';
import { findDailyRecordings } from '../stores/daily-store';
import { findRecorder } from '../stores/recorder-store';
import type { CycleContext } from './context';
import { SourceNotes } from './source-notes';

const dayMs = 24 * 60 * 60 * 1000;

type Told = { kind: 'resource'; resource: ObservedResource } | { kind: 'end'; end: PartEnd };

/** The reading of one source in one cycle. */
export interface SourceReading {
  readonly notes: SourceNotes;
  /** Whether a type is recorded in this cycle. */
  wanted(resourceType: string): boolean;
  /** What the source tells, without what is not wanted and what cannot be recorded. */
  resources(): AsyncGenerator<Told>;
  /** Throws where the recorder was stopped meanwhile, by this process or another: nothing may be recorded then. */
  refuseStopped(tx: Queryable): Promise<void>;
}

/** Prepares the reading of a source: which of the daily types are due is decided here, once for all of it. */
export async function readSource(context: CycleContext, source: ResourceSource): Promise<SourceReading> {
  const { database, scope, signal, policy, progress } = context;
  const notes = new SourceNotes();
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
    progress: (one: Parameters<typeof progress.part>[1]) => progress.part(source.name, one),
    async lastRelationships(resources: Parameters<typeof findCurrent>[2]) {
      const items = await findCurrent(database, scope, resources);
      return new Map(items.map((item) => [resourceKey(item), item.relationships]));
    },
  };
  return {
    notes,
    wanted,
    async *resources() {
      for await (const told of source.observe(observation)) {
        signal.throwIfAborted();
        if (isPartEnd(told)) {
          yield { kind: 'end', end: told };
          continue;
        }
        if (!wanted(told.resourceType)) continue;
        const fault = unrecordable(told);
        if (fault !== undefined) {
          notes.add(fault);
          continue;
        }
        progress.count(source.name);
        yield { kind: 'resource', resource: told };
      }
    },
    async refuseStopped(tx) {
      signal.throwIfAborted();
      if ((await findRecorder(tx, scope))?.recording) return;
      throw new DomainError(
        'conflict',
        'RecorderStopped',
        'The recorder was stopped; what was not yet recorded is left.',
      );
    },
  };
}
