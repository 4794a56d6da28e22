import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '../../../database/database';
import { startTestDatabase } from '../../../database/test-database';
import { bundleProcess } from '../../../database/test-process';
import { putCustomResource } from '../../../recorder/capture/custom-resource';
import { saveChannel } from '../../channel/channel-store';
import { openTopicCursor } from '../outbox/cursor-store';

const scope = { accountId: '123456789012', region: 'us-west-2' };
const kills = 12;
let folder: string;
let server: Awaited<ReturnType<typeof startTestDatabase>>;
let database: Database;
/** Stands for SNS: takes what is posted to it, each after a moment. */
let receiver: Server;
const taken: string[] = [];
let sender: Awaited<ReturnType<typeof bundleProcess>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snapscope-kill-'));
  server = await startTestDatabase();
  database = server.database;
  receiver = createServer(async (request, response) => {
    const { configurationItem } = JSON.parse(await text(request));
    await sleep(taken.length % 7);
    taken.push(`${configurationItem.resourceId} ${configurationItem.configuration.n}`);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  sender = await bundleSender();
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await sender.remove();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A process that sends, on the database of the test. */
function bundleSender() {
  const { port } = receiver.address() as AddressInfo;
  return bundleProcess(`
    import { silentLog } from '@/lib/log/log';
    import { openPostgres } from '@/lib/database/postgres';
    import { createNotificationSender } from '@/lib/delivery/notifications/sender/sender';
    import { createDirectoryStore } from '@/lib/object-store/directory';
    const database = openPostgres(${JSON.stringify(server.connection)});
    const publish = async (arn, { message }, signal) => {
      await fetch('http://127.0.0.1:${port}', { method: 'POST', body: message, signal });
    };
    await createNotificationSender({
      database,
      store: createDirectoryStore({ root: ${JSON.stringify(join(folder, 'objects'))} }),
      clock: () => new Date(),
      topic: { publish, close() {} },
      log: silentLog,
    }).start(true);
    console.log('sends');
  `);
}

function change(tx: Database, resource: number, n: number): Promise<void> {
  const observed = {
    relatedEvents: [],
    relationships: [],
    configuration: { n },
    supplementaryConfiguration: {},
    tags: {},
    resourceType: 'Acme::Shop::Till',
    resourceId: `till-${resource}`,
    awsRegion: 'us-west-2',
  };
  return putCustomResource(tx, scope, observed, new Date());
}

/** A database whose transactions all come to nothing. */
const failing = (): Database => ({
  ...database,
  transaction: (work) =>
    database.transaction(async (tx) => {
      await work(tx);
      throw new Error('rolled back');
    }),
});

test('a sender that is killed again and again tells every change in order, and none that was rolled back', async () => {
  const channel = { name: 'default', s3BucketName: 'b', snsTopicARN: 'arn:aws:sns:us-west-2:123456789012:t' };
  await saveChannel(database, scope, channel, new Date());
  await openTopicCursor(database, scope, 0);
  let over = false;
  const writers = [0, 1, 2].map(async (resource) => {
    let n = 0;
    for (; !over; n += 1) {
      await change(database, resource, n);
      await change(failing(), resource, -n - 1).catch(() => undefined);
      await sleep(5);
    }
    return n;
  });
  for (let round = 0; round < kills; round += 1) {
    const running = await sender.start();
    const before = taken.length;
    // Each one gets a little further than the one before, so that it is killed at another moment.
    await vi.waitFor(() => expect(taken.length).toBeGreaterThan(before + round), { timeout: 60_000, interval: 1 });
    await running.kill();
  }
  over = true;
  const counts = await Promise.all(writers);
  const last = await sender.start();
  const missing = () =>
    counts.flatMap((count, resource) => (taken.includes(`till-${resource} ${count - 1}`) ? [] : [resource]));
  await vi.waitFor(() => expect(missing()).toEqual([]), { timeout: 120_000, interval: 20 });
  await last.kill();

  for (const [resource, count] of counts.entries()) {
    const told = taken.filter((one) => one.startsWith(`till-${resource} `)).map((one) => Number(one.split(' ')[1]));
    // The first telling of each: all of them, in order, and nothing else.
    expect([...new Set(told)]).toEqual(Array.from({ length: count }, (_, n) => n));
  }
});
