import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { deliverSnapshot } from './fixtures/dashboard';
import { takePictures } from './fixtures/pictures';
import { readingTest, test } from './fixtures/test';

/** The drawing in words, which stands under the canvas. */
async function openWords(page: Page) {
  await page.getByRole('button', { name: /^Resources in the graph/ }).click();
  await page.getByRole('button', { name: /^Relationships in the graph/ }).click();
  return {
    resources: page.getByRole('list', { name: 'Resources in the graph' }),
    relationships: page.getByRole('list', { name: 'Relationships in the graph' }),
  };
}

test.describe("the document's example of 2014", () => {
  test.use({ serverSettings: { SNAPSCOPE_SOURCES: 'file:samples/aws-document-2014.json' } });

  test('its volume, instance and subnet are drawn, what is not in the snapshot as such', async ({ page }) => {
    const id = await deliverSnapshot(page);
    await page.getByRole('link', { name: `Open snapshot ${id}` }).click();
    await page.getByRole('tab', { name: 'Graph' }).click();
    const canvas = page.getByRole('img', { name: /5 resources/ });
    await expect(canvas).toBeVisible();
    await page.waitForTimeout(1_000);
    await takePictures(page, 'graph-seed');
    const { resources, relationships } = await openWords(page);
    await expect(resources.getByRole('button', { name: /vol-ce676ccc/ })).toBeVisible();
    await expect(resources.getByRole('button', { name: /vol-ef0e06ed.*\(not in this snapshot\)/ })).toBeVisible();
    await expect(resources.getByRole('button', { name: /subnet-47b4cf2c.*\(not in this snapshot\)/ })).toBeVisible();
    await expect(relationships).toContainText(/vol-ce676ccc Attached to Instance/);
    await expect(relationships).toContainText(/Is contained in Subnet/);
    await checkA11y(page);

    await resources.getByRole('button', { name: /vol-ce676ccc/ }).click();
    const panel = page.getByRole('complementary').last();
    await expect(page.getByRole('heading', { name: 'vol-ce676ccc' })).toBeVisible();
    await expect(panel).toBeVisible();
  });
});

readingTest(
  'the graph of a whole account is narrowed by type, expanded from a node, and exported',
  async ({ page }) => {
    const id = await deliverSnapshot(page);
    await page.getByRole('link', { name: `Open snapshot ${id}` }).click();
    await page.getByRole('tab', { name: 'Graph' }).click();
    const canvas = page.getByRole('img', { name: /resources/ });
    await expect(canvas).toBeVisible();
    await page.waitForTimeout(1_500);
    await checkA11y(page);
    await takePictures(page, 'graph-account');

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export PNG' }).click();
    const picture = await readFile(await (await downloading).path());
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.length).toBeGreaterThan(10_000);

    for (const name of ['Zoom in', 'Zoom out', 'Fit']) await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name: 'Layout' }).click();
    await page.getByRole('option', { name: 'Breadth first' }).click();

    await page.getByRole('button', { name: /Resource types/ }).click();
    await page
      .getByRole('option', { name: /AWS::EC2::VPC\b/ })
      .first()
      .click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('img', { name: /^\D*[1-9] resources/ })).toBeVisible();
    await expect(page).toHaveURL(/VPC/);
  },
);
