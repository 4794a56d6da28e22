import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import {
  type ConfigServiceClient,
  DeliverConfigSnapshotCommand,
  DescribeConfigurationRecorderStatusCommand,
  DescribeDeliveryChannelStatusCommand,
} from '@aws-sdk/client-config-service';
import { test as base, expect } from '@playwright/test';
import { listAttempts } from '@/lib/delivery/attempt-list-store';
import type { Attempt } from '@/lib/delivery/attempt-store';
import { parseObjectKey } from '@/lib/documents/object-key';
import type { ObjectStore } from '@/lib/object-store/port';
import { createS3Store } from '@/lib/object-store/s3';
import { type AccountFile, writeLargeAccount } from './fixtures/large-account';
import { LightServer, startSharedDatabase } from './fixtures/light-server';
import type { Settings } from './fixtures/server';
import { newBucket } from './fixtures/stores';
import type { SnapscopeOptions } from './fixtures/test';
import { randomNumbers } from './peers/fault-proxy';
import { type Moto, motoMissing, startMoto } from './peers/moto';

// Servers without pages on one PostgreSQL and one S3. No browser.
const test = base.extend<object, SnapscopeOptions>({ store: ['directory', { option: true, scope: 'worker' }] });

const rounds = Number(process.env.KILL_ROUNDS ?? 100);
const items = 3_000;
const scope = { accountId: '123456789012', region: 'us-west-2' };

test.describe('servers on one database and one S3', () => {
  test.skip(({ store }) => store !== 's3', 'a folder belongs to one server');
  test.skip(motoMissing() !== undefined, motoMissing());
  let account: AccountFile;
  let moto: Moto;
  let shared: Awaited<ReturnType<typeof startSharedDatabase>>;
  let settings: Settings;
  let truth: ObjectStore;
  let bucket: string;
  const servers: LightServer[] = [];

  test.beforeEach(async () => {
    process.env.AWS_ACCESS_KEY_ID = 'test';
    process.env.AWS_SECRET_ACCESS_KEY = 'test';
    [account, moto, shared] = await Promise.all([writeLargeAccount(items), startMoto(), startSharedDatabase()]);
    settings = {
      ...(await newBucket(moto.endpoint)),
      DATABASE_URL: shared.url,
      SNAPSCOPE_SOURCES: `file:${account.path}`,
      SNAPSCOPE_HISTORY_INTERVAL: '1s',
    };
    bucket = settings.SNAPSCOPE_BUCKET ?? '';
    truth = createS3Store({ region: scope.region, endpoint: moto.endpoint });
  });
  test.afterEach(async () => {
    for (const server of servers.splice(0)) await server.dispose();
    await shared.stop();
    await moto.stop();
    await account.remove();
  });

  async function startServer(): Promise<LightServer> {
    const server = await LightServer.start(settings);
    servers.push(server);
    return server;
  }

  const attempts = () => listAttempts(shared.database, scope, { limit: 10_000 });
  const snapshots = async () => (await attempts()).filter(({ kind }) => kind === 'snapshot');
  const isOver = ({ phase }: Attempt) => phase === 'delivered' || phase === 'failed';

  async function keysOf(kind: 'snapshot' | 'history'): Promise<string[]> {
    const keys: string[] = [];
    let token: string | undefined;
    do {
      const page = await truth.list(bucket, { prefix: 'AWSLogs/', token });
      keys.push(...page.objects.map(({ key }) => key).filter((key) => parseObjectKey(key).kind === kind));
      token = page.nextToken;
    } while (token !== undefined);
    return keys.sort();
  }

  async function readItems(key: string): Promise<{ resourceId: string; configurationStateId: number }[]> {
    const chunks: Buffer[] = [];
    for await (const chunk of (await truth.get(bucket, key)).body) chunks.push(chunk);
    return JSON.parse(gunzipSync(Buffer.concat(chunks)).toString('utf8')).configurationItems;
  }

  /** What the record calls delivered is what stands in the bucket; one object for each id. */
  async function expectTruth(): Promise<void> {
    const delivered = (await snapshots()).filter(({ phase }) => phase === 'delivered');
    expect(await keysOf('snapshot')).toEqual(delivered.map(({ key }) => key).sort());
  }

  async function until(what: string, seconds: number, condition: () => Promise<boolean>): Promise<void> {
    for (const start = Date.now(); !(await condition()); await sleep(100)) {
      if (Date.now() - start > seconds * 1_000) throw new Error(`After ${seconds} s still not: ${what}`);
    }
  }

  const recorded = ({ client }: { client: ConfigServiceClient }) =>
    until('recorded', 120, async () => {
      const { ConfigurationRecordersStatus } = await client.send(new DescribeConfigurationRecorderStatusCommand({}));
      return String(ConfigurationRecordersStatus?.[0]?.lastStatus).toUpperCase() === 'SUCCESS';
    });

  const deliver = async ({ client }: LightServer) =>
    (await client.send(new DeliverConfigSnapshotCommand({ deliveryChannelName: 'default' }))).configSnapshotId ?? '';

  test(`kill -9 at ${rounds} moments leaves no partial and no second object, no wrong status, and loses no history`, async () => {
    test.setTimeout(3_600_000);
    const server = await startServer();
    await recorded(server);
    const random = randomNumbers(42);
    // Moments over a whole delivery and somewhat beyond, however fast the machine is.
    const begun = Date.now();
    await deliver(server);
    await until('a delivery is over', 300, async () => (await snapshots()).every(isOver));
    const span = 1.5 * (Date.now() - begun);
    const ends: string[] = [];
    for (let round = 0; round < rounds; round++) {
      // Something for the history to tell.
      await shared.database.query(
        `UPDATE configuration_items SET content_hash = 'changed' WHERE ctid IN
           (SELECT ctid FROM configuration_items WHERE is_current AND type_key = 'aws::ec2::volume' LIMIT 20)`,
      );
      const id = await deliver(server);
      await sleep(span * random());
      await server.kill();
      // As if the lease of the dead had run out.
      await shared.database.query(`UPDATE delivery_attempts SET lease_expires_at = now() - interval '1 second'`);
      await server.start();
      await until('the delivery of the dead has ended', 60, async () => (await snapshots()).every(isOver));
      await expectTruth();
      const attempt = (await snapshots()).find(({ configSnapshotId }) => configSnapshotId === id);
      ends.push(attempt?.phase ?? 'forgotten');
      const { DeliveryChannelsStatus } = await server.client.send(new DescribeDeliveryChannelStatusCommand({}));
      const info = DeliveryChannelsStatus?.[0]?.configSnapshotDeliveryInfo;
      expect(info?.lastStatus).toBe(attempt?.phase === 'delivered' ? 'SUCCESS' : 'FAILURE');
      if (attempt?.phase === 'delivered') expect(await readItems(attempt.key)).toHaveLength(items + 1);
    }
    test.info().annotations.push({ type: 'ends', description: ends.join(' ') });
    expect(new Set(ends)).toEqual(new Set(rounds >= 20 ? ['delivered', 'failed'] : ends));
    const journal = async () =>
      (
        await shared.database.query<{ id: string }>(
          `SELECT resource_id || ' ' || state_id AS id FROM configuration_items ORDER BY 1`,
        )
      ).rows.map((row) => row.id);
    await recorded(server);
    let told: string[] = [];
    await until('all history is delivered', 120, async () => {
      const keys = await keysOf('history');
      told = (await Promise.all(keys.map(readItems)))
        .flat()
        .map((one) => `${one.resourceId} ${one.configurationStateId}`);
      return told.length >= (await journal()).length;
    });
    expect(told.sort()).toEqual((await journal()).sort());
  });

  test('fifty callers at once are served one after the other, each once', async () => {
    test.setTimeout(900_000);
    const pair = [await startServer(), await startServer()] as const;
    await recorded(pair[0]);
    let [refusals, mostAtOnce, served] = [0, 0, false];
    // By what the servers themselves go by, not by times: the end of one is still being written when the next is asked for.
    const watching = (async () => {
      for (const start = Date.now(); !served && Date.now() - start < 600_000; await sleep(20)) {
        mostAtOnce = Math.max(mostAtOnce, (await snapshots()).filter((one) => !isOver(one)).length);
      }
    })();
    const ids = await Promise.all(
      Array.from({ length: 50 }, async (_, caller) => {
        for (;;) {
          try {
            return await deliver(pair[caller % 2 === 0 ? 0 : 1]);
          } catch (error) {
            if (!(error instanceof Error && error.name === 'ThrottlingException')) throw error;
            refusals += 1;
            await sleep(100 + 400 * Math.random());
          }
        }
      }),
    );
    await until('all are over', 120, async () => (await snapshots()).every(isOver));
    served = true;
    await watching;
    expect([refusals > 0, mostAtOnce]).toEqual([true, 1]);
    const all = await snapshots();
    expect(all.map(({ configSnapshotId }) => configSnapshotId).sort()).toEqual([...ids].sort());
    expect(all.filter(({ phase }) => phase !== 'delivered').map(({ failure }) => failure)).toEqual([]);
    await expectTruth();
    const history = (await keysOf('history')).length;
    expect(new Set(await keysOf('history')).size).toBe(history);
  });

  test('what a dead server began, the other ends within a minute', async () => {
    test.setTimeout(600_000);
    const dying = await startServer();
    await startServer();
    await recorded(dying);
    const id = await deliver(dying);
    await dying.kill();
    const found = async () => (await snapshots()).find(({ configSnapshotId }) => configSnapshotId === id);
    await until('the delivery is over', 60, async () => isOver((await found()) as Attempt));
    await expectTruth();
  });
});
