import { snapshotDocument } from '../../documents/snapshot-document';
import type { Attempt } from '../attempts/attempt-store';
import { writeCheckFile } from '../channel/check-channel';
import type { DeliveryTask } from './runs';
import { type ItemBatches, writeObject } from './write-object';

/** Delivers one snapshot: check file, then items → document → object as one stream. */
export async function writeSnapshot(task: DeliveryTask, items: ItemBatches): Promise<void> {
  const { attempt, channel, scope, store, signal } = task;
  task.step = 'check-file';
  await writeCheckFile(store, scope, channel, { signal });
  attempt.phase = 'writing';
  await writeObject(task, snapshotDocument(attempt.configSnapshotId, counted(items, attempt)), {
    bucket: attempt.bucket,
    key: attempt.key,
    itemCount: () => attempt.itemsWritten,
  });
}

/** Passes the items on and counts them; after the last one what remains is the upload. */
async function* counted(items: ItemBatches, attempt: Attempt): AsyncGenerator<Buffer> {
  for await (const { total, rows, bytes } of items) {
    attempt.itemsTotal = total;
    yield bytes;
    attempt.itemsWritten += rows;
  }
  attempt.phase = 'uploading';
}
