import {
  DeleteDeliveryChannelCommand,
  DeliverConfigSnapshotCommand,
  DescribeDeliveryChannelStatusCommand,
  DescribeDeliveryChannelsCommand,
  StopConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { expect } from 'vitest';
import type { Account } from './account';
import { type CaseTable, present } from './cases';

const unknownChannel = "Cannot find delivery channel with specified name 'other'.";

const oneUnknown = { DeliveryChannelNames: ['default', 'other'] };

const deliver = ({ client }: Account, deliveryChannelName = 'default') =>
  client.send(new DeliverConfigSnapshotCommand({ deliveryChannelName }));

const channelsOf = async ({ client }: Account) =>
  (await client.send(new DescribeDeliveryChannelsCommand({}))).DeliveryChannels;

const statusOf = async ({ client }: Account) =>
  (await client.send(new DescribeDeliveryChannelStatusCommand({}))).DeliveryChannelsStatus;

const stop = ({ client }: Account) =>
  client.send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));

/** For the errors that PutDeliveryChannel meets once there is a recorder. */
const withRecorder = (settings: object) => async (account: Account) => {
  await account.putRecorder();
  return account.putChannel(settings);
};

export const channelCases: CaseTable = {
  PutDeliveryChannel: {
    async works(account) {
      await account.putRecorder();
      const settings = {
        s3KeyPrefix: 'audit',
        s3KmsKeyArn: 'arn:aws:kms:us-west-2:123456789012:key/k',
        snsTopicARN: 'arn:aws:sns:us-west-2:123456789012:topic',
        configSnapshotDeliveryProperties: { deliveryFrequency: 'Six_Hours' },
      };
      await account.putChannel(settings);
      expect(await channelsOf(account)).toEqual([{ name: 'default', s3BucketName: account.bucket, ...settings }]);
      const checkFile = `audit/AWSLogs/${account.id}/Config/ConfigWritabilityCheckFile`;
      expect(await account.objectKeys(`audit/AWSLogs/${account.id}/`)).toEqual([checkFile]);
      // Put again it is replaced as a whole.
      await account.putChannel();
      expect(await channelsOf(account)).toEqual([{ name: 'default', s3BucketName: account.bucket }]);
    },
    fails: {
      NoAvailableConfigurationRecorderException: [
        'Configuration recorder is not available to put delivery channel.',
        (account) => account.putChannel(),
      ],
      InvalidDeliveryChannelNameException: [
        "The delivery channel name 'null' is not valid, blank string.",
        withRecorder({ name: undefined }),
      ],
      NoSuchBucketException: [
        "No such s3 bucket with name 'no-such-bucket-of-ours'.",
        withRecorder({ s3BucketName: 'no-such-bucket-of-ours' }),
      ],
      InvalidS3KeyPrefixException: [
        "The s3 key prefix '' is not valid, empty s3 key prefix.",
        withRecorder({ s3KeyPrefix: '' }),
      ],
      InvalidS3KmsKeyArnException: [
        "The arn '' is not a valid kms key or alias arn.",
        withRecorder({ s3KmsKeyArn: '' }),
      ],
      InvalidSNSTopicARNException: [
        "The sns topic arn 'config-topic' is not valid.",
        withRecorder({ snsTopicARN: 'config-topic' }),
      ],
      MaxNumberOfDeliveryChannelsExceededException: [
        "Failed to put delivery channel 'second' because the maximum number of delivery channels: 1 is reached.",
        async (account) => {
          await account.record();
          return account.putChannel({ name: 'second' });
        },
      ],
      InsufficientDeliveryPolicyException: [
        /^Insufficient delivery policy to s3 bucket: unwritable-\S+, unable to write to bucket, provided s3 key prefix is 'null', provided kms key is 'null'\. ./,
        async (account) => withRecorder({ s3BucketName: await account.unwritableBucket() })(account),
      ],
    },
  },

  DescribeDeliveryChannels: {
    async works(account) {
      expect(await channelsOf(account)).toEqual([]);
      await account.putRecorder();
      await account.putChannel();
      const named = await account.client.send(
        new DescribeDeliveryChannelsCommand({ DeliveryChannelNames: ['default'] }),
      );
      expect(named.DeliveryChannels).toEqual([{ name: 'default', s3BucketName: account.bucket }]);
    },
    fails: {
      NoSuchDeliveryChannelException: [
        unknownChannel,
        async (account) => {
          await account.record();
          return account.client.send(new DescribeDeliveryChannelsCommand(oneUnknown));
        },
      ],
    },
  },

  DescribeDeliveryChannelStatus: {
    async works(account) {
      await account.record();
      expect(await statusOf(account)).toEqual([
        {
          name: 'default',
          configSnapshotDeliveryInfo: {},
          configHistoryDeliveryInfo: {},
          configStreamDeliveryInfo: { lastStatus: 'NOT_APPLICABLE' },
        },
      ]);
    },
    fails: {
      NoSuchDeliveryChannelException: [
        unknownChannel,
        async (account) => {
          await account.record();
          return account.client.send(new DescribeDeliveryChannelStatusCommand(oneUnknown));
        },
      ],
    },
  },

  DeliverConfigSnapshot: {
    async works(account) {
      await account.record();
      const before = Date.now();
      const { configSnapshotId = '' } = await deliver(account);
      expect(configSnapshotId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      await expect
        .poll(async () => (await statusOf(account))?.[0]?.configSnapshotDeliveryInfo, { timeout: 30_000 })
        .toMatchObject({ lastStatus: 'SUCCESS' });
      const [status] = present(await statusOf(account));
      expect(status?.configSnapshotDeliveryInfo?.lastSuccessfulTime?.getTime()).toBeGreaterThanOrEqual(before);
      const keys = await account.objectKeys(`AWSLogs/${account.id}/Config/us-west-2/`);
      expect(keys).toEqual([
        expect.stringMatching(
          new RegExp(
            `^AWSLogs/${account.id}/Config/us-west-2/\\d{4}/[1-9]\\d?/[1-9]\\d?/ConfigSnapshot/${account.id}_Config_us-west-2_ConfigSnapshot_\\d{8}T\\d{6}Z_${configSnapshotId}\\.json\\.gz$`,
          ),
        ),
      ]);
    },
    fails: {
      NoAvailableConfigurationRecorderException: [
        'Configuration recorder not found. Add a configuration recorder and start recording.',
        (account) => deliver(account, 'other'),
      ],
      NoRunningConfigurationRecorderException: [
        'Configuration recorder is turned off. Turn on configuration recorder.',
        async (account) => {
          await account.putRecorder();
          return deliver(account, 'other');
        },
      ],
      NoSuchDeliveryChannelException: [
        unknownChannel,
        async (account) => {
          await account.record();
          return deliver(account, 'other');
        },
      ],
    },
  },

  DeleteDeliveryChannel: {
    async works(account) {
      await account.record();
      await stop(account);
      await account.client.send(new DeleteDeliveryChannelCommand({ DeliveryChannelName: 'default' }));
      expect(await channelsOf(account)).toEqual([]);
    },
    fails: {
      NoSuchDeliveryChannelException: [
        unknownChannel,
        ({ client }) => client.send(new DeleteDeliveryChannelCommand({ DeliveryChannelName: 'other' })),
      ],
      LastDeliveryChannelDeleteFailedException: [
        "Failed to delete last specified delivery channel with name 'default', because there is a running configuration recorder.",
        async (account) => {
          await account.record();
          return account.client.send(new DeleteDeliveryChannelCommand({ DeliveryChannelName: 'default' }));
        },
      ],
    },
  },
};
