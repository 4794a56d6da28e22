import {
  DeleteConfigurationAggregatorCommand,
  DescribeConfigurationAggregatorSourcesStatusCommand,
  DescribeConfigurationAggregatorsCommand,
} from '@aws-sdk/client-config-service';
import { expect } from 'vitest';
import { type Account, roleARN } from '../account';
import { broken, type CaseTable, invalidToken, type OperationCases } from '../cases';
import { authorize } from './authorization-cases';
import { all, putAggregator } from './put-aggregator';

export const noSuchAggregator =
  'The configuration aggregator does not exist. Check the configuration aggregator name and try again.';
const west = 'us-west-2';

const aggregatorsOf = ({ client }: Account, request: object = {}) =>
  client.send(new DescribeConfigurationAggregatorsCommand(request));
const statusOf = ({ client }: Account, request: object = {}) =>
  client.send(new DescribeConfigurationAggregatorSourcesStatusCommand({ ...all, ...request }));
/** The errors of an operation that reads pages of what an aggregator holds. */
export const pagedErrors = (
  call: (account: Account, request?: object) => Promise<unknown>,
  most: number,
): OperationCases['fails'] => ({
  NoSuchConfigurationAggregatorException: [noSuchAggregator, (account) => call(account)],
  InvalidNextTokenException: [
    invalidToken,
    async (account) => {
      await putAggregator(account);
      return call(account, { NextToken: 'not-ours' });
    },
  ],
  InvalidLimitException: [
    broken('limit', `have value less than or equal to ${most}`),
    (account) => call(account, { Limit: most + 1 }),
  ],
});

/** Aggregators and their sources. */
export const aggregatorCases: CaseTable = {
  PutConfigurationAggregator: {
    async works(account) {
      const { ConfigurationAggregator: made } = await putAggregator(account);
      expect(made).toEqual({
        ConfigurationAggregatorName: 'all',
        ConfigurationAggregatorArn: expect.stringMatching(
          new RegExp(`^arn:aws:config:us-west-2:${account.id}:config-aggregator/config-aggregator-[a-z0-9]{8}$`),
        ),
        AccountAggregationSources: [{ AccountIds: [account.id], AllAwsRegions: true }],
        CreationTime: expect.any(Date),
        LastUpdatedTime: made?.CreationTime,
      });
      const AccountAggregationSources = [{ AccountIds: ['999999999999'], AwsRegions: [west] }];
      const { ConfigurationAggregator: changed } = await putAggregator(account, [], { AccountAggregationSources });
      expect(changed).toEqual({
        ...made,
        AccountAggregationSources: [{ AccountIds: ['999999999999'], AllAwsRegions: false, AwsRegions: [west] }],
        LastUpdatedTime: expect.any(Date),
      });
    },
    fails: {
      InvalidParameterValueException: [
        'Your request does not specify any regions. Select AWS Config-supported regions and try again.',
        (account) => putAggregator(account, [], { AccountAggregationSources: [{ AccountIds: [account.id] }] }),
      ],
      LimitExceededException: [
        'An aggregator may have 10000 source accounts, and this one has 10001.',
        (account) =>
          putAggregator(
            account,
            Array.from({ length: 10_000 }, (_, index) => String(500_000_000_000 + index)),
          ),
      ],
      InvalidRoleException: [
        'The role arn passed is not valid.',
        (account) =>
          putAggregator(account, [], {
            AccountAggregationSources: undefined,
            OrganizationAggregationSource: { RoleArn: '', AllAwsRegions: true },
          }),
      ],
      OrganizationAccessDeniedException: [
        'This action can only be made by accounts in an AWS Organization',
        (account) =>
          putAggregator(account, [], {
            AccountAggregationSources: undefined,
            OrganizationAggregationSource: { RoleArn: roleARN, AllAwsRegions: true },
          }),
      ],
    },
  },

  DescribeConfigurationAggregators: {
    async works(account) {
      expect((await aggregatorsOf(account)).ConfigurationAggregators).toEqual([]);
      const { ConfigurationAggregator: made } = await putAggregator(account);
      await putAggregator(account, [], { ConfigurationAggregatorName: 'more' });
      const named = await aggregatorsOf(account, { ConfigurationAggregatorNames: ['all'] });
      expect(named.ConfigurationAggregators).toEqual([made]);
      const first = await aggregatorsOf(account, { Limit: 1 });
      expect(first.ConfigurationAggregators).toEqual([made]);
      const rest = await aggregatorsOf(account, { Limit: 1, NextToken: first.NextToken });
      expect(rest.ConfigurationAggregators).toMatchObject([{ ConfigurationAggregatorName: 'more' }]);
      expect(rest.NextToken).toBeUndefined();
    },
    fails: {
      ...pagedErrors(aggregatorsOf, 100),
      NoSuchConfigurationAggregatorException: [
        'At least one of the configuration aggregators does not exist. Check the configuration aggregator names and try again.',
        async (account) => {
          await putAggregator(account);
          return aggregatorsOf(account, { ConfigurationAggregatorNames: ['all', 'other'] });
        },
      ],
    },
  },

  DeleteConfigurationAggregator: {
    async works(account) {
      await putAggregator(account);
      await account.client.send(new DeleteConfigurationAggregatorCommand(all));
      expect((await aggregatorsOf(account)).ConfigurationAggregators).toEqual([]);
    },
    fails: {
      NoSuchConfigurationAggregatorException: [
        noSuchAggregator,
        ({ client }) => client.send(new DeleteConfigurationAggregatorCommand(all)),
      ],
    },
  },

  DescribeConfigurationAggregatorSourcesStatus: {
    async works(account) {
      const other = account.other();
      const AccountAggregationSources = [{ AccountIds: [account.id, other.id], AwsRegions: [west, 'eu-west-1'] }];
      await putAggregator(account, [], { AccountAggregationSources });
      await authorize(other, account);
      const before = Date.now();
      const { AggregatedSourceStatusList: sources = [] } = await statusOf(account);
      const told = sources.map(({ SourceId, AwsRegion, LastUpdateStatus }) => [SourceId, AwsRegion, LastUpdateStatus]);
      expect(told).toEqual([
        [account.id, 'eu-west-1', 'SUCCEEDED'],
        [account.id, west, 'SUCCEEDED'],
        [other.id, 'eu-west-1', 'FAILED'],
        [other.id, west, 'SUCCEEDED'],
      ]);
      const failed = await statusOf(account, { UpdateStatus: ['FAILED'] });
      expect(failed.AggregatedSourceStatusList).toEqual([
        {
          SourceId: other.id,
          SourceType: 'ACCOUNT',
          AwsRegion: 'eu-west-1',
          LastUpdateStatus: 'FAILED',
          LastUpdateTime: expect.any(Date),
          LastErrorCode: 'NotAuthorized',
          LastErrorMessage: `The account ${other.id} has not authorized this aggregator in eu-west-1. Use PutAggregationAuthorization there.`,
        },
      ]);
      expect(sources[0]?.LastUpdateTime?.getTime()).toBeGreaterThanOrEqual(before);
    },
    fails: pagedErrors(statusOf, 100),
  },
};
