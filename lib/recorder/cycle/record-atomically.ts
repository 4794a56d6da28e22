import type { Queryable } from '../../database/database';
import { InventoryTransactor } from '../../inventory/transactor';
import { normalizeType } from '../../items/resource-type';
import { type Observation, observe } from '../capture/capture';
import { captureBatch } from '../capture/capture-batch';
import type { ResourceSource } from '../sources/port';
import { saveDailyRecordings } from '../stores/daily-store';
import { batchSize, type CycleContext } from './context';
import { markMissingDeleted } from './mark-deleted';
import type { SourceReading } from './source-reading';

/**
 * Records a source that has no listings, while it is read, in one transaction: it is recorded as a whole or not at all.
 *
 * @param last whether no other source comes after it, which might tell of what it has no more.
 * @returns how many resources it has shown.
 */
export function recordAtomically(
  context: CycleContext,
  source: ResourceSource,
  reading: SourceReading,
  last: boolean,
): Promise<number> {
  const { database, scope, seen } = context;
  const listing = seen.open();
  const work = async (tx: Queryable) => {
    const inventory = new InventoryTransactor(tx, scope);
    const write = batchWriter(inventory, context, source.name);
    const types = new Set<string>();
    let count = 0;
    let batch: Observation[] = [];
    // The next batch is read while the database is at the last one.
    let writing = Promise.resolve();
    const flush = async () => {
      await writing;
      writing = write(batch);
      // Its failure is met where it is awaited.
      writing.catch(() => undefined);
      batch = [];
    };
    try {
      for await (const event of reading.resources()) {
        if (event.kind === 'end' || !seen.add(event.resource, listing)) continue;
        count += 1;
        types.add(normalizeType(event.resource.resourceType));
        batch.push(observe(event.resource));
        if (batch.length === batchSize) await flush();
      }
      await flush();
    } finally {
      await writing;
    }
    const listed = (typeKey: string) => reading.wanted(typeKey);
    if (last) await markMissingDeleted(inventory, context, source.name, count, listed);
    const daily = [...types].filter((typeKey) => context.policy.isDaily(typeKey));
    await saveDailyRecordings(tx, scope, source.name, daily, context.now());
    await reading.refuseStopped(tx);
    return count;
  };
  return database.transaction(work).catch((error: unknown) => {
    seen.fail(listing);
    throw error;
  });
}

/** Writes batch after batch; the lock on recording is taken with the first one that has something to write. */
function batchWriter(inventory: InventoryTransactor, context: CycleContext, source: string) {
  let knownTypes: ReadonlySet<string> | undefined;
  let written = 0;
  let countAt = 1_000;
  return async (batch: readonly Observation[]): Promise<void> => {
    if (batch.length === 0) return;
    let found = await captureBatch(inventory, context.now(), source, batch, knownTypes);
    if (found.captured.length === 0 && found.reassigned.length === 0) return;
    if (!knownTypes) {
      await inventory.lock();
      // While the lock is ours nobody else records: of a type that is not there now, only what we write will be, each once.
      knownTypes = await inventory.types();
      // Somebody may have recorded one of them before the lock was ours.
      found = await captureBatch(inventory, context.now(), source, batch, knownTypes);
    }
    await inventory.add(source, found.captured);
    await inventory.reassignSource(source, found.reassigned);
    written += found.captured.length;
    if (written < countAt) return;
    countAt *= 8;
    await inventory.analyze();
  };
}
