import { expect, type Page } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { settled } from './fixtures/canvas';
import { deliverSnapshot } from './fixtures/dashboard';
import { test } from './fixtures/test';

const views = (page: Page) => page.getByRole('button', { name: 'Views', exact: true });

test('a view is saved, opened on another snapshot, replaced, renamed and deleted', async ({ page }) => {
  const first = await deliverSnapshot(page);
  const other = await page.getByRole('link', { name: `See the map of ${first}` }).getAttribute('href');
  if (!other) throw new Error('The first snapshot has no map.');
  const second = await deliverSnapshot(page);
  await page.getByRole('link', { name: `See the map of ${second}` }).click();
  const canvas = page.getByRole('application');
  await settled(canvas);
  const plain = page.url();

  await test.step('save', async () => {
    await page.goto(`${plain}&group=service&types=AWS%3A%3AEC2%3A%3AVolume`);
    await settled(canvas);
    await views(page).click();
    await page.getByRole('menuitem', { name: 'Save this view' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save this view' });
    await dialog.getByRole('button', { name: 'Save view' }).click();
    await expect(dialog).toContainText('Enter a name.');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Volumes <by> service');
    await checkA11y(page);
    await dialog.getByRole('button', { name: 'Save view' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('open', async () => {
    await page.goto(other);
    await settled(canvas);
    expect(new URL(page.url()).searchParams.get('key')).not.toBe(new URL(plain).searchParams.get('key'));
    expect(page.url()).not.toMatch(/group=|types=/);
    await views(page).click();
    await page.getByRole('menuitem', { name: 'Volumes <by> service' }).click();
    await expect(page).toHaveURL(/group=service/);
    await expect(page).toHaveURL(/types=AWS/);
  });

  await test.step('replace', async () => {
    await page.goto(`${plain}&group=type`);
    await settled(canvas);
    await views(page).click();
    await page.getByRole('menuitem', { name: 'Save this view' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save this view' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Volumes <by> service');
    await expect(dialog).toContainText('A view of this name exists.');
    await dialog.getByRole('button', { name: 'Replace view' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('rename and delete', async () => {
    await views(page).click();
    await page.getByRole('menuitem', { name: 'Rename or delete views' }).click();
    const dialog = page.getByRole('dialog', { name: 'Saved views' });
    await dialog.getByRole('textbox', { name: 'Name of Volumes <by> service' }).fill('By type');
    await dialog.getByRole('button', { name: 'Rename Volumes <by> service' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Name of By type' })).toBeVisible();
    await checkA11y(page);
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    // It is the view that replaced the first one.
    await page.goto(plain);
    await settled(canvas);
    await views(page).click();
    await page.getByRole('menuitem', { name: 'By type' }).click();
    await expect(page).toHaveURL(/group=type/);
    await expect(page).not.toHaveURL(/types=/);
    await views(page).click();
    await page.getByRole('menuitem', { name: 'Rename or delete views' }).click();
    await dialog.getByRole('button', { name: 'Delete By type' }).click();
    await expect(dialog).toContainText('No view is saved');
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  });
});
