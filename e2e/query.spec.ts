import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { deliverSnapshot } from './fixtures/dashboard';
import { takePictures } from './fixtures/pictures';
import { readingTest as test } from './fixtures/test';

/** Writes a query in place of the one that stands there. */
async function write(page: Page, sql: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: 'Query', exact: true });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(sql);
}

test('a snapshot is asked in SQL, and its answer is saved', async ({ page, sharedServer: server, expectedErrors }) => {
  // Refused queries are answered with 400, which browsers note.
  expectedErrors.push(/status of 400/);
  const id = await deliverSnapshot(page);
  const { resourceCount } = await (await fetch(`${server.url}/api/recorder`)).json();
  await page.getByRole('link', { name: `Open snapshot ${id}` }).click();
  await page.getByRole('tab', { name: 'Query' }).click();
  const results = page.getByRole('table', { name: 'Results of the query' });
  const run = page.getByRole('button', { name: 'Run', exact: true });

  await test.step('an example is run', async () => {
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem', { name: /Instances by type and state/ }).click();
    await run.click();
    await expect(results.getByRole('columnheader', { name: 'instanceType' })).toBeVisible();
    await expect(results).toContainText('t4g.medium');
    await checkA11y(page);
    await takePictures(page, 'query');
  });

  await test.step('all examples are answered', async () => {
    for (const title of [
      'Resources by type',
      'Resources without the tag Name',
      'Security groups open to the world',
      'Volumes that are not encrypted',
      'What a security group is related to',
      'Resources by zone',
    ]) {
      await page.getByRole('button', { name: 'Examples' }).click();
      await page.getByRole('menuitem', { name: new RegExp(title) }).click();
      const answered = page.waitForResponse((response) => response.url().endsWith('/api/snapshots/query'));
      await run.click();
      const { rows } = await (await answered).json();
      // All volumes of the sample are encrypted.
      expect(rows.length > 0, title).toBe(title !== 'Volumes that are not encrypted');
      await expect(results).toBeVisible();
    }
  });

  await test.step('a query of one’s own is run, kept in the address, and saved', async () => {
    await page
      .getByRole('radio', { name: 'SQL', exact: true })
      .or(page.getByRole('button', { name: 'SQL', exact: true }))
      .first()
      .click();
    await write(page, 'SELECT resourceId, tags FROM items ORDER BY itemIndex');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByRole('heading', { name: `Results (${resourceCount})` })).toBeVisible();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('query.csv');
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(lines[0]).toBe('resourceId,tags');
    expect(lines).toHaveLength(resourceCount + 1);
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Query', exact: true })).toContainText('ORDER BY itemIndex');
  });

  await test.step('a mistake is shown where it stands', async () => {
    await write(page, 'SELECT resourceTipe FROM items');
    await run.click();
    const alert = page.getByRole('alert').filter({ hasText: 'resourceTipe' });
    await expect(alert).toContainText('line 1, column 8');
    await checkA11y(page);
    await takePictures(page, 'query-mistake');
  });

  await test.step('a query without end is cancelled', async () => {
    await write(page, 'SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range = 7');
    await run.click();
    await expect(page.getByText(/Asking \d+ items/)).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText(/Asking \d+ items/)).toBeHidden();
    await write(page, 'SELECT 42 AS answer');
    await run.click();
    await expect(results).toContainText('42');
  });
});
