import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { parseItem } from '../documents/split-items';
import { DomainError } from '../errors';
import { graphViewOf, type ViewRequest } from '../graph/view';
import { readConfigurationItem } from '../items/read-item';
import type { ObjectStore } from '../object-store/port';
import { describeDocument } from './describe-document';
import type { DocumentCache, OpenDocument } from './document-cache';
import { findSnapshots } from './find-snapshots';
import type { IndexedItem } from './indexed-document';
import { type ItemSearch, itemRow, searchItems } from './search-items';

/** An item's text above this is not sent to a page; it can be downloaded. */
const shownJsonBytes = 2 * 2 ** 20;
const shownRelated = 500;

interface ObjectName {
  bucket: string;
  key: string;
}

export type SnapshotsService = ReturnType<typeof createSnapshots>;

/** Reads back what buckets hold: which snapshots there are, and what stands in one. */
export function createSnapshots({
  store,
  cache,
  channelBucket,
}: {
  store: ObjectStore;
  cache: DocumentCache;
  /** The bucket of the delivery channel, where there is one. */
  channelBucket: () => Promise<string | undefined>;
}) {
  async function itemAt(name: ObjectName, index: number): Promise<{ opened: OpenDocument; item: IndexedItem }> {
    const opened = await cache.open(name.bucket, name.key);
    const item = opened.document.items[index];
    if (item) return { opened, item };
    const count = opened.document.items.length;
    throw new DomainError(
      'not-found',
      'NoSuchItem',
      `The document has ${count} items, counted from 0; there is no item ${index}.`,
    );
  }

  return {
    /** The snapshots in a bucket (the channel's where none is named), newest first, a page at a time. */
    async list(request: { bucket?: string; token?: string }) {
      const bucket = request.bucket ?? (await channelBucket());
      if (bucket === undefined) return { bucket: null, snapshots: [] };
      const page = await findSnapshots(store, bucket, { token: request.token });
      return {
        bucket,
        nextToken: page.nextToken,
        snapshots: page.snapshots.map(({ key, configSnapshotId, accountId, region, deliveredAt, size }) => ({
          key,
          configSnapshotId,
          accountId,
          region,
          deliveredAt: deliveredAt.toISOString(),
          size,
        })),
      };
    },

    async document({ bucket, key }: ObjectName) {
      return describeDocument((await cache.open(bucket, key)).document);
    },

    async items({ bucket, key, ...search }: ObjectName & ItemSearch) {
      return searchItems((await cache.open(bucket, key)).document.items, search);
    },

    /** One item with its text exactly as it stands in the document. */
    async item({ bucket, key, index }: ObjectName & { index: number }) {
      const { opened, item } = await itemAt({ bucket, key }, index);
      const bytes = await readSpan(opened.document.copyPath, item);
      const whole = readConfigurationItem(parseItem({ bytes, offset: item.offset }, key), {
        configurationItemCaptureTime: item.captureTime,
      });
      return {
        row: itemRow(item, index),
        arn: whole.ARN,
        creationTime: whole.resourceCreationTime,
        tags: Object.entries(whole.tags).map(([name, value]) => ({ key: name, value })),
        related: opened.lookup().related(index, shownRelated),
        json: item.length <= shownJsonBytes ? bytes.toString('utf8') : undefined,
        jsonSize: item.length,
      };
    },

    /** The document's JSON, decompressed, or that of one item, as a stream. */
    async json({ bucket, key, index }: ObjectName & { index?: number }): Promise<{
      body: Readable;
      size: number;
      fileName: string;
      contentType: string;
    }> {
      const contentType = 'application/json; charset=utf-8';
      if (index !== undefined) {
        const { opened, item } = await itemAt({ bucket, key }, index);
        const { copyPath } = opened.document;
        return {
          body: createReadStream(copyPath, { start: item.offset, end: item.offset + item.length - 1 }),
          size: item.length,
          fileName: `${item.resourceId}.json`,
          contentType,
        };
      }
      const { document } = await cache.open(bucket, key);
      const name = key.slice(key.lastIndexOf('/') + 1).replace(/\.gz$/, '');
      return { body: createReadStream(document.copyPath), size: document.jsonSize, fileName: name, contentType };
    },

    async graph({ bucket, key, ...view }: ObjectName & ViewRequest) {
      return graphViewOf((await cache.open(bucket, key)).graph(), view);
    },
  };
}

async function readSpan(path: string, { offset, length }: IndexedItem): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer;
  } finally {
    await file.close();
  }
}
