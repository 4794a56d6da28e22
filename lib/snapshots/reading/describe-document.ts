import { parseObjectKey } from '../../buckets/object-key';
import { none } from '../index/columns';
import { entryCount } from '../index/item-lookup';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';
import type { IndexedSnapshot, SnapshotMetadata } from './indexed-snapshot';
import type { ReadingNotes } from './reading-notes';
import type { ResourceStates } from './resource-states';

export type DocumentDescription = Awaited<ReturnType<typeof describeDocument>>;

/** The header of an opened document: what it is, where from, how much, and when it was captured. */
export async function describeDocument(
  { metadata, index }: IndexedSnapshot,
  states: () => Promise<ResourceStates | undefined>,
) {
  const slicer = new TimeSlicer();
  const captured = await captureSpan(index, slicer);
  return {
    bucket: metadata.bucket,
    key: metadata.key,
    etag: metadata.etag,
    form: formOf(metadata),
    configSnapshotId: metadata.configSnapshotId ?? metadata.requestId,
    fileVersion: metadata.fileVersion,
    accountIds: distinct(index, index.scopeAccount),
    regions: distinct(index, index.scopeRegion),
    itemCount: index.itemCount,
    relationshipCount: index.edgeCount,
    states: await countStates(index, states),
    storedSize: metadata.storedSize,
    jsonSize: metadata.jsonSize,
    lastModified: new Date(metadata.lastModified).toISOString(),
    capturedFrom: captured?.from,
    capturedTo: captured?.to,
    types: await countTypes(index, slicer),
    incomplete: metadata.incomplete,
    documents: metadata.documents && {
      total: metadata.documents.total,
      first: metadata.documents.first.map(({ configSnapshotId, requestId, items }) => ({
        configSnapshotId: configSnapshotId ?? requestId,
        items,
      })),
    },
    notes: notesInShort(metadata.notes),
  };
}

/** How many resources there are, are gone, and how many items are older states of either. */
async function countStates({ byId, itemCount }: SnapshotIndex, states: () => Promise<ResourceStates | undefined>) {
  const current = entryCount(byId);
  const resources = (await states())?.resources ?? current;
  return { current, deleted: resources - current, older: itemCount - resources };
}

function notesInShort({ items, values, messages }: ReadingNotes) {
  return { items, values, messages };
}

/** A file of 2014 names a request where a modern one names a snapshot; a history file names neither. */
function formOf({ key, configSnapshotId, requestId }: SnapshotMetadata): 'snapshot' | 'snapshot-2014' | 'history' {
  if (configSnapshotId !== undefined) return 'snapshot';
  if (requestId !== undefined) return 'snapshot-2014';
  return parseObjectKey(key).kind === 'history' ? 'history' : 'snapshot';
}

async function captureSpan({ captured }: SnapshotIndex, slicer: TimeSlicer) {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  await slicer.forRows(captured.length, (from, end) => {
    for (let itemIndex = from; itemIndex < end; itemIndex++) {
      const time = captured[itemIndex] ?? Number.NaN;
      if (time < first) first = time;
      if (time > last) last = time;
    }
    return undefined;
  });
  return first <= last ? { from: new Date(first).toISOString(), to: new Date(last).toISOString() } : undefined;
}

async function countTypes(
  { type, typeKey, strings }: SnapshotIndex,
  slicer: TimeSlicer,
): Promise<{ resourceType: string; count: number }[]> {
  const counts = new Map<number, { resourceType: string; count: number }>();
  await slicer.forRows(typeKey.length, (from, end) => {
    for (let itemIndex = from; itemIndex < end; itemIndex++) {
      const key = typeKey[itemIndex] ?? none;
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { resourceType: strings.get(type[itemIndex] ?? none), count: 1 });
    }
    return undefined;
  });
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.resourceType < b.resourceType ? -1 : 1));
}

/** The strings that stand in a column of the few accounts and Regions, each once. */
function distinct({ strings }: SnapshotIndex, column: Uint32Array): string[] {
  const numbers = [...new Set(column)].filter((number) => number !== none);
  return numbers
    .map((number) => strings.get(number))
    .filter((value) => value !== '')
    .sort();
}
