import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startTestDatabase } from '../../../database/test-database';
import { DomainError } from '../../../errors';
import { newestChange } from '../../../inventory/history/journal';
import { silentLog } from '../../../log/log';
import { createDirectoryStore } from '../../../object-store/directory';
import type { ObjectStore } from '../../../object-store/port';
import { putCustomResource } from '../../../recorder/capture/custom-resource';
import { saveChannel } from '../../channel/channel-store';
import { findFormatStatus } from '../../channel/status-store';
import { openTopicCursor } from '../outbox/cursor-store';
import { enqueueAlert, enqueueTopicMessage } from '../outbox/outbox-store';
import { createTestTopic, type TestTopic } from '../receivers/test-topic';
import { createNotificationSender } from './sender';

const topicArn = 'arn:aws:sns:us-west-2:123456789012:config';
const bucket = 'config-bucket';
let server: Awaited<ReturnType<typeof startTestDatabase>>;
let folder: string;
let store: ObjectStore;
let topic: TestTopic;
let now: Date;
let accounts = 0;
let scope = { accountId: '', region: 'us-west-2' };
let posted: string[];
let hookFails: DomainError | undefined;

beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.stop());
beforeEach(async () => {
  accounts += 1;
  scope = { accountId: String(accounts).padStart(12, '0'), region: 'us-west-2' };
  now = new Date('2026-11-24T10:00:00.000Z');
  folder = await mkdtemp(join(tmpdir(), 'snapscope-stream-'));
  store = createDirectoryStore({ root: folder });
  await store.createBucket(bucket);
  topic = createTestTopic();
  topic.add(topicArn);
  posted = [];
  hookFails = undefined;
  await server.database.query('DELETE FROM notification_lanes; DELETE FROM notification_outbox');
  await saveChannel(server.database, scope, { name: 'default', s3BucketName: bucket, snsTopicARN: topicArn }, now);
  await openTopicCursor(server.database, scope, await newestChange(server.database, scope));
  return () => rm(folder, { recursive: true, force: true });
});

const log = { ...silentLog, error: vi.fn(), warn: vi.fn() };
const newSender = () =>
  createNotificationSender({
    database: server.database,
    store,
    clock: () => now,
    topic,
    hook: {
      post: async ({ body }) => {
        if (hookFails) throw hookFails;
        posted.push(body);
      },
    },
    log,
    random: () => 0,
  });

const change = (resourceId: string, size: number, note = '') => {
  const observed = {
    relatedEvents: [],
    relationships: [],
    configuration: { size, note },
    supplementaryConfiguration: {},
    tags: {},
    resourceType: 'Acme::Shop::Till',
    resourceId,
    awsRegion: 'us-west-2',
  };
  return putCustomResource(server.database, scope, observed, now);
};

async function sendAll(sender: ReturnType<typeof newSender>): Promise<void> {
  while (await sender.turn());
}

const told = () =>
  topic.taken
    .map(({ message }) => JSON.parse(message))
    .filter(({ configurationItem }) => configurationItem)
    .map(({ configurationItem }) => `${configurationItem.resourceId} ${configurationItem.configuration.size}`);

const stream = async () => (await findFormatStatus(server.database, scope, 'default')).stream;
const after = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const away = () => new DomainError('unavailable', 'TopicUnavailable', 'SNS did not answer.');

test('every change is told once, with what changed, and the status says so', async () => {
  await change('till-1', 1);
  await change('till-2', 1);
  await change('till-1', 2);
  await sendAll(newSender());
  expect(told().sort()).toEqual(['till-1 1', 'till-1 2', 'till-2 1']);
  const update = topic.taken
    .map(({ message }) => JSON.parse(message))
    .find((one) => one.configurationItemDiff.changeType === 'UPDATE');
  expect(update.configurationItemDiff.changedProperties).toEqual({
    'Configuration.Size': { previousValue: 1, updatedValue: 2, changeType: 'UPDATE' },
  });
  expect(await stream()).toEqual({
    lastStatus: 'SUCCESS',
    lastAttemptTime: now,
    lastSuccessfulTime: now,
    lastStatusChangeTime: now,
  });
  await sendAll(newSender());
  expect(topic.taken).toHaveLength(3);
});

test('a topic that is set later is not told of the past', async () => {
  await change('till-1', 1);
  await server.database.query('DELETE FROM notification_lanes');
  await openTopicCursor(server.database, scope, await newestChange(server.database, scope));
  await change('till-1', 2);
  await sendAll(newSender());
  expect(told()).toEqual(['till-1 2']);
});

test('a topic that is down for an hour loses nothing; the status tells, and alerts come once for each turn of fate', async () => {
  const sender = newSender();
  await change('till-1', 0);
  await sendAll(sender);
  let tries = 0;
  topic.before = () => {
    tries += 1;
    throw away();
  };
  const start = now.getTime();
  for (let n = 1; now.getTime() - start < 60 * 60_000; n += 1) {
    if (n <= 20) await change(`till-${n % 3}`, n);
    await sender.turn();
    after(1_000);
  }
  expect(await stream()).toMatchObject({ lastStatus: 'FAILURE', lastErrorCode: 'TopicUnavailable' });
  // Backing off up to a minute: some sixty tries, each with a few messages under way, and not one each second.
  expect(tries).toBeLessThan(8 * 80);
  topic.before = () => {};
  after(60_000);
  await sendAll(sender);
  expect(new Set(told()).size).toBe(21);
  expect(told()).toHaveLength(21);
  for (const id of ['till-0', 'till-1', 'till-2']) {
    const sizes = told()
      .filter((one) => one.startsWith(id))
      .map((one) => Number(one.split(' ')[1]));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  }
  expect((await stream()).lastStatus).toBe('SUCCESS');
  await sendAll(sender);
  expect(posted.map((body) => JSON.parse(body))).toMatchObject([
    { event: 'delivery.failed', format: 'stream', errorCode: 'TopicUnavailable' },
    { event: 'delivery.recovered', format: 'stream', errorCode: null },
  ]);
});

test('what nobody but the user can mend is told with the code of SNS, and tried again after minutes', async () => {
  await saveChannel(
    server.database,
    scope,
    { name: 'default', s3BucketName: bucket, snsTopicARN: `${topicArn}-2` },
    now,
  );
  const sender = newSender();
  await change('till-1', 1);
  await sender.turn();
  expect(await stream()).toMatchObject({ lastStatus: 'FAILURE', lastErrorCode: 'NotFound' });
  topic.add(`${topicArn}-2`);
  after(4 * 60_000);
  await sendAll(sender);
  expect(told()).toEqual([]);
  after(60_000);
  await sendAll(sender);
  expect(told()).toEqual(['till-1 1']);
});

test('while one message hangs the others go on, but not those of the same resource, and none is told twice after all', async () => {
  const sender = newSender();
  for (let n = 0; n < 6; n += 1) await change(n % 2 === 0 ? 'slow' : `till-${n}`, n);
  let fail = true;
  topic.before = ({ message }) => {
    const { configurationItem } = JSON.parse(message);
    if (fail && configurationItem.resourceId === 'slow') throw away();
  };
  await sender.turn();
  expect(told().some((one) => one.startsWith('slow'))).toBe(false);
  fail = false;
  after(60_000);
  await sendAll(sender);
  expect(told().filter((one) => one.startsWith('slow'))).toEqual(['slow 0', 'slow 2', 'slow 4']);
  expect(told()).toHaveLength(6);
});

test('a process that dies before it could note what was taken makes it be told again, in order', async () => {
  await change('till-1', 1);
  await change('till-1', 2);
  const dying = createNotificationSender({
    database: {
      ...server.database,
      transaction: () => Promise.reject(new Error('the process is gone')),
    },
    store,
    clock: () => now,
    topic,
    log: silentLog,
  });
  await dying.turn();
  expect(told()).toEqual(['till-1 1', 'till-1 2']);
  const next = newSender();
  // The lease of the dead one holds for a while.
  await sendAll(next);
  expect(told()).toHaveLength(2);
  await server.database.query(`UPDATE notification_lanes SET lease_expires_at = now() - interval '1 second'`);
  await sendAll(next);
  expect(told()).toEqual(['till-1 1', 'till-1 2', 'till-1 1', 'till-1 2']);
});

test('of two processes one at a time tells a topic', async () => {
  for (let n = 0; n < 30; n += 1) await change(`till-${n % 4}`, n);
  const [a, b] = [newSender(), newSender()];
  await Promise.all([sendAll(a), sendAll(b)]);
  await Promise.all([sendAll(a), sendAll(b)]);
  expect(told()).toHaveLength(30);
});

test('what is too long for SNS lies whole in the bucket, and the topic is told where', async () => {
  await change('large', 1, 'x'.repeat(300_000));
  await change('small', 1);
  await sendAll(newSender());
  const short = topic.taken.map(({ message }) => JSON.parse(message)).find((one) => one.configurationItemSummary);
  const location: string = short.s3DeliverySummary.s3BucketLocation;
  expect(location).toMatch(
    new RegExp(
      `^${bucket}/AWSLogs/${scope.accountId}/Config/us-west-2/2026/11/24/OversizedChangeNotification/Acme::Shop::Till/large/${scope.accountId}_Config_us-west-2_ChangeNotification_Acme::Shop::Till_large_20261124T100000Z_\\d+\\.json\\.gz$`,
    ),
  );
  const { body } = await store.get(bucket, location.slice(bucket.length + 1));
  const whole = JSON.parse(gunzipSync(await buffer(body)).toString());
  expect(whole.configurationItem.configuration.note).toHaveLength(300_000);
  expect(whole.messageType).toBe('ConfigurationItemChangeNotification');
  expect(told()).toEqual(['small 1']);
});

test('a bucket that is not there does not hold up what is too long, nor does a message that SNS dislikes', async () => {
  await saveChannel(
    server.database,
    scope,
    { name: 'default', s3BucketName: 'no-such-bucket', snsTopicARN: topicArn },
    now,
  );
  await change('large', 1, 'x'.repeat(300_000));
  await change('disliked', 1);
  await change('small', 1);
  topic.before = ({ message }) => {
    if (message.includes('"resourceId":"disliked"') && message.includes('configurationItemDiff')) {
      throw new DomainError('invalid', 'InvalidParameter', 'Invalid parameter: Message');
    }
  };
  await sendAll(newSender());
  const short = topic.taken.map(({ message }) => JSON.parse(message)).filter((one) => one.configurationItemSummary);
  expect(short.map((one) => one.configurationItemSummary.resourceId).sort()).toEqual(['disliked', 'large']);
  expect(short[0].s3DeliverySummary).toMatchObject({ s3BucketLocation: null, errorCode: 'NoSuchBucket' });
  expect(told()).toEqual(['small 1']);
});

test('a FIFO topic is told by resource, and takes a change once however often it is sent', async () => {
  topic.add(`${topicArn}.fifo`);
  await saveChannel(
    server.database,
    scope,
    { name: 'default', s3BucketName: bucket, snsTopicARN: `${topicArn}.fifo` },
    now,
  );
  await change('till-1', 1);
  await change('till-2', 1);
  await change('till-1', 2);
  await sendAll(newSender());
  await server.database.query('UPDATE notification_lanes SET journal_id = 0, owner = NULL');
  await sendAll(newSender());
  expect(told().sort()).toEqual(['till-1 1', 'till-1 2', 'till-2 1']);
  const groups = new Set(topic.taken.map(({ group }) => group));
  expect(groups.size).toBe(2);
  for (const { group, deduplicationId } of topic.taken) {
    expect(group).toMatch(/^[\w-]{1,128}$/);
    expect(deduplicationId).toMatch(/^[\w-]{1,128}$/);
  }
});

test('messages of deliveries come in their order, alerts go to the webhook, and both wait for who is away', async () => {
  const sender = newSender();
  for (const n of [1, 2, 3])
    await enqueueTopicMessage(server.database, scope, { subject: 's', message: `{"n":${n}}` }, now);
  for (const n of [1, 2]) await enqueueAlert(server.database, scope, `{"alert":${n}}`, now);
  hookFails = new DomainError('denied', 'WebhookRefused', 'The alert webhook answered with status 404.');
  await sendAll(sender);
  expect(topic.taken.map(({ message }) => message)).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
  expect(posted).toEqual([]);
  hookFails = undefined;
  after(5 * 60_000);
  await sendAll(sender);
  expect(posted).toEqual(['{"alert":1}', '{"alert":2}']);
  // Days without an answer: it is given up, and what is new is sent.
  hookFails = away();
  await enqueueAlert(server.database, scope, '{"alert":3}', now);
  await sender.turn();
  after(4 * 24 * 60 * 60_000);
  await sender.turn();
  hookFails = undefined;
  await enqueueAlert(server.database, scope, '{"alert":4}', now);
  after(60_000);
  await sendAll(sender);
  expect(posted.at(-1)).toBe('{"alert":4}');
  expect(posted).toHaveLength(3);
});

test('sends by itself while it runs, and lets another process go on at once when it ends', async () => {
  const sender = newSender();
  const end = await sender.start(false);
  await change('till-1', 1);
  await vi.waitFor(() => expect(told()).toEqual(['till-1 1']), { timeout: 30_000, interval: 50 });
  await end();
  await change('till-1', 2);
  await sendAll(newSender());
  expect(told()).toEqual(['till-1 1', 'till-1 2']);
});
