import { createHash } from 'node:crypto';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { deliverSnapshot } from './fixtures/dashboard';
import { takePictures } from './fixtures/pictures';
import { bucketBehind } from './fixtures/stores';
import { readingTest as test } from './fixtures/test';

test('a delivered snapshot is found by clicks through the folders, opened, and downloaded byte for byte', {
  tag: '@both-stores',
}, async ({ page, sharedServer: server }) => {
  const id = await deliverSnapshot(page);
  const { recent, channel } = await (await fetch(`${server.url}/api/delivery`)).json();
  const { key, bucket } = recent[0];
  await page.getByRole('link', { name: 'Buckets', exact: true }).click();
  await page.getByRole('table').getByRole('link', { name: channel.s3BucketName }).click();
  const folders: string[] = key.split('/').slice(0, -1);
  for (const folder of folders) {
    await page
      .getByRole('table')
      .getByRole('link', { name: `${folder}/`, exact: true })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(folder);
  }
  const now = new Date();
  expect(folders.slice(-4)).toEqual([
    String(now.getUTCFullYear()),
    String(now.getUTCMonth() + 1),
    String(now.getUTCDate()),
    'ConfigSnapshot',
  ]);
  await checkA11y(page);
  await takePictures(page, 'folder');
  const address = page.url();
  await page
    .getByRole('table')
    .getByRole('link', { name: new RegExp(`${id}\\.json\\.gz$`) })
    .click();
  await expect(page.getByText('application/json')).toBeVisible();
  await checkA11y(page);
  await takePictures(page, 'object');

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).first().click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(key.slice(key.lastIndexOf('/') + 1));
  const bytes = await readFile(await download.path());
  const stored = await fetch(`${server.url}/api/buckets/object?${new URLSearchParams({ bucket, key })}`);
  expect(bytes.length).toBe((await stored.json()).size);
  expect(JSON.parse(gunzipSync(bytes).toString('utf8')).configSnapshotId).toBe(id);
  const again = await fetch(`${server.url}/api/buckets/download?${new URLSearchParams({ bucket, key })}`);
  const digest = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
  expect(digest(new Uint8Array(await again.arrayBuffer()))).toBe(digest(bytes));

  await page.getByRole('link', { name: 'Open snapshot' }).click();
  await expect(page.getByRole('heading', { level: 1, name: id })).toBeVisible();
  // Every folder has an address of its own.
  await page.goto(address);
  await expect(page.getByRole('table').getByRole('link', { name: new RegExp(`${id}\\.json\\.gz$`) })).toBeVisible();
});

test('breadcrumbs lead back up, and a filter finds names by how they begin', async ({ page }) => {
  const id = await deliverSnapshot(page);
  await page.getByRole('link', { name: `Show in bucket ${id}` }).click();
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumbs' });
  await crumbs.getByRole('link', { name: '123456789012', exact: true }).click();
  await expect(page.getByRole('table').getByRole('link', { name: 'Config/', exact: true })).toBeVisible();
  await page.getByRole('table').getByRole('link', { name: 'Config/', exact: true }).click();
  await expect(page.getByRole('table').getByRole('link', { name: 'us-west-2/', exact: true })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find by prefix in this folder' }).fill('ConfigW');
  await expect(page.getByRole('table').getByRole('link', { name: 'us-west-2/', exact: true })).toHaveCount(0);
  await expect(page.getByRole('table').getByRole('link', { name: 'ConfigWritabilityCheckFile' })).toBeVisible();
});

test('the empty check file is there before any delivery, and is explained', async ({ page, sharedServer: server }) => {
  const { channel } = await (await fetch(`${server.url}/api/delivery`)).json();
  await page.goto(`/buckets/${channel.s3BucketName}?prefix=AWSLogs%2F123456789012%2FConfig%2F`);
  await page.getByRole('link', { name: 'ConfigWritabilityCheckFile' }).click();
  await expect(page.getByText('Why this file is here')).toBeVisible();
  await expect(page.getByText('It is empty on purpose')).toBeVisible();
  await checkA11y(page);
});

test.describe('what S3 has and a folder has not', () => {
  test.use({ expectedErrors: [/status of 409/] });

  test('archived objects say what to do, and a key with dots is opened and downloaded', { tag: '@s3' }, async ({
    page,
    sharedServer: server,
  }) => {
    const { client, bucket } = await bucketBehind(server.url);
    const items = JSON.stringify({ configurationItems: [{ resourceType: 'AWS::SQS::Queue', resourceId: 'by-dots' }] });
    const put = (Key: string, more = {}) =>
      client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: items, ...more }));
    await put('cases/old.json', { StorageClass: 'GLACIER' });
    await put('cases/../a//b.json');
    await put('a/b.json', { Body: '{}' });
    client.destroy();

    await page.goto(`/buckets/${bucket}?prefix=cases%2F`);
    await expect(page.getByRole('cell', { name: 'GLACIER' })).toBeVisible();
    await page.getByRole('link', { name: 'old.json' }).click();
    await expect(page.getByText('This object is archived')).toBeVisible();
    await expect(page.getByText('must be restored first, which takes 3 to 5 hours')).toBeVisible();
    await expect(page.getByRole('region', { name: 'command that restores it' })).toContainText('restore-object');
    await expect(page.getByRole('link', { name: 'Download' })).toHaveCount(0);
    await checkA11y(page);
    await page.goto(`/snapshots/view?${new URLSearchParams({ bucket, key: 'cases/old.json' })}`);
    await expect(page.getByText('InvalidObjectState')).toBeVisible();
    await expect(page.getByText('It is archived (GLACIER) and must be restored first')).toBeVisible();

    await page.goto(`/buckets/${bucket}?prefix=cases%2F`);
    await page.getByRole('table').getByRole('link', { name: '../', exact: true }).click();
    await page.getByRole('table').getByRole('link', { name: 'a/', exact: true }).click();
    await page.getByRole('table').getByRole('link', { name: '(no name)/', exact: true }).click();
    await page.getByRole('table').getByRole('link', { name: 'b.json' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).first().click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('b.json');
    expect(await readFile(await download.path(), 'utf8')).toBe(items);
    await page.goto(`/snapshots/view?${new URLSearchParams({ bucket, key: 'cases/../a//b.json' })}`);
    await expect(page.getByRole('cell', { name: 'by-dots' }).first()).toBeVisible();
  });
});

test('what lies in a folder and has no key is counted and named', async ({ page, sharedServer: server }) => {
  const { channel } = await (await fetch(`${server.url}/api/delivery`)).json();
  const folder = join(server.dataDir, 'objects', channel.s3BucketName, 'odd');
  await mkdir(folder);
  await writeFile(Buffer.concat([Buffer.from(`${folder}/a`), Buffer.from([0xff])]), '{}');
  await symlink('/etc/passwd', join(folder, 'passwd'));
  await writeFile(join(folder, 'back\\slash.json'), '{"configurationItems":[]}');
  await page.goto(`/buckets/${channel.s3BucketName}?prefix=odd%2F`);
  await expect(page.getByText('2 entries of this folder cannot be opened')).toBeVisible();
  await expect(page.getByText('a\\xFF: its name is not UTF-8')).toBeVisible();
  await expect(page.getByText('passwd: it is a symbolic link, and those are not followed')).toBeVisible();
  await checkA11y(page);
  await page.getByRole('link', { name: 'back\\slash.json' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'back\\slash.json' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download' }).first()).toBeVisible();
});

test.describe('what is not there', () => {
  test.use({ expectedErrors: [/status of 40[04]/] });

  test('a bucket and an object that do not exist are named', { tag: '@both-stores' }, async ({
    page,
    sharedServer: server,
  }) => {
    const { channel } = await (await fetch(`${server.url}/api/delivery`)).json();
    await page.goto('/buckets/no-such-bucket-here');
    await expect(page.getByText('NoSuchBucket').first()).toBeVisible();
    await page.goto(`/buckets/${channel.s3BucketName}/object?key=${encodeURIComponent('../../etc/passwd')}`);
    await expect(page.getByText(/NoSuchKey|InvalidKey/).first()).toBeVisible();
    expect(await page.content()).not.toContain('root:');
  });
});
