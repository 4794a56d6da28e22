import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseObjectKey } from '../buckets/object-key';
import { startTestDatabase } from '../database/test-database';
import { DomainError } from '../errors';
import { makeTestAccount, readDocuments, startTestProcess, type TestAccount, testBucket } from './test-delivery';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let account: TestAccount;
let folder: string;
let accounts = 300;

beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.stop());
beforeEach(async () => {
  accounts += 1;
  const start = new Date('2026-11-22T08:31:54.000Z');
  const made = await makeTestAccount(server.database, String(accounts).padStart(12, '0'), start);
  ({ account, folder } = made);
  return made.remove;
});

let change = 0;
/** Something was recorded of a resource of `type`. */
function record(type: string, captureTime = account.now) {
  recordOf(`AWS::EC2::${type}`, captureTime);
}

function recordOf(resourceType: string, captureTime = account.now) {
  change += 1;
  const body = JSON.stringify({ resourceType, change });
  account.journal.push({ typeKey: resourceType.toLowerCase(), resourceType, captureTime, body });
}

async function started() {
  const process = startTestProcess(account);
  await process.putChannel({ name: 'default', s3BucketName: testBucket });
  return process;
}

async function pass(process: Awaited<ReturnType<typeof started>>, hours = 6) {
  account.now = new Date(account.now.getTime() + hours * 3_600_000);
  await process.tick();
}

/** Every change that lies in the bucket, in the order of the keys of its files. */
async function delivered() {
  const documents = await readDocuments(account.store);
  return [...documents.values()].flatMap(({ configurationItems }) =>
    configurationItems.map((item) => JSON.stringify(item)),
  );
}

async function expectAllDeliveredOnce() {
  expect((await delivered()).sort()).toEqual(account.journal.map(({ body }) => body).sort());
}

test('every six hours each type with changes has a file, with its first and last time in the key', async () => {
  const process = await started();
  record('Volume', new Date('2026-11-22T09:00:00.400Z'));
  record('VPC', new Date('2026-11-22T09:30:00Z'));
  record('Volume', new Date('2026-11-22T10:00:00.900Z'));
  await pass(process);
  const documents = await readDocuments(account.store);
  const { accountId } = account.scope;
  const key = (type: string, span: string) =>
    `AWSLogs/${accountId}/Config/us-west-2/2026/11/22/ConfigHistory/${accountId}_Config_us-west-2_ConfigHistory_AWS::EC2::${type}_${span}_1.json.gz`;
  const volumes = key('Volume', '20261122T090000Z_20261122T100000Z');
  expect([...documents.keys()]).toEqual([key('VPC', '20261122T093000Z_20261122T093000Z'), volumes]);
  expect(parseObjectKey(volumes).kind).toBe('history');
  const bodies = account.journal.filter(({ resourceType }) => resourceType.endsWith('Volume'));
  expect(documents.get(volumes)).toEqual({
    fileVersion: '1.0',
    configurationItems: bodies.map(({ body }) => JSON.parse(body)),
  });
  expect((await process.attempts())[0]).toMatchObject({
    kind: 'history',
    itemsWritten: 3,
    itemsTotal: 3,
    phase: 'delivered',
  });
  const { configHistoryDeliveryInfo, configSnapshotDeliveryInfo } = (await process.view()).formats;
  expect(configHistoryDeliveryInfo).toMatchObject({
    lastStatus: 'SUCCESS',
    nextDeliveryTime: '2026-11-22T20:31:54.000Z',
  });
  expect(configSnapshotDeliveryInfo).toEqual({});
});

test('files of types that are not of AWS are told for what they are', async () => {
  const process = await started();
  const types = ['MyCompany::Thing', 'Microsoft.Compute/virtualMachines', 'Microsoft.Compute'];
  for (const type of types) recordOf(type);
  await pass(process);
  const keys = [...(await readDocuments(account.store)).keys()].map(parseObjectKey);
  expect(keys.map((key) => (key.kind === 'history' ? key.resourceType : key.kind)).sort()).toEqual(types.toSorted());
  await expectAllDeliveredOnce();
});

test('a time without changes delivers nothing, and nothing is delivered twice', async () => {
  const process = await started();
  record('Volume');
  await pass(process);
  await pass(process);
  expect(await process.attempts()).toHaveLength(1);
  record('Volume');
  record('VPC');
  await pass(process);
  await expectAllDeliveredOnce();
});

test('two deliveries within one second do not overwrite each other', async () => {
  const process = await started();
  const moment = account.now;
  record('Volume', moment);
  await process.deliverHistory('default', 'api');
  await process.tick();
  record('Volume', moment);
  await process.deliverHistory('default', 'api');
  await process.tick();
  await expectAllDeliveredOnce();
  expect([...(await readDocuments(account.store)).keys()].map((key) => key.slice(-10))).toEqual([
    '_1.json.gz',
    '_2.json.gz',
  ]);
});

test('whatever a store refuses in the middle, all comes later, each change once', async () => {
  const process = await started();
  const { store } = account;
  // Every way to fail, at every file: before a byte, when all bytes are there, and after the object has appeared.
  for (const failing of ['before', 'bytes', 'after'] as const) {
    for (const type of ['Instance', 'Subnet', 'VPC']) {
      for (const one of ['Instance', 'Subnet', 'VPC']) record(one);
      account.store = {
        ...store,
        async put(bucket, key, body, options) {
          const away = new DomainError('unavailable', 'StoreUnavailable', 'S3 did not answer.');
          if (!key.includes(`::${type}_`)) return store.put(bucket, key, body, options);
          if (failing === 'before') throw away;
          const beforeVisible = () => Promise.reject(away);
          if (failing === 'bytes') return store.put(bucket, key, body, { ...options, beforeVisible });
          await store.put(bucket, key, body, options);
          throw away;
        },
      };
      await pass(process);
      expect((await process.attempts())[0]).toMatchObject({ phase: 'failed', failure: { code: 'StoreUnavailable' } });
      record('Volume');
      account.store = store;
      await pass(process);
      await expectAllDeliveredOnce();
      const { configHistoryDeliveryInfo } = (await process.view()).formats;
      expect(configHistoryDeliveryInfo.lastStatus).toBe('SUCCESS');
    }
  }
});

test('a channel that moves to another bucket takes along what the old one did not get', async () => {
  const process = await started();
  record('Volume');
  await rm(join(folder, testBucket), { recursive: true });
  await pass(process);
  await account.store.createBucket('other-bucket');
  await process.putChannel({ name: 'default', s3BucketName: 'other-bucket' });
  record('Volume');
  await pass(process);
  const { objects } = await account.store.list('other-bucket', {});
  expect(objects.filter(({ key }) => key.includes('ConfigHistory'))).toHaveLength(1);
  expect((await process.attempts())[0]).toMatchObject({ phase: 'delivered', itemsWritten: 2 });
});

test('a process that was taken for dead can neither end its delivery nor move the history on', async () => {
  const slow = await started();
  record('Volume');
  let goOn = () => {};
  const paused = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const { store } = account;
  const reached = new Promise<void>((resolve) => {
    account.store = {
      ...store,
      async put(bucket, key, body, options) {
        if (!key.endsWith('.json.gz')) return store.put(bucket, key, body, options);
        const beforeVisible = async () => {
          resolve();
          await paused;
          await options?.beforeVisible?.();
        };
        return store.put(bucket, key, body, { ...options, beforeVisible });
      },
    };
  });
  const begun = await slow.deliverHistory('default', 'api');
  await reached;
  account.store = store;
  const next = startTestProcess(account);
  await server.database.query(
    `UPDATE delivery_attempts SET lease_expires_at = now() - interval '1 second' WHERE config_snapshot_id = $1`,
    [begun?.configSnapshotId],
  );
  await next.recover();
  record('Volume');
  await pass(next);
  goOn();
  await pass(slow);
  await pass(next);
  expect((await next.attempts()).map(({ phase }) => phase)).toEqual(['delivered', 'failed']);
  await expectAllDeliveredOnce();
});
