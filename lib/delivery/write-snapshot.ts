import { snapshotDocument } from '../documents/snapshot-document';
import type { Attempt } from './attempt-store';
import { writeCheckFile } from './channel';
import type { DeliveryTask } from './runs';
import { type ItemBatches, writeObject } from './write-object';

/** Delivers one snapshot: check file, then items → document → object as one stream. */
export async function writeSnapshot(task: DeliveryTask, items: ItemBatches): Promise<void> {
  const { attempt, channel, scope, store, signal } = task;
  task.step = 'check-file';
  const begun = begin(items);
  try {
    await writeCheckFile(store, scope, channel, { signal });
  } catch (error) {
    await begun.end();
    throw error;
  }
  attempt.phase = 'writing';
  await writeObject(task, snapshotDocument(attempt.configSnapshotId, counted(begun.all(), attempt)), {
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

/** Has the first of them fetched while something else is done. To be read to the end, or to be ended. */
function begin<T>(items: AsyncIterable<T>) {
  const iterator = items[Symbol.asyncIterator]();
  const first = iterator.next();
  // Whoever reads is told.
  first.catch(() => undefined);
  const end = async () => {
    await first.catch(() => undefined);
    await iterator.return?.();
  };
  async function* all(): AsyncGenerator<T> {
    try {
      for (let next = await first; !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { all, end };
}
