import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, type Page } from '@playwright/test';
import type { AttemptView, DeliveryView } from '@/lib/api/contract/delivery';
import { checkA11y } from './fixtures/accessibility';
import { deliverSnapshot } from './fixtures/dashboard';
import { takePictures } from './fixtures/pictures';
import type { SnapscopeServer } from './fixtures/server';
import { bucketBehind } from './fixtures/stores';
import { test } from './fixtures/test';

const record = (page: Page) => page.getByRole('table', { name: 'Record of deliveries' });
const objects = (page: Page) => page.getByRole('table', { name: 'Delivered objects' });

test('an empty record says how to fill it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Deliveries', exact: true }).click();
  await expect(page).toHaveTitle('Deliveries – Snapscope');
  await expect(page.getByText('No deliveries yet')).toBeVisible();
  await checkA11y(page);
  await takePictures(page, 'deliveries-empty');
});

test('deliveries stand in the record, page by page and filtered', async ({ page, server }) => {
  const first = await deliverSnapshot(page);
  await page.getByRole('link', { name: 'All deliveries' }).click();
  const row = record(page).getByRole('row', { name: first });
  await expect(row).toContainText('Snapshot');
  await expect(row).toContainText('Dashboard');
  await expect(row).toContainText('Delivered');

  const second = await deliverElsewhere(server);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(record(page).getByRole('row', { name: second })).toContainText('Delivered');
  await expect(page.getByRole('application', { name: 'Size of deliveries' })).toBeVisible();
  await expect(page.getByRole('application', { name: 'Duration of deliveries' })).toBeVisible();
  await checkA11y(page);
  await takePictures(page, 'deliveries');

  // One on a page: the newest, then the one before.
  await page.goto('/deliveries?limit=1');
  await expect(record(page).getByRole('row', { name: second })).toBeVisible();
  await expect(record(page).getByRole('row', { name: first })).toBeHidden();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(record(page).getByRole('row', { name: first })).toBeVisible();
  await page.reload();
  await expect(record(page).getByRole('row', { name: first })).toBeVisible();
  await page.getByRole('button', { name: 'Previous page' }).click();
  await expect(record(page).getByRole('row', { name: second })).toBeVisible();

  // The filter begins with the first page, stands in the address and comes back with it.
  await page.goto('/deliveries');
  await page.getByRole('button', { name: /^Status/ }).click();
  await page.getByRole('option', { name: 'Failed' }).click();
  await expect(page.getByText('No delivery matches')).toBeVisible();
  expect(new URL(page.url()).searchParams.get('status')).toBe('failed');
  await page.reload();
  await expect(page.getByText('No delivery matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(record(page).getByRole('row', { name: first })).toBeVisible();
});

test.describe('an object that goes while it is shown', () => {
  // The last page is that of the object that is gone: the browser notes the answer, 404, on its console.
  test.use({ expectedErrors: [/status of 404 .*\/api\/buckets\/object\?/] });

  test('a delivery is verified: the same, then different, then missing', { tag: '@both-stores' }, async ({
    page,
    server,
    store,
  }) => {
    const id = await deliverSnapshot(page);
    await page.goto('/deliveries');
    await record(page).getByRole('link', { name: id }).click();
    await expect(page.getByRole('heading', { level: 1, name: id })).toBeVisible();
    const { objects: delivered } = (await (
      await fetch(`${server.url}/api/delivery/attempts/${id}`)
    ).json()) as AttemptView;
    expect(delivered).toHaveLength(1);
    const [object] = delivered;
    if (!object) throw new Error('The delivery has no object.');
    await expect(objects(page).getByRole('link', { name: object.key, exact: true })).toBeVisible();
    await expect(objects(page).getByText(object.sha256)).toBeVisible();

    const verify = page.getByRole('button', { name: 'Verify' });
    await verify.click();
    const result = page.getByRole('status', { name: 'Verification' });
    await expect(result).toContainText('Everything is as it was delivered');
    await expect(objects(page).getByText('Same', { exact: true })).toBeVisible();
    await checkA11y(page);
    await takePictures(page, 'delivery-same');

    await changeObject(server, store, object, 'not what was delivered');
    await verify.click();
    await expect(result).toContainText('What lies in the bucket is not what was delivered');
    await expect(objects(page)).toContainText('It is not what was delivered: it has 22 bytes instead of');
    await takePictures(page, 'delivery-different');

    await changeObject(server, store, object, undefined);
    await verify.click();
    await expect(result).toContainText('Something that was delivered is gone');
    await expect(objects(page).getByText('Missing', { exact: true })).toBeVisible();
    await expect(result).toContainText('0 of 1 object is the same');

    await objects(page).getByRole('link', { name: object.key, exact: true }).click();
    await expect(page).toHaveURL(/\/buckets\/.*object\?key=/);
    await expect(page.getByRole('main').getByRole('alert')).toContainText('NoSuchKey');
    await expect(page.getByRole('link', { name: 'See the folder in which it should be' })).toBeVisible();
  });
});

test('a failed delivery names its step and what to do, in the record and on its own page', async ({ page, server }) => {
  await deliverSnapshot(page);
  await rm(join(server.dataDir, 'objects', 'config-bucket-123456789012'), { recursive: true });
  await page.getByRole('button', { name: 'Deliver snapshot' }).click();
  const remedy = 'Make the bucket config-bucket-123456789012, or name another one in the delivery channel.';
  await expect(page.getByRole('main').getByRole('alert').filter({ hasText: 'NoSuchBucket' })).toBeVisible();
  await expect(page.getByText(remedy).first()).toBeVisible();

  await page.goto('/deliveries?status=failed');
  await expect(record(page)).toContainText('Failed at: checking the bucket.');
  await expect(record(page)).toContainText(remedy);
  await checkA11y(page);
  await takePictures(page, 'deliveries-failed');
  await record(page).getByRole('link').first().click();
  await expect(page.getByText('The delivery failed at checking the bucket')).toBeVisible();
  await expect(page.getByText(remedy)).toBeVisible();
  await expect(page.getByText('No objects')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Verify' })).toHaveAttribute('aria-disabled', 'true');
  await checkA11y(page);
  await takePictures(page, 'delivery-failed');
});

test.describe('what cannot be shown', () => {
  test.use({ expectedErrors: [/status of [45]\d\d/] });

  test('an unknown delivery and a page that is none are told in words', async ({ page }) => {
    await page.goto('/deliveries/item?id=00000000-0000-4000-8000-000000000000');
    await expect(page.getByRole('main').getByRole('alert')).toContainText('NoSuchDelivery');
    await page.goto('/deliveries/item?id=..');
    await expect(page.getByText('No delivery is named')).toBeVisible();
    await page.goto('/deliveries?cursor=lost');
    await expect(page.getByRole('main').getByRole('alert')).toContainText('InvalidCursor');
    await page.getByRole('link', { name: 'First page of the record' }).click();
    await expect(page.getByText('No deliveries yet')).toBeVisible();
  });

  test('a record that cannot be read says so, and is there again when it can', async ({ page }) => {
    await page.goto('/');
    const attempts = /\/api\/delivery\/attempts/;
    await page.route(attempts, (route) =>
      route.fulfill({
        status: 503,
        json: { error: { code: 'DatabaseUnavailable', kind: 'unavailable', message: 'The database is away.' } },
      }),
    );
    // A filter of which the server has prepared nothing: the browser asks.
    await page.goto('/deliveries');
    await page.getByRole('button', { name: /^Kind/ }).click();
    await page.getByRole('option', { name: 'History' }).click();
    await expect(page.getByText('DatabaseUnavailable')).toBeVisible({ timeout: 60_000 });
    await takePictures(page, 'deliveries-failing');
    await page.unroute(attempts);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('No delivery matches')).toBeVisible();
  });
});

test('the bucket of the form is tested without being saved', { tag: '@both-stores' }, async ({ page, server }) => {
  await page.goto('/settings?tab=channel');
  const bucket = page.getByLabel('Bucket', { exact: true });
  const saved = await bucket.inputValue();
  const test = page.getByRole('button', { name: 'Test bucket' });
  const steps = page.getByRole('list', { name: 'Steps of the test' });
  await test.click();
  await expect(page.getByText('Deliveries can use this bucket')).toBeVisible();
  await expect(steps.getByRole('listitem')).toHaveText([
    /The bucket exists: yes/,
    /Its objects can be listed: yes - optional/,
    /The check file can be written: yes/,
    /encrypted with the KMS key: not tried/,
    /The check file can be read: yes - optional/,
    /Unfinished uploads can be found: yes - optional/,
  ]);

  await bucket.fill('no-such-bucket-of-ours');
  await page.keyboard.press('Escape');
  await expect(steps).toBeHidden();
  await test.click();
  await expect(page.getByText('Deliveries cannot use this bucket')).toBeVisible();
  const failed = steps.getByRole('listitem').filter({ hasText: 'The bucket exists: no' });
  await expect(failed).toContainText('NoSuchBucket');
  await expect(failed).toContainText(
    'Make the bucket no-such-bucket-of-ours, or name another one in the delivery channel.',
  );
  await expect(steps).toContainText('The check file can be written: not tried');
  await checkA11y(page);
  await page.getByRole('button', { name: 'Review and save' }).scrollIntoViewIfNeeded();
  await takePictures(page, 'settings-bucket-test');
  const { channel } = (await (await fetch(`${server.url}/api/delivery`)).json()) as DeliveryView;
  expect(channel?.s3BucketName).toBe(saved);
});

test('while the first recording runs, the overview says what a snapshot would hold', async ({ page, server }) => {
  // An AWS that does not answer until it is let: the recording runs for as long as the test wants.
  let answers = false;
  const held: ServerResponse[] = [];
  const refuse = (response: ServerResponse) => response.writeHead(403, { 'content-type': 'text/xml' }).end('<Error/>');
  const aws = createServer((_, response) => void (answers ? refuse(response) : held.push(response)));
  await once(aws.listen(0, '127.0.0.1'), 'listening');
  // Only the very first start waits a while for its recording.
  await server.restart({
    SNAPSCOPE_SOURCES: 'aws',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(aws.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  await page.goto('/');
  const told = page.getByText(
    'The first recording is still running: a snapshot delivered now holds what is recorded so far.',
  );
  await expect(told).toBeVisible();
  await checkA11y(page);
  await takePictures(page, 'overview-first-recording');
  answers = true;
  for (const response of held) refuse(response);
  await expect(told).toBeHidden();
  aws.closeAllConnections();
  aws.close();
});

/** Delivers as another client would, and waits for the end; tells the id. */
async function deliverElsewhere({ url }: SnapscopeServer): Promise<string> {
  const response = await fetch(`${url}/api/delivery/snapshots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ deliveryChannelName: 'default' }),
  });
  expect(response.status).toBe(202);
  const { configSnapshotId } = (await response.json()) as { configSnapshotId: string };
  await expect(async () => {
    const answer = await fetch(`${url}/api/delivery/attempts/${configSnapshotId}`);
    expect(((await answer.json()) as AttemptView).attempt.phase).toBe('delivered');
  }).toPass({ timeout: 60_000 });
  return configSnapshotId;
}

/** Writes something else over a delivered object behind the server's back; without a text it deletes it. */
async function changeObject(
  { url, dataDir }: SnapscopeServer,
  store: 'directory' | 's3',
  { bucket: Bucket, key: Key }: { bucket: string; key: string },
  text: string | undefined,
): Promise<void> {
  if (store === 'directory') {
    const path = join(dataDir, 'objects', Bucket, Key);
    await (text === undefined ? rm(path) : writeFile(path, text));
    return;
  }
  const { client } = await bucketBehind(url);
  if (text === undefined) await client.send(new DeleteObjectCommand({ Bucket, Key }));
  else await client.send(new PutObjectCommand({ Bucket, Key, Body: text }));
  client.destroy();
}
