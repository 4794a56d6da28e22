import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { openJsonBytes } from '../documents/gzip-json';
import { parseObjectKey } from '../documents/object-key';
import { parseItem, splitItems } from '../documents/split-items';
import type { ConfigurationItem } from '../items/configuration-item';
import { readConfigurationItem } from '../items/read-item';
import type { ObjectStore } from '../object-store/port';
import type { IndexedDocument, IndexedItem } from './indexed-document';

export interface OpenRequest {
  store: ObjectStore;
  bucket: string;
  key: string;
  /** The version to read; the object being replaced meanwhile is a `PreconditionFailed`. */
  etag: string;
  /** Where the decompressed copy is to lie. */
  copyPath: string;
  /** Decompressed bytes that may be read. */
  maxBytes: number;
}

/**
 * Reads an object that holds configuration items in one streaming pass: what tables and graphs need of each item stays in
 * memory, the text goes to a decompressed copy. Rejects with the store's error, or `unreadable` with the code and the place
 * of what is wrong; then no copy is left.
 */
export async function openDocument(request: OpenRequest): Promise<IndexedDocument> {
  const { store, bucket, key, copyPath } = request;
  const { head, body } = await store.get(bucket, key, { ifMatch: request.etag });
  const aside = `${copyPath}.part`;
  await mkdir(dirname(copyPath), { recursive: true });
  const copy = createWriteStream(aside);
  try {
    const items: IndexedItem[] = [];
    const bytes = copied(openJsonBytes(body, { maxBytes: request.maxBytes }), copy);
    const spans = splitItems(bytes, { name: key });
    const defaults = defaultsOf(key, head.lastModified);
    let next = await spans.next();
    for (; !next.done; next = await spans.next()) {
      const { offset, bytes: text } = next.value;
      items.push(indexed(readConfigurationItem(parseItem(next.value, key), defaults), offset, text.length));
    }
    copy.end();
    await finished(copy);
    const { size: jsonSize } = await stat(aside);
    await rename(aside, copyPath);
    const { lastModified, etag, size: storedSize } = head;
    return { bucket, key, etag, storedSize, jsonSize, lastModified, ...envelopeOf(next.value), items, copyPath };
  } catch (error) {
    body.destroy();
    copy.destroy();
    await rm(aside, { force: true });
    throw error;
  }
}

/** Passes the bytes on and writes them to the copy, no faster than the disk takes them. */
async function* copied(
  chunks: AsyncIterable<Uint8Array>,
  copy: ReturnType<typeof createWriteStream>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (!copy.write(chunk)) await drained(copy);
    yield chunk;
  }
}

function drained(copy: ReturnType<typeof createWriteStream>): Promise<void> {
  return new Promise((resolve, reject) => {
    copy.once('drain', () => {
      copy.off('error', reject);
      resolve();
    });
    copy.once('error', reject);
  });
}

/** What the key tells of items that do not tell it themselves. */
function defaultsOf(key: string, lastModified: Date): Parameters<typeof readConfigurationItem>[1] {
  const parsed = parseObjectKey(key);
  const captured = { configurationItemCaptureTime: lastModified.toISOString() };
  if (parsed.kind === 'other' || parsed.kind === 'check-file') return captured;
  return { ...captured, awsAccountId: parsed.accountId, awsRegion: parsed.region };
}

function indexed(item: ConfigurationItem, offset: number, length: number): IndexedItem {
  return {
    resourceType: item.resourceType,
    resourceId: item.resourceId,
    resourceName: item.resourceName,
    nameTag: Object.hasOwn(item.tags, 'Name') ? item.tags.Name : undefined,
    availabilityZone: item.availabilityZone,
    awsRegion: item.awsRegion,
    accountId: item.awsAccountId,
    status: item.configurationItemStatus,
    captureTime: item.configurationItemCaptureTime,
    relationships: item.relationships,
    offset,
    length,
  };
}

function envelopeOf(envelope: { [member: string]: unknown }) {
  const text = (name: string) => {
    const value = Object.hasOwn(envelope, name) ? envelope[name] : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return {
    fileVersion: text('fileVersion'),
    configSnapshotId: text('configSnapshotId'),
    requestId: text('requestId'),
  };
}
