import { createHash, randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, daysBefore } from '../../../clock';
import type { Database } from '../../../database/database';
import { DomainError, errorCode, errorMessage } from '../../../errors';
import type { RecordedChange } from '../../../inventory/history/journal';
import { InventoryReader } from '../../../inventory/reader';
import { resourceKey } from '../../../items/identity';
import type { Log } from '../../../log/log';
import { createOutage, type Outage } from '../../../log/outage';
import type { ObjectStore } from '../../../object-store/port';
import { findChannel } from '../../channel/channel-store';
import {
  advanceCursor,
  claimCursor,
  listDueCursors,
  type ReceiverCursor,
  releaseCursors,
} from '../outbox/cursor-store';
import { dropMessages, listMessages, type OutboxMessage, removeMessages } from '../outbox/outbox-store';
import { recordOutcome } from '../outbox/outcome';
import type { AlertHook } from '../receivers/alert-hook';
import type { Topic } from '../receivers/topic';
import { retryDelay } from './backoff';
import { sendChange } from './change-sender';
import { sendInOrder } from './send-in-order';

/** How much is read for a cursor, and so held in memory, in one turn. */
const turnMessages = 100;
const turnChanges = { items: 200, bytes: 4_000_000 };

/** After this long a turn begins nothing new, and after the second what is under way is given up: both well within the lease. */
const turnMs = 10_000;
const longestTurnMs = 20_000;

/** An alert that nobody took for this long is old news. */
const alertDays = 3;

const idleMs = 1_000;

export interface NotificationSenderParts {
  database: Database;
  store: ObjectStore;
  clock: Clock;
  topic: Topic;
  /** Absent: nobody wants alerts. */
  hook?: AlertHook;
  log: Log;
  /** Notes what keeps it from its work; a receiver that takes nothing does not. */
  outage?: Outage;
  /** From 0 up to 1. */
  random?: () => number;
}

/**
 * Tells topics and the webhook what they were not told yet: the changes out of the journal, and the messages out of the outbox. What
 * a receiver took is noted afterwards, so that a process that dies in between makes it be told twice, and never not at all. Of all
 * processes that share a database one at a time tells a receiver.
 */
export function createNotificationSender(parts: NotificationSenderParts) {
  const { database, store, clock, topic, hook, log, random = Math.random } = parts;
  const { outage = createOutage('Notifications', log) } = parts;
  const owner = randomUUID();
  const stopping = new AbortController();
  const serving = new Map<string, Promise<boolean>>();
  /** Of each cursor the changes that were taken, though one before them was not: not told again while this process lives. */
  const takenAhead = new Map<string, Set<number>>();

  /** Tells one receiver more. True when it took something. */
  async function serve(cursor: ReceiverCursor): Promise<boolean> {
    if (cursor.receiver === 'webhook' && !hook) return false;
    const messages = await listMessages(database, cursor.scope, cursor.receiver, turnMessages);
    const inventory = new InventoryReader(database, cursor.scope);
    const changes = cursor.receiver === 'topic' ? await inventory.changesSince(cursor.journalId, turnChanges) : [];
    if (messages.length + changes.length === 0) return false;
    const channel = await findChannel(database, cursor.scope);
    if (!(await claimCursor(database, cursor, owner))) return false;
    const end = performance.now() + turnMs;
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(longestTurnMs)]);
    // Each message under way listens to it more than once: no leak that Node.js need warn of.
    setMaxListeners(0, signal);
    const mayBegin = () => performance.now() < end && !stopping.signal.aborted;

    const told = await sendInOrder(
      messages,
      () => '',
      (message) => sendMessage(cursor, message, channel?.snsTopicARN, signal),
      mayBegin,
    );
    let { failure } = told;
    let journalId = cursor.journalId;
    let progressed = told.sent.size > 0;
    const topicArn = channel?.snsTopicARN;
    if (!failure && channel && topicArn !== undefined && changes.length > 0) {
      const context = { store, topic, clock, scope: cursor.scope, channel, topicArn };
      const ahead = takenAhead.get(nameOf(cursor)) ?? new Set<number>();
      const result = await sendInOrder(
        changes,
        resourceKey,
        async (change) => {
          if (!ahead.has(change.journalId)) await sendReadable(context, change, signal);
        },
        mayBegin,
      );
      failure = result.failure;
      for (const [at, change] of changes.entries()) {
        if (!result.sent.has(at)) break;
        journalId = change.journalId;
      }
      const taken = changes.filter((_, at) => result.sent.has(at)).map((change) => change.journalId);
      takenAhead.set(nameOf(cursor), new Set(taken.filter((id) => id > journalId)));
      progressed ||= journalId > cursor.journalId;
    }
    if (stopping.signal.aborted) failure = undefined;
    const ids = messages.filter((_, at) => told.sent.has(at)).map(({ id }) => id);
    await settle(cursor, channel?.name, { ids, journalId, progressed, failure });
    return progressed && !failure;
  }

  async function sendMessage(
    cursor: ReceiverCursor,
    { id, subject, body }: OutboxMessage,
    topicArn: string | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    if (cursor.receiver === 'webhook') {
      await hook?.post({ id: String(id), body }, clock(), signal);
    } else if (topicArn !== undefined) {
      const deduplicationId = createHash('sha256').update(body).digest('hex');
      await topic.publish(topicArn, { subject, message: body, group: 'deliveries', deduplicationId }, signal);
    }
  }

  async function sendReadable(
    context: Parameters<typeof sendChange>[0],
    change: RecordedChange,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await sendChange(context, change, signal);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'InvalidConfigurationItem')) throw error;
      log.error({ err: error, resource: resourceKey(change) }, 'A change cannot be told: its item cannot be read');
    }
  }

  async function settle(
    cursor: ReceiverCursor,
    channelName: string | undefined,
    turn: { ids: number[]; journalId: number; progressed: boolean; failure?: { error: unknown } },
  ): Promise<void> {
    const { ids, journalId, progressed, failure } = turn;
    const at = clock();
    const before = progressed ? 0 : cursor.failures;
    const failures = failure ? before + 1 : before;
    const retryAt = failure && new Date(at.getTime() + retryDelay(failure.error, before, random()));
    const ours = await database.transaction(async (tx) => {
      if (!(await advanceCursor(tx, cursor, owner, { journalId, failures, retryAt }))) return false;
      await removeMessages(tx, ids);
      if (cursor.receiver === 'webhook' && failure) {
        const dropped = await dropMessages(tx, cursor.scope, 'webhook', daysBefore(at, alertDays));
        if (dropped > 0)
          log.warn({ count: dropped, days: alertDays }, 'Alerts that the webhook did not take were given up');
      }
      if (cursor.receiver === 'topic' && channelName !== undefined && (failure || progressed)) {
        const error = failure && { code: errorCode(failure.error), message: errorMessage(failure.error) };
        await recordOutcome(tx, cursor.scope, { channelName, format: 'stream', at, error }, hook !== undefined);
      }
      return true;
    });
    // The first of a row: what goes on failing is seen in the status.
    if (ours && failure && cursor.failures === 0)
      log.warn({ err: failure.error, receiver: cursor.receiver }, 'A receiver could not be told');
  }

  /** Begins a turn of every cursor that is due and not under way. */
  async function begin(): Promise<void> {
    for (const cursor of await listDueCursors(database, owner, clock())) {
      const name = nameOf(cursor);
      if (serving.has(name)) continue;
      const turn = serve(cursor)
        .then((progressed) => {
          outage.worked();
          return progressed;
        })
        .catch((error: unknown) => {
          if (!stopping.signal.aborted) outage.failed(error, { name });
          return false;
        })
        .finally(() => serving.delete(name));
      serving.set(name, turn);
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const begun = await begin().then(
        () => {
          if (serving.size === 0) outage.worked();
          return true;
        },
        (error: unknown) => {
          outage.failed(error);
          return false;
        },
      );
      const more = begun && (await Promise.race([pause(idleMs, stopping.signal), ...serving.values()]));
      if (!more) await pause(begun ? idleMs : 10 * idleMs, stopping.signal);
    }
  }

  return {
    /** One turn of every cursor that is due. True when a receiver took something and none failed: there may be more. */
    async turn(): Promise<boolean> {
      await begin();
      const results = await Promise.all(serving.values());
      return results.includes(true);
    },

    /**
     * Sends until it is ended.
     *
     * @param exclusive nobody else can use this database: what others had taken is ours at once
     * @returns ends it: what is under way is given up, and told again after the next start
     */
    async start(exclusive: boolean): Promise<() => Promise<void>> {
      if (exclusive) await releaseCursors(database, owner, true);
      const running = run();
      return async () => {
        stopping.abort();
        await running;
        await Promise.all(serving.values());
        await releaseCursors(database, owner).catch(() => undefined);
        topic.close();
      };
    },
  };
}

function nameOf({ scope, receiver }: ReceiverCursor): string {
  return `${scope.accountId}/${scope.region}/${receiver}`;
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<false> =>
  sleep(milliseconds, false as const, { signal }).catch(() => false as const);
