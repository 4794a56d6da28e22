import { setTimeout as sleep } from 'node:timers/promises';
import {
  ConfigServiceClient,
  GetResourceConfigHistoryCommand,
  PutDeliveryChannelCommand,
} from '@aws-sdk/client-config-service';
import { expect } from '@playwright/test';
import type { DeliveryView } from '@/lib/api/contract/delivery';
import { randomNumbers } from './emulators/fault-proxy';
import { type Moto, motoMissing, startMoto } from './emulators/moto';
import { openTopic } from './fixtures/change-topic';
import { ChangedTill } from './fixtures/changed-till';
import { byResource, type ChangeLine, changeLine, changesTold } from './fixtures/journal';
import type { SnapscopeServer } from './fixtures/server';
import { readingTest as test } from './fixtures/test';

// A whole server with a database of its own; servers/kill.contract.test.ts kills oftener, and servers that share one.
const rounds = Number(process.env.CRASH_ROUNDS ?? 4);
const region = 'us-west-2';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' };
const missing = motoMissing();

async function view(server: SnapscopeServer): Promise<DeliveryView> {
  return (await (await fetch(`${server.url}/api/delivery`)).json()) as DeliveryView;
}

/** Every change of a resource that was recorded, oldest first, as AWS clients see it. */
async function recordedChanges(client: ConfigServiceClient, till: ChangedTill): Promise<ChangeLine[]> {
  const found: ChangeLine[] = [];
  const resourceId = till.resourceId;
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new GetResourceConfigHistoryCommand({
        // The type of the SDK knows AWS's resources alone.
        resourceType: till.resourceType as 'AWS::EC2::Volume',
        resourceId,
        chronologicalOrder: 'Forward',
        limit: 100,
        nextToken,
      }),
    );
    for (const item of page.configurationItems ?? []) {
      found.push(
        changeLine({
          resourceId,
          configurationStateId: Number(item.configurationStateId),
          configurationItemStatus: item.configurationItemStatus ?? '',
          configuration: JSON.parse(item.configuration ?? 'null'),
        }),
      );
    }
    nextToken = page.nextToken;
  } while (nextToken);
  return found;
}

test.describe('kill -9 while changes are recorded and snapshots delivered', () => {
  test.skip(missing !== undefined, missing);
  let moto: Moto;
  test.beforeAll(async () => {
    moto = await startMoto();
  });
  test.afterAll(() => moto?.stop());

  test('the topic is told of every change and delivery, in order, and of none that did not happen', async ({
    startServer,
  }) => {
    test.setTimeout(900_000);
    const topic = await openTopic(moto.endpoint);
    const server = await startServer({
      SNAPSCOPE_SOURCES: '',
      AWS_REGION: region,
      AWS_ENDPOINT_URL_SNS: moto.endpoint,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    });
    const client = new ConfigServiceClient({ endpoint: server.url, region, credentials, maxAttempts: 1 });
    const { channel } = await view(server);
    await client.send(
      new PutDeliveryChannelCommand({
        DeliveryChannel: { name: 'default', s3BucketName: channel?.s3BucketName, snsTopicARN: topic.arn },
      }),
    );
    const random = randomNumbers(7);
    const tills = Array.from({ length: 4 }, (_, n) => new ChangedTill(n));
    const deliveries: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const changing = tills.map((till) => till.changeUntilGone(client, 10));
      const response = await fetch(`${server.url}/api/delivery/snapshots`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ deliveryChannelName: 'default' }),
      });
      deliveries.push(((await response.json()) as { configSnapshotId: string }).configSnapshotId);
      await sleep(200 + 2_500 * random());
      await server.kill();
      await Promise.all(changing);
      await server.start();
    }

    const recorded = (await Promise.all(tills.map((till) => recordedChanges(client, till)))).flat();
    expect(recorded.length).toBeGreaterThan(rounds);
    // The recorder is a resource too.
    const told = () => changesTold(topic.told).filter((change) => change.startsWith('till-'));
    const untold = () => {
      const known = new Set(told());
      const withoutEnd = deliveries.filter((id) => topic.noticesOf(id).length < 2);
      return recorded.filter((change) => !known.has(change)).length + withoutEnd.length;
    };
    await expect.poll(untold, { timeout: 300_000 }).toBe(0);
    const happened = byResource(recorded);
    expect([...byResource(told())].sort()).toEqual([...happened].sort());

    const { recent, formats } = await view(server);
    for (const id of deliveries) {
      const phase = recent.find(({ configSnapshotId }) => configSnapshotId === id)?.phase;
      const end = phase === 'delivered' ? 'Completed' : 'Failed';
      const expected = [`ConfigurationSnapshotDelivery${end}`, 'ConfigurationSnapshotDeliveryStarted'];
      expect(topic.noticesOf(id).sort(), id).toEqual(expected);
    }
    expect(formats.configStreamDeliveryInfo.lastStatus).toBe('SUCCESS');
    test.info().annotations.push({ type: 'told', description: `${recorded.length} changes` });
    client.destroy();
    await topic.close();
    await server.dispose();
  });
});
