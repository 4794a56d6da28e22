import { expect } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { deliverSnapshot } from './fixtures/dashboard';
import { takePictures } from './fixtures/pictures';
import { readingTest as test } from './fixtures/test';

test('two snapshots are chosen and compared', async ({ page, sharedServer: server }) => {
  const first = await deliverSnapshot(page);
  await page.waitForTimeout(1_100);
  const second = await deliverSnapshot(page);
  const { bucket, snapshots } = await (await fetch(`${server.url}/api/snapshots`)).json();
  const keyOf = (id: string) =>
    snapshots.find((one: { configSnapshotId: string; key: string }) => one.configSnapshotId === id).key;

  await page.goto('/snapshots');
  await page.getByRole('link', { name: 'Compare snapshots' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Compare snapshots' })).toBeVisible();
  await page.getByRole('button', { name: /Earlier snapshot/ }).click();
  await page.getByRole('option', { name: new RegExp(first) }).click();
  await page.getByRole('button', { name: /Later snapshot/ }).click();
  await page.getByRole('option', { name: new RegExp(second) }).click();
  await expect(page).toHaveURL(new RegExp(`otherKey=${encodeURIComponent(keyOf(second))}`));
  expect(bucket).not.toBeNull();

  const table = page.getByRole('table', { name: 'Differences' });
  await expect(
    page
      .getByRole('button', { name: /Unchanged \(\d+\)/ })
      .or(page.getByRole('radio', { name: /Unchanged/ }))
      .first(),
  ).toBeVisible();
  await page
    .getByText(/^Unchanged \(\d+\)$/)
    .first()
    .click();
  await expect(table.getByRole('row')).toHaveCount(51);
  await checkA11y(page);
  await takePictures(page, 'compare');
});
