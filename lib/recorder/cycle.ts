import type { Database, Queryable } from '../database/database';
import { errorMessage } from '../errors';
import { resourceKey } from '../items/resource-key';
import type { Scope } from '../items/scope';
import { type CapturedItem, capture, captureDeletion } from './capture';
import { addItems, findKnown, listLiving } from './item-store';
import { saveSourceStatus } from './recorder-store';
import type { ObservedResource, ResourceSource } from './sources/port';

const batchSize = 500;

interface CycleContext {
  database: Database;
  scope: Scope;
  now: () => Date;
  signal: AbortSignal;
  /** Hears of what a source passed over, such as a second resource with the same id. */
  note: (note: string) => void;
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
    try {
      const itemCount = await context.database.transaction((tx) => recordSource(context, tx, source, seen));
      await noteSource(context, source.name, itemCount);
      complete.push(source);
    } catch (error) {
      if (context.signal.aborted) throw error;
      failed.push({ source: source.name, message: errorMessage(error) });
      await noteSource(context, source.name, 0, errorMessage(error));
    }
  }
  for (const source of complete) {
    await context.database.transaction((tx) => recordDeletions(context, tx, source.name, seen));
  }
  return { failed };
}

async function recordSource(
  context: CycleContext,
  tx: Queryable,
  source: ResourceSource,
  seen: Set<string>,
): Promise<number> {
  // Kept apart until the source is complete: what a failed one said must not hide another source's word.
  const seenHere = new Set<string>();
  let batch: ObservedResource[] = [];
  for await (const observed of source.observe(context.signal, context.note)) {
    context.signal.throwIfAborted();
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
}

async function recordDeletions(
  { scope, now, signal }: CycleContext,
  tx: Queryable,
  source: string,
  seen: ReadonlySet<string>,
): Promise<void> {
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
}

function noteSource(context: CycleContext, name: string, itemCount: number, error?: string): Promise<void> {
  return saveSourceStatus(context.database, context.scope, {
    name,
    lastStatus: error === undefined ? 'SUCCESS' : 'FAILURE',
    lastAttemptTime: context.now(),
    itemCount,
    errorMessage: error,
  });
}
