import { randomUUID } from 'node:crypto';
import { historyFolder, snapshotKey } from '../buckets/object-key';
import type { Clock } from '../clock';
import type { Database, Queryable } from '../database/database';
import { DomainError } from '../errors';
import { requireRecorder, requireRecording } from '../inventory/recorder/recorder-errors';
import type { StreamingInventoryReader } from '../inventory/streaming-reader';
import type { Scope } from '../items/scope';
import type { ObjectStore } from '../object-store/port';
import {
  type Attempt,
  beginAttempt,
  type DeliveryKind,
  type DeliveryTrigger,
  notBegun,
} from './attempts/attempt-store';
import { type ChannelRequest, checkedChannel, requireChannel, requireDeletable } from './channel/channel-errors';
import { type DeliveryChannel, deleteChannel, findChannel, saveChannel } from './channel/channel-store';
import { checkChannel } from './channel/check-channel';
import { findFormatStatus } from './channel/status-store';
import { tryChannel } from './channel/try-channel';
import { createDeliveryView } from './delivery-view';
import { closeTopicCursor } from './notifications/outbox/cursor-store';
import { enqueueDeliveryStarted, enqueueHistoryDelivered } from './notifications/outbox/delivery-messages';
import { followTopic } from './notifications/outbox/follow-topic';
import { afterDelivery, periodOf, type Schedule, sameSchedule, scheduleAt } from './schedule/schedule';
import {
  listScheduledChannels,
  replaceSchedule,
  type ScheduledChannel,
  type ScheduledFormat,
} from './schedule/schedule-store';
import { findHistoryPositions } from './write/history-position-store';
import type { DeliveryJob, DeliveryRuns, DeliveryTask } from './write/runs';
import { hasHistory, type RecordedHistory, writeHistory } from './write/write-history';
import { writeSnapshot } from './write/write-snapshot';

export interface DeliveryParts {
  database: Database;
  store: ObjectStore;
  clock: Clock;
  scope: Scope;
  runs: DeliveryRuns;
  /** What is kept of the resources of this scope. */
  inventory: DeliveredInventory;
  /** From one history delivery to the next. */
  historyIntervalMs: number;
}

/** What is asked of the inventory: the recorder's state, the current items, and what was recorded since. */
export type DeliveredInventory = RecordedHistory &
  Pick<StreamingInventoryReader, 'recorder' | 'streamCurrent' | 'newestChange'>;

export type DeliveryService = ReturnType<typeof createDelivery>;

/** The delivery channel of one account and region, and what is delivered through it. */
export function createDelivery(parts: DeliveryParts) {
  const { database, store, clock, scope, runs, inventory, historyIntervalMs } = parts;

  return {
    findChannel: (): Promise<DeliveryChannel | undefined> => findChannel(database, scope),

    /**
     * Makes or wholly replaces the channel, in AWS's order of checks: recorder, what is asked for, number of channels, and then the
     * bucket itself, in which the writability check file is written.
     *
     * @throws DomainError with AWS's own code and words.
     */
    async putChannel(wanted: ChannelRequest): Promise<void> {
      requireRecorder(await inventory.recorder(), 'put-channel');
      const channel = checkedChannel(wanted, await findChannel(database, scope));
      await checkChannel(store, scope, channel);
      const newest = await inventory.newestChange();
      await database.transaction(async (tx) => {
        await saveChannel(tx, scope, channel, clock());
        await followTopic(tx, scope, channel, newest);
      });
      // A new frequency takes effect at once.
      const [scheduled] = await listScheduledChannels(database, scope);
      if (scheduled) await runSchedules(scheduled);
    },

    /** Tries step by step what deliveries through such a channel would do; saves nothing. */
    tryChannel: (channel: DeliveryChannel) => tryChannel(store, scope, channel),

    /**
     * Deletes the channel with its status, and ends the telling of its topic; what was delivered stays.
     *
     * @throws DomainError `NoSuchDeliveryChannelException`; `LastDeliveryChannelDeleteFailedException` while the recorder runs.
     */
    async deleteChannel(name: string): Promise<void> {
      const channel = requireChannel(await findChannel(database, scope), name);
      requireDeletable(channel, await inventory.recorder());
      await database.transaction(async (tx) => {
        await closeTopicCursor(tx, scope);
        await deleteChannel(tx, scope);
      });
    },

    /** The status of the three formats of the channel. */
    formatStatus: (channelName: string) => findFormatStatus(database, scope, channelName),

    /**
     * Starts the delivery of a snapshot and answers its id at once; it goes on in the background. Checks in AWS's order:
     * recorder exists, recorder runs, channel exists; then that no other delivery of a snapshot through the channel runs.
     *
     * @param requestedBy the id of the access key that asked; absent for the browser
     */
    async deliver(
      channelName: string,
      trigger: DeliveryTrigger,
      requestedBy?: string,
    ): Promise<{ configSnapshotId: string }> {
      const channel = await readyChannel(channelName);
      const job = newJob('snapshot', channel, trigger, requestedBy);
      await database.transaction((tx) => begin(tx, job));
      runs.start(job);
      return { configSnapshotId: job.attempt.configSnapshotId };
    },

    /**
     * Delivers what has changed since the last history delivery. Undefined: nothing has. Checks as `deliver` does.
     */
    async deliverHistory(
      channelName: string,
      trigger: DeliveryTrigger,
    ): Promise<{ configSnapshotId: string } | undefined> {
      const channel = await readyChannel(channelName);
      if (!(await hasHistory(await findHistoryPositions(database, scope), inventory))) return undefined;
      const job = newJob('history', channel, trigger);
      await database.transaction((tx) => begin(tx, job));
      runs.start(job);
      return { configSnapshotId: job.attempt.configSnapshotId };
    },

    /** Brings the schedules of the channel up to date, and begins what is due, while the recorder records. */
    deliverDue: (channel: ScheduledChannel): Promise<void> => runSchedules(channel),

    ...createDeliveryView(database, store, scope),
  };

  async function runSchedules(channel: ScheduledChannel): Promise<void> {
    const now = clock();
    const periods = { snapshot: periodOf(channel.deliveryFrequency), history: historyIntervalMs };
    for (const format of ['snapshot', 'history'] as const) {
      const plan = scheduleAt(channel.kept[format], periods[format], now);
      if (plan && plan.due <= now && (await inventory.recorder())?.recording) {
        await deliverPlanned(channel, format, afterDelivery(plan, now));
      } else if (!sameSchedule(plan, channel.kept[format])) {
        await replaceSchedule(database, channel, format, plan);
      }
    }
  }

  /** Moves the schedule on and begins the delivery in one: of several processes one alone does it, and none of them half. */
  async function deliverPlanned(planned: ScheduledChannel, format: ScheduledFormat, next: Schedule): Promise<void> {
    const channel = await findChannel(database, scope);
    if (channel?.name !== planned.name) return;
    if (format === 'history' && !(await hasHistory(await findHistoryPositions(database, scope), inventory))) {
      await replaceSchedule(database, planned, format, next);
      return;
    }
    const job = newJob(format, channel, 'schedule');
    const begun = await database
      .transaction(async (tx) => {
        if (!(await replaceSchedule(tx, planned, format, next))) return false;
        await begin(tx, job);
        return true;
      })
      .catch((error: unknown) => {
        // It stays due, and is delivered once the one that runs has ended.
        if (error instanceof DomainError && error.code === 'DeliveryInProgress') return false;
        throw error;
      });
    if (begun) runs.start(job);
  }

  function newJob(
    kind: DeliveryKind,
    channel: DeliveryChannel,
    trigger: DeliveryTrigger,
    requestedBy?: string,
  ): DeliveryJob {
    const requestedAt = clock();
    const configSnapshotId = randomUUID();
    const place = { prefix: channel.s3KeyPrefix, ...scope, deliveredAt: requestedAt };
    const attempt: Attempt = {
      ...notBegun,
      configSnapshotId,
      region: scope.region,
      kind,
      channelName: channel.name,
      trigger,
      requestedBy,
      bucket: channel.s3BucketName,
      key: kind === 'snapshot' ? snapshotKey({ ...place, configSnapshotId }) : historyFolder(place),
      requestedAt,
    };
    const onDelivered = (tx: Queryable, file: { bucket: string; key: string }) =>
      enqueueHistoryDelivered(tx, scope, file, clock());
    const work = (task: DeliveryTask) =>
      kind === 'snapshot'
        ? writeSnapshot(task, inventory.streamCurrent())
        : writeHistory(task, { database, inventory, onDelivered });
    return { scope, attempt, channel, work };
  }

  async function begin(tx: Queryable, { attempt }: DeliveryJob): Promise<void> {
    if (await beginAttempt(tx, scope, attempt, runs.owner)) return enqueueDeliveryStarted(tx, scope, attempt);
    throw new DomainError(
      'conflict',
      'DeliveryInProgress',
      `A delivery of channel '${attempt.channelName}' is still running. Wait until it has ended, then deliver again.`,
    );
  }

  async function readyChannel(channelName: string): Promise<DeliveryChannel> {
    const recorder = requireRecorder(await inventory.recorder(), 'deliver');
    requireRecording(recorder, 'use');
    return requireChannel(await findChannel(database, scope), channelName);
  }
}
