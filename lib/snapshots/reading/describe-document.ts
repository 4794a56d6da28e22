import { parseObjectKey } from '../../buckets/object-key';
import { none } from '../index/columns';
import { Slices } from '../index/slices';
import type { SnapshotIndex } from '../index/snapshot-index';
import type { DocumentFacts, IndexedDocument } from './indexed-document';

export type DocumentDescription = Awaited<ReturnType<typeof describeDocument>>;

/** The header of an opened document: what it is, where from, how much, and when it was captured. */
export async function describeDocument({ facts, index }: IndexedDocument) {
  const slices = new Slices();
  const captured = await captureSpan(index, slices);
  return {
    bucket: facts.bucket,
    key: facts.key,
    etag: facts.etag,
    form: formOf(facts),
    configSnapshotId: facts.configSnapshotId ?? facts.requestId,
    fileVersion: facts.fileVersion,
    accountIds: await distinct(index, index.account, slices),
    regions: await distinct(index, index.region, slices),
    itemCount: index.itemCount,
    relationshipCount: index.edgeCount,
    storedSize: facts.storedSize,
    jsonSize: facts.jsonSize,
    lastModified: new Date(facts.lastModified).toISOString(),
    capturedFrom: captured?.from,
    capturedTo: captured?.to,
    types: await countTypes(index, slices),
    incomplete: facts.incomplete,
  };
}

/** A file of 2014 names a request where a modern one names a snapshot; a history file names neither. */
function formOf({ key, configSnapshotId, requestId }: DocumentFacts): 'snapshot' | 'snapshot-2014' | 'history' {
  if (configSnapshotId !== undefined) return 'snapshot';
  if (requestId !== undefined) return 'snapshot-2014';
  return parseObjectKey(key).kind === 'history' ? 'history' : 'snapshot';
}

async function captureSpan({ captured }: SnapshotIndex, slices: Slices) {
  if (captured.length === 0) return undefined;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const time of captured) {
    if (slices.due()) await slices.pause();
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  return { from: new Date(first).toISOString(), to: new Date(last).toISOString() };
}

async function countTypes(index: SnapshotIndex, slices: Slices): Promise<{ resourceType: string; count: number }[]> {
  const counts = new Map<number, { resourceType: string; count: number }>();
  for (let item = 0; item < index.itemCount; item++) {
    if (slices.due()) await slices.pause();
    const key = index.typeKey[item] ?? none;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { resourceType: index.texts.text(index.type[item] ?? none), count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.resourceType < b.resourceType ? -1 : 1));
}

async function distinct({ texts }: SnapshotIndex, column: Uint32Array, slices: Slices): Promise<string[]> {
  const seen = new Set<number>();
  for (const number of column) {
    if (slices.due()) await slices.pause();
    if (number !== none) seen.add(number);
  }
  return [...seen]
    .map((number) => texts.text(number))
    .filter((value) => value !== '')
    .sort();
}
