import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { deliverSnapshot } from './fixtures/dashboard';
import { takePictures } from './fixtures/pictures';
import { readingTest as test } from './fixtures/test';

test('two snapshots are chosen and compared', async ({ page, sharedServer: server }) => {
  const first = await deliverSnapshot(page);
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

test('two large snapshots that nobody has opened are compared, and what changed of one item is read', async ({
  page,
  sharedServer: server,
}) => {
  test.setTimeout(180_000);
  const { buckets } = await (await fetch(`${server.url}/api/buckets`)).json();
  const bucket = buckets[0].name;
  const write = (name: string, ...later: string[]) =>
    promisify(execFile)(process.execPath, [
      'bench/write-snapshot.mjs',
      '15000',
      join(server.dataDir, 'objects', bucket, name),
      '1',
      ...later,
    ]);
  await Promise.all([write('earlier.json.gz'), write('later.json.gz', 'later')]);

  await page.goto(`/snapshots/compare?bucket=${bucket}&key=earlier.json.gz&otherKey=later.json.gz`);
  const kinds = page.getByRole('toolbar', { name: 'Kinds of differences' });
  for (const kind of ['All (780)', 'Added (15)', 'Removed (15)', 'Changed (750)', 'Unchanged (14,235)']) {
    await expect(kinds.getByRole('button', { name: kind, exact: true })).toBeVisible();
  }
  const table = page.getByRole('table', { name: 'Differences' });
  await kinds.getByRole('button', { name: 'Changed (750)', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Differences (750)' })).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(51);
  const first = table.getByRole('row').nth(1);
  const id = (await first.getByRole('rowheader').textContent()) ?? '';
  await first.getByRole('radio').check();
  const changes = page.getByRole('table', { name: `What changed of ${id}` });
  await expect(changes.getByRole('rowheader', { name: 'changed' })).toBeVisible();
  await kinds.getByRole('button', { name: 'Unchanged (14,235)' }).click();
  await expect(page.getByRole('heading', { name: 'Differences (14,235)' })).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(51);
  await takePictures(page, 'compare-large');
});
