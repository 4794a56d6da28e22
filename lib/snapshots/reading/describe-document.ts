import { parseObjectKey } from '../../buckets/object-key';
import { none } from '../index/columns';
import { entryCount } from '../index/item-lookup';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';
import type { IndexedSnapshot, SnapshotMetadata } from './indexed-snapshot';

export type DocumentDescription = Awaited<ReturnType<typeof describeDocument>>;

/** The header of an opened document: what it is, where from, how much, and when it was captured. */
export async function describeDocument({ metadata, index }: IndexedSnapshot) {
  const slicer = new TimeSlicer();
  const captured = await captureSpan(index, slicer);
  return {
    bucket: metadata.bucket,
    key: metadata.key,
    etag: metadata.etag,
    form: formOf(metadata),
    configSnapshotId: metadata.configSnapshotId ?? metadata.requestId,
    fileVersion: metadata.fileVersion,
    accountIds: await distinct(index, index.account, slicer),
    regions: await distinct(index, index.region, slicer),
    itemCount: index.itemCount,
    relationshipCount: index.edgeCount,
    repeats: { items: index.itemCount - entryCount(index.byId), counted: 'first' as const },
    storedSize: metadata.storedSize,
    jsonSize: metadata.jsonSize,
    lastModified: new Date(metadata.lastModified).toISOString(),
    capturedFrom: captured?.from,
    capturedTo: captured?.to,
    types: await countTypes(index, slicer),
    incomplete: metadata.incomplete,
  };
}

/** A file of 2014 names a request where a modern one names a snapshot; a history file names neither. */
function formOf({ key, configSnapshotId, requestId }: SnapshotMetadata): 'snapshot' | 'snapshot-2014' | 'history' {
  if (configSnapshotId !== undefined) return 'snapshot';
  if (requestId !== undefined) return 'snapshot-2014';
  return parseObjectKey(key).kind === 'history' ? 'history' : 'snapshot';
}

async function captureSpan({ captured }: SnapshotIndex, slicer: TimeSlicer) {
  if (captured.length === 0) return undefined;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const time of captured) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  return { from: new Date(first).toISOString(), to: new Date(last).toISOString() };
}

async function countTypes(
  index: SnapshotIndex,
  slicer: TimeSlicer,
): Promise<{ resourceType: string; count: number }[]> {
  const counts = new Map<number, { resourceType: string; count: number }>();
  for (let itemIndex = 0; itemIndex < index.itemCount; itemIndex++) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const key = index.typeKey[itemIndex] ?? none;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { resourceType: index.strings.get(index.type[itemIndex] ?? none), count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.resourceType < b.resourceType ? -1 : 1));
}

async function distinct({ strings }: SnapshotIndex, column: Uint32Array, slicer: TimeSlicer): Promise<string[]> {
  const seen = new Set<number>();
  for (const number of column) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    if (number !== none) seen.add(number);
  }
  return [...seen]
    .map((number) => strings.get(number))
    .filter((value) => value !== '')
    .sort();
}
