import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../database/database';
import { startTestDatabase } from '../../../database/test-database';
import { type Attempt, notBegun } from '../../attempts/attempt-store';
import { type DeliveryChannel, saveChannel } from '../../channel/channel-store';
import { findFormatStatus, saveOutcome } from '../../channel/status-store';
import { closeTopicCursor, listDueCursors } from './cursor-store';
import { enqueueDeliveryEnded, enqueueDeliveryStarted, enqueueHistoryDelivered } from './delivery-messages';
import { followTopic } from './follow-topic';
import { listMessages } from './outbox-store';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let database: Database;
let accounts = 0;
let scope = { accountId: '', region: 'us-west-2' };
const at = new Date('2026-11-24T10:00:00.000Z');
const failed = { code: 'NoSuchBucket', message: 'The specified Bucket does not exist.' };

beforeAll(async () => {
  server = await startTestDatabase();
  database = server.database;
});
afterAll(() => server.stop());
beforeEach(() => {
  accounts += 1;
  scope = { accountId: String(accounts).padStart(12, '0'), region: 'us-west-2' };
});

const withTopic: DeliveryChannel = {
  name: 'default',
  s3BucketName: 'b',
  snsTopicARN: 'arn:aws:sns:us-west-2:123456789012:config',
};
const { snsTopicARN: _, ...withoutTopic } = withTopic;

const put = (channel: DeliveryChannel, newest = 0) =>
  database.transaction(async (tx) => {
    await saveChannel(tx, scope, channel, at);
    await followTopic(tx, scope, channel, newest);
  });

const attempt: Attempt = {
  ...notBegun,
  configSnapshotId: '6a1f2f5c-0a4c-4f0e-9a1e-1d2c3b4a5f60',
  region: 'us-west-2',
  kind: 'snapshot',
  channelName: 'default',
  trigger: 'button',
  bucket: 'b',
  key: 'AWSLogs/k.json.gz',
  requestedAt: at,
};

const messages = async (receiver: 'topic' | 'webhook') =>
  (await listMessages(database, scope, receiver, 100)).map(({ body }) => JSON.parse(body));
const cursor = async () =>
  (await listDueCursors(database, 'me', at)).find(
    (one) => one.scope.accountId === scope.accountId && one.receiver === 'topic',
  );

test('the topic is told of each delivery’s beginning and end', async () => {
  await put(withTopic);
  await enqueueDeliveryStarted(database, scope, attempt);
  await enqueueDeliveryEnded(database, scope, attempt, { at, error: failed }, false);
  await enqueueDeliveryEnded(database, scope, attempt, { at }, false);
  const history: Attempt = { ...attempt, kind: 'history' };
  await enqueueDeliveryStarted(database, scope, history);
  await enqueueHistoryDelivered(database, scope, { bucket: 'b', key: 'h' }, at);
  await enqueueDeliveryEnded(database, scope, history, { at }, false);
  expect((await messages('topic')).map(({ messageType, ...rest }) => [messageType, rest])).toMatchObject([
    ['ConfigurationSnapshotDeliveryStarted', { configSnapshotId: attempt.configSnapshotId }],
    ['ConfigurationSnapshotDeliveryFailed', { errorCode: 'NoSuchBucket', errorMessage: failed.message }],
    ['ConfigurationSnapshotDeliveryCompleted', { s3Bucket: 'b', s3ObjectKey: 'AWSLogs/k.json.gz' }],
    ['ConfigurationHistoryDeliveryCompleted', { s3Bucket: 'b', s3ObjectKey: 'h' }],
  ]);
  expect(await messages('webhook')).toEqual([]);
});

test('without a topic nothing waits for one', async () => {
  await put(withoutTopic);
  await enqueueDeliveryStarted(database, scope, attempt);
  expect(await messages('topic')).toEqual([]);
});

test('an alert is entered for each failure and for the first success after one', async () => {
  await put(withoutTopic);
  const end = (error?: typeof failed) => enqueueDeliveryEnded(database, scope, attempt, { at, error }, true);
  await end();
  await end(failed);
  await end(failed);
  await end();
  await end();
  const [first, second, third, ...more] = await messages('webhook');
  expect(more).toEqual([]);
  expect(first).toEqual({
    version: 1,
    event: 'delivery.failed',
    time: at.toISOString(),
    awsAccountId: scope.accountId,
    awsRegion: 'us-west-2',
    deliveryChannelName: 'default',
    format: 'snapshot',
    configSnapshotId: attempt.configSnapshotId,
    errorCode: 'NoSuchBucket',
    errorMessage: failed.message,
    lastSuccessfulTime: at.toISOString(),
  });
  expect(second.event).toBe('delivery.failed');
  expect(third).toMatchObject({ event: 'delivery.recovered', errorCode: null });
});

test('a topic is told from when it is set; another one goes on; one taken away is forgotten', async () => {
  await put(withTopic, 10);
  expect((await cursor())?.journalId).toBe(10);
  await put({ ...withTopic, snsTopicARN: `${withTopic.snsTopicARN}-2` }, 20);
  expect((await cursor())?.journalId).toBe(10);
  await enqueueDeliveryStarted(database, scope, attempt);
  await saveOutcome(database, scope, 'default', 'stream', { at, error: failed });
  await put(withoutTopic, 20);
  expect(await cursor()).toBeUndefined();
  expect(await messages('topic')).toEqual([]);
  expect((await findFormatStatus(database, scope, 'default')).stream).toEqual({});
  await put(withTopic, 30);
  expect((await cursor())?.journalId).toBe(30);
  await closeTopicCursor(database, scope);
  expect(await cursor()).toBeUndefined();
});
