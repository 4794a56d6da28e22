import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { takePictures } from './fixtures/pictures';
import { test } from './fixtures/test';

const folder = await mkdtemp(join(tmpdir(), 'snapscope-changes-'));
test.afterAll(() => rm(folder, { recursive: true, force: true }));

function volume(id: string, size: number, tags: Record<string, string> = {}) {
  return {
    configurationItemVersion: '1.3',
    configurationItemCaptureTime: '2026-11-22T08:00:00.000Z',
    configurationItemStatus: 'OK',
    resourceType: 'AWS::EC2::Volume',
    resourceId: id,
    awsRegion: 'us-west-2',
    availabilityZone: 'us-west-2a',
    relationships: [],
    tags,
    configuration: { volumeId: id, size },
  };
}

const write = (...items: object[]) => writeFile(join(folder, 'account.json'), JSON.stringify(items));

/** Asks for a discovery and waits until it has ended. */
async function discover(page: Page, resources: number) {
  await page.goto('/discovery');
  await page.getByRole('button', { name: 'Discover now' }).click();
  await expect(page.getByRole('link', { name: String(resources), exact: true })).toBeVisible();
  await expect(page.getByText('Last cycle went well')).toBeVisible();
}

test.describe('a file that changes', () => {
  test.use({ serverSettings: { SNAPSCOPE_SOURCES: `file:${folder}`, SNAPSCOPE_DISCOVERY_INTERVAL: 'off' } });
  test.beforeAll(() => write(volume('vol-a', 8, { Team: 'storefront' }), volume('vol-b', 20)));

  test('is told in the timeline, change by change, and what is gone is shown on request', async ({ page }) => {
    await write(volume('vol-a', 16, { Team: 'warehouse' }), volume('vol-c', 1));
    await discover(page, 3);
    await takePictures(page, 'discovery');
    await checkA11y(page);

    await page.goto('/resources/item?type=AWS::EC2::Volume&id=vol-a');
    const timeline = page.getByRole('list', { name: 'Timeline' });
    await expect(timeline.getByRole('listitem')).toHaveCount(2);
    await expect(timeline.getByText('Changed', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: '2 changes: configuration, tags' }).click();
    await expect(timeline.getByRole('row', { name: 'Configuration size 8 16' })).toBeVisible();
    await expect(timeline.getByRole('row', { name: /Tags Team "?storefront"? "?warehouse"?/ })).toBeVisible();
    await takePictures(page, 'timeline');
    await checkA11y(page);
    await timeline.getByRole('button', { name: /^Show the item of/ }).click();
    await expect(page.getByText('An earlier one, chosen in the timeline.')).toBeVisible();
    await expect(page.getByText('"size": 8')).toBeVisible();

    await page.goto('/resources');
    await expect(page.getByRole('heading', { name: 'Recorded resources (3)' })).toBeVisible();
    await page.getByLabel('Show deleted').click();
    await expect(page.getByRole('heading', { name: 'Recorded resources (4)' })).toBeVisible();
    await page.getByRole('link', { name: 'vol-b' }).click();
    await expect(page.getByRole('list', { name: 'Timeline' }).getByText('Deleted', { exact: true })).toBeVisible();
  });
});

test('resources are filtered by a tag and by a type together, and the filter is in the URL', async ({ page }) => {
  await page.goto('/resources');
  const box = page.getByRole('combobox', { name: 'Find resources' });
  // The chart above takes its place when it is drawn: a click while it does would meet what lies there by then.
  await expect(page.getByRole('application', { name: 'Resources by type' })).toBeVisible();
  await box.click();
  await page.getByRole('option', { name: 'Type', exact: true }).click();
  await page.getByRole('option', { name: 'Type =' }).first().click();
  await page.getByRole('option', { name: /^AWS::EC2::Volume/ }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('heading', { name: 'Recorded resources (16)' })).toBeVisible();
  await box.fill('Tag = Environment=staging');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Recorded resources \([1-9]\)/ })).toBeVisible();
  await takePictures(page, 'resources-filter');
  await checkA11y(page);
  const heading = await page.getByRole('heading', { name: /Recorded resources/ }).textContent();
  await page.reload();
  await expect(page.getByRole('heading', { name: heading ?? '' })).toBeVisible();
});
