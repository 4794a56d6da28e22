import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { Database } from '../database/database';
import { DomainError } from '../errors';
import type { Scope } from '../items/scope';
import type { ObjectStore } from '../object-store/port';
import { type Attempt, finishAttempt, renewAttempt } from './attempt-store';
import type { DeliveryChannel } from './channel-store';
import { saveOutcome } from './status-store';
import { deliveryFailure } from './store-failure';
import { type ItemBatches, writeSnapshot } from './write-snapshot';

/** Progress is written this often, and with it the lease is renewed. */
const heartbeatMs = 400;

export interface DeliveryRunsParts {
  database: Database;
  store: ObjectStore;
  clock: Clock;
  /** Told of failures that are not the store's or the user's. */
  log: (message: string, error: unknown) => void;
}

export type DeliveryRuns = ReturnType<typeof createDeliveryRuns>;

/** The deliveries that this process carries out in the background. */
export function createDeliveryRuns({ database, store, clock, log }: DeliveryRunsParts) {
  const owner = randomUUID();
  const stopping = new AbortController();
  /** By configSnapshotId. */
  const running = new Map<string, Promise<void>>();

  /** Records the end of an attempt and the status of its channel together. False when the attempt is no longer ours. */
  async function finish(scope: Scope, attempt: Attempt, error?: { code: string; message: string }): Promise<boolean> {
    const at = clock();
    attempt.phase = error ? 'failed' : 'delivered';
    attempt.finishedAt = at;
    attempt.errorCode = error?.code;
    attempt.errorMessage = error?.message;
    return database.transaction(async (tx) => {
      if (!(await finishAttempt(tx, attempt, owner))) return false;
      await saveOutcome(tx, scope, attempt.channelName, 'snapshot', { at, error });
      return true;
    });
  }

  async function run(scope: Scope, attempt: Attempt, channel: DeliveryChannel, items: ItemBatches): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    const stopHeartbeat = beat(attempt, (error) => lost.abort(error));
    let failure: { code: string; message: string } | undefined;
    try {
      await writeSnapshot({ store, scope, channel, items, signal, onWritten: () => renew(attempt) }, attempt);
    } catch (error) {
      const reason = signal.aborted ? signal.reason : error;
      if (!(reason instanceof DomainError)) log(`Delivery ${attempt.configSnapshotId} failed`, reason);
      failure = deliveryFailure(reason);
    }
    await stopHeartbeat();
    await finish(scope, attempt, failure);
  }

  async function renew(attempt: Attempt): Promise<void> {
    if (await renewAttempt(database, attempt, owner)) return;
    throw new DomainError('conflict', 'DeliveryTakenOver', 'Another Snapscope process took this delivery for dead.');
  }

  /** Writes progress and renews the lease until stopped; tells when the lease is gone. */
  function beat(attempt: Attempt, onLost: (error: DomainError) => void): () => Promise<void> {
    const stopped = new AbortController();
    const beating = (async () => {
      while (!stopped.signal.aborted) {
        await pause(heartbeatMs, stopped.signal);
        if (stopped.signal.aborted) return;
        try {
          await renew(attempt);
        } catch (error) {
          if (error instanceof DomainError && error.code === 'DeliveryTakenOver') return onLost(error);
          // One missed beat is no harm: the lease outlasts many.
          log(`The progress of delivery ${attempt.configSnapshotId} could not be written`, error);
        }
      }
    })();
    return () => {
      stopped.abort();
      return beating;
    };
  }

  return {
    /** Names this process in the leases of its deliveries. */
    owner,

    finish,

    /** The ids of the deliveries under way. */
    active: (): string[] => [...running.keys()],

    /** Carries out `attempt`, which `beginAttempt` has entered for this owner. */
    start(scope: Scope, attempt: Attempt, channel: DeliveryChannel, items: ItemBatches): void {
      const task = run(scope, attempt, channel, items)
        .catch((error) => log(`The end of delivery ${attempt.configSnapshotId} could not be recorded`, error))
        .finally(() => running.delete(attempt.configSnapshotId));
      running.set(attempt.configSnapshotId, task);
    },

    /** Stops what runs (it fails with `ServerStopping`, nothing of it stays in the bucket) and waits for it. */
    async close(): Promise<void> {
      stopping.abort(
        new DomainError('unavailable', 'ServerStopping', 'Snapscope was stopped during this delivery. Deliver again.'),
      );
      await Promise.all(running.values());
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
