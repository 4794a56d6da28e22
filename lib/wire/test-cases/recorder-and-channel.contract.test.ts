import {
  type ConfigServiceClient,
  DescribeConfigurationRecordersCommand,
  ListConfigurationRecordersCommand,
  PutConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWireServer, type WireServer } from '../test-server';
import { Account, roleARN } from './account';

// What the tables of operations.contract.test.ts do not tell of them: the order of AWS's checks, and what is in no list of errors.

let server: WireServer;
let account: Account;
beforeAll(async () => {
  server = await startWireServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  account = new Account(server);
});
afterEach(() => expect(server.faults.splice(0)).toEqual([]));

describe('a configuration recorder', () => {
  test('is refused for a connector, and for a type that AWS Config does not have', async () => {
    await expect(account.putRecorder({ connectorArn: 'arn:aws:config:connector' })).rejects.toMatchObject({
      name: 'UnmodifiableEntityException',
    });
    await expect(account.putRecorder({ recordingGroup: { resourceTypes: ['AWS::No::Type'] } })).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(
        "Value '[AWS::No::Type]' at 'configurationRecorder.recordingGroup.resourceTypes' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [",
      ),
    });
  });

  test('is described by its ARN', async () => {
    await account.putRecorder();
    const Arn = await account.recorderArn();
    const command = new DescribeConfigurationRecordersCommand({ Arn, ConfigurationRecorderNames: [] });
    const { ConfigurationRecorders } = await account.client.send(command);
    expect(ConfigurationRecorders?.map(({ arn }) => arn)).toEqual([Arn]);
  });

  test('is listed without a filter, and not by a token of somebody else', async () => {
    await account.putRecorder();
    const list = (request: object) => account.client.send(new ListConfigurationRecordersCommand(request));
    expect((await list({})).ConfigurationRecorderSummaries?.map(({ name }) => name)).toEqual(['default']);
    await expect(list({ NextToken: 'x' })).rejects.toMatchObject({
      name: 'InvalidNextTokenException',
      message: 'The nextToken provided is invalid',
    });
  });

  test('is one for each account and region', async () => {
    const key = server.newKey();
    const [west, east] = [server.client(key), server.client(key, 'eu-central-1')];
    await west.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name: 'west', roleARN } }));
    expect((await east.send(new DescribeConfigurationRecordersCommand({}))).ConfigurationRecorders).toEqual([]);
    await east.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name: 'east', roleARN } }));
    const names = async (of: ConfigServiceClient) =>
      (await of.send(new DescribeConfigurationRecordersCommand({}))).ConfigurationRecorders?.map(({ name }) => name);
    expect([await names(west), await names(east), await names(server.client())]).toEqual([['west'], ['east'], []]);
  });
});

test('a delivery channel is refused in the order in which AWS checks', async () => {
  const refused = (settings: object, name: string) =>
    expect(account.putChannel(settings)).rejects.toMatchObject({ name });
  await refused({ name: undefined }, 'NoAvailableConfigurationRecorderException');
  await account.putRecorder();
  await refused({ name: undefined, s3BucketName: '' }, 'InvalidDeliveryChannelNameException');
  await expect(account.putChannel({ s3BucketName: '', s3KeyPrefix: '' })).rejects.toMatchObject({
    name: 'NoSuchBucketException',
    message: 'Cannot find a S3 bucket with an empty bucket name.',
  });
  await refused({ s3KeyPrefix: '', snsTopicARN: '' }, 'InvalidS3KeyPrefixException');
  await refused({ snsTopicARN: 'topic', s3KmsKeyArn: '' }, 'InvalidSNSTopicARNException');
  await refused({ s3KmsKeyArn: '', s3BucketName: 'not-there' }, 'InvalidS3KmsKeyArnException');
  await refused({ s3BucketName: 'not-there' }, 'NoSuchBucketException');
  await refused({ s3BucketName: `arn:aws:s3:::${account.bucket}` }, 'InsufficientDeliveryPolicyException');
  await account.putChannel();
  await refused({ name: 'second', s3BucketName: 'not-there' }, 'MaxNumberOfDeliveryChannelsExceededException');
});
