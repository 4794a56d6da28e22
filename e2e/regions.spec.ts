import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { motoMissing, startMoto } from './emulators/moto';
import { checkA11y } from './fixtures/accessibility';
import { deliverSnapshot } from './fixtures/dashboard';
import { takePictures } from './fixtures/pictures';
import { test as base } from './fixtures/test';

// An account whose home is us-west-2, recorded in eu-west-1 besides. Nothing is in it but what AWS gives to every account.
base.skip(motoMissing() !== undefined, motoMissing());
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
  serverSettings: async ({}, use) => {
    const moto = await startMoto();
    await use({
      SNAPSCOPE_SOURCES: 'sample,aws',
      SNAPSCOPE_AWS_REGIONS: 'eu-west-1',
      AWS_ENDPOINT_URL: moto.endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    });
    await moto.stop();
  },
});

const record = (page: Page) => page.getByRole('table', { name: 'Record of deliveries' });

test('a delivery of another Region is started, told of, found in the record, narrowed to, opened and verified', async ({
  page,
}) => {
  const homeId = await deliverSnapshot(page);
  const status = page.getByRole('table', { name: 'Deliveries by Region' });
  const european = status.getByRole('row', { name: 'eu-west-1' });
  await expect(status.getByRole('row', { name: 'us-west-2' })).toBeVisible();
  await expect(european).toContainText('Not delivered yet');

  await page
    .getByRole('main')
    .getByRole('button', { name: /^Region/ })
    .click();
  await page.getByRole('option', { name: 'eu-west-1' }).click();
  await expect(page.getByText('Choose Deliver snapshot to write')).toBeVisible();
  expect(new URL(page.url()).searchParams.get('region')).toBe('eu-west-1');
  const answered = page.waitForResponse((response) => response.url().includes('/api/delivery/snapshots?'));
  await page.getByRole('button', { name: 'Deliver snapshot' }).click();
  const { configSnapshotId } = await (await answered).json();
  const recent = page.getByRole('table', { name: 'Recent deliveries' });
  await expect(recent.getByRole('row', { name: configSnapshotId })).toContainText('Delivered');
  await expect(recent.getByRole('row', { name: homeId })).toBeHidden();
  await expect(european).toContainText('SUCCESS', { timeout: 30_000 });
  await checkA11y(page);
  await takePictures(page, 'overview-regions');
  // What a Region's page shows is still there for whoever opens its URL.
  await page.reload();
  await expect(recent.getByRole('row', { name: configSnapshotId })).toContainText('Delivered');

  await page.goto('/deliveries');
  await expect(record(page).getByRole('row', { name: homeId })).toContainText('us-west-2');
  await expect(record(page).getByRole('row', { name: configSnapshotId })).toContainText('eu-west-1');
  await checkA11y(page);
  await takePictures(page, 'deliveries-regions');
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Region/ })
    .click();
  await page.getByRole('option', { name: 'eu-west-1' }).click();
  await expect(record(page).getByRole('row', { name: homeId })).toBeHidden();
  expect(new URL(page.url()).searchParams.get('region')).toBe('eu-west-1');

  await record(page).getByRole('link', { name: configSnapshotId }).click();
  await expect(page.getByText('Snapshot of the channel default in eu-west-1')).toBeVisible();
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByRole('status', { name: 'Verification' })).toContainText('Everything is as it was delivered');
});

test('the overview names what fails in a Region that it does not show', async ({ page, server, store }) => {
  test.skip(store === 's3', 'The bucket is taken away as a folder.');
  await page.goto('/');
  await rm(join(server.dataDir, 'objects', 'config-bucket-123456789012'), { recursive: true });
  await fetch(`${server.url}/api/delivery/snapshots?region=eu-west-1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ deliveryChannelName: 'default' }),
  });
  const title = 'The last delivery of the configuration snapshot failed in eu-west-1';
  await expect(page.getByText(title)).toBeVisible({ timeout: 30_000 });
  await checkA11y(page);
  await takePictures(page, 'overview-other-failure');
  await page.getByRole('link', { name: 'Show eu-west-1' }).click();
  await expect(page.getByText('The last delivery of the configuration snapshot failed', { exact: true })).toBeVisible();
  await expect(page.getByText(title)).toBeHidden();
});
