import { afterAll, beforeAll, expect, test } from 'vitest';
import { performForConsole, recordableTypes } from './console';
import { bucket, startWireServer, type WireServer } from './test-server';

const scope = { accountId: '900000000001', region: 'us-west-2' };
let server: WireServer;

beforeAll(async () => {
  server = await startWireServer();
});
afterAll(() => server.stop());

const perform = (name: string, input: unknown) => performForConsole(name, input, scope, server.ports);

test('a form sets up recorder and channel by the operations of AWS clients', async () => {
  await perform('PutConfigurationRecorder', {
    ConfigurationRecorder: { name: 'default', roleARN: 'arn:aws:iam::900000000001:role/config' },
  });
  await perform('PutDeliveryChannel', { DeliveryChannel: { name: 'default', s3BucketName: bucket } });
  await expect(perform('DescribeDeliveryChannels', {})).resolves.toEqual({
    DeliveryChannels: [{ name: 'default', s3BucketName: bucket }],
  });
  await expect(
    perform('StartConfigurationRecorder', { ConfigurationRecorderName: 'default' }),
  ).resolves.toBeUndefined();
});

test.each([
  ['a bucket that is not there', { name: 'default', s3BucketName: 'no-bucket' }, 'NoSuchBucketException'],
  [
    'a frequency that AWS does not have',
    { name: 'default', s3BucketName: bucket, configSnapshotDeliveryProperties: { deliveryFrequency: 'Often' } },
    'ValidationException',
  ],
  ['another name', { name: 'second', s3BucketName: bucket }, 'MaxNumberOfDeliveryChannelsExceededException'],
])('%s is refused by AWS’s own code', async (_, DeliveryChannel, code) => {
  await expect(perform('PutDeliveryChannel', { DeliveryChannel })).rejects.toMatchObject({
    name: 'DomainError',
    code,
  });
});

test('the types to choose from are those of the service model', () => {
  expect(recordableTypes()).toContain('AWS::EC2::Volume');
  expect(recordableTypes().length).toBeGreaterThan(300);
});
