import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openJsonBytes } from '../documents/gzip-json';
import { parseObjectKey } from '../documents/object-key';
import { parseItem, splitItems } from '../documents/split-items';
import { DomainError, errorMessage } from '../errors';
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
  /** Items and relationships that may be held in memory. */
  maxParts: number;
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
  let copy: FileHandle | undefined;
  try {
    copy = await writing(aside, async () => {
      await mkdir(dirname(aside), { recursive: true });
      return open(aside, 'w');
    });
    const items: IndexedItem[] = [];
    const counted = { jsonSize: 0, parts: 0 };
    const spans = splitItems(copied(openJsonBytes(body, { maxBytes: request.maxBytes }), copy, aside, counted), {
      name: key,
    });
    const defaults = defaultsOf(key, head.lastModified);
    const shared = sharedTexts();
    let next = await spans.next();
    for (; !next.done; next = await spans.next()) {
      const { offset, bytes: text } = next.value;
      const item = readConfigurationItem(parseItem(next.value, key), defaults);
      counted.parts += 1 + item.relationships.length;
      if (counted.parts > request.maxParts) throw tooMany(key, request.maxParts);
      items.push(indexed(item, offset, text.length, shared));
    }
    await copy.close();
    await rename(aside, copyPath);
    const { lastModified, etag, size: storedSize } = head;
    const { jsonSize } = counted;
    return { bucket, key, etag, storedSize, jsonSize, lastModified, ...envelopeOf(next.value), items, copyPath };
  } catch (error) {
    body.destroy();
    await copy?.close().catch(() => undefined);
    await rm(aside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Passes the bytes on when the copy has them. */
async function* copied(
  chunks: AsyncIterable<Uint8Array>,
  copy: FileHandle,
  path: string,
  counted: { jsonSize: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    await writing(path, () => copy.writeFile(chunk));
    counted.jsonSize += chunk.length;
    yield chunk;
  }
}

/** A disk that is full or not ours to write is nothing that the document can help. */
async function writing<T>(path: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (cause) {
    const message = `The cache folder ${dirname(path)} cannot be written: ${errorMessage(cause)}. Make room or give it back to Snapscope, then open the document again.`;
    throw new DomainError('unavailable', 'CacheNotWritable', message, { cause });
  }
}

function tooMany(key: string, most: number): DomainError {
  return new DomainError(
    'unreadable',
    'TooManyItems',
    `${key} holds more than ${most} items and relationships, and more do not fit into the memory of this server. Give it more with NODE_OPTIONS=--max-old-space-size=<megabytes>.`,
  );
}

/** What the key tells of items that do not tell it themselves. */
function defaultsOf(key: string, lastModified: Date): Parameters<typeof readConfigurationItem>[1] {
  const parsed = parseObjectKey(key);
  const captured = { configurationItemCaptureTime: lastModified.toISOString() };
  if (parsed.kind === 'other' || parsed.kind === 'check-file') return captured;
  return { ...captured, awsAccountId: parsed.accountId, awsRegion: parsed.region };
}

/** Types, zones, names of relationships and the like come again and again: one text of each is enough. */
function sharedTexts() {
  const texts = new Map<string, string>();
  return <Text extends string | undefined>(text: Text): Text => {
    if (text === undefined) return text;
    const known = texts.get(text);
    if (known !== undefined) return known as Text;
    // Beyond so many they are no such texts: a hostile document is not to fill the memory by this.
    if (texts.size < 10_000) texts.set(text, text);
    return text;
  };
}

function indexed(
  item: ConfigurationItem,
  offset: number,
  length: number,
  shared: ReturnType<typeof sharedTexts>,
): IndexedItem {
  return {
    resourceType: shared(item.resourceType),
    resourceId: item.resourceId,
    resourceName: item.resourceName,
    nameTag: Object.hasOwn(item.tags, 'Name') ? item.tags.Name : undefined,
    availabilityZone: shared(item.availabilityZone),
    awsRegion: shared(item.awsRegion),
    accountId: shared(item.awsAccountId),
    status: shared(item.configurationItemStatus),
    captureTime: shared(item.configurationItemCaptureTime),
    // Only what is shown of them: what else a relationship says stays in the copy.
    relationships: item.relationships.map(({ resourceType, resourceId, resourceName, name }) => ({
      resourceType: shared(resourceType),
      ...(resourceId !== undefined && { resourceId }),
      ...(resourceName !== undefined && { resourceName }),
      name: shared(name),
    })),
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
