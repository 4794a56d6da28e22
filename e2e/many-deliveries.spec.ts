import { expect, type Page } from '@playwright/test';
import type { AttemptsView } from '@/lib/api/contract/delivery';
import { takePictures } from './fixtures/pictures';
import { readingTest as test } from './fixtures/test';
import { startSharedDatabase } from './servers/light-server';

const deliveries = 10_000;
const failedEvery = 13;

/** A record of three months: a delivery every thirteen minutes, in turn of each kind and trigger, now and then one that failed. */
const manyAttempts = `
  INSERT INTO delivery_attempts (config_snapshot_id, account_id, region, channel_name, trigger, kind, phase, items_written,
    items_total, bytes_uploaded, bucket, object_key, requested_at, finished_at, owner, lease_expires_at, requested_by, error_code,
    error_message, failed_step, remedy)
  SELECT gen_random_uuid(), '123456789012', 'us-west-2', 'default', (ARRAY['button', 'api', 'schedule'])[1 + n % 3],
    (ARRAY['snapshot', 'history'])[1 + n % 2], CASE WHEN failed THEN 'failed' ELSE 'delivered' END, 1000 + n, 1000 + n,
    2000000 + 150 * n + (n * 7919) % 100000, 'config-bucket-123456789012', 'AWSLogs/123456789012/Config/us-west-2/' || n, at,
    at + (2 + n % 5) * interval '1 second', 'dead', at, CASE WHEN n % 3 = 1 THEN 'AKIAIOSFODNN7EXAMPLE' END,
    CASE WHEN failed THEN 'SlowDown' END, CASE WHEN failed THEN 'Please reduce your request rate.' END,
    CASE WHEN failed THEN 'upload' END, CASE WHEN failed THEN 'Wait until the store answers again.' END
  FROM (SELECT n, n % ${failedEvery} = 0 AS failed, now() - (${deliveries} - n) * interval '13 minutes' AS at
    FROM generate_series(1, ${deliveries}) AS n) AS those`;

const rows = (page: Page) => page.getByRole('table', { name: 'Record of deliveries' }).getByRole('row');
/** What one chart is drawn of: a bar takes two of them. */
const shapes = (page: Page, chart: string) => page.getByRole('application', { name: chart }).locator('rect');

test.describe('a record of many deliveries', () => {
  let shared: Awaited<ReturnType<typeof startSharedDatabase>>;
  test.beforeEach(async () => {
    shared = await startSharedDatabase();
  });
  test.afterEach(() => shared.stop());

  test('is shown, filtered and turned over page by page, and charts draw the latest alone', async ({
    page,
    startServer,
  }) => {
    const server = await startServer({ DATABASE_URL: shared.url });
    await shared.database.query(manyAttempts);
    const answers: AttemptsView[] = [];
    page.on('response', async (response) => {
      if (!response.url().includes('/api/delivery/attempts')) return;
      // One that was navigated away from has no body any more.
      const view = await response.json().catch(() => undefined);
      if (view) answers.push(view as AttemptsView);
    });
    await page.goto(`${server.url}/deliveries`);
    // The heads are a row too.
    await expect(rows(page)).toHaveCount(26);
    const newest = await rows(page).nth(1).textContent();
    // The fifty latest.
    expect(await shapes(page, 'Size of deliveries').count()).toBeLessThan(120);
    expect(await shapes(page, 'Duration of deliveries').count()).toBeLessThan(120);
    await takePictures(page, 'deliveries-many');
    await page.getByRole('application', { name: 'Size of deliveries' }).scrollIntoViewIfNeeded();
    await takePictures(page, 'deliveries-many-charts');

    await page.getByRole('button', { name: 'Next page' }).click();
    await expect(rows(page).nth(1)).not.toHaveText(newest ?? '');
    await expect(rows(page)).toHaveCount(26);

    await page.getByRole('button', { name: /^Status/ }).click();
    await page.getByRole('option', { name: 'Failed' }).click();
    await expect(rows(page).filter({ hasText: 'SlowDown' })).toHaveCount(25);
    await page.goto(`${server.url}/deliveries?status=failed&limit=200`);
    await expect(rows(page)).toHaveCount(201);

    // To the end: each failed one once.
    const failed = Math.floor(deliveries / failedEvery);
    const found = new Set<string>();
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({ status: 'failed', limit: '200', ...(cursor && { cursor }) });
      const view = (await (await fetch(`${server.url}/api/delivery/attempts?${query}`)).json()) as AttemptsView;
      for (const { configSnapshotId } of view.attempts) found.add(configSnapshotId);
      cursor = view.nextCursor;
    } while (cursor);
    expect(found.size).toBe(failed);
    expect(Math.max(0, ...answers.map(({ attempts }) => attempts.length))).toBeLessThanOrEqual(200);

    // In a narrow window, beside the open navigation, nothing stands beyond the edge.
    await page.setViewportSize({ width: 1024, height: 900 });
    await page.goto(`${server.url}/deliveries`);
    await expect(rows(page)).toHaveCount(26);
    const hidden = await page
      .getByRole('table', { name: 'Record of deliveries' })
      .evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0));
    expect(hidden).toBeLessThanOrEqual(1);
    // A page that still asks would report a server that is gone.
    await page.close();
    await server.dispose();
  });
});
