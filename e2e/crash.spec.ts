import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import type { FolderView } from '@/lib/api/contract/buckets';
import type { DeliveryView } from '@/lib/api/contract/delivery';
import type { RecorderView } from '@/lib/api/contract/recorder';
import { type AccountFile, waitUntilRecorded, writeLargeAccount } from './fixtures/large-account';
import type { SnapscopeServer } from './fixtures/server';
import { readingTest as test } from './fixtures/test';

const rounds = Number(process.env.CRASH_ROUNDS ?? 6);
const items = 20_000;

async function ask<View>(server: SnapscopeServer, path: string): Promise<View> {
  const response = await fetch(`${server.url}/api/${path}`);
  expect(response.status, path).toBe(200);
  return (await response.json()) as View;
}

/** Every snapshot that the folder of today lists, by id. */
async function listedSnapshots(server: SnapscopeServer, { bucket, key }: { bucket: string; key: string }) {
  const prefix = key.slice(0, key.lastIndexOf('/') + 1);
  const view = await ask<FolderView>(server, `buckets/objects?${new URLSearchParams({ bucket, prefix })}`);
  return new Map(view.objects.map((object) => [object.name.slice(-44, -8), object.key]));
}

test.describe('kill -9 during a delivery', () => {
  let account: AccountFile;
  test.beforeAll(async () => {
    account = await writeLargeAccount(items);
  });
  test.afterAll(() => account.remove());

  test('never lists a partial object, never leaves a wrong status, never loses an item', async ({ startServer }) => {
    test.setTimeout(900_000);
    const server = await startServer({ SNAPSCOPE_SOURCES: `file:${account.path}` });
    await waitUntilRecorded(server.url, items + 1);
    let random = 42;
    const nextDelay = () => {
      random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
      return random % 1_500;
    };
    const ends: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const response = await fetch(`${server.url}/api/delivery/snapshots`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ deliveryChannelName: 'default' }),
      });
      expect(response.status).toBe(202);
      const { configSnapshotId } = (await response.json()) as { configSnapshotId: string };
      await sleep(nextDelay());
      await server.kill();
      await server.start();

      const { recent, running, formats } = await ask<DeliveryView>(server, 'delivery');
      const attempt = recent.find((one) => one.configSnapshotId === configSnapshotId);
      expect(running).toBeNull();
      if (!attempt) throw new Error(`The delivery ${configSnapshotId} is forgotten.`);
      const listed = await listedSnapshots(server, attempt);
      ends.push(attempt.phase);
      if (attempt.phase === 'delivered') {
        expect(attempt.itemsWritten).toBe(items + 1);
        expect(formats.configSnapshotDeliveryInfo.lastStatus).toBe('SUCCESS');
        expect([...listed.keys()]).toContain(configSnapshotId);
        const query = new URLSearchParams({ bucket: attempt.bucket, key: attempt.key });
        const bytes = await (await fetch(`${server.url}/api/buckets/download?${query}`)).arrayBuffer();
        const document = JSON.parse(gunzipSync(bytes).toString('utf8'));
        expect(document.configSnapshotId).toBe(configSnapshotId);
        expect(document.configurationItems).toHaveLength(items + 1);
      } else {
        expect(attempt).toMatchObject({ phase: 'failed', errorCode: 'DeliveryInterrupted' });
        expect(formats.configSnapshotDeliveryInfo).toMatchObject({
          lastStatus: 'FAILURE',
          lastErrorCode: 'DeliveryInterrupted',
        });
        expect([...listed.keys()]).not.toContain(configSnapshotId);
      }
      expect((await ask<RecorderView>(server, 'recorder')).resourceCount).toBe(items + 1);
    }
    // Moments before and after the end of a delivery both have to be among them, or the test tells little.
    expect(new Set(ends)).toContain('failed');
    test.info().annotations.push({ type: 'ends', description: ends.join(' ') });
    await server.dispose();
  });
});
