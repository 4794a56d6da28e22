import { accountFolder, historyKey } from '../../buckets/object-key';
import type { Database, Queryable } from '../../database/database';
import { historyDocument } from '../../documents/history-document';
import type { StreamingInventoryReader } from '../../inventory/streaming-reader';
import type { Attempt } from '../attempts/attempt-store';
import { noteAppeared } from '../attempts/object-record-store';
import { writeCheckFile } from '../channel/check-channel';
import {
  closeHistoryWindow,
  deliveredHistoryUntil,
  deliveredKeys,
  findHistoryPositions,
  type HistoryPositions,
  type HistoryWindow,
  openHistoryWindow,
} from './history-position-store';
import type { DeliveryTask } from './runs';
import { type ItemBatches, writeObject } from './write-object';

/** What was recorded, in the order in which it was. */
export type RecordedHistory = Pick<StreamingInventoryReader, 'changesAfter' | 'streamHistory'>;

export interface HistorySource {
  database: Database;
  inventory: RecordedHistory;
  /** Done in the transaction that notes a file as delivered. */
  onDelivered: (tx: Queryable, file: { bucket: string; key: string }) => Promise<void>;
}

/**
 * Delivers what was recorded since the history deliveries before: one file for each resource type, each complete before the next
 * begins. A file that a delivery before began and may or may not have delivered is written first, once more to the letter and under
 * the same key: so nothing is missed, and nothing stands in two files. A channel that was moved to another bucket or prefix since
 * begins with what was not yet delivered.
 */
export async function writeHistory(task: DeliveryTask, source: HistorySource): Promise<void> {
  const { database, inventory } = source;
  const { attempt, channel, scope, store, signal } = task;
  task.step = 'check-file';
  await writeCheckFile(store, scope, channel, { signal });
  attempt.phase = 'writing';
  const positions = await findHistoryPositions(database, scope);
  const folder = accountFolder({ prefix: channel.s3KeyPrefix, accountId: scope.accountId });
  for (const window of positions.open) {
    if (window.bucket !== channel.s3BucketName || !window.key.startsWith(folder)) continue;
    await writeWindow(task, source, window);
    positions.types.set(window.typeKey, window.until);
  }
  task.step = 'items';
  const found = await inventory.changesAfter(positions);
  attempt.itemsTotal += found.types.reduce((sum, { count }) => sum + count, 0);
  for (const type of found.types) {
    const after = positions.types.get(type.typeKey) ?? positions.all;
    const key = await freeKey(task, database, type);
    const { typeKey, resourceType } = type;
    const window = { typeKey, resourceType, after, until: found.until, bucket: channel.s3BucketName, key };
    await task.guard((tx) => openHistoryWindow(tx, scope, window));
    await writeWindow(task, source, window);
  }
  await task.guard((tx) => deliveredHistoryUntil(tx, scope, found.until));
  attempt.phase = 'uploading';
}

async function writeWindow(
  task: DeliveryTask,
  { inventory, onDelivered }: HistorySource,
  window: HistoryWindow,
): Promise<void> {
  const { bucket, key, resourceType } = window;
  task.signal.throwIfAborted();
  let count = 0;
  const items = counted(inventory.streamHistory(window), task.attempt, (more) => {
    count += more;
  });
  await writeObject(task, historyDocument(items), { bucket, key, resourceType, itemCount: () => count });
  await task.guard(async (tx) => {
    await noteAppeared(tx, task.attempt.configSnapshotId, key);
    await closeHistoryWindow(tx, task.scope, window);
    await onDelivered(tx, window);
  });
}

async function* counted(items: ItemBatches, attempt: Attempt, count: (more: number) => void): AsyncGenerator<Buffer> {
  for await (const { rows, bytes } of items) {
    yield bytes;
    count(rows);
    attempt.itemsWritten += rows;
    // Files begun by a delivery before are not in its total.
    attempt.itemsTotal = Math.max(attempt.itemsTotal, attempt.itemsWritten);
  }
}

/** A key that no file has yet: its stamps are whole seconds, and two deliveries may fall into one. */
async function freeKey(
  { attempt, channel, scope }: DeliveryTask,
  database: Database,
  {
    resourceType,
    firstCaptureTime,
    lastCaptureTime,
  }: { resourceType: string; firstCaptureTime: Date; lastCaptureTime: Date },
): Promise<string> {
  const place = { prefix: channel.s3KeyPrefix, ...scope, deliveredAt: attempt.requestedAt };
  for (let first = 1; ; first += 20) {
    const keys = Array.from({ length: 20 }, (_, n) =>
      historyKey({ ...place, resourceType, firstCaptureTime, lastCaptureTime, sequence: first + n }),
    );
    const taken = await deliveredKeys(database, channel.s3BucketName, keys);
    const free = keys.find((key) => !taken.has(key));
    if (free !== undefined) return free;
  }
}

/** Whether a history delivery would have anything to deliver. */
export async function hasHistory(positions: HistoryPositions, inventory: RecordedHistory): Promise<boolean> {
  return positions.open.length > 0 || (await inventory.changesAfter(positions)).types.length > 0;
}
