import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { parseObjectKey } from '../buckets/object-key';
import { startTestDatabase } from '../database/test-database';
import { DomainError } from '../errors';
import { silentLog } from '../log/log';
import { createDirectoryStore } from '../object-store/directory';
import type { ObjectStore } from '../object-store/port';
import { createDelivery } from './delivery';
import { listDueCursors } from './notifications/outbox/cursor-store';
import { listMessages } from './notifications/outbox/outbox-store';
import { testRecorder } from './test-delivery';
import { recoverDeliveries } from './write/recovery';
import { createDeliveryRuns } from './write/runs';
import type { ItemBatches } from './write/write-object';

const bucket = 'config-bucket';
let now: Date;
let server: Awaited<ReturnType<typeof startTestDatabase>>;
let folder: string;
let store: ObjectStore;
let accounts = 0;
let scope = { accountId: '', region: 'us-west-2' };
let recorderState: 'no-recorder' | 'stopped' | 'running';
let items: string[];
/** Holds the items back until the test lets them through. */
let gate: Promise<void> | undefined;

beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.stop());
beforeEach(async () => {
  accounts += 1;
  now = new Date('2026-11-22T08:31:54.000Z');
  scope = { accountId: String(accounts).padStart(12, '0'), region: 'us-west-2' };
  folder = await mkdtemp(join(tmpdir(), 'snapscope-delivery-'));
  store = createDirectoryStore({ root: folder });
  await store.createBucket(bucket);
  recorderState = 'running';
  items = ['{"resourceId":"vol-1","n":9007199254740993}', '{"resourceId":"vol-2"}'];
  gate = undefined;
  return () => rm(folder, { recursive: true, force: true });
});

async function* currentItems(): ItemBatches {
  for (const body of items) {
    yield { total: items.length, rows: 1, bytes: Buffer.from(body) };
    await gate;
  }
}

const inventory = {
  recorder: async () => testRecorder(recorderState),
  streamCurrent: currentItems,
  streamHistory: currentItems,
  changesAfter: async () => ({ until: 0, types: [] }),
  newestChange: async () => 0,
};
const others = { inventory, historyIntervalMs: 1_000 };

function delivery() {
  const parts = { database: server.database, store, clock: () => now, log: silentLog };
  const runs = createDeliveryRuns(parts);
  const service = createDelivery({ ...parts, ...others, scope, runs });
  return { ...service, runs, recover: () => recoverDeliveries({ ...parts, runs }, true) };
}

async function withChannel() {
  const service = delivery();
  await service.putChannel({ name: 'default', s3BucketName: bucket, s3KeyPrefix: 'p' });
  return service;
}

async function ended(service: ReturnType<typeof delivery>) {
  return vi.waitFor(
    async () => {
      const view = await service.view();
      expect(view.running).toBeNull();
      return view;
    },
    { timeout: 20_000, interval: 20 },
  );
}

async function storedKeys(): Promise<string[]> {
  return (await store.list(bucket, {})).objects.map(({ key }) => key);
}

test('a delivery puts one whole snapshot under the key of AWS, its items to the letter, and says so', async () => {
  const service = await withChannel();
  const { configSnapshotId } = await service.deliver('default', 'button');
  const view = await ended(service);
  const key = `p/AWSLogs/${scope.accountId}/Config/us-west-2/2026/11/22/ConfigSnapshot/${scope.accountId}_Config_us-west-2_ConfigSnapshot_20261122T083154Z_${configSnapshotId}.json.gz`;
  expect(await storedKeys()).toEqual([`p/AWSLogs/${scope.accountId}/Config/ConfigWritabilityCheckFile`, key].sort());
  const { head, body } = await store.get(bucket, key);
  expect(head).toMatchObject({ contentType: 'application/json', contentEncoding: 'gzip' });
  expect(await text(body.pipe(createGunzip()))).toBe(
    `{"fileVersion":"1.0","configSnapshotId":"${configSnapshotId}","configurationItems":[${items.join(',')}]}`,
  );
  expect(view.recent[0]).toMatchObject({
    configSnapshotId,
    phase: 'delivered',
    itemsWritten: 2,
    itemsTotal: 2,
    bytesUploaded: head.size,
    key,
  });
  expect(view.formats.configSnapshotDeliveryInfo).toMatchObject({
    lastStatus: 'SUCCESS',
    lastSuccessfulTime: now.toISOString(),
    lastAttemptTime: now.toISOString(),
  });
  expect(view.formats.configStreamDeliveryInfo).toEqual({ lastStatus: 'NOT_APPLICABLE' });
});

test('an account without items delivers a valid snapshot', async () => {
  items = [];
  const service = await withChannel();
  const { configSnapshotId } = await service.deliver('default', 'button');
  await ended(service);
  const key = (await storedKeys()).find((one) => one.includes(configSnapshotId)) ?? '';
  const { body } = await store.get(bucket, key);
  expect(JSON.parse(await text(body.pipe(createGunzip())))).toMatchObject({ configurationItems: [] });
});

test('while one delivery runs a second is refused, and its progress can be seen', async () => {
  let open = () => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const service = await withChannel();
  await service.deliver('default', 'button');
  await expect(service.deliver('default', 'button')).rejects.toMatchObject({ code: 'DeliveryInProgress' });
  await vi.waitFor(
    async () => expect((await service.view()).running).toMatchObject({ phase: 'writing', itemsTotal: 2 }),
    {
      timeout: 20_000,
    },
  );
  open();
  expect((await ended(service)).recent).toHaveLength(1);
});

test('a bucket that is gone fails the delivery in the words of AWS, keeps the last success, and the next one recovers', async () => {
  const service = await withChannel();
  await service.deliver('default', 'button');
  await ended(service);
  await rm(join(folder, bucket), { recursive: true });
  await service.deliver('default', 'button');
  const failed = await ended(service);
  expect(failed.formats.configSnapshotDeliveryInfo).toMatchObject({
    lastStatus: 'FAILURE',
    lastSuccessfulTime: now.toISOString(),
    lastErrorCode: 'NoSuchBucket',
    lastErrorMessage:
      'An exception occurred while trying to deliver data to your Amazon S3 bucket. The specified Bucket does not exist.',
  });
  await store.createBucket(bucket);
  await service.deliver('default', 'button');
  const recovered = await ended(service);
  expect(recovered.formats.configSnapshotDeliveryInfo.lastStatus).toBe('SUCCESS');
  expect(recovered.formats.configSnapshotDeliveryInfo).not.toMatchObject({ lastErrorCode: expect.anything() });
});

test('items that break off in the middle leave no object', async () => {
  const service = await withChannel();
  gate = Promise.reject(new Error('the database went away'));
  gate.catch(() => {});
  await service.deliver('default', 'button');
  const view = await ended(service);
  expect(view.recent[0]).toMatchObject({ phase: 'failed', errorCode: 'InternalError' });
  expect(await storedKeys()).toEqual([`p/AWSLogs/${scope.accountId}/Config/ConfigWritabilityCheckFile`]);
});

test('the checks stand in the order of AWS: recorder, recording, channel', async () => {
  const service = await withChannel();
  recorderState = 'no-recorder';
  await expect(service.deliver('x', 'api')).rejects.toMatchObject({
    code: 'NoAvailableConfigurationRecorderException',
  });
  recorderState = 'stopped';
  await expect(service.deliver('x', 'api')).rejects.toMatchObject({ code: 'NoRunningConfigurationRecorderException' });
  recorderState = 'running';
  await expect(service.deliver('x', 'api')).rejects.toMatchObject({
    code: 'NoSuchDeliveryChannelException',
    message: "Cannot find delivery channel with specified name 'x'.",
  });
});

test('a channel is checked before it is taken, and there is only one', async () => {
  const service = delivery();
  const put = (s3BucketName: string, name = 'default') => service.putChannel({ name, s3BucketName });
  await expect(put('')).rejects.toMatchObject({ message: 'Cannot find a S3 bucket with an empty bucket name.' });
  await expect(put('not-there')).rejects.toMatchObject({
    code: 'NoSuchBucketException',
    message: "No such s3 bucket with name 'not-there'.",
  });
  expect(await service.findChannel()).toBeUndefined();
  await put(bucket);
  await expect(put(bucket, 'other')).rejects.toMatchObject({ code: 'MaxNumberOfDeliveryChannelsExceededException' });
  recorderState = 'no-recorder';
  await expect(put(bucket)).rejects.toMatchObject({ code: 'NoAvailableConfigurationRecorderException' });
});

test('a delivery of a dead process fails when nothing of it arrived, and counts as delivered when its object stands', async () => {
  const dead = await withChannel();
  gate = new Promise(() => {});
  const { configSnapshotId } = await dead.deliver('default', 'button');
  const next = delivery();
  const stop = await next.recover();
  stop();
  const view = await next.view();
  expect(view.recent[0]).toMatchObject({ configSnapshotId, phase: 'failed', errorCode: 'DeliveryInterrupted' });
  expect(view.formats.configSnapshotDeliveryInfo.lastStatus).toBe('FAILURE');

  now = new Date(now.getTime() + 1_000);
  gate = new Promise(() => {});
  const second = await dead.deliver('default', 'button');
  const { key = '' } = (await dead.view()).running ?? {};
  await store.put(bucket, key, Buffer.from('whole'));
  const third = delivery();
  (await third.recover())();
  const after = await third.view();
  expect(after.recent[0]).toMatchObject({
    configSnapshotId: second.configSnapshotId,
    phase: 'delivered',
    bytesUploaded: 5,
  });
  expect(parseObjectKey(key).kind).toBe('snapshot');
});

test.each(['StoreUnavailable', 'NoSuchUpload'])(
  'a delivery whose last answer was lost (%s) has arrived, though the store cannot be asked at first',
  async (code) => {
    const whole = store;
    const away = new DomainError('unavailable', 'StoreUnavailable', 'The store is away.');
    let asked = 0;
    store = {
      ...whole,
      async put(bucketName, key, body, options) {
        const head = await whole.put(bucketName, key, body, options);
        if (parseObjectKey(key).kind !== 'snapshot') return head;
        throw code === away.code ? away : new DomainError('not-found', code, 'There is no such upload.');
      },
      head: (...args) => (asked++ === 0 ? Promise.reject(away) : whole.head(...args)),
    };
    const service = await withChannel();
    asked = 0;
    const { configSnapshotId } = await service.deliver('default', 'button');
    const view = await ended(service);
    expect(view.recent[0]).toMatchObject({ configSnapshotId, phase: 'delivered' });
    expect(asked).toBeGreaterThan(1);
  },
);

test('stopping fails what runs and leaves nothing in the bucket', async () => {
  const service = await withChannel();
  let open = () => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const { configSnapshotId } = await service.deliver('default', 'button');
  const closing = service.runs.close();
  open();
  await closing;
  expect((await service.view()).recent[0]).toMatchObject({ phase: 'failed', errorCode: 'ServerStopping' });
  expect((await storedKeys()).filter((key) => key.includes(configSnapshotId))).toEqual([]);
});

test('a delivery whose end the database missed is ended later by the same process', async () => {
  const { database } = server;
  let away = true;
  // The channel, the beginning, what is entered before the object can appear, and then nothing more.
  let through = 3;
  const flaky = {
    ...database,
    transaction: ((work) =>
      away && through-- <= 0
        ? Promise.reject(new Error('the database is away'))
        : database.transaction(work)) as typeof database.transaction,
  };
  const log = { ...silentLog, error: vi.fn(), warn: vi.fn() };
  const parts = { database: flaky, store, clock: () => now, log };
  const runs = createDeliveryRuns(parts);
  const service = createDelivery({ ...parts, ...others, scope, runs });
  await service.putChannel({ name: 'default', s3BucketName: bucket });
  await service.deliver('default', 'button');
  await vi.waitFor(() => expect(runs.active()).toEqual([]), { timeout: 20_000 });
  expect((await service.view()).running).not.toBeNull();
  away = false;
  // Its lease runs out.
  await database.query(
    `UPDATE delivery_attempts SET lease_expires_at = now() - interval '1 second' WHERE account_id = $1`,
    [scope.accountId],
  );
  (await recoverDeliveries({ ...parts, runs }, false))();
  const view = await service.view();
  expect(view.running).toBeNull();
  expect(view.recent[0]).toMatchObject({ phase: 'delivered' });
  expect(view.formats.configSnapshotDeliveryInfo.lastStatus).toBe('SUCCESS');
});

test('a channel that is deleted takes its status and its topic with it', async () => {
  const service = delivery();
  const snsTopicARN = 'arn:aws:sns:us-west-2:123456789012:config';
  await service.putChannel({ name: 'default', s3BucketName: bucket, snsTopicARN });
  await service.deliver('default', 'button');
  await expect.poll(async () => (await service.formatStatus('default')).snapshot.lastStatus).toBe('SUCCESS');
  const told = async () => (await listMessages(server.database, scope, 'topic', 10)).length;
  expect(await told()).toBe(2);
  await expect(service.deleteChannel('default')).rejects.toMatchObject({
    code: 'LastDeliveryChannelDeleteFailedException',
  });
  recorderState = 'stopped';
  await expect(service.deleteChannel('other')).rejects.toMatchObject({ code: 'NoSuchDeliveryChannelException' });
  await service.deleteChannel('default');
  expect(await told()).toBe(0);
  const cursors = await listDueCursors(server.database, 'me', now);
  expect(cursors.filter((cursor) => cursor.scope.accountId === scope.accountId)).toEqual([]);
  await service.putChannel({ name: 'default', s3BucketName: bucket });
  expect((await service.formatStatus('default')).snapshot).toEqual({});
});
