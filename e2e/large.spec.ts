import { execFile } from 'node:child_process';
import { copyFile, link, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect } from '@playwright/test';
import { startHoldingProxy } from './emulators/holding-proxy';
import { startMoto } from './emulators/moto';
import { checkA11y } from './fixtures/accessibility';
import { settled } from './fixtures/canvas';
import { filterItems } from './fixtures/dashboard';
import { takePictures } from './fixtures/pictures';
import { type Settings, SnapscopeServer } from './fixtures/server';
import { newBucket } from './fixtures/stores';
import { test } from './fixtures/test';

// A million items (2.4 GB) take minutes to write: LARGE_ITEMS=1000000, or LARGE_FILE=<file of bench/write-snapshot.mjs> with its number.
const items = Number(process.env.LARGE_ITEMS ?? 100_000);
const count = new Intl.NumberFormat('en-US').format(items);

test(`a snapshot of ${count} items opens with its progress, is searched, read and drawn`, async ({ page, server }) => {
  test.setTimeout(1_800_000);
  const { buckets } = (await (await fetch(`${server.url}/api/buckets`)).json()) as { buckets: { name: string }[] };
  const bucket = buckets[0]?.name ?? '';
  const file = join(server.dataDir, 'objects', bucket, 'large.json.gz');
  const { LARGE_FILE: ready } = process.env;
  if (ready) await link(ready, file).catch(() => copyFile(ready, file));
  else await promisify(execFile)(process.execPath, ['bench/write-snapshot.mjs', String(items), file]);

  await page.goto(`/snapshots/view?bucket=${bucket}&key=large.json.gz`);
  await test.step('its progress is shown while it is read', async () => {
    // Fewer items may have been read before anybody looks; the test below holds the reading up.
    if (items < 1_000_000) return;
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(page.getByText(/of JSON, [\d,]+ items/)).toBeVisible();
    await takePictures(page, 'snapshot-opening');
  });

  await test.step('it opens', async () => {
    await expect(page.getByRole('tab', { name: `Items (${count})` })).toBeVisible({ timeout: 900_000 });
    await expect(page.getByRole('table', { name: 'Configuration items' }).getByRole('row')).toHaveCount(51);
    await checkA11y(page);
  });

  await test.step('it is searched, and an item is read', async () => {
    const table = page.getByRole('table', { name: 'Configuration items' });
    await filterItems(page, 'vpc-0');
    await expect(table.getByRole('cell', { name: 'AWS::EC2::VPC', exact: true }).first()).toBeVisible();
    const vpc = table.getByRole('link', { name: /^vpc-0/ }).first();
    const id = (await vpc.textContent()) ?? '';
    await takePictures(page, 'snapshot-large-items');
    await vpc.click();
    await expect(page.getByRole('table', { name: 'Related items' })).toBeVisible();
    await page.getByRole('tab', { name: 'JSON' }).last().click();
    await expect(page.getByRole('textbox', { name: `JSON of ${id}` })).toContainText('relatedEvents');
    await takePictures(page, 'snapshot-large-item');
  });

  await test.step('its items are counted, and what is connected is listed', async () => {
    await page.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('tab', { name: 'Counts' }).click();
    const counts = page.getByRole('table', { name: 'Items by type' });
    await expect(counts.getByRole('link', { name: 'AWS::EC2::Instance', exact: true })).toBeVisible();
    await takePictures(page, 'snapshot-large-counts');
    await page.getByRole('tab', { name: 'References' }).click();
    await expect(page.getByRole('table', { name: 'Most connected items' }).getByRole('row')).toHaveCount(11);
    await takePictures(page, 'snapshot-large-references');
  });

  await test.step('the table for its first question shows how far it is, and is cancelled', async () => {
    await page.getByRole('tab', { name: 'Query' }).click();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByRole('progressbar', { name: 'Building the table of the snapshot' })).toBeVisible();
    await expect(page.getByText(new RegExp(`Reading its items: [\\d,]+ of ${count}`))).toBeVisible();
    await takePictures(page, 'query-progress');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(page.getByRole('progressbar')).toBeHidden();
    const address = new URLSearchParams({ bucket, keys: 'large.json.gz' });
    const tables = async () =>
      (await (await fetch(`${server.url}/api/snapshots/query/tables?${address}`)).json()).tables;
    await expect.poll(tables).toEqual([]);
  });

  await test.step('its map is drawn', async () => {
    await page.getByRole('tab', { name: 'Graph' }).click();
    const map = page.getByRole('application');
    await expect(map).toHaveAccessibleName(/^Map: [\d,]+ of [\d,]+ resources/, { timeout: 120_000 });
    await settled(map);
    await takePictures(page, 'map-large');
  });
});

test(
  'reading a large snapshot is cancelled from its page, and begun again',
  { tag: '@s3' },
  async ({ page, expectedErrors }, info) => {
    const moto = await startMoto();
    const proxy = await startHoldingProxy(moto.endpoint, '/large.json.gz', 3_000_000);
    const settings: Settings = { ...(await newBucket(moto.endpoint)), AWS_ENDPOINT_URL_S3: proxy.endpoint };
    const server = await SnapscopeServer.start(settings);
    try {
      const bucket = settings.SNAPSCOPE_BUCKET ?? '';
      const file = info.outputPath('large.json.gz');
      await promisify(execFile)(process.execPath, ['bench/write-snapshot.mjs', '20000', file]);
      const body = await readFile(file);
      const client = new S3Client({
        endpoint: moto.endpoint,
        region: settings.AWS_REGION,
        credentials: { accessKeyId: 'test', secretAccessKey: 'test-secret' },
        forcePathStyle: true,
      });
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'large.json.gz', Body: body }));
      client.destroy();
      expectedErrors.push(/status of 409/);
      await page.goto(`${server.url}/snapshots/view?bucket=${bucket}&key=large.json.gz`);
      await expect(page.getByRole('progressbar')).toBeVisible();
      await expect(page.getByText(/of JSON, [\d,]+ items/)).toBeVisible();
      await page.getByRole('button', { name: 'Cancel reading' }).click();
      await expect(page.getByText('OpeningCancelled')).toBeVisible();
      await takePictures(page, 'snapshot-cancelled');
      proxy.release();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('tab', { name: 'Items (20,000)' })).toBeVisible({ timeout: 120_000 });
    } finally {
      // A page that still asks would report a server that is gone.
      await page.close();
      await server.dispose();
      await proxy.stop();
      await moto.stop();
    }
  },
);
