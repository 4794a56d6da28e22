import { expect } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { takePictures } from './fixtures/pictures';
import { readingTest } from './fixtures/test';

readingTest(
  'the graph of one instance shows its volume, subnet, VPC, interface and security group',
  async ({ page }) => {
    await page.goto('/resources?types=AWS::EC2::Instance');
    await page.getByRole('link', { name: /^i-01b0291e/ }).click();
    await expect(page.getByRole('heading', { name: 'Graph', exact: true })).toBeVisible();
    await expect(page.getByRole('img', { name: /^Graph of i-01b0291e.*: \d+ resources/ })).toBeVisible();
    await page.getByRole('button', { name: /^Resources in the graph/ }).click();
    const words = page.getByRole('list', { name: 'Resources in the graph' });
    for (const type of ['Volume', 'Subnet', 'VPC', 'NetworkInterface', 'SecurityGroup']) {
      await expect(words.getByRole('button', { name: new RegExp(`AWS::EC2::${type}$`) })).toBeVisible();
    }
    await takePictures(page, 'resource-graph');
    await checkA11y(page);

    const near = (await page.getByRole('img', { name: /^Graph of i-01b0291e/ }).getAttribute('aria-label')) ?? '';
    await page.getByLabel('Neighbors of neighbors').check();
    await expect(page.getByRole('img', { name: /^Graph of i-01b0291e/ })).not.toHaveAccessibleName(near);
    await words.getByRole('button', { name: /AWS::EC2::VPC$/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^vpc-/ })).toBeVisible();
  },
);

readingTest('the bars tell how many there are of each type, and the list shows one type alone', async ({ page }) => {
  await page.goto('/resources');
  const chart = page.getByRole('application', { name: 'Resources by type' });
  await expect(chart).toBeVisible();
  await expect(page.getByText('The 12 most frequent of 41 types.')).toBeVisible();
  await checkA11y(page);
  await page.getByRole('button', { name: 'All 41 types' }).click();
  await page.getByRole('link', { name: 'AWS::EC2::Volume', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Recorded resources (16)' })).toBeVisible();
});
