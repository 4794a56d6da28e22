import { expect } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { deliverSnapshot, filterItems } from './fixtures/dashboard';
import { takePictures } from './fixtures/pictures';
import { readingTest as test } from './fixtures/test';

test('a snapshot is read as a header, a table and JSON', { tag: '@both-stores' }, async ({
  page,
  sharedServer: server,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = await deliverSnapshot(page);
  const { resourceCount } = await (await fetch(`${server.url}/api/recorder`)).json();
  await page.getByRole('link', { name: `Open snapshot ${id}` }).click();

  await test.step('the header tells what it is', async () => {
    const main = page.getByRole('main');
    await expect(page.getByRole('heading', { level: 1, name: id })).toBeVisible();
    await expect(main.getByText('AWS Config, modern form')).toBeVisible();
    await expect(main.getByText('123456789012').first()).toBeVisible();
    await expect(main.getByText(new RegExp(`^${resourceCount} of \\d+ types$`))).toBeVisible();
    await expect(main.getByText(/KB stored/)).toBeVisible();
  });

  const table = page.getByRole('table', { name: 'Configuration items' });
  await test.step('the table is searched, filtered and sorted', async () => {
    await expect(table.getByRole('row')).toHaveCount(51);
    await checkA11y(page);
    await takePictures(page, 'snapshot-items');
    await filterItems(page, 'vol-ce676ccc');
    await expect(table.getByRole('row')).toHaveCount(2);
    await expect(table.getByRole('link', { name: 'vol-ce676ccc' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await filterItems(page, 'Type = AWS::EC2::Volume');
    await expect(table.getByRole('cell', { name: 'AWS::EC2::Instance', exact: true })).toHaveCount(0);
    const ids = () => table.getByRole('row').getByRole('link').allTextContents();
    await table.getByRole('columnheader', { name: 'ID', exact: true }).getByRole('button').click();
    await expect.poll(async () => (await ids()).join()).toBe((await ids()).sort().join());
    await table.getByRole('columnheader', { name: 'ID', exact: true }).getByRole('button').click();
    await expect.poll(async () => (await ids()).join()).toBe((await ids()).sort().reverse().join());
    await page.reload();
    await expect(table.getByRole('cell', { name: 'AWS::EC2::Volume', exact: true }).first()).toBeVisible();
  });

  await test.step('one item is read, with what it is related to', async () => {
    await table.getByRole('link', { name: 'vol-ce676ccc' }).click();
    const related = page.getByRole('table', { name: 'Related items' });
    await expect(related).toContainText('Is attached to Instance');
    await related.getByRole('link', { name: 'i-344c463d' }).click();
    await expect(related).toContainText('subnet-47b4cf2c');
    await expect(related).toContainText('not in this snapshot');
    await page.getByRole('tab', { name: 'JSON' }).last().click();
    const viewer = page.getByRole('textbox', { name: 'JSON of i-344c463d' });
    await expect(viewer).toContainText('"t1.micro"');
    await checkA11y(page);
    await takePictures(page, 'snapshot-item');
  });

  await test.step('the whole JSON is folded, searched, copied and downloaded', async () => {
    await page.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('tab', { name: 'JSON', exact: true }).first().click();
    const viewer = page.getByRole('textbox', { name: 'JSON of the snapshot' });
    await expect(viewer).toContainText('"fileVersion"');
    await expect(viewer).toContainText(id);
    await page.getByRole('button', { name: 'Search', exact: true }).first().click();
    await page.getByRole('textbox', { name: 'Find' }).pressSequentially('vol-ef0e06ed');
    await page.keyboard.press('Enter');
    await expect(viewer).toContainText('vol-ef0e06ed');
    await takePictures(page, 'snapshot-json');
    await page.getByRole('button', { name: 'Fold all' }).first().click();
    await expect(viewer).not.toContainText('vol-ef0e06ed');
    await page.getByRole('button', { name: 'Copy the JSON of the snapshot' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(JSON.parse(copied).configurationItems).toHaveLength(resourceCount);
    const downloading = page.waitForEvent('download');
    await page.getByRole('main').getByRole('link', { name: 'Download', exact: true }).last().click();
    expect((await downloading).suggestedFilename()).toMatch(new RegExp(`${id}\\.json$`));
  });
});

test('the list of snapshots has the newest first', async ({ page }) => {
  const first = await deliverSnapshot(page);
  // The key of a snapshot tells its second: the next one is to be of a later one.
  const second = () => Math.floor(Date.now() / 1_000);
  const delivered = second();
  await expect.poll(second).toBeGreaterThan(delivered);
  const later = await deliverSnapshot(page);
  await page.getByRole('link', { name: 'Snapshots', exact: true }).first().click();
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText(later);
  await expect(rows.nth(2)).toContainText(first);
  await checkA11y(page);
  await takePictures(page, 'snapshots');
  await rows.nth(1).getByRole('link', { name: later, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: later })).toBeVisible();
});
