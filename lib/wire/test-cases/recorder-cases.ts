import {
  DeleteConfigurationRecorderCommand,
  DescribeConfigurationRecorderStatusCommand,
  DescribeConfigurationRecordersCommand,
  ListConfigurationRecordersCommand,
  PutConfigurationRecorderCommand,
  StopConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { expect } from 'vitest';
import { type Account, roleARN } from './account';
import { broken, type CaseTable, long } from './cases';

const unknownRecorder =
  'The name of the configuration recorder you entered cannot be found. Verify the configuration recorder name, and try again.';
const ConfigurationRecorderName = 'default';
const two = { ConfigurationRecorderNames: ['default'], Arn: 'arn' };
const moreThanOne = 'You have specified more than one configuration recorder.';
const noSuchRecorder = "Cannot find configuration recorder with the specified name 'other'.";

const statusOf = async ({ client }: Account) =>
  (await client.send(new DescribeConfigurationRecorderStatusCommand({}))).ConfigurationRecordersStatus;

const recordersOf = async ({ client }: Account) =>
  (await client.send(new DescribeConfigurationRecordersCommand({}))).ConfigurationRecorders;

export const recorderCases: CaseTable = {
  PutConfigurationRecorder: {
    async works(account) {
      const resourceTypes = ['AWS::EC2::Volume', 'AWS::S3::Bucket'];
      await account.putRecorder({
        recordingGroup: { resourceTypes, recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' } },
        recordingMode: { recordingFrequency: 'DAILY' },
      });
      expect(await recordersOf(account)).toMatchObject([{ recordingGroup: { allSupported: false, resourceTypes } }]);
      // Put again it is changed, not a second one.
      await account.putRecorder();
      expect(await recordersOf(account)).toMatchObject([
        {
          name: 'default',
          recordingGroup: { allSupported: true, resourceTypes: [] },
          recordingMode: { recordingFrequency: 'CONTINUOUS' },
        },
      ]);
    },
    fails: {
      MaxNumberOfConfigurationRecordersExceededException: [
        "Failed to put configuration recorder 'second' because the maximum number of configuration recorders: 1 is reached.",
        async (account) => {
          await account.putRecorder();
          return account.putRecorder({ name: 'second' });
        },
      ],
      ValidationException: [
        broken('configurationRecorder.name', 'have length less than or equal to 256'),
        (account) => account.putRecorder({ name: long(257) }),
      ],
      InvalidConfigurationRecorderNameException: [
        "The configuration recorder name 'null' is not valid, blank string.",
        ({ client }) => client.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder: { roleARN } })),
      ],
      InvalidRoleException: [
        'The role arn passed is not valid.',
        (account) => account.putRecorder({ roleARN: undefined }),
      ],
      InvalidRecordingGroupException: [
        'The recording group provided is not valid',
        (account) =>
          account.putRecorder({ recordingGroup: { allSupported: true, resourceTypes: ['AWS::EC2::Volume'] } }),
      ],
      UnmodifiableEntityException: [
        /service-linked configuration recorder/,
        (account) => account.putRecorder({ servicePrincipal: 'securityhub.amazonaws.com' }),
      ],
    },
  },

  DescribeConfigurationRecorders: {
    async works(account) {
      expect(await recordersOf(account)).toEqual([]);
      await account.putRecorder();
      expect(await recordersOf(account)).toEqual([
        {
          arn: expect.stringMatching(
            new RegExp(`^arn:aws:config:us-west-2:${account.id}:configuration-recorder/default/[0-9a-f]{16}$`),
          ),
          name: 'default',
          roleARN,
          recordingGroup: {
            allSupported: true,
            includeGlobalResourceTypes: false,
            resourceTypes: [],
            exclusionByResourceTypes: { resourceTypes: [] },
            recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
          },
          recordingMode: { recordingFrequency: 'CONTINUOUS', recordingModeOverrides: [] },
          recordingScope: 'PAID',
        },
      ]);
    },
    fails: {
      NoSuchConfigurationRecorderException: [
        noSuchRecorder,
        ({ client }) =>
          client.send(new DescribeConfigurationRecordersCommand({ ConfigurationRecorderNames: ['other'] })),
      ],
      ValidationException: [moreThanOne, ({ client }) => client.send(new DescribeConfigurationRecordersCommand(two))],
    },
  },

  DescribeConfigurationRecorderStatus: {
    async works(account) {
      await account.putRecorder();
      const never = { arn: await account.recorderArn(), name: 'default', recording: false };
      expect(await statusOf(account)).toEqual([never]);
      await account.putChannel();
      const before = Date.now() - 1;
      await account.start();
      await expect
        .poll(() => statusOf(account), { timeout: 30_000 })
        .toMatchObject([{ name: 'default', recording: true, lastStatus: 'SUCCESS' }]);
      expect((await statusOf(account))?.[0]?.lastStartTime?.getTime()).toBeGreaterThanOrEqual(before);
    },
    fails: {
      NoSuchConfigurationRecorderException: [
        noSuchRecorder,
        ({ client }) =>
          client.send(new DescribeConfigurationRecorderStatusCommand({ ConfigurationRecorderNames: ['other'] })),
      ],
      ValidationException: [
        moreThanOne,
        ({ client }) => client.send(new DescribeConfigurationRecorderStatusCommand(two)),
      ],
    },
  },

  ListConfigurationRecorders: {
    async works(account) {
      await account.putRecorder();
      const filtered = async (filterValue: string[]) =>
        (
          await account.client.send(
            new ListConfigurationRecordersCommand({ Filters: [{ filterName: 'recordingScope', filterValue }] }),
          )
        ).ConfigurationRecorderSummaries;
      const summary = { arn: await account.recorderArn(), name: 'default', recordingScope: 'PAID' };
      expect(await filtered(['PAID'])).toEqual([summary]);
      expect(await filtered(['INTERNAL'])).toEqual([]);
    },
    fails: {
      ValidationException: [
        broken('maxResults', 'have value less than or equal to 20'),
        ({ client }) => client.send(new ListConfigurationRecordersCommand({ MaxResults: 21 })),
      ],
    },
  },

  StartConfigurationRecorder: {
    async works(account) {
      await account.record();
      expect(await statusOf(account)).toMatchObject([{ recording: true }]);
    },
    fails: {
      NoSuchConfigurationRecorderException: [unknownRecorder, (account) => account.start()],
      NoAvailableDeliveryChannelException: [
        'Delivery channel is not available to start configuration recorder.',
        async (account) => {
          await account.putRecorder();
          return account.start();
        },
      ],
    },
  },

  StopConfigurationRecorder: {
    async works(account) {
      await account.record();
      const before = Date.now() - 1;
      await account.client.send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName }));
      const [status] = (await statusOf(account)) ?? [];
      expect(status?.recording).toBe(false);
      expect(status?.lastStopTime?.getTime()).toBeGreaterThanOrEqual(before);
    },
    fails: {
      NoSuchConfigurationRecorderException: [
        unknownRecorder,
        ({ client }) => client.send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName })),
      ],
    },
  },

  DeleteConfigurationRecorder: {
    async works(account) {
      await account.putRecorder();
      await account.client.send(new DeleteConfigurationRecorderCommand({ ConfigurationRecorderName }));
      expect(await recordersOf(account)).toEqual([]);
    },
    fails: {
      NoSuchConfigurationRecorderException: [
        unknownRecorder,
        ({ client }) => client.send(new DeleteConfigurationRecorderCommand({ ConfigurationRecorderName })),
      ],
    },
  },
};
