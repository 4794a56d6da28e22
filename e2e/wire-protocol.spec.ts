import {
  ConfigServiceClient,
  DeliverConfigSnapshotCommand,
  DescribeConfigurationRecordersCommand,
  DescribeDeliveryChannelStatusCommand,
  DescribeDeliveryChannelsCommand,
  GetDiscoveredResourceCountsCommand,
  ListDiscoveredResourcesCommand,
  SelectResourceConfigCommand,
  StopConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { expect } from '@playwright/test';
import type { SnapscopeServer } from './fixtures/server';
import { readingTest as test } from './fixtures/test';

// What only the whole server shows: the port that it shares with the pages, access keys out of the settings, bodies that are refused, and
// the account that it records. What each operation does stands in lib/wire/test-cases.

const key = { accessKeyId: 'AKIDWIRE', secretAccessKey: 's3cret/+', accountId: '123456789012' };
const other = { accessKeyId: 'AKIDOTHER', secretAccessKey: 'another', accountId: '000011112222' };

let server: SnapscopeServer;
test.beforeAll(async ({ startServer }) => {
  const keys = [key, other].map((each) => `${each.accessKeyId}:${each.secretAccessKey}:${each.accountId}`);
  server = await startServer({ SNAPSCOPE_ACCESS_KEYS: keys.join(',') });
});

const client = (credentials = key, path = '', region = 'us-west-2') =>
  new ConfigServiceClient({ region, endpoint: `${server.url}${path}`, credentials, maxAttempts: 1 });

for (const path of ['', '/', '//', '/wire', '/wire/', '//wire//']) {
  test(`the AWS SDK is answered at ${path || 'the bare address'}, its signature verified`, async () => {
    const { DeliveryChannels } = await client(key, path).send(new DescribeDeliveryChannelsCommand({}));
    expect(DeliveryChannels).toEqual([{ name: 'default', s3BucketName: expect.any(String) }]);
    const forged = client({ ...key, secretAccessKey: 'wrong' }, path).send(new DescribeDeliveryChannelsCommand({}));
    await expect(forged).rejects.toMatchObject({ name: 'SignatureDoesNotMatch', $metadata: { httpStatusCode: 403 } });
  });
}

test('the page at / is a page still', async () => {
  const answer = await fetch(server.url);
  expect(answer.headers.get('content-type')).toContain('text/html');
});

test('a snapshot is delivered and its status follows', async () => {
  const before = Math.floor(Date.now() / 1000) * 1000;
  const { configSnapshotId } = await client().send(
    new DeliverConfigSnapshotCommand({ deliveryChannelName: 'default' }),
  );
  expect(configSnapshotId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  await expect
    .poll(async () => {
      const { DeliveryChannelsStatus } = await client().send(new DescribeDeliveryChannelStatusCommand({}));
      const info = DeliveryChannelsStatus?.[0]?.configSnapshotDeliveryInfo;
      return info?.lastStatus === ('SUCCESS' as string) && (info.lastSuccessfulTime?.getTime() ?? 0) >= before;
    })
    .toBe(true);
});

test('what is recorded is listed, counted and asked', async () => {
  const counts = await client().send(new GetDiscoveredResourceCountsCommand({}));
  expect(counts.totalDiscoveredResources).toBeGreaterThan(100);
  const volumes = await client().send(new ListDiscoveredResourcesCommand({ resourceType: 'AWS::EC2::Volume' }));
  expect(volumes.resourceIdentifiers?.map(({ resourceId }) => resourceId)).toContain('vol-ce676ccc');
  const Expression = "SELECT resourceId WHERE resourceType = 'AWS::EC2::Volume' AND resourceId = 'vol-ce676ccc'";
  const selected = await client().send(new SelectResourceConfigCommand({ Expression }));
  expect(selected.Results).toEqual(['{"resourceId":"vol-ce676ccc"}']);
});

test('another account, and another region, know nothing of it', async () => {
  for (const foreign of [client(other), client(key, '', 'eu-central-1')]) {
    const { ConfigurationRecorders } = await foreign.send(new DescribeConfigurationRecordersCommand({}));
    expect(ConfigurationRecorders).toEqual([]);
    const stop = foreign.send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
    await expect(stop).rejects.toMatchObject({ name: 'NoSuchConfigurationRecorderException' });
  }
});

test('a body above 1 MiB is refused before its end, and one without signature as well', async () => {
  const headers = { 'x-amz-target': 'StarlingDoveService.DescribeDeliveryChannels' };
  const large = await fetch(server.url, { method: 'POST', headers, body: 'x'.repeat(2 * 1024 * 1024) });
  expect([large.status, (await large.json()).__type]).toEqual([413, 'RequestEntityTooLargeException']);
  const unsigned = await fetch(server.url, { method: 'POST', headers, body: '{}' });
  expect([unsigned.status, (await unsigned.json()).__type]).toEqual([403, 'MissingAuthenticationTokenException']);
  expect(unsigned.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
});
