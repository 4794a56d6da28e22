import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConfigurationItem } from '../../items/configuration-item';
import { everyNode } from '../graph/matching/node-filter';
import { PlainModel } from '../index/test-model';
import type { SnapshotReader } from '../reading/snapshot-reader';
import { items as itemLists, moments } from '../test-several-scopes';
import { readBytes } from './test-read';

// Feeds, histories and merged documents as they are made up, held against a plain model.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const read = (bytes: Buffer, pieceSize?: number) => readBytes(folder, bytes, pieceSize);

/** What a page shows of an item. */
const shownOf = (item: ConfigurationItem) => ({
  ...{ resourceType: item.resourceType, resourceId: item.resourceId, resourceName: item.resourceName },
  ...{ awsAccountId: item.awsAccountId, awsRegion: item.awsRegion },
  ...{ status: item.configurationItemStatus, captureTime: item.configurationItemCaptureTime },
});

async function rowsOf(reader: SnapshotReader) {
  const page = { types: [], search: '', order: 'asc' as const, page: 1, pageSize: 1000 };
  return (await reader.items.page(page)).items;
}

/** Items, notes, counts, states, and the graph now and at a moment, as the model has them. */
async function agrees(reader: SnapshotReader, expected: readonly ConfigurationItem[], at: string | undefined) {
  const rows = await rowsOf(reader);
  expect(rows.map(({ index, nameTag, availabilityZone, state, ...row }) => row)).toEqual(
    expected.map((item) => JSON.parse(JSON.stringify(shownOf(item)))),
  );
  const states = statesOf(expected);
  expect(rows.map(({ state }) => state)).toEqual(states.map((state) => (state.of === 1 ? undefined : state)));
  const newest = new PlainModel(expected);
  const older = states.filter(({ number, of }) => number < of).length;
  const { current, deleted } = {
    current: newest.counted.length,
    deleted: expected.length - older - newest.counted.length,
  };
  expect((await reader.describe()).states).toEqual({ current, deleted, older });
  const counts = await reader.items.counts({ types: [], search: '', by: 'status', limit: 100 });
  expect(new Map(counts.values.map(({ value = '', count }) => [value, count]))).toEqual(
    tally(expected.map(({ configurationItemStatus }) => configurationItemStatus)),
  );
  await drawsAs(reader, newest);
  if (at !== undefined) await drawsAs(await reader.at(at), new PlainModel(expected, at));
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

async function drawsAs(reader: SnapshotReader, model: PlainModel): Promise<void> {
  const nodes = new Map<string, number | undefined>(model.counted.map((at) => [model.keyOf(at), at]));
  const pairs = new Set<string>();
  for (const at of model.counted) {
    for (const relationship of model.items[at]?.relationships ?? []) {
      const target = model.targetKey(at, relationship);
      if (target === undefined) continue;
      if (!nodes.has(target)) nodes.set(target, undefined);
      pairs.add([model.keyOf(at), target].sort().join('\n'));
    }
  }
  const { part } = await reader.graph({ filter: everyNode, unmatched: 'hide', focus: [], hops: 1, limit: 2000 });
  expect(new Map(part.nodes.map(({ id, index }) => [id, index]))).toEqual(nodes);
  expect(new Set(part.edges.map(({ source, target }) => [source, target].sort().join('\n')))).toEqual(pairs);
  const { missing, resources } = await reader.totals();
  expect([resources, missing]).toEqual([model.counted.length, nodes.size - model.counted.length]);
}

/** Of each item its number among those of its resource, sorted by time, state id and place. */
function statesOf(all: readonly ConfigurationItem[]): { number: number; of: number }[] {
  const keyOf = (item: ConfigurationItem) =>
    JSON.stringify([item.awsAccountId, item.awsRegion, item.resourceType.toLowerCase(), item.resourceId]);
  const time = ({ configurationItemCaptureTime }: ConfigurationItem) => Date.parse(configurationItemCaptureTime);
  const id = ({ configurationStateId }: ConfigurationItem) => Number(configurationStateId) || 0;
  const order = all.map((item, at) => ({ item, at }));
  order.sort((a, b) => time(a.item) - time(b.item) || id(a.item) - id(b.item) || a.at - b.at);
  return all.map((item, at) => {
    const states = order.filter((other) => keyOf(other.item) === keyOf(item));
    return { number: states.findIndex((other) => other.at === at) + 1, of: states.length };
  });
}

const pieceSizes = fc.constantFrom(7, 64, 1 << 16);
const packings = fc.constantFrom('plain', 'gzip', 'gzip in gzip', 'utf16');
const atMoments = fc.option(fc.constantFrom(...moments, '2026-01-01T00:00:00.000Z'), { nil: undefined });

function packed(text: string, packing: string): Buffer {
  if (packing === 'utf16') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (packing === 'plain') return Buffer.from(text);
  return packing === 'gzip' ? gzipSync(text) : gzipSync(gzipSync(text));
}

test('a history agrees with a plain model: items, states, counts, and the graph at any moment', async () => {
  await fc.assert(
    fc.asyncProperty(itemLists, pieceSizes, packings, atMoments, async (all, pieceSize, packing, at) => {
      const text = JSON.stringify({ fileVersion: '1.0', configurationItems: all });
      const reader = await read(packed(text, packing), pieceSize);
      await agrees(reader, all, at);
      expect(reader.document.metadata.notes).toEqual({ items: 0, values: 0, messages: [], first: [] });
    }),
    { numRuns: 150 },
  );
});

const others = fc.constantFrom(
  { messageType: 'ComplianceChangeNotification', resourceType: 'AWS::EC2::Volume', resourceId: 'vol-9' },
  { messageType: 'OversizedConfigurationItemChangeNotification', configurationItemSummary: { resourceId: 'x' } },
  { messageType: 'ConfigurationSnapshotDeliveryCompleted', s3Bucket: 'b', s3ObjectKey: 'k' },
  { messageType: 'ScheduledNotification' },
);
const envelopes: { [name: string]: (message: object) => object } = {
  bare: (message) => message,
  sns: (message) => ({
    Type: 'Notification',
    MessageId: '1',
    TopicArn: 'arn:aws:sns:x:1:t',
    Message: JSON.stringify(message),
  }),
  event: (detail) => ({ version: '0', 'detail-type': 'Config', source: 'aws.config', detail }),
  'event in sns': (message) => ({
    Type: 'Notification',
    Message: JSON.stringify({ 'detail-type': 'Config', detail: message }),
  }),
};
const feedMessage = fc.record({
  envelope: fc.constantFrom('bare', 'sns', 'event', 'event in sns'),
  other: fc.option(others, { nil: undefined }),
});

test('a feed agrees with a plain model: its items, and its other messages counted by their type', async () => {
  await fc.assert(
    fc.asyncProperty(
      itemLists.filter((all) => all.length > 0),
      fc.array(feedMessage, { minLength: 30, maxLength: 30 }),
      fc.constantFrom('\n', '', '\r\n', 'list'),
      pieceSizes,
      packings,
      atMoments,
      async (all, shapes, between, pieceSize, packing, at) => {
        const told: string[] = [];
        const messages = all.flatMap((configurationItem, n) => {
          const { envelope = 'bare', other } = shapes[n] ?? {};
          const wrap = envelopes[envelope] ?? ((message: object) => message);
          const change = wrap({
            configurationItemDiff: null,
            configurationItem,
            messageType: 'ConfigurationItemChangeNotification',
          });
          if (!other) return [change];
          told.push(other.messageType);
          return [wrap(other), change];
        });
        const texts = messages.map((message) => JSON.stringify(message));
        const text = between === 'list' ? `[${texts.join(',')}]` : texts.join(between);
        const reader = await read(packed(text, packing), pieceSize);
        await agrees(reader, all, at);
        const { notes } = reader.document.metadata;
        expect([notes.items, notes.values]).toEqual([0, 0]);
        expect(new Map(notes.messages.map(({ messageType, count }) => [messageType, count]))).toEqual(tally(told));
      },
    ),
    { numRuns: 150 },
  );
});

test('documents that are merged into one file agree with a plain model, each named with its items', async () => {
  const documents = fc.array(itemLists, { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      documents,
      fc.constantFrom('\n', '', 'list', 'members'),
      pieceSizes,
      atMoments,
      async (lists, merged, pieceSize, at) => {
        const texts = lists.map((configurationItems, n) =>
          JSON.stringify({ fileVersion: '1.0', configSnapshotId: `id-${n}`, configurationItems }),
        );
        const bytes =
          merged === 'members'
            ? Buffer.concat(texts.map((text) => gzipSync(text)))
            : Buffer.from(merged === 'list' ? `[${texts.join(',')}]` : texts.join(merged));
        const reader = await read(bytes, pieceSize);
        await agrees(reader, lists.flat(), at);
        const { documents: told, notes } = reader.document.metadata;
        expect(notes.first).toEqual([]);
        expect(told?.first.map(({ configSnapshotId, items }) => [configSnapshotId, items])).toEqual(
          lists.map((list, n) => [`id-${n}`, list.length]),
        );
      },
    ),
    { numRuns: 100 },
  );
});
