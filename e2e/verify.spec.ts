import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteBucketCommand, DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { expect, type Page } from '@playwright/test';
import { deliverSnapshot } from './fixtures/dashboard';
import { takePictures } from './fixtures/pictures';
import { bucketBehind } from './fixtures/stores';
import { test } from './fixtures/test';

function statusRow(page: Page, format: string) {
  return page.getByRole('table', { name: 'Delivery status' }).getByRole('row', { name: format });
}

test('the status tells of all three formats, and the last success is the delivery just made', async ({
  page,
  server,
}) => {
  await page.goto('/');
  await expect(statusRow(page, 'Configuration snapshot')).toContainText('Not delivered yet');
  await expect(statusRow(page, 'Configuration history')).toContainText('Not delivered yet');
  await expect(statusRow(page, 'Configuration stream')).toContainText('NOT_APPLICABLE');
  const before = Date.now();
  await deliverSnapshot(page);
  const row = statusRow(page, 'Configuration snapshot');
  await expect(row).toContainText('SUCCESS');
  const { formats, recent } = await (await fetch(`${server.url}/api/delivery`)).json();
  const { lastSuccessfulTime, lastAttemptTime } = formats.configSnapshotDeliveryInfo;
  expect(Date.parse(lastSuccessfulTime)).toBeGreaterThanOrEqual(before);
  expect(lastAttemptTime).toBe(lastSuccessfulTime);
  expect(recent[0].finishedAt).toBe(lastSuccessfulTime);
  const shown = `${lastSuccessfulTime.slice(0, 19).replace('T', ' ')} UTC`;
  await expect(row.getByText(shown)).toHaveCount(2);
  // On hover, the time of the reader: half an hour beside UTC's tells that it is one.
  await expect(row.locator(`time[title*="5:30"], time[title*="GMT+5:30"], time[title*="IST"]`).first()).toBeVisible();
});

test('a delivery started elsewhere appears by itself', async ({ page, server }) => {
  await page.goto('/');
  await expect(statusRow(page, 'Configuration snapshot')).toContainText('Not delivered yet');
  const response = await fetch(`${server.url}/api/delivery/snapshots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ deliveryChannelName: 'default' }),
  });
  expect(response.status).toBe(202);
  const { configSnapshotId } = await response.json();
  await expect(statusRow(page, 'Configuration snapshot')).toContainText('SUCCESS');
  await expect(page.getByRole('table', { name: 'Recent deliveries' })).toContainText(configSnapshotId);
});

test('a bucket that is gone shows FAILURE with the last success kept, and the next delivery recovers', {
  tag: '@both-stores',
}, async ({ page, server, store }) => {
  await deliverSnapshot(page);
  const { channel, formats } = await (await fetch(`${server.url}/api/delivery`)).json();
  const bucket = store === 's3' ? await s3Bucket(server.url) : folderBucket(server.dataDir, channel.s3BucketName);
  await bucket.remove();
  await page.getByRole('button', { name: 'Deliver snapshot' }).click();
  const row = statusRow(page, 'Configuration snapshot');
  await expect(row).toContainText('FAILURE');
  await expect(row).toContainText('NoSuchBucket');
  await expect(row).toContainText(
    'An exception occurred while trying to deliver data to your Amazon S3 bucket. The specified Bucket does not exist.',
  );
  const { lastSuccessfulTime } = formats.configSnapshotDeliveryInfo;
  await expect(row).toContainText(`${lastSuccessfulTime.slice(0, 19).replace('T', ' ')} UTC`);
  await takePictures(page, 'overview-failure');
  await bucket.make();
  await page.getByRole('button', { name: 'Deliver snapshot' }).click();
  await expect(row).toContainText('SUCCESS');
  await expect(row).not.toContainText('NoSuchBucket');
});

test('a folder that cannot be written to is named', async ({ page, server }) => {
  const folder = join(server.dataDir, 'objects', 'config-bucket-123456789012');
  // A file where a folder should be stops even root, whom permissions do not.
  await rm(join(folder, 'AWSLogs'), { recursive: true });
  await (await import('node:fs/promises')).writeFile(join(folder, 'AWSLogs'), '');
  await page.goto('/');
  await page.getByRole('button', { name: 'Deliver snapshot' }).click();
  await expect(statusRow(page, 'Configuration snapshot')).toContainText('FAILURE');
});

function folderBucket(dataDir: string, name: string) {
  const folder = join(dataDir, 'objects', name);
  return { remove: () => rm(folder, { recursive: true }), make: () => mkdir(folder).then(() => undefined) };
}

/** The bucket behind a server that keeps its objects in S3. */
async function s3Bucket(url: string) {
  const { client, bucket: Bucket } = await bucketBehind(url);
  return {
    async remove() {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
      const Objects = Contents.map(({ Key }) => ({ Key }));
      await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
      await client.send(new DeleteBucketCommand({ Bucket }));
    },
    async make() {
      const { CreateBucketCommand } = await import('@aws-sdk/client-s3');
      const CreateBucketConfiguration = { LocationConstraint: 'us-west-2' } as const;
      await client.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    },
  };
}
