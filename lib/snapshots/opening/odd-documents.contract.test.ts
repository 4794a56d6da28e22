import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gzipBlocks } from '../../documents/gzip/write-gzip';
import { createDirectoryStore } from '../../object-store/directory';
import type { ObjectStore } from '../../object-store/port';
import { createSnapshots, type SnapshotsService } from '../snapshots';
import { createDocumentCache } from './document-cache';

// Files that are unlike the rest and yet tell of resources: each is read as far as it goes, nothing is made up, and what is odd is said.

const bucket = 'odd';
let folder: string;
let store: ObjectStore;
let snapshots: SnapshotsService;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'odd-'));
  store = createDirectoryStore({ root: join(folder, 'objects') });
  await store.createBucket(bucket);
  const cache = await createDocumentCache({ store, folder: join(folder, 'cache'), maxBytes: 1 << 30 });
  snapshots = createSnapshots({ store, cache, channelBucket: async () => bucket });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let serial = 0;
async function stored(content: unknown) {
  serial += 1;
  const name = { bucket, key: `file-${serial}` };
  const bytes = Buffer.isBuffer(content) || typeof content === 'string' ? content : JSON.stringify(content);
  await store.put(bucket, name.key, Buffer.from(bytes));
  return name;
}

const volume = (id: string, more: object = {}) => ({
  configurationItemVersion: '1.3',
  configurationItemCaptureTime: '2026-03-09T01:02:03.000Z',
  configurationStateId: 1,
  awsAccountId: '111122223333',
  configurationItemStatus: 'OK',
  resourceType: 'AWS::EC2::Volume',
  resourceId: id,
  awsRegion: 'us-east-1',
  relationships: [],
  tags: {},
  configuration: {},
  ...more,
});
const snapshot = (...configurationItems: unknown[]) => ({
  fileVersion: '1.0',
  configSnapshotId: '0f0e0d0c-0000-4000-8000-00000000aaaa',
  configurationItems,
});
const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');

async function rows(name: { bucket: string; key: string }) {
  const { items } = await snapshots.items({ ...name, types: [], search: '', order: 'asc', page: 1, pageSize: 200 });
  return items;
}
const ids = async (content: unknown) => (await rows(await stored(content))).map(({ resourceId }) => resourceId);

test('what a file does not tell is not shown, counted, found or asked for as if it did', async () => {
  const name = await stored(snapshot({ resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1' }, volume('vol-2')));
  const [bare, whole] = await rows(name);
  expect(bare).toEqual({ index: 0, resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1' });
  expect(whole).toMatchObject({ status: 'OK', captureTime: '2026-03-09T01:02:03.000Z', awsAccountId: '111122223333' });
  const every = { ...name, types: [], search: '' };
  for (const by of ['status', 'awsAccountId', 'awsRegion'] as const)
    expect((await snapshots.counts({ ...every, by })).values).toContainEqual({ count: 1 });
  const page = { ...every, order: 'asc' as const, page: 1, pageSize: 50 };
  expect(await snapshots.items({ ...page, statuses: ['OK'] })).toMatchObject({ total: 1 });
  expect(await snapshots.items({ ...page, changedSince: '1970-01-01T00:00:00.000Z' })).toMatchObject({ total: 1 });
  for (const order of ['asc', 'desc'] as const) {
    const { items } = await snapshots.items({ ...page, sort: 'captureTime', order });
    expect(items.map(({ resourceId }) => resourceId)).toEqual(['vol-2', 'vol-1']);
  }
  expect(await snapshots.document(name)).toMatchObject({
    capturedFrom: '2026-03-09T01:02:03.000Z',
    capturedTo: '2026-03-09T01:02:03.000Z',
    accountIds: ['111122223333'],
  });
  const alone = await stored({ resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1' });
  expect(await snapshots.document(alone)).toMatchObject({ itemCount: 1, capturedFrom: undefined, accountIds: [] });
});

describe('an odd item hides nothing: it is read as far as it goes, with a note', () => {
  const around = (odd: unknown) => snapshot(volume('vol-0'), volume('vol-1'), odd, volume('vol-3'));

  test.each([
    [{ tags: [{ key: 'Team', value: 'a' }] }, 'tags', 'must be an object, but is a list'],
    [{ tags: { Team: 7 } }, 'tags.Team', 'must be a string, but is the number 7'],
    [{ relationships: [{ resourceId: 'i-1' }] }, 'relationships[0].resourceType', 'must be a string'],
    [{ relationships: ['x'] }, 'relationships[0]', 'must be an object'],
    [{ resourceCreationTime: 'yesterday' }, 'resourceCreationTime', 'must be a time'],
    [{ configurationItemCaptureTime: {} }, 'configurationItemCaptureTime', 'must be a time'],
    [{ resourceName: 12 }, 'resourceName', 'must be a string, but is the number 12'],
    [{ availabilityZone: [] }, 'availabilityZone', 'must be a string, but is a list'],
  ])('%j', async (change, field, problem) => {
    const content = around(volume('vol-2', change));
    const name = await stored(content);
    expect((await rows(name)).map(({ resourceId }) => resourceId)).toEqual(['vol-0', 'vol-1', 'vol-2', 'vol-3']);
    expect((await snapshots.document(name)).notes).toEqual({ items: 1, values: 0, messages: [] });
    const { notes } = await snapshots.notes(name);
    expect(notes).toMatchObject([{ kind: 'field', itemIndex: 2, field, problem: expect.stringContaining(problem) }]);
    expect(JSON.stringify(content).slice(notes[0]?.byte)).toMatch(/^\{"configurationItemVersion".*"vol-2"/);
    const item = await snapshots.item({ ...name, index: 2 });
    expect(item.odd).toMatchObject([{ field, problem: expect.stringContaining(problem) }]);
    expect((await snapshots.item({ ...name, index: 1 })).odd).toEqual([]);
  });

  test('tags in a list, and numbers where strings belong, are read all the same', async () => {
    const odd = volume('vol-2', {
      tags: [
        { Key: 'Team', Value: 'a' },
        { key: 'Cost', value: 3 },
      ],
      resourceName: 12,
    });
    const name = await stored(around(odd));
    const { row, tags } = await snapshots.item({ ...name, index: 2 });
    expect(row.resourceName).toBe('12');
    expect(tags).toEqual([
      { key: 'Team', value: 'a' },
      { key: 'Cost', value: '3' },
    ]);
  });

  test.each([[7], ['x'], [null], [[]], [{ resourceType: 'AWS::EC2::Volume' }], [{ resourceId: 'vol-2' }]])(
    'what is no item is passed over, and told: %j',
    async (odd) => {
      const name = await stored(around(odd));
      expect((await rows(name)).map(({ resourceId }) => resourceId)).toEqual(['vol-0', 'vol-1', 'vol-3']);
      expect((await snapshots.document(name)).notes).toEqual({ items: 0, values: 1, messages: [] });
      expect((await snapshots.notes(name)).notes).toMatchObject([{ kind: 'value' }]);
    },
  );
});

describe('a feed is read by the type of its messages', () => {
  const change = (id: string) => ({
    configurationItemDiff: null,
    configurationItem: volume(id),
    messageType: 'ConfigurationItemChangeNotification',
  });
  const compliance = {
    resourceType: 'AWS::EC2::Volume',
    resourceId: 'vol-9',
    awsRegion: 'us-east-1',
    awsAccountId: '111122223333',
    newEvaluationResult: { complianceType: 'NON_COMPLIANT' },
    messageType: 'ComplianceChangeNotification',
  };
  const oversized = {
    configurationItemSummary: { resourceType: 'AWS::IAM::Role', resourceId: 'AROA1', changeType: 'UPDATE' },
    s3DeliverySummary: { s3BucketLocation: 'other/AWSLogs/big.json.gz' },
    messageType: 'OversizedConfigurationItemChangeNotification',
  };
  const wrapped = (message: object) => ({ Type: 'Notification', Message: JSON.stringify(message) });
  const event = (detail: object) => ({ version: '0', 'detail-type': 'Config', source: 'aws.config', detail });
  const feed = [change('vol-1'), compliance, wrapped(change('vol-2')), wrapped(compliance), event(change('vol-3'))];

  test.each([
    ['on lines', lines(...feed, oversized)],
    ['without newlines, as Firehose writes them', [...feed, oversized].map((one) => JSON.stringify(one)).join('')],
    ['in a list', [...feed, oversized]],
  ])('%s', async (_, content) => {
    const name = await stored(content);
    expect((await rows(name)).map(({ resourceId }) => resourceId)).toEqual(['vol-1', 'vol-2', 'vol-3']);
    expect((await snapshots.document(name)).notes).toEqual({
      items: 0,
      values: 0,
      messages: [
        { messageType: 'ComplianceChangeNotification', count: 2 },
        { messageType: 'OversizedConfigurationItemChangeNotification', count: 1 },
      ],
    });
    const { notes } = await snapshots.notes(name);
    expect(notes.map((note) => note.kind)).toEqual(['message', 'message', 'message']);
    expect(notes.at(-1)).toMatchObject({
      resourceId: 'AROA1',
      object: { bucket: 'other', key: 'AWSLogs/big.json.gz' },
    });
  });

  test('a message that carries no item is no item, alone or not', async () => {
    const name = await stored(compliance);
    expect(await snapshots.document(name)).toMatchObject({ itemCount: 0, notes: { messages: [{ count: 1 }] } });
  });
});

describe('several documents in one file are read as one', () => {
  const [first, second] = [
    snapshot(volume('vol-1'), volume('vol-2')),
    { ...snapshot(volume('vol-3', { tags: 'x' })), configSnapshotId: '0f0e0d0c-0000-4000-8000-00000000bbbb' },
  ];

  test.each([
    ['by line', () => lines(first, second)],
    ['without a newline', () => JSON.stringify(first) + JSON.stringify(second)],
    ['members of gzip', () => Buffer.concat([first, second].map((one) => gzipSync(JSON.stringify(one))))],
    ['an array', () => JSON.stringify([first, second], undefined, 1)],
  ])('%s', async (_, content) => {
    const name = await stored(content());
    const found = await rows(name);
    expect(found.map(({ resourceId }) => resourceId)).toEqual(['vol-1', 'vol-2', 'vol-3']);
    for (const { index, resourceId } of found) {
      const { json } = await snapshots.item({ ...name, index });
      expect(JSON.parse(json ?? '')).toMatchObject({ resourceId });
    }
    const { documents, notes, configSnapshotId } = await snapshots.document(name);
    expect(configSnapshotId).toBe(first?.configSnapshotId);
    expect(documents).toEqual({
      total: 2,
      first: [
        { configSnapshotId: first?.configSnapshotId, items: 2 },
        { configSnapshotId: second?.configSnapshotId, items: 1 },
      ],
    });
    expect(notes.items).toBe(1);
  });

  test('one document is just itself', async () => {
    expect((await snapshots.document(await stored(first))).documents).toBeUndefined();
  });
});

test('what SELECT answers opens, each item as its JSON', async () => {
  const answer = {
    Results: [
      JSON.stringify({ resourceId: 'i-1', resourceType: 'AWS::EC2::Instance' }),
      JSON.stringify({ ...volume('vol-1'), tags: [{ tag: 'a=b', key: 'a', value: 'b' }] }),
      JSON.stringify({ resourceId: 'alone' }),
    ],
    QueryInfo: { SelectFields: [{ Name: 'resourceId' }] },
  };
  const name = await stored(answer);
  expect((await rows(name)).map(({ resourceId }) => resourceId)).toEqual(['i-1', 'vol-1']);
  expect((await snapshots.document(name)).notes).toEqual({ items: 0, values: 1, messages: [] });
  const { json, tags } = await snapshots.item({ ...name, index: 1 });
  expect(json).toBe(answer.Results[1]);
  expect(tags).toEqual([{ key: 'a', value: 'b' }]);
});

test.each([
  ['UTF-16, with its mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
  ['UTF-16 the other way round', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['gzip within gzip', (text: string) => gzipSync(gzipSync(text))],
  ['UTF-16 in gzip', (text: string) => gzipSync(Buffer.from(`\ufeff${text}`, 'utf16le'))],
])('%s is read', async (_, written) => {
  const named = volume('vol-1', { resourceName: 'grün 𝄞' });
  const text = JSON.stringify(snapshot(named, volume('vol-2')));
  const name = await stored(written(text));
  expect((await rows(name)).map(({ resourceName }) => resourceName)).toEqual(['grün 𝄞', undefined]);
  expect((await snapshots.item({ ...name, index: 0 })).json).toBe(JSON.stringify(named));
  const { body } = await snapshots.json(name);
  expect(Buffer.concat(await body.toArray()).toString()).toBe(text);
});

test('gzip within gzip of ours is read', async () => {
  const text = JSON.stringify(snapshot(volume('vol-1')));
  async function* source() {
    yield Buffer.from(text);
  }
  const ours = await buffer(gzipBlocks(source()).bytes);
  expect(gunzipSync(ours).toString()).toBe(text);
  expect(await ids(gzipSync(ours))).toEqual(['vol-1']);
});

test.each([
  ['a CloudTrail log', { Records: [{ eventVersion: '1.08', eventName: 'PutObject', awsRegion: 'us-east-1' }] }],
  ['an HTML page', '<!DOCTYPE html>\n<html><body>Sign in</body></html>'],
  ['a Parquet file', Buffer.from('PAR1\u0015\u0004\u0015')],
  ['an ELB log', 'https 2026-03-09T01:02:03.123456Z app/web/1 10.0.0.1:4 10.0.0.2:80 0.0 0.0 0.0 200 200 1 2 "GET /"'],
  ['the evaluation of an AWS Config rule', { EvaluationResults: [{ ComplianceType: 'NON_COMPLIANT' }] }],
  ["the event of an AWS Config rule's function", { invokingEvent: '{}', ruleParameters: '{}', resultToken: 'x' }],
  ['a CloudFormation template', { AWSTemplateFormatVersion: '2010-09-09', Resources: {} }],
  ['gzip within gzip within gzip', gzipSync(gzipSync(gzipSync('{}')))],
  ['JSON of another kind', { some: 'thing' }],
])('%s is told by its name', async (what, content) => {
  for (const bytes of [
    content,
    gzipSync(Buffer.isBuffer(content) ? content : typeof content === 'string' ? content : JSON.stringify(content)),
  ]) {
    if (what.startsWith('gzip') && bytes !== content) continue;
    const name = await stored(bytes);
    await expect(snapshots.document(name)).rejects.toMatchObject({
      kind: 'unreadable',
      code: 'NotConfigDocument',
      message: expect.stringMatching(`^This is ${what}, not an AWS Config document: ${name.key}\\.`),
    });
  }
});
