import { expect } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { takePictures } from './fixtures/pictures';
import { test } from './fixtures/test';

test('the channel is changed by a form that says what will change, and wipes nothing', async ({ page }) => {
  await page.goto('/settings?tab=channel');
  const bucket = page.getByLabel('Bucket', { exact: true });
  await expect(bucket).not.toHaveValue('');
  await page.getByLabel(/^Key prefix/).fill('audit/config');
  await page
    .getByLabel(/^KMS key ARN/)
    .fill('arn:aws:kms:us-west-2:123456789012:key/11111111-2222-4333-8444-555555555555');
  await takePictures(page, 'settings-channel');
  await checkA11y(page);
  await page.getByRole('button', { name: 'Review and save' }).click();
  const review = page.getByRole('dialog', { name: 'Save the delivery channel?' });
  await expect(review.getByRole('row', { name: /Key prefix None audit\/config/ })).toBeVisible();
  await expect(review.getByRole('row')).toHaveCount(3);
  await review.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved. These settings are in effect.').first()).toBeVisible();

  // Another change leaves the key and the prefix as they are.
  await page.getByRole('button', { name: 'Frequency of snapshots' }).click();
  await page.getByRole('option', { name: 'Every 6 hours' }).click();
  await page.getByRole('button', { name: 'Review and save' }).click();
  await expect(review.getByRole('row')).toHaveCount(2);
  await review.getByRole('button', { name: 'Save changes' }).click();
  await expect(review).toBeHidden();
  await page.goto('/');
  await expect(page.getByText('audit/config').first()).toBeVisible();
  await expect(page.getByText('Every 6 hours').first()).toBeVisible();
  await expect(page.getByText(/key\/11111111/).first()).toBeVisible();
});

test.describe('a refusal', () => {
  test.use({ expectedErrors: [/status of 4\d\d/] });

  test('a bucket that is not there is refused in AWS’s words, and what was typed stays', {
    tag: '@both-stores',
  }, async ({ page }) => {
    await page.goto('/settings?tab=channel');
    const bucket = page.getByLabel('Bucket', { exact: true });
    await bucket.fill('no-such-bucket-of-ours');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Review and save' }).click();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'NoSuchBucketException' })).toContainText(
      'no-such-bucket-of-ours',
    );
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(bucket).toHaveValue('no-such-bucket-of-ours');
  });

  test('the channel cannot be deleted while the recorder runs; stopped, it can, and be made again', async ({
    page,
  }) => {
    await page.goto('/settings?tab=channel');
    const bucket = await page.getByLabel('Bucket', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(dialog.getByText('LastDeliveryChannelDeleteFailedException')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('tab', { name: 'Recorder' }).click();
    await page.getByRole('button', { name: 'Stop recording' }).click();
    await expect(page.getByText('Recording is off')).toBeVisible();
    await page.getByRole('tab', { name: 'Delivery channel' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByLabel('Bucket', { exact: true })).toHaveValue('');

    await page.getByLabel('Bucket', { exact: true }).fill(bucket);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Review and save' }).click();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('Saved. These settings are in effect.').first()).toBeVisible();
    await page.getByRole('tab', { name: 'Recorder' }).click();
    await page.getByRole('button', { name: 'Start recording' }).click();
    await expect(page.getByText('Recording is on')).toBeVisible();
  });
});

test('the recorder is told to record some types only', async ({ page }) => {
  await page.goto('/settings?tab=recorder');
  await page.getByLabel('Specific types').check();
  await expect(page.getByRole('button', { name: 'Review and save' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: /Types to record/ }).click();
  await page.getByPlaceholder('Find a type').fill('EC2::Volume');
  await page.getByRole('option', { name: 'AWS::EC2::Volume', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add types' }).click();
  await takePictures(page, 'settings-recorder');
  await checkA11y(page);
  await page.getByRole('button', { name: 'Review and save' }).click();
  const review = page.getByRole('dialog');
  await expect(review.getByRole('row', { name: /What is recorded All types Specific types/ })).toBeVisible();
  await expect(review.getByRole('row', { name: /Types chosen None AWS::EC2::Volume/ })).toBeVisible();
  await review.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved. These settings are in effect.').first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Specific types')).toBeChecked();
});

test('retention is changed within what AWS allows', async ({ page }) => {
  await page.goto('/settings?tab=retention');
  const days = page.getByLabel('Days');
  await expect(days).toHaveValue('2557');
  await days.fill('7');
  // Once more it stands, behind "Error", where screen readers hear it.
  await expect(page.getByText('Enter a whole number from 30 to 2557.', { exact: true })).toBeVisible();
  await days.fill('90');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved. These settings are in effect.').first()).toBeVisible();
  await page.reload();
  await expect(days).toHaveValue('90');
  await checkA11y(page);
});
