import { Readable } from 'node:stream';
import { gzipBlocks } from '../documents/gzip-json';
import { snapshotDocument } from '../documents/snapshot-document';
import type { Scope } from '../items/scope';
import type { ObjectStore } from '../object-store/port';
import type { Attempt } from './attempt-store';
import { writeCheckFile } from './channel';
import type { DeliveryChannel } from './channel-store';

/** The items to deliver, all of one instant, in batches; each batch knows the total. */
export type ItemBatches = AsyncIterable<{ total: number; bodies: readonly string[] }>;

/**
 * Delivers one snapshot: check file, then items → document → gzip → upload as one stream, so that memory does not grow
 * with the account. `attempt` is kept up to date on the way; its object appears whole, or not at all.
 */
export async function writeSnapshot(
  {
    store,
    scope,
    channel,
    items,
    signal,
    onWritten,
  }: {
    store: ObjectStore;
    scope: Scope;
    channel: DeliveryChannel;
    items: ItemBatches;
    signal: AbortSignal;
    /** Awaited when the last item is written and before the object can appear: then the record knows all of it. */
    onWritten: () => Promise<void>;
  },
  attempt: Attempt,
): Promise<void> {
  await writeCheckFile(store, scope, channel);
  attempt.phase = 'writing';
  const document = snapshotDocument(attempt.configSnapshotId, counted(items, attempt, onWritten));
  const head = await store.put(attempt.bucket, attempt.key, Readable.from(gzipBlocks(document).bytes), {
    contentType: 'application/json',
    contentEncoding: 'gzip',
    kmsKeyArn: channel.s3KmsKeyArn,
    signal,
    onProgress: (bytes) => {
      attempt.bytesUploaded = bytes;
    },
  });
  attempt.bytesUploaded = head.size;
}

/** Passes the items on and counts them; after the last one what remains is the upload. */
async function* counted(
  items: ItemBatches,
  attempt: Attempt,
  onWritten: () => Promise<void>,
): AsyncGenerator<readonly string[]> {
  for await (const { total, bodies } of items) {
    attempt.itemsTotal = total;
    yield bodies;
    attempt.itemsWritten += bodies.length;
  }
  attempt.phase = 'uploading';
  await onWritten();
}
