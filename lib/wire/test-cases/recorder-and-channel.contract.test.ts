import {
  type ConfigServiceClient,
  DeleteConfigurationRecorderCommand,
  DeleteDeliveryChannelCommand,
  DeliverConfigSnapshotCommand,
  DescribeConfigurationRecorderStatusCommand,
  DescribeConfigurationRecordersCommand,
  DescribeDeliveryChannelStatusCommand,
  DescribeDeliveryChannelsCommand,
  ListConfigurationRecordersCommand,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  StartConfigurationRecorderCommand,
  StopConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { bucket, startWireServer, type WireServer } from '../test-server';

let server: WireServer;
let client: ConfigServiceClient;
beforeAll(async () => {
  server = await startWireServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  client = server.client();
});
afterEach(() => expect(server.faults.splice(0)).toEqual([]));

const roleARN = 'arn:aws:iam::123456789012:role/config';
const putRecorder = (name = 'default') =>
  client.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name, roleARN } }));
const putChannel = (settings = {}) =>
  client.send(
    new PutDeliveryChannelCommand({ DeliveryChannel: { name: 'default', s3BucketName: bucket, ...settings } }),
  );
const start = (name = 'default') =>
  client.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: name }));
const deliver = (deliveryChannelName = 'default') =>
  client.send(new DeliverConfigSnapshotCommand({ deliveryChannelName }));

/** A call that AWS refuses with this error and these words. */
async function refused(call: Promise<unknown>, name: string, message: string): Promise<void> {
  await expect(call).rejects.toMatchObject({ name, message });
}

const unknownRecorder =
  'The name of the configuration recorder you entered cannot be found. Verify the configuration recorder name, and try again.';

describe('a configuration recorder', () => {
  test('is given back in full: arn, group, mode and scope', async () => {
    await putRecorder();
    const { ConfigurationRecorders } = await client.send(new DescribeConfigurationRecordersCommand({}));
    expect(ConfigurationRecorders).toEqual([
      {
        arn: expect.stringMatching(/^arn:aws:config:us-west-2:\d{12}:configuration-recorder\/default\/[0-9a-f]{16}$/),
        name: 'default',
        roleARN,
        recordingGroup: {
          allSupported: true,
          includeGlobalResourceTypes: false,
          resourceTypes: [],
          exclusionByResourceTypes: { resourceTypes: [] },
          recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
        },
        recordingMode: { recordingFrequency: 'CONTINUOUS' },
        recordingScope: 'PAID',
      },
    ]);
    const { ConfigurationRecorderSummaries } = await client.send(new ListConfigurationRecordersCommand({}));
    expect(ConfigurationRecorderSummaries).toEqual([
      { arn: ConfigurationRecorders?.[0]?.arn, name: 'default', recordingScope: 'PAID' },
    ]);
    const filter = { filterName: 'recordingScope' as const, filterValue: ['INTERNAL'] };
    const internal = await client.send(new ListConfigurationRecordersCommand({ Filters: [filter] }));
    expect(internal.ConfigurationRecorderSummaries).toEqual([]);
    await refused(
      client.send(new ListConfigurationRecordersCommand({ NextToken: 'x' })),
      'InvalidNextTokenException',
      'The nextToken provided is invalid',
    );
  });

  test('has a status that follows start and stop', async () => {
    await putRecorder();
    await putChannel();
    const status = async () =>
      (await client.send(new DescribeConfigurationRecorderStatusCommand({}))).ConfigurationRecordersStatus?.[0];
    expect(await status()).toEqual({ arn: expect.any(String), name: 'default', recording: false });
    const before = Date.now() - 1;
    await start();
    const started = await status();
    expect(started).toMatchObject({ recording: true, lastStatus: expect.stringMatching(/^(PENDING|SUCCESS)$/) });
    expect(started?.lastStartTime?.getTime()).toBeGreaterThanOrEqual(before);
    await vi.waitFor(async () => expect(await status()).toMatchObject({ lastStatus: 'SUCCESS' }), { timeout: 30_000 });
    await client.send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
    const stopped = await status();
    expect(stopped?.recording).toBe(false);
    expect(stopped?.lastStopTime?.getTime()).toBeGreaterThanOrEqual(before);
  });

  test('is refused without a name, without a role, for a service, and as a second one', async () => {
    const put = (ConfigurationRecorder: object) =>
      client.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder }));
    await refused(
      put({ roleARN }),
      'InvalidConfigurationRecorderNameException',
      "The configuration recorder name 'null' is not valid, blank string.",
    );
    await refused(put({ name: 'default' }), 'InvalidRoleException', 'The role arn passed is not valid.');
    await expect(put({ name: 'x', roleARN, servicePrincipal: 's.amazonaws.com' })).rejects.toMatchObject({
      name: 'UnmodifiableEntityException',
    });
    await expect(put({ name: 'x', roleARN, connectorArn: 'arn:aws:config:connector' })).rejects.toMatchObject({
      name: 'UnmodifiableEntityException',
    });
    await refused(
      put({ name: 'default', roleARN, recordingGroup: { allSupported: true, resourceTypes: ['AWS::EC2::Volume'] } }),
      'InvalidRecordingGroupException',
      'The recording group provided is not valid',
    );
    await expect(
      put({ name: 'default', roleARN, recordingGroup: { resourceTypes: ['AWS::No::Type'] } }),
    ).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(
        "Value '[AWS::No::Type]' at 'configurationRecorder.recordingGroup.resourceTypes' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [",
      ),
    });
    await putRecorder();
    await refused(
      putRecorder('other'),
      'MaxNumberOfConfigurationRecordersExceededException',
      "Failed to put configuration recorder 'other' because the maximum number of configuration recorders: 1 is reached.",
    );
  });

  test('of an unknown name cannot be started, stopped, deleted or described', async () => {
    const name = { ConfigurationRecorderName: 'x' };
    await refused(
      client.send(new StartConfigurationRecorderCommand(name)),
      'NoSuchConfigurationRecorderException',
      unknownRecorder,
    );
    await refused(
      client.send(new StopConfigurationRecorderCommand(name)),
      'NoSuchConfigurationRecorderException',
      unknownRecorder,
    );
    await refused(
      client.send(new DeleteConfigurationRecorderCommand(name)),
      'NoSuchConfigurationRecorderException',
      unknownRecorder,
    );
    const names = { ConfigurationRecorderNames: ['x'] };
    for (const command of [
      new DescribeConfigurationRecordersCommand(names),
      new DescribeConfigurationRecorderStatusCommand(names),
    ]) {
      await expect(client.send(command as DescribeConfigurationRecordersCommand)).rejects.toMatchObject({
        name: 'NoSuchConfigurationRecorderException',
        message: "Cannot find configuration recorder with the specified name 'x'.",
      });
    }
  });

  test('is described by name or by ARN, not by both', async () => {
    await putRecorder();
    const { ConfigurationRecorders } = await client.send(new DescribeConfigurationRecordersCommand({}));
    const Arn = ConfigurationRecorders?.[0]?.arn;
    const byArn = await client.send(new DescribeConfigurationRecordersCommand({ Arn, ConfigurationRecorderNames: [] }));
    expect(byArn.ConfigurationRecorders).toEqual(ConfigurationRecorders);
    const names = { Arn, ConfigurationRecorderNames: ['default'] };
    await refused(
      client.send(new DescribeConfigurationRecordersCommand(names)),
      'ValidationException',
      'You have specified more than one configuration recorder.',
    );
  });

  test('needs a channel to start, and is gone once deleted', async () => {
    await putRecorder();
    await refused(
      start(),
      'NoAvailableDeliveryChannelException',
      'Delivery channel is not available to start configuration recorder.',
    );
    await client.send(new DeleteConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
    expect((await client.send(new DescribeConfigurationRecordersCommand({}))).ConfigurationRecorders).toEqual([]);
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

describe('a delivery channel', () => {
  test('is replaced as a whole, and gives back what was put and nothing else', async () => {
    await putRecorder();
    const described = async () => (await client.send(new DescribeDeliveryChannelsCommand({}))).DeliveryChannels;
    expect(await described()).toEqual([]);
    const full = {
      s3KeyPrefix: 'audit',
      s3KmsKeyArn: 'arn:aws:kms:us-west-2:123456789012:key/k',
      snsTopicARN: 'arn:aws:sns:us-west-2:123456789012:topic',
      configSnapshotDeliveryProperties: { deliveryFrequency: 'Six_Hours' },
    };
    await putChannel(full);
    expect(await described()).toEqual([{ name: 'default', s3BucketName: bucket, ...full }]);
    await putChannel();
    expect(await described()).toEqual([{ name: 'default', s3BucketName: bucket }]);
  });

  test('is refused in the order in which AWS checks', async () => {
    const noRecorder = 'Configuration recorder is not available to put delivery channel.';
    await refused(putChannel({ name: undefined }), 'NoAvailableConfigurationRecorderException', noRecorder);
    await putRecorder();
    const blank = "The delivery channel name 'null' is not valid, blank string.";
    await refused(putChannel({ name: undefined, s3BucketName: '' }), 'InvalidDeliveryChannelNameException', blank);
    const empty = 'Cannot find a S3 bucket with an empty bucket name.';
    await refused(putChannel({ s3BucketName: '', s3KeyPrefix: '' }), 'NoSuchBucketException', empty);
    const prefix = "The s3 key prefix '' is not valid, empty s3 key prefix.";
    await refused(putChannel({ s3KeyPrefix: '', snsTopicARN: '' }), 'InvalidS3KeyPrefixException', prefix);
    await refused(
      putChannel({ snsTopicARN: '', s3KmsKeyArn: '' }),
      'InvalidSNSTopicARNException',
      "The sns topic arn '' is not valid.",
    );
    await refused(
      putChannel({ s3KmsKeyArn: '' }),
      'InvalidS3KmsKeyArnException',
      "The arn '' is not a valid kms key or alias arn.",
    );
    await refused(
      putChannel({ s3BucketName: 'not-there' }),
      'NoSuchBucketException',
      "No such s3 bucket with name 'not-there'.",
    );
    await putChannel();
    await refused(
      putChannel({ name: 'second', s3BucketName: 'not-there' }),
      'MaxNumberOfDeliveryChannelsExceededException',
      "Failed to put delivery channel 'second' because the maximum number of delivery channels: 1 is reached.",
    );
  });

  test('writes its check file when it is put', async () => {
    const key = server.newKey();
    client = server.client(key);
    await putRecorder();
    await putChannel({ s3KeyPrefix: 'audit' });
    const head = await server.store.head(bucket, `audit/AWSLogs/${key.accountId}/Config/ConfigWritabilityCheckFile`);
    expect(head.size).toBe(0);
  });

  test('cannot be deleted while the recorder runs', async () => {
    const remove = (DeliveryChannelName = 'default') =>
      client.send(new DeleteDeliveryChannelCommand({ DeliveryChannelName }));
    await refused(
      remove(),
      'NoSuchDeliveryChannelException',
      "Cannot find delivery channel with specified name 'default'.",
    );
    await putRecorder();
    await putChannel();
    await start();
    await refused(
      remove(),
      'LastDeliveryChannelDeleteFailedException',
      "Failed to delete last specified delivery channel with name 'default', because there is a running configuration recorder.",
    );
    await client.send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
    await remove();
    expect((await client.send(new DescribeDeliveryChannelsCommand({}))).DeliveryChannels).toEqual([]);
  });
});

describe('a snapshot', () => {
  const status = async () =>
    (await client.send(new DescribeDeliveryChannelStatusCommand({}))).DeliveryChannelsStatus?.[0];

  test('is refused without recorder, with a stopped one, and for an unknown channel, in this order', async () => {
    const none = 'Configuration recorder not found. Add a configuration recorder and start recording.';
    await refused(deliver('unknown'), 'NoAvailableConfigurationRecorderException', none);
    await putRecorder();
    const off = 'Configuration recorder is turned off. Turn on configuration recorder.';
    await refused(deliver('unknown'), 'NoRunningConfigurationRecorderException', off);
    await putChannel();
    await start();
    const unknown = "Cannot find delivery channel with specified name 'unknown'.";
    await refused(deliver('unknown'), 'NoSuchDeliveryChannelException', unknown);
    const names = { DeliveryChannelNames: ['default', 'unknown'] };
    await refused(client.send(new DescribeDeliveryChannelsCommand(names)), 'NoSuchDeliveryChannelException', unknown);
    await refused(
      client.send(new DescribeDeliveryChannelStatusCommand(names)),
      'NoSuchDeliveryChannelException',
      unknown,
    );
  });

  test('is delivered: an id, a status that says when, and the object with that id in the bucket', async () => {
    const key = server.newKey();
    client = server.client(key);
    await putRecorder();
    await putChannel();
    expect(await status()).toEqual({
      name: 'default',
      configSnapshotDeliveryInfo: {},
      configHistoryDeliveryInfo: {},
      configStreamDeliveryInfo: { lastStatus: 'NOT_APPLICABLE' },
    });
    await start();
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { configSnapshotId = '' } = await deliver();
    expect(configSnapshotId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    await vi.waitFor(
      async () => expect((await status())?.configSnapshotDeliveryInfo).toMatchObject({ lastStatus: 'SUCCESS' }),
      { timeout: 60_000 },
    );
    expect((await status())?.configSnapshotDeliveryInfo?.lastSuccessfulTime?.getTime()).toBeGreaterThanOrEqual(before);
    const { objects } = await server.store.list(bucket, { prefix: `AWSLogs/${key.accountId}/Config/us-west-2/` });
    expect(objects.map((object) => object.key)).toEqual([expect.stringContaining(`_ConfigSnapshot_`)]);
    expect(objects[0]?.key).toContain(configSnapshotId);
  });
});
