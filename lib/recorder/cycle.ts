import type { Database, Queryable } from '../database/database';
import { errorMessage } from '../errors';
import { resourceKey } from '../items/resource-key';
import type { Scope } from '../items/scope';
import { type CapturedItem, capture, captureDeletion } from './capture';
import { findCurrent } from './discovered-store';
import { addItems, claimResources, findKnown, listLiving, lockRecording } from './item-store';
import { unrecordable } from './recordable';
import { saveSourceStatus } from './recorder-store';
import { SourceNotes } from './source-notes';
import { isPartEnd, type ObservationContext, type ObservedResource, type ResourceSource } from './sources/port';

const batchSize = 500;

interface CycleContext {
  database: Database;
  scope: Scope;
  now: () => Date;
  signal: AbortSignal;
  /** Told once for each source that passed something over. */
  log: (message: string) => void;
}

/** How a cycle went, source by source; `failed` names those that were cut short. */
export interface CycleResult {
  failed: { source: string; message: string }[];
}

/**
 * One recording cycle: every source is observed, what is new or changed becomes configuration items, and what a source
 * no longer has is recorded as deleted. A source that fails keeps what was recorded of it: a listing cut short is never
 * read as deletion. Where two sources tell of one resource, the first in the list is believed.
 */
export async function runCycle(context: CycleContext, sources: readonly ResourceSource[]): Promise<CycleResult> {
  const seen = new Set<string>();
  const failed: CycleResult['failed'] = [];
  const complete: ResourceSource[] = [];
  for (const source of sources) {
    const notes = new SourceNotes();
    try {
      const itemCount = await context.database.transaction((tx) => recordSource(context, tx, source, seen, notes));
      await noteSource(context, source.name, notes, itemCount);
      complete.push(source);
    } catch (error) {
      if (context.signal.aborted) throw error;
      failed.push({ source: source.name, message: errorMessage(error) });
      await noteSource(context, source.name, notes, 0, errorMessage(error));
    }
  }
  for (const source of complete) {
    await recordDeletions(context, source.name, seen);
  }
  return { failed };
}

async function recordSource(
  context: CycleContext,
  tx: Queryable,
  source: ResourceSource,
  seen: Set<string>,
  notes: SourceNotes,
): Promise<number> {
  await lockRecording(tx, context.scope);
  // Kept apart until the source is complete: what a failed one said must not hide another source's word.
  const seenHere = new Set<string>();
  let batch: ObservedResource[] = [];
  for await (const told of source.observe(observationContext(context, notes))) {
    context.signal.throwIfAborted();
    if (isPartEnd(told)) {
      if (told.error) throw new Error(told.error.message);
      continue;
    }
    const observed = told;
    const fault = unrecordable(observed);
    if (fault !== undefined) {
      notes.add(fault);
      continue;
    }
    const key = resourceKey(observed);
    if (seen.has(key) || seenHere.has(key)) continue;
    seenHere.add(key);
    batch.push(observed);
    if (batch.length === batchSize) {
      await recordBatch(context, tx, source.name, batch);
      batch = [];
    }
  }
  await recordBatch(context, tx, source.name, batch);
  for (const key of seenHere) seen.add(key);
  return seenHere.size;
}

function observationContext({ database, scope, signal }: CycleContext, notes: SourceNotes): ObservationContext {
  return {
    signal,
    note: (note) => notes.add(note),
    wanted: () => true,
    progress: () => undefined,
    async lastRelationships(resources) {
      const items = await findCurrent(database, scope, resources);
      return new Map(items.map((item) => [resourceKey(item), item.relationships]));
    },
  };
}

async function recordBatch(
  { scope, now }: CycleContext,
  tx: Queryable,
  source: string,
  batch: readonly ObservedResource[],
): Promise<void> {
  if (batch.length === 0) return;
  const known = await findKnown(tx, scope, batch);
  const at = { accountId: scope.accountId, now: now() };
  const captured = batch
    .map((observed) => capture(observed, known.get(resourceKey(observed)), at))
    .filter((one): one is CapturedItem => one !== undefined);
  await addItems(tx, scope, source, captured);
  const changed = new Set(captured.map(({ item }) => resourceKey(item)));
  const moved = batch.filter((observed) => {
    const key = resourceKey(observed);
    return !changed.has(key) && known.get(key)?.source !== source;
  });
  await claimResources(tx, scope, source, moved);
}

/** Records as deleted what `source` had and is not among `seen` (resource keys). */
export function recordDeletions(
  { database, scope, now, signal }: CycleContext,
  source: string,
  seen: ReadonlySet<string>,
): Promise<void> {
  return database.transaction(async (tx) => {
    await lockRecording(tx, scope);
    let living = await listLiving(tx, scope, source, undefined, batchSize);
    while (living.length > 0) {
      signal.throwIfAborted();
      const at = { accountId: scope.accountId, now: now() };
      const gone = living.filter((resource) => !seen.has(resourceKey(resource)));
      await addItems(
        tx,
        scope,
        source,
        gone.map((resource) => captureDeletion(resource, resource, at)),
      );
      living = await listLiving(tx, scope, source, living.at(-1), batchSize);
    }
  });
}

function noteSource(
  context: CycleContext,
  name: string,
  notes: SourceNotes,
  itemCount: number,
  error?: string,
): Promise<void> {
  if (notes.count > 0) context.log(`Source ${name} passed over ${notes.count}. ${notes.first[0]}`);
  return saveSourceStatus(context.database, context.scope, {
    name,
    lastStatus: error === undefined ? 'SUCCESS' : 'FAILURE',
    lastAttemptTime: context.now(),
    itemCount,
    errorMessage: error,
    notes: notes.first,
    noteCount: notes.count,
  });
}
