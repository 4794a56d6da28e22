import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { programMissing, runInShell } from './emulators/clients';
import { checkA11y } from './fixtures/accessibility';
import { takePictures } from './fixtures/pictures';
import { readingTest, test } from './fixtures/test';

const noCli = programMissing('aws', '--version');
const noBoto = programMissing('python3', '-c', 'import boto3');
const snapshotId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

// Within the project, so that the JavaScript that is written there finds the SDK.
let folder: string;
test.beforeAll(async () => {
  await mkdir('test-results', { recursive: true });
  folder = await mkdtemp(join('test-results', 'connect-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the page says is to be run, as its copy button would give it. */
async function shownText(page: Page, tab: string, title: string): Promise<string> {
  await page.getByRole('tab', { name: tab, exact: true }).click();
  return (await page.getByRole('region', { name: title, exact: true }).textContent()) ?? '';
}

readingTest(
  'the page is found by the navigation and shows address, region, account and credentials',
  async ({ page, sharedServer: server }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Connect', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Connect' })).toBeVisible();
    await expect(page.getByText(server.url, { exact: true })).toBeVisible();
    await expect(page.getByText('Any will do', { exact: true })).toBeVisible();
    const supported = page.getByRole('list', { name: 'Supported operations' });
    await expect(supported.getByRole('listitem')).toHaveCount(43);
    await expect(supported).toContainText('DeliverConfigSnapshot');
    await page.getByRole('button', { name: 'Operations answered with none' }).click();
    const none = page.getByRole('list', { name: 'Operations answered with none' });
    await expect(none.getByText('DescribeConfigRules', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Operations not supported' }).click();
    const others = page.getByRole('list', { name: 'Operations not supported' });
    await expect(others.getByText('PutConfigRule', { exact: true })).toBeVisible();
    await expect(others.getByText('DeliverConfigSnapshot', { exact: true })).toHaveCount(0);
    for (const tab of ['AWS CLI', 'boto3', 'JavaScript SDK', 'Environment']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await checkA11y(page);
      await takePictures(page, `connect-${tab.toLowerCase().replaceAll(' ', '-')}`);
    }
  },
);

readingTest('a click copies a command whole', async ({ page, context, sharedServer: server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/connect');
  await page.getByRole('button', { name: 'Copy Deliver a configuration snapshot' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(
      `aws configservice deliver-config-snapshot --delivery-channel-name default --endpoint-url ${server.url} --region us-west-2`,
    );
});

readingTest('the address shown is the one that the page was opened at', async ({ page, sharedServer: server }) => {
  await page.goto(`http://localhost:${server.port}/connect`).catch(() => undefined);
  await expect(page.getByText(`http://localhost:${server.port}`, { exact: true })).toBeVisible();
  expect(await shownText(page, 'Environment', 'Environment variables')).toContain(`=http://localhost:${server.port}\n`);
});

readingTest('the commands of the AWS CLI do what they say, as they stand', async ({ page }) => {
  readingTest.skip(noCli !== undefined, noCli);
  await page.goto('/connect');
  const environment = await shownText(page, 'Environment', 'Environment variables');
  const deliver = await shownText(page, 'AWS CLI', 'Deliver a configuration snapshot');
  const verify = await shownText(page, 'AWS CLI', 'Verify the delivery');
  const status = await shownText(page, 'AWS CLI', 'See recorder and deliveries in short');
  const credentials = 'export AWS_ACCESS_KEY_ID=whatever AWS_SECRET_ACCESS_KEY=whatever\n';
  const { configSnapshotId } = JSON.parse(await runInShell(`${credentials}${deliver}`, folder));
  expect(configSnapshotId).toMatch(snapshotId);
  await expect
    .poll(async () => {
      const { DeliveryChannelsStatus } = JSON.parse(await runInShell(`${credentials}${verify}`, folder));
      return DeliveryChannelsStatus[0].configSnapshotDeliveryInfo.lastStatus;
    })
    .toBe('SUCCESS');
  expect(await runInShell(`${credentials}${status}`, folder)).toContain('last snapshot delivery status: SUCCESS');
  // With the variables a command needs nothing of ours in it.
  const plain = await runInShell(`${environment}\naws configservice describe-delivery-channels`, folder);
  expect(JSON.parse(plain).DeliveryChannels[0].name).toBe('default');
  await page.goto('/');
  await expect(page.getByText(configSnapshotId).first()).toBeVisible();
});

// The AWS CLI wants to find the bucket in an S3.
readingTest('the command that subscribes does what it says', { tag: '@s3' }, async ({ page, startServer }) => {
  readingTest.skip(noCli !== undefined, noCli);
  const server = await startServer();
  await page.goto(`${server.url}/connect`);
  const settings: { name: string; value: string }[] = (await (await fetch(`${server.url}/api/settings`)).json())
    .settings;
  const s3 = settings.find(({ name }) => /^AWS_ENDPOINT_URL/.test(name))?.value;
  const environment = await shownText(page, 'Environment', 'Environment variables');
  const subscribe = await shownText(page, 'AWS CLI', 'Subscribe: recorder, channel and start in one command');
  const printed = await runInShell(`${environment}\nexport AWS_ENDPOINT_URL_S3=${s3}\n${subscribe}`, folder);
  expect(printed).toContain('Subscribe succeeded');
});

readingTest('the program for boto3 runs as it stands', async ({ page }) => {
  readingTest.skip(noBoto !== undefined, noBoto);
  await page.goto('/connect');
  const file = join(folder, 'connect.py');
  await writeFile(file, await shownText(page, 'boto3', 'Deliver and verify'));
  expect(await runInShell(`python3 ${file}`, folder)).toMatch(snapshotId);
});

readingTest('the program for the JavaScript SDK runs as it stands', async ({ page }) => {
  await page.goto('/connect');
  const file = join(folder, 'connect.mjs');
  await writeFile(file, await shownText(page, 'JavaScript SDK', 'Deliver and verify'));
  expect(await runInShell(`${process.execPath} ${file}`, folder)).toMatch(snapshotId);
});

test.describe('with access keys', () => {
  test.use({
    serverSettings: { SNAPSCOPE_ACCESS_KEYS: 'AKIDCONNECT:s3cretOfThePage,AKIDOTHER:s3cretOfAnother:000011112222' },
  });

  test('key IDs are shown, secrets never, and the commands work once the secret is filled in', async ({
    page,
    server,
  }) => {
    test.skip(noCli !== undefined, noCli);
    await page.goto('/connect');
    await expect(page.getByText('Access key needed')).toBeVisible();
    const keys = page.getByRole('list', { name: 'Access key IDs' });
    await expect(keys).toContainText('AKIDCONNECT in account 123456789012');
    await expect(keys).toContainText('AKIDOTHER in account 000011112222');
    for (const text of [await page.content(), await (await fetch(`${server.url}/api/connect`)).text()]) {
      expect(text).not.toContain('s3cret');
    }
    const environment = await shownText(page, 'Environment', 'Environment variables');
    const deliver = await shownText(page, 'AWS CLI', 'Deliver a configuration snapshot');
    const filled = environment.replace('YOUR_SECRET', 's3cretOfThePage');
    expect(await runInShell(`${filled}\n${deliver}`, folder)).toMatch(snapshotId);
    await expect(runInShell(`${environment}\n${deliver}`, folder)).rejects.toThrow('SignatureDoesNotMatch');
    await checkA11y(page);
    await takePictures(page, 'connect-keys');
  });
});
