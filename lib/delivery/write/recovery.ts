import type { Database } from '../../database/database';
import { DomainError } from '../../errors';
import type { Scope } from '../../items/scope';
import type { Log } from '../../log/log';
import { createOutage, type Outage } from '../../log/outage';
import type { ObjectStore } from '../../object-store/port';
import { type Attempt, takeOverAbandoned } from '../attempts/attempt-store';
import { listDeliveredObjects } from '../attempts/object-record-store';
import type { DeliveryFailure } from '../channel/failure';
import type { DeliveryRuns } from './runs';
import { settleObject } from './settle';

const sweepMs = 10_000;

export interface RecoveryParts {
  database: Database;
  store: ObjectStore;
  runs: DeliveryRuns;
  log: Log;
  /** Notes what keeps it from its work. */
  outage?: Outage;
}

/**
 * Ends the deliveries that nobody carries out any more (their process died, or their end could not be recorded), now and every ten
 * seconds. What they left half written is cleared away, after which their process could not finish them even if it came back; then
 * an object that stands under the attempt's key is whole (stores promise that), so the attempt was delivered; else it failed.
 * `exclusive`: nobody else can use this database, so every attempt that is not ours is abandoned.
 */
export async function recoverDeliveries(parts: RecoveryParts, exclusive: boolean): Promise<() => void> {
  const { outage = createOutage('Checks for abandoned deliveries', parts.log) } = parts;
  await sweep(parts, exclusive);
  let sweeping = false;
  const timer = setInterval(async () => {
    if (sweeping) return;
    sweeping = true;
    try {
      await sweep(parts, false);
      outage.worked();
    } catch (error) {
      outage.failed(error);
    }
    sweeping = false;
  }, sweepMs);
  timer.unref();
  return () => clearInterval(timer);
}

async function sweep(parts: RecoveryParts, exclusive: boolean): Promise<void> {
  const { database, runs } = parts;
  const abandoned = await takeOverAbandoned(database, runs.owner, runs.active(), exclusive);
  // Side by side: one store that does not answer must not hold up the others.
  await Promise.all(abandoned.map(({ scope, attempt }) => end(parts, scope, attempt)));
}

async function end({ database, store, runs, log }: RecoveryParts, scope: Scope, attempt: Attempt): Promise<void> {
  if (attempt.kind === 'history') {
    // Its windows stay open: the next history delivery writes them again, under the same keys and to the letter.
    await runs.finish(scope, attempt, interrupted('What it had not delivered comes with the next history delivery.'));
    return;
  }
  let failure: DeliveryFailure | undefined;
  try {
    const found = await settleObject(store, attempt.bucket, attempt.key);
    if (found) {
      const [entered] = await listDeliveredObjects(database, attempt.configSnapshotId);
      attempt.itemsWritten = entered?.itemCount ?? attempt.itemsTotal;
      attempt.itemsTotal = attempt.itemsWritten;
      attempt.bytesUploaded = found.size;
    } else {
      failure = interrupted('Nothing of it was delivered. Deliver again.');
    }
  } catch (error) {
    if (!(error instanceof DomainError))
      log.error({ err: error, configSnapshotId: attempt.configSnapshotId }, 'A delivery could not be settled');
    failure = interrupted(
      'The bucket could not be asked whether its object arrived. Look in the bucket, then deliver again.',
    );
  }
  await runs.finish(scope, attempt, failure);
}

function interrupted(what: string): DeliveryFailure {
  return {
    code: 'DeliveryInterrupted',
    message: `Snapscope stopped while this delivery ran. ${what}`,
    step: 'process',
  };
}
