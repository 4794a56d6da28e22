import { createCipheriv } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { CreateBucketCommand, ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { planOf, randomNumbers, startFaultProxy } from '../../e2e/emulators/fault-proxy';
import { motoMissing, startMoto } from '../../e2e/emulators/moto';
import { parseObjectKey } from '../buckets/object-key';
import type { Database } from '../database/database';
import { startTestDatabase } from '../database/test-database';
import type { ObjectStore } from '../object-store/port';
import { createS3Store } from '../object-store/s3';
import { startTestProcess, type TestAccount, testBucket } from './test-delivery';

// Deliveries alone, against a real S3.

const runs = Number(process.env.FAULT_RUNS ?? 40);
const atOnce = 6;
const region = 'us-west-2';
const timeoutMs = 120_000;

/** As patient as a delivery is, in a smaller measure of time. */
const hurried = { retry: { tries: 5, firstPauseMs: 5, longestPauseMs: 40, totalMs: 60_000 }, idleMs: 400 };

interface Run {
  seed: number;
  account: TestAccount;
  /** The store without a proxy before it. */
  truth: ObjectStore;
}

async function readItems(truth: ObjectStore, key: string): Promise<string[]> {
  const { body } = await truth.get(testBucket, key);
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  // Throws where the file is not whole.
  const { configurationItems } = JSON.parse(gunzipSync(Buffer.concat(chunks)).toString('utf8'));
  return configurationItems.map((item: unknown) => JSON.stringify(item));
}

/** So many bytes that nothing packs, the same each time, as base64. */
function noise(seed: number, n: number, size: number): string {
  const key = Buffer.alloc(16);
  key.writeUInt32LE(seed, 0);
  key.writeUInt32LE(n, 4);
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size)).toString('base64');
}

/** Items of a run; of every twentieth so large that it takes several parts. */
function itemsOf(seed: number): string[] {
  const random = randomNumbers(seed);
  const count = seed % 20 === 0 ? 20 : 1 + Math.floor(30 * random());
  const size = seed % 20 === 0 ? 900_000 : 200;
  return Array.from({ length: count }, (_, n) => {
    return JSON.stringify({ resourceId: `vol-${n}`, noise: noise(seed, n, size) });
  });
}

async function deliverThroughFaults({ seed, account, truth }: Run, endpoint: string): Promise<string[]> {
  const proxy = await startFaultProxy(endpoint, planOf(seed));
  try {
    account.store = createS3Store({ region, endpoint: proxy.endpoint, ...hurried });
    const process = startTestProcess(account);
    const records = ['Instance', 'Volume'].map((type) => ({
      typeKey: type.toLowerCase(),
      resourceType: `AWS::EC2::${type}`,
    }));
    for (let delivery = 0; delivery < 2; delivery++) {
      account.items = itemsOf(seed);
      for (const type of records) {
        account.journal.push({ ...type, captureTime: account.now, body: JSON.stringify({ seed, delivery, ...type }) });
      }
      await process.deliver('default', 'button');
      await process.deliverHistory('default', 'button');
      await process.tick(timeoutMs);
      await expectTruth({ seed, account, truth });
      account.now = new Date(account.now.getTime() + 60_000);
    }
    // The store is well again: what was held back comes now, and nothing of it a second time.
    account.store = truth;
    const last = startTestProcess(account);
    await last.deliverHistory('default', 'button');
    await last.tick(timeoutMs);
    const delivered = await historyItems({ seed, account, truth });
    expect(delivered.sort(), `history of run ${seed}`).toEqual(account.journal.map(({ body }) => body).sort());
    return (await process.attempts()).map(({ phase }) => phase);
  } finally {
    await proxy.stop();
  }
}

const folderOf = ({ account }: Run) => `AWSLogs/${account.scope.accountId}/`;

async function keysOf(run: Run): Promise<string[]> {
  return (await run.truth.list(testBucket, { prefix: folderOf(run) })).objects.map(({ key }) => key);
}

async function historyItems(run: Run): Promise<string[]> {
  const keys = (await keysOf(run)).filter((key) => parseObjectKey(key).kind === 'history');
  return (await Promise.all(keys.map((key) => readItems(run.truth, key)))).flat();
}

/** What the record says is what stands in the bucket, and nothing else stands there. */
async function expectTruth(run: Run): Promise<void> {
  const process = startTestProcess(run.account);
  const snapshots = (await process.attempts()).filter(({ kind }) => kind === 'snapshot');
  const delivered = snapshots.filter(({ phase }) => phase === 'delivered');
  const standing = (await keysOf(run)).filter((key) => parseObjectKey(key).kind === 'snapshot');
  expect(standing.sort(), `snapshots of run ${run.seed}`).toEqual(delivered.map(({ key }) => key).sort());
  for (const { key } of delivered.slice(0, 1)) {
    expect(await readItems(run.truth, key), `items of run ${run.seed}`).toEqual(run.account.items);
  }
  const [newest] = snapshots;
  const { lastStatus, lastErrorCode } = (await process.formatStatus('default')).snapshot;
  expect({ lastStatus, lastErrorCode }, `status of run ${run.seed}`).toEqual(
    newest?.phase === 'delivered'
      ? { lastStatus: 'SUCCESS', lastErrorCode: undefined }
      : { lastStatus: 'FAILURE', lastErrorCode: newest?.failure?.code },
  );
}

describe.skipIf(motoMissing())('a store that fails in every way', () => {
  const title = `never gets a partial or a second object, and the status is right: ${runs} runs`;
  test(title, { timeout: 3_600_000 }, async ({ annotate }) => {
    process.env.AWS_ACCESS_KEY_ID = 'test';
    process.env.AWS_SECRET_ACCESS_KEY = 'test';
    const moto = await startMoto();
    const server = await startTestDatabase();
    const admin = new S3Client({ region, endpoint: moto.endpoint, forcePathStyle: true });
    try {
      await admin.send(
        new CreateBucketCommand({ Bucket: testBucket, CreateBucketConfiguration: { LocationConstraint: region } }),
      );
      const truth = createS3Store({ region, endpoint: moto.endpoint });
      const phases: string[] = [];
      let next = 1;
      const work = async () => {
        for (let seed = next++; seed <= runs; seed = next++) {
          const account = newAccount(server.database, truth, seed);
          await startTestProcess(account).putChannel({ name: 'default', s3BucketName: testBucket });
          phases.push(...(await deliverThroughFaults({ seed, account, truth }, moto.endpoint)));
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      // Both ends have to be among them, or the test tells little.
      const count = (phase: string) => phases.filter((one) => one === phase).length;
      await annotate(`${count('delivered')} delivered, ${count('failed')} failed`);
      expect(count('delivered')).toBeGreaterThan(0);
      if (runs >= 20) expect(count('failed')).toBeGreaterThan(0);
      const { Uploads = [] } = await admin.send(new ListMultipartUploadsCommand({ Bucket: testBucket }));
      await annotate(`uploads left behind: ${Uploads.length}`);
    } finally {
      admin.destroy();
      await server.stop();
      await moto.stop();
    }
  });
});

function newAccount(database: Database, store: ObjectStore, seed: number): TestAccount {
  return {
    scope: { accountId: String(seed).padStart(12, '0'), region },
    database,
    store,
    now: new Date('2026-11-22T08:31:54.000Z'),
    recording: 'running',
    items: [],
    journal: [],
  };
}
