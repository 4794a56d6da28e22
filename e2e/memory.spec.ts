import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { DeliveryView } from '@/lib/api/contract/delivery';
import { type AccountFile, waitUntilListed, waitUntilRecorded, writeLargeAccount } from './fixtures/large-account';
import { readingTest as test } from './fixtures/test';

const items = 100_000;
const allowed = 400;

/** MiB of memory that the process holds now, and the most that it ever held. */
async function memory(pid: number): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const mib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { now: mib('VmRSS'), peak: mib('VmHWM') };
}

test.describe('memory', () => {
  test.skip(process.platform !== 'linux', 'It is read from /proc, which only Linux has.');
  let account: AccountFile;
  test.beforeAll(async () => {
    account = await writeLargeAccount(items);
  });
  test.afterAll(() => account.remove());

  test(`delivering ${items} items takes less than ${allowed} MiB more than idling`, async ({ startServer }) => {
    test.setTimeout(600_000);
    const server = await startServer({ SNAPSCOPE_SOURCES: `file:${account.path}` });
    await waitUntilRecorded(server.url, items + 1);
    // Started anew, it finds everything recorded: what recording itself took is not counted.
    await server.restart({ SNAPSCOPE_SOURCES: 'sample' });
    await waitUntilListed(server.url);
    const pid = server.pid ?? 0;
    const idle = (await memory(pid)).now;
    await fetch(`${server.url}/api/delivery/snapshots`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ deliveryChannelName: 'default' }),
    });
    let view: DeliveryView;
    let highest = idle;
    do {
      await sleep(50);
      highest = Math.max(highest, (await memory(pid)).now);
      view = (await (await fetch(`${server.url}/api/delivery`)).json()) as DeliveryView;
    } while (view.running);
    expect(view.recent[0]).toMatchObject({ phase: 'delivered' });
    expect(view.recent[0]?.itemsWritten).toBeGreaterThanOrEqual(items);
    const description = `idle ${Math.round(idle)} MiB, highest ${Math.round(highest)} MiB`;
    test.info().annotations.push({ type: 'memory', description });
    console.info(description);
    expect(highest - idle, description).toBeLessThan(allowed);
    await server.dispose();
  });
});
