import { expect, type Page } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { settledNodes } from './fixtures/canvas';
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
    await settledNodes(canvas);
    await takePictures(page, 'graph-seed');
    const { resources, relationships } = await openWords(page);
    await expect(resources.getByRole('button', { name: /vol-ce676ccc/ })).toBeVisible();
    await expect(resources.getByRole('button', { name: /vol-ef0e06ed.*\(not in this snapshot\)/ })).toBeVisible();
    await expect(resources.getByRole('button', { name: /subnet-47b4cf2c.*\(not in this snapshot\)/ })).toBeVisible();
    await expect(relationships).toContainText(/vol-ce676ccc Attached to Instance/);
    await expect(relationships).toContainText(/Is contained in Subnet/);
    await checkA11y(page);

    await resources.getByRole('button', { name: /vol-ce676ccc/ }).click();
    await expect(page.getByRole('heading', { name: 'vol-ce676ccc' })).toBeVisible();
    await page.getByRole('tab', { name: 'JSON' }).last().click();
    await expect(page.getByRole('textbox', { name: 'JSON of vol-ce676ccc' })).toContainText(
      '"volumeId": "vol-ce676ccc"',
    );

    await resources.getByRole('button', { name: /subnet-47b4cf2c/ }).click();
    await expect(page.getByText(/not in this snapshot/).first()).toBeVisible();
  });
});

readingTest('the graph of a whole account is narrowed by type, and expanded from a node', async ({ page }) => {
  const id = await deliverSnapshot(page);
  await page.getByRole('link', { name: `Open snapshot ${id}` }).click();
  await page.getByRole('tab', { name: 'Graph' }).click();
  const canvas = page.getByRole('img', { name: /resources/ });
  await expect(canvas).toBeVisible();
  await settledNodes(canvas);
  await checkA11y(page);
  await takePictures(page, 'graph-account');

  for (const name of ['Zoom in', 'Zoom out', 'Fit']) await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Layout' }).click();
  await page.getByRole('option', { name: 'Breadth first' }).click();

  await page.getByRole('button', { name: /Resource types/ }).click();
  await page
    .getByRole('option', { name: /AWS::EC2::VPC\b/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  const narrowed = page.getByRole('img', { name: /: \d+ resources/ });
  const drawn = async () => Number(/: (\d+) resources/.exec((await narrowed.getAttribute('aria-label')) ?? '')?.[1]);
  await expect.poll(drawn).toBeLessThan(10);
  await expect(page).toHaveURL(/VPC/);

  await test.step('a click on a node of the canvas opens its item', async () => {
    await narrowed.scrollIntoViewIfNeeded();
    const [node] = await settledNodes(narrowed);
    if (!node) throw new Error('No node is drawn.');
    await page.mouse.click(node.x, node.y);
    await expect(page.getByRole('tab', { name: 'Details' })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Related items' })).toBeVisible();
  });

  await test.step('a double click draws its neighbours as well', async () => {
    const before = await drawn();
    await narrowed.scrollIntoViewIfNeeded();
    const [node] = await settledNodes(narrowed);
    if (!node) throw new Error('No node is drawn.');
    await page.mouse.dblclick(node.x, node.y);
    await expect.poll(drawn).toBeGreaterThan(before);
  });
});
