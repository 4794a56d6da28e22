import type { Database } from '../database/database';
import { DomainError } from '../errors';
import type { ObjectHead, ObjectStore } from '../object-store/port';
import { type Attempt, takeOverAbandoned } from './attempt-store';
import type { DeliveryRuns } from './runs';

const sweepMs = 10_000;

export interface RecoveryParts {
  database: Database;
  store: ObjectStore;
  runs: DeliveryRuns;
  log: (message: string, error: unknown) => void;
}

/**
 * Ends the deliveries that nobody carries out any more (their process died, or their end could not be recorded), now and every ten
 * seconds: an object that stands under the attempt's key is whole
 * (stores promise that), so the attempt was delivered; else it failed, and what it left half written is cleared away.
 * `exclusive`: nobody else can use this database, so every attempt that is not ours is abandoned.
 */
export async function recoverDeliveries(parts: RecoveryParts, exclusive: boolean): Promise<() => void> {
  await sweep(parts, exclusive);
  let sweeping = false;
  const timer = setInterval(async () => {
    if (sweeping) return;
    sweeping = true;
    try {
      await sweep(parts, false);
    } catch (error) {
      parts.log('Abandoned deliveries could not be looked for', error);
    }
    sweeping = false;
  }, sweepMs);
  timer.unref();
  return () => clearInterval(timer);
}

async function sweep({ database, store, runs, log }: RecoveryParts, exclusive: boolean): Promise<void> {
  for (const { scope, attempt } of await takeOverAbandoned(database, runs.owner, runs.active(), exclusive)) {
    const outcome = await findDelivered(store, attempt);
    if (outcome instanceof DomainError) {
      await runs.finish(scope, attempt, { code: outcome.code, message: outcome.message });
      await store
        .discardUnfinished(attempt.bucket, attempt.key, attempt.requestedAt)
        .catch((error) => log(`Remains of delivery ${attempt.configSnapshotId} could not be cleared`, error));
      continue;
    }
    attempt.itemsWritten = attempt.itemsTotal;
    attempt.bytesUploaded = outcome.size;
    await runs.finish(scope, attempt);
  }
}

async function findDelivered(store: ObjectStore, attempt: Attempt): Promise<ObjectHead | DomainError> {
  try {
    return await store.head(attempt.bucket, attempt.key);
  } catch (error) {
    const absent = error instanceof DomainError && (error.code === 'NoSuchKey' || error.code === 'NoSuchBucket');
    return new DomainError(
      'unavailable',
      'DeliveryInterrupted',
      absent
        ? 'Snapscope stopped while this delivery ran. Nothing of it was delivered. Deliver again.'
        : 'Snapscope stopped while this delivery ran, and the bucket could not be asked whether its object arrived. Look in the bucket, then deliver again.',
      { cause: error },
    );
  }
}
