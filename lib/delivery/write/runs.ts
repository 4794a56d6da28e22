import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountFolder } from '../../buckets/object-key';
import type { Clock } from '../../clock';
import type { Database, Queryable } from '../../database/database';
import { DomainError, errorCode } from '../../errors';
import type { Scope } from '../../items/scope';
import type { Log } from '../../log/log';
import type { ObjectStore } from '../../object-store/port';
import { isPassing } from '../../object-store/retry';
import { type Attempt, finishAttempt, isDelivering, renewAttempt } from '../attempts/attempt-store';
import { type DeliveredObject, forgetUnseen, noteAppeared, saveDeliveredObject } from '../attempts/object-record-store';
import type { DeliveryChannel } from '../channel/channel-store';
import { type DeliveryFailure, type DeliveryStep, deliveryFailure } from '../channel/failure';
import { enqueueDeliveryEnded } from '../notifications/outbox/delivery-messages';
import { always, settleObject } from './settle';

/** Progress is written this often, and with it the lease is renewed. */
const heartbeatMs = 400;
/** How often a store is asked whether an object arrived, and how long it is waited in between. */
const mostSettles = 5;
const settlePauseMs = 2_000;
/** No upload takes so long. */
const abandonedMs = 24 * 60 * 60 * 1000;

export interface DeliveryRunsParts {
  database: Database;
  store: ObjectStore;
  clock: Clock;
  /** Whether somebody wants to be alerted; where absent, nobody does. */
  alerts?: boolean;
  /** Told of failures that are not the store's or the user's. */
  log: Log;
}

/** A delivery that has begun: for whom, through which channel, and how it is carried out. */
export interface DeliveryJob {
  scope: Scope;
  attempt: Attempt;
  channel: DeliveryChannel;
  work: (task: DeliveryTask) => Promise<void>;
}

/** What the work of a delivery is given. */
export interface DeliveryTask {
  scope: Scope;
  /** Kept up to date by the work; written to the database with each heartbeat. */
  attempt: Attempt;
  channel: DeliveryChannel;
  store: ObjectStore;
  /** Aborted when the server stops or the delivery was taken over. */
  signal: AbortSignal;
  /** What is done now: a failure names it. */
  step: DeliveryStep;
  /**
   * Does `work` in a transaction, and only while the delivery is ours.
   *
   * @throws DomainError `DeliveryTakenOver` when it is not.
   */
  guard(work: (tx: Queryable) => Promise<void>): Promise<void>;
  /** Enters an object before it can appear. Guarded in the same way. */
  enter(object: DeliveredObject, blocks: Buffer): Promise<void>;
}

export type DeliveryRuns = ReturnType<typeof createDeliveryRuns>;

/** The deliveries that this process carries out in the background. */
export function createDeliveryRuns({ database, store, clock, alerts = false, log }: DeliveryRunsParts) {
  const owner = randomUUID();
  const stopping = new AbortController();
  /** By configSnapshotId. */
  const running = new Map<string, Promise<void>>();

  /** Records the end of an attempt and the status of its channel together. False when the attempt is no longer ours. */
  async function finish(scope: Scope, attempt: Attempt, failure?: DeliveryFailure): Promise<boolean> {
    const at = clock();
    attempt.phase = failure ? 'failed' : 'delivered';
    attempt.finishedAt = at;
    attempt.failure = failure;
    return database.transaction(async (tx) => {
      if (!(await finishAttempt(tx, attempt, owner))) return false;
      if (failure) await forgetUnseen(tx, attempt.configSnapshotId);
      else await noteAppeared(tx, attempt.configSnapshotId);
      await enqueueDeliveryEnded(tx, scope, attempt, { at, error: failure }, alerts);
      return true;
    });
  }

  async function run({ scope, attempt, channel, work }: DeliveryJob): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    const stopHeartbeat = beat(attempt, (error) => lost.abort(error));
    const task: DeliveryTask = {
      scope,
      attempt,
      channel,
      store,
      signal,
      step: 'check-file',
      guard: (work) => ours(attempt, work),
      enter: (object, blocks) =>
        ours(attempt, (tx) => saveDeliveredObject(tx, attempt.configSnapshotId, object, blocks)),
    };
    let failure: DeliveryFailure | undefined;
    try {
      await work(task);
    } catch (error) {
      const reason = signal.aborted ? signal.reason : error;
      if (!(reason instanceof DomainError))
        log.error({ err: reason, configSnapshotId: attempt.configSnapshotId }, 'A delivery failed');
      if (!(await arrivedAfterAll(task, reason))) failure = deliveryFailure(reason, task.step, { scope, channel });
    }
    await stopHeartbeat();
    const ended = await finish(scope, attempt, failure);
    // What was taken over is somebody else's to clear.
    if (ended && !stopping.signal.aborted) await clearRemains(scope, attempt, channel);
  }

  /**
   * Aborts what this delivery left (an upload whose beginning was tried again may have begun twice, and one that failed may not have
   * been undone), and what any delivery of the account left a day ago: a call that came through late can begin one after its end.
   * The next delivery may be under way by now, and emulators of S3 do not tell when an upload began: while one is, only what has this
   * delivery's own key is cleared.
   */
  async function clearRemains(scope: Scope, attempt: Attempt, channel: DeliveryChannel): Promise<void> {
    const own = attempt.failure !== undefined || attempt.retries > 0;
    const folder = `${accountFolder({ prefix: channel.s3KeyPrefix, accountId: scope.accountId })}${scope.region}/`;
    const inUse = () => isDelivering(database, scope);
    try {
      // The objects of history lie in a folder, and have the same keys when they are written again.
      if (own) {
        await store.discardUnfinished(
          attempt.bucket,
          attempt.key,
          always,
          attempt.kind === 'history' ? inUse : undefined,
        );
      }
      await store.discardUnfinished(attempt.bucket, folder, new Date(clock().getTime() - abandonedMs), inUse);
    } catch (error) {
      // Who may not list uploads, or has no bucket any more, was told so by the delivery.
      if (isPassing(error))
        log.warn(
          { err: error, configSnapshotId: attempt.configSnapshotId },
          'Remains of a delivery could not be cleared',
        );
    }
  }

  /**
   * Whether a snapshot stands though its last call failed: that call's answer may have been all that was lost. Until the store has told, it
   * has neither failed nor arrived, and is asked again.
   */
  async function arrivedAfterAll({ attempt, step }: DeliveryTask, reason: unknown): Promise<boolean> {
    // An upload that is gone when its completion is tried again has been completed, or has been cleared away.
    const mayStand = isPassing(reason) || errorCode(reason) === 'NoSuchUpload';
    if (attempt.kind !== 'snapshot' || step !== 'complete' || !mayStand) return false;
    for (let asked = 1; ; asked++) {
      try {
        return (await settleObject(store, attempt.bucket, attempt.key)) !== undefined;
      } catch (error) {
        if (asked === mostSettles || !isPassing(error) || stopping.signal.aborted) return false;
        await pause(settlePauseMs, stopping.signal);
      }
    }
  }

  /** Does `work` in one transaction with the renewal of the lease, and only while the attempt is ours. */
  async function ours(attempt: Attempt, work: (tx: Queryable) => Promise<void>): Promise<void> {
    await database.transaction(async (tx) => {
      await renew(tx, attempt);
      await work(tx);
    });
  }

  async function renew(queryable: Queryable, attempt: Attempt): Promise<void> {
    if (await renewAttempt(queryable, attempt, owner)) return;
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
          await renew(database, attempt);
        } catch (error) {
          if (error instanceof DomainError && error.code === 'DeliveryTakenOver') return onLost(error);
          // One missed beat is no harm: the lease outlasts many.
          log.warn(
            { err: error, configSnapshotId: attempt.configSnapshotId },
            'The progress of a delivery could not be written',
          );
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

    /** Carries out a delivery that `beginAttempt` has entered for this owner. */
    start(job: DeliveryJob): void {
      const { configSnapshotId } = job.attempt;
      const task = run(job)
        .catch((error) => log.error({ err: error, configSnapshotId }, 'The end of a delivery could not be recorded'))
        .finally(() => running.delete(configSnapshotId));
      running.set(configSnapshotId, task);
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

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
