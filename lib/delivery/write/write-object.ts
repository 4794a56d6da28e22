import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { packBlocks } from '../../documents/gzip/gzip-blocks';
import { gzipBlocks } from '../../documents/gzip/write-gzip';
import type { ObjectHead } from '../../object-store/port';
import type { DeliveryTask } from './runs';

/** The items to deliver, all of one instant, in pieces: the JSON of some of them separated by commas, how many, and the total. */
export type ItemBatches = AsyncIterable<{ total: number; rows: number; bytes: Buffer }>;

/** Where a document goes. `itemCount` is asked when the document was read to its end. */
export interface DocumentPlace {
  bucket: string;
  key: string;
  resourceType?: string;
  itemCount: () => number;
}

/**
 * Delivers one document: gzip → SHA-256 → upload as one stream, so that memory does not grow with it. What was written is entered
 * in the record before the object can appear; it appears whole, or not at all.
 */
export async function writeObject(
  task: DeliveryTask,
  document: AsyncIterable<Buffer>,
  { bucket, key, resourceType, itemCount }: DocumentPlace,
): Promise<ObjectHead> {
  const { attempt, channel, store, signal } = task;
  const { bytes, index } = gzipBlocks(document);
  const hash = createHash('sha256');
  const before = attempt.bytesUploaded;
  task.step = 'upload';
  const head = await store.put(bucket, key, Readable.from(hashed(bytes, hash)), {
    contentType: 'application/json',
    contentEncoding: 'gzip',
    kmsKeyArn: channel.s3KmsKeyArn,
    signal,
    onProgress: (uploaded) => {
      attempt.bytesUploaded = before + uploaded;
    },
    onRetry: ({ code }) => {
      attempt.retries++;
      attempt.lastRetryCode = code;
    },
    beforeVisible: async () => {
      const { size, uncompressedSize: contentSize } = index;
      const object = {
        bucket,
        key,
        resourceType,
        itemCount: itemCount(),
        size,
        contentSize,
        sha256: hash.digest('hex'),
      };
      await task.enter(object, packBlocks(index));
      task.step = 'complete';
    },
  });
  attempt.bytesUploaded = before + head.size;
  return head;
}

async function* hashed(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
