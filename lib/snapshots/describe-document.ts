import { parseObjectKey } from '../documents/object-key';
import { sameTypeKey } from '../items/resource-type';
import type { IndexedDocument, IndexedItem } from './indexed-document';

/** The header of an opened document: what it is, where from, how much, and when it was captured. */
export function describeDocument(document: IndexedDocument) {
  const { items } = document;
  const captured = captureSpan(items);
  return {
    bucket: document.bucket,
    key: document.key,
    etag: document.etag,
    form: formOf(document),
    configSnapshotId: document.configSnapshotId ?? document.requestId,
    fileVersion: document.fileVersion,
    accountIds: distinct(items.map(({ accountId }) => accountId)),
    regions: distinct(items.map(({ awsRegion }) => awsRegion ?? '')),
    itemCount: items.length,
    relationshipCount: items.reduce((sum, { relationships }) => sum + relationships.length, 0),
    storedSize: document.storedSize,
    jsonSize: document.jsonSize,
    lastModified: document.lastModified.toISOString(),
    capturedFrom: captured?.from,
    capturedTo: captured?.to,
    types: countTypes(items),
  };
}

/** A file of 2014 names a request where a modern one names a snapshot; a history file names neither. */
function formOf({ key, configSnapshotId, requestId }: IndexedDocument): 'snapshot' | 'snapshot-2014' | 'history' {
  if (configSnapshotId !== undefined) return 'snapshot';
  if (requestId !== undefined) return 'snapshot-2014';
  return parseObjectKey(key).kind === 'history' ? 'history' : 'snapshot';
}

/** ISO texts of one form: their order is the order of time. */
function captureSpan(items: readonly IndexedItem[]): { from: string; to: string } | undefined {
  let span: { from: string; to: string } | undefined;
  for (const { captureTime } of items) {
    if (captureTime === undefined) continue;
    if (!span) span = { from: captureTime, to: captureTime };
    else if (captureTime < span.from) span.from = captureTime;
    else if (captureTime > span.to) span.to = captureTime;
  }
  return span;
}

function countTypes(items: readonly IndexedItem[]): { resourceType: string; count: number }[] {
  const counts = new Map<string, { resourceType: string; count: number }>();
  for (const { resourceType } of items) {
    const known = counts.get(sameTypeKey(resourceType));
    if (known) known.count += 1;
    else counts.set(sameTypeKey(resourceType), { resourceType, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.resourceType < b.resourceType ? -1 : 1));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '').sort();
}
