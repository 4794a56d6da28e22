import { expect, type Page } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { drawnAs, middleOf, settled } from './fixtures/canvas';
import { deliverSnapshot } from './fixtures/dashboard';
import { takePictures } from './fixtures/pictures';
import { readingTest } from './fixtures/test';

const canvasOf = (page: Page) => page.getByRole('application');
const widths = [1440, 390];

/** The map of a snapshot that was just delivered. */
async function seeMap(page: Page): Promise<void> {
  const id = await deliverSnapshot(page);
  await page.getByRole('link', { name: `See the map of ${id}` }).click();
  await settled(canvasOf(page));
}

readingTest('what depends on an instance is told with the reason, and what it depends on', async ({ page }) => {
  await seeMap(page);
  const canvas = canvasOf(page);
  const { x, y } = middleOf(await drawnAs(canvas, '/i-08d6cff1b77ca46ff'));
  // Deliver, see the map, choose the volume's instance: after three clicks it is told.
  await page.mouse.click(x, y);
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details).toContainText(
    /Depends on this\d+ resources: prod-web \(AutoScaling AutoScalingGroup\), .* more\./,
  );
  await checkA11y(page);
  await page.getByRole('link', { name: 'What depends on this' }).click();
  await expect(page).toHaveURL(/view=impact/);
  await expect(canvas).toHaveAccessibleName(/^Impact: \d+ of \d+ resources, \d+ of \d+ relationships shown/);

  await readingTest.step('from the group of instances to the load balancer, each with a reason', async () => {
    const table = page.getByRole('table', { name: 'What depends on prod-web-2' });
    const row = (told: string) => table.getByRole('row').filter({ hasText: told });
    await expect(row('AutoScalingGroup').filter({ hasText: 'EC2 Instance' })).toContainText(
      'The group does its work with its instances.',
    );
    await expect(row('derived from configuration.targetGroupARNs[0]')).toContainText('prod-storefront-web');
    await expect(table).toContainText('A load balancer sends requests to its target groups.');
    await expect(page.getByText(/^Resources away by 1 step: \d+, 2 steps: \d+/)).toBeVisible();
    await settled(canvas);
    await checkA11y(page);
    await takePictures(page, 'impact-account', widths);
  });

  await readingTest.step('the other question, and one step alone', async () => {
    await page.getByRole('button', { name: /Question/ }).click();
    await page.getByRole('option', { name: 'What it depends on' }).click();
    const table = page.getByRole('table', { name: 'What prod-web-2 depends on' });
    await expect(table).toContainText('An instance boots from its volumes and keeps its data on them.');
    await expect(table).toContainText('Its traffic is what the security group allows.');
    await expect(table).toContainText('filters the traffic');
    await page.getByRole('button', { name: /Steps/ }).click();
    await page.getByRole('option', { name: '1', exact: true }).click();
    await expect(page).toHaveURL(/depth=1/);
    await expect(canvas).toHaveAccessibleName(/More is beyond 1 step\./);
    await expect(table).not.toContainText('filters the traffic');
    await checkA11y(page);
    await settled(canvas);
    await takePictures(page, 'impact-dependencies', widths);
  });

  await readingTest.step('without derived relationships, what they alone lead to is gone', async () => {
    await page.goto(page.url().replace(/&(depth|direction)=[^&]*/g, ''));
    await expect(page.getByRole('table', { name: 'What depends on prod-web-2' })).toContainText('prod-storefront-web');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Derived relationships' }).click();
    const table = page.getByRole('table', { name: 'What depends on prod-web-2' });
    await expect(table).not.toContainText('prod-storefront-web');
    await expect(table).toContainText('prod-web');
  });
});

readingTest('the shortest paths between two resources are drawn and told', async ({ page }) => {
  await seeMap(page);
  const canvas = canvasOf(page);
  const { x, y } = middleOf(await drawnAs(canvas, '/i-08d6cff1b77ca46ff'));
  await page.mouse.click(x, y);
  await page.getByRole('link', { name: 'Path from here' }).click();
  await expect(page.getByText('From prod-web-2: now find the resource to which the path leads.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Find a resource' }).fill('prod-orders');
  await page.getByRole('option', { name: /prod-orders.*DynamoDB/ }).click();
  await expect(page.getByText(/^Between prod-web-2 and prod-orders: \d+ relationships, /)).toBeVisible();
  await expect(canvas).toHaveAccessibleName(/^Path: \d+ of \d+ resources/);
  await page.getByRole('button', { name: 'List in words' }).click();
  const path = page.getByRole('list', { name: 'Path 1' });
  await expect(path.getByRole('listitem').first()).toContainText('prod-web-2');
  await expect(path.getByRole('listitem').last()).toContainText('prod-orders');
  await expect(page.getByRole('table', { name: 'Relationships on the paths' })).toBeVisible();
  // Beside the list, all of it.
  await page.getByRole('button', { name: 'Show everything' }).click();
  await settled(canvas);
  // The name of the button that the pointer rests on is shown outside of all landmarks.
  await canvas.hover({ position: { x: 60, y: 60 } });
  await expect(page.getByRole('tooltip')).toBeHidden();
  await checkA11y(page);
  await takePictures(page, 'path-account', widths);
  await page.getByRole('button', { name: 'Swap ends' }).click();
  await expect(page.getByText(/^Between prod-orders and prod-web-2: /)).toBeVisible();
  await expect(path.getByRole('listitem').first()).toContainText('prod-orders');
});
