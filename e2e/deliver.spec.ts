import { expect } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { deliverSnapshot } from './fixtures/dashboard';
import { type AccountFile, waitUntilRecorded, writeLargeAccount } from './fixtures/large-account';
import { takePictures } from './fixtures/pictures';
import { readingTest } from './fixtures/test';

readingTest(
  'the overview shows the channel, the recorder and what is recorded',
  { tag: '@both-stores' },
  async ({ page, sharedServer, store }) => {
    await page.goto('/');
    await expect(page).toHaveTitle('Overview – Snapscope');
    await expect(page.getByRole('heading', { name: 'Delivery channel' })).toBeVisible();
    const main = page.getByRole('main');
    await expect(main.getByText('default').first()).toBeVisible();
    await expect(main.getByText('us-west-2').first()).toBeVisible();
    await expect(main.getByText('123456789012').first()).toBeVisible();
    await expect(main.getByText('Recording', { exact: true }).last()).toBeVisible();
    const bucket = store === 's3' ? /^snapscope-/ : 'config-bucket-123456789012';
    await expect(main.getByRole('link', { name: bucket })).toBeVisible();
    if (store === 'directory') await expect(main.getByText(`Folder ${sharedServer.dataDir}/objects`)).toBeVisible();
    const { resourceCount, typeCount } = await (await fetch(`${sharedServer.url}/api/recorder`)).json();
    expect(resourceCount).toBeGreaterThan(110);
    expect(typeCount).toBeGreaterThanOrEqual(25);
    await expect(main.getByText(`${resourceCount}, of ${typeCount} types`)).toBeVisible();
    await checkA11y(page);
    await takePictures(page, 'overview');
  },
);

readingTest(
  'a click delivers a snapshot and leads to it and to its folder',
  { tag: '@both-stores' },
  async ({ page }) => {
    const id = await deliverSnapshot(page);
    await page.getByRole('link', { name: 'Open snapshot', exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: id })).toBeVisible();
    await page.goBack();
    await page.getByRole('link', { name: `Show in bucket ${id}` }).click();
    await expect(
      page.getByRole('link', { name: new RegExp(`_ConfigSnapshot_\\d{8}T\\d{6}Z_${id}\\.json\\.gz$`) }),
    ).toBeVisible();
  },
);

readingTest.describe('with a large account', () => {
  let account: AccountFile;
  readingTest.beforeAll(async () => {
    account = await writeLargeAccount(100_000);
  });
  readingTest.afterAll(() => account.remove());
  // The refusal is a 409, which browsers report as an error of the console.
  readingTest.use({ expectedErrors: [/status of 409/] });

  readingTest(
    'the progress is shown as it goes, and a second click is refused with a reason',
    async ({ page, startServer }) => {
      const server = await startServer({ SNAPSCOPE_SOURCES: `file:${account.path}` });
      await waitUntilRecorded(server.url, 100_001);
      await page.goto(server.url);
      const deliver = page.getByRole('button', { name: 'Deliver snapshot' });
      await deliver.click();
      await expect(page.getByRole('progressbar', { name: /^Delivering/ })).toBeVisible();
      await deliver.click();
      await expect(page.getByRole('main').getByRole('alert')).toContainText(
        "A delivery of channel 'default' is still running",
      );
      await expect(page.getByText(/^Writing [\d,]+ of 100,001 items$/).first()).toBeVisible();
      await expect(page.getByText('Delivered', { exact: true }).first()).toBeVisible({ timeout: 90_000 });
      await expect(page.getByText(/holds 100,001 configuration items/)).toBeVisible();
      await page.close();
      await server.dispose();
    },
  );
});
