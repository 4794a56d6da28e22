import {
  BatchGetAggregateResourceConfigCommand,
  DeleteAggregationAuthorizationCommand,
  DeleteConfigurationAggregatorCommand,
  DeletePendingAggregationRequestCommand,
  DescribeAggregationAuthorizationsCommand,
  DescribeConfigurationAggregatorSourcesStatusCommand,
  DescribeConfigurationAggregatorsCommand,
  DescribePendingAggregationRequestsCommand,
  GetAggregateDiscoveredResourceCountsCommand,
  GetAggregateResourceConfigCommand,
  ListAggregateDiscoveredResourcesCommand,
  PutAggregationAuthorizationCommand,
  PutConfigurationAggregatorCommand,
  SelectAggregateResourceConfigCommand,
} from '@aws-sdk/client-config-service';
import { expect } from 'vitest';
import { type Account, pageType, roleARN } from './account';
import { broken, type CaseTable, invalidToken, type OperationCases } from './cases';

const noSuchAggregator =
  'The configuration aggregator does not exist. Check the configuration aggregator name and try again.';
const all = { ConfigurationAggregatorName: 'all' };
const west = 'us-west-2';

/** Makes the aggregator `all` of its own account and the given others, of all Regions. */
export function putAggregator({ client, id }: Account, accountIds: string[] = [], more: object = {}) {
  const AccountAggregationSources = [{ AccountIds: [id, ...accountIds], AllAwsRegions: true }];
  return client.send(new PutConfigurationAggregatorCommand({ ...all, AccountAggregationSources, ...more }));
}

/** Lets the aggregators of `aggregating` in us-west-2 collect from the Region of `account`. */
export function authorize(account: Account, aggregating: Account, more: object = {}) {
  const authorized = { AuthorizedAccountId: aggregating.id, AuthorizedAwsRegion: west };
  return account.client.send(new PutAggregationAuthorizationCommand({ ...authorized, ...more }));
}

export const identifier = (account: Account, ResourceId: string) => ({
  SourceAccountId: account.id,
  SourceRegion: account.region,
  ResourceType: pageType,
  ResourceId,
});

const requester = { RequesterAccountId: '999999999999', RequesterAwsRegion: west };
const aggregatorsOf = ({ client }: Account, request: object = {}) =>
  client.send(new DescribeConfigurationAggregatorsCommand(request));
const statusOf = ({ client }: Account, request: object = {}) =>
  client.send(new DescribeConfigurationAggregatorSourcesStatusCommand({ ...all, ...request }));
const authorizationsOf = ({ client }: Account, request: object = {}) =>
  client.send(new DescribeAggregationAuthorizationsCommand(request));
const pendingOf = ({ client }: Account, request: object = {}) =>
  client.send(new DescribePendingAggregationRequestsCommand(request));
const countsOf = ({ client }: Account, request: object = {}) =>
  client.send(new GetAggregateDiscoveredResourceCountsCommand({ ...all, ...request }));
const resourcesOf = ({ client }: Account, request: object = {}) =>
  client.send(new ListAggregateDiscoveredResourcesCommand({ ...all, ResourceType: pageType, ...request }));
const select = ({ client }: Account, Expression: string, request: object = {}) =>
  client.send(new SelectAggregateResourceConfigCommand({ ...all, Expression, ...request }));

/** An aggregator of an account with two pages, `p-1` and `p-2`. */
async function recorded(account: Account): Promise<Account> {
  await account.record();
  for (const id of ['p-1', 'p-2']) await account.putPage(id);
  await putAggregator(account);
  return account;
}

/** The errors of an operation that reads pages of what an aggregator holds. */
const pagedErrors = (
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

/** Aggregators, who may collect, and what they see. */
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

  PutAggregationAuthorization: {
    async works(account) {
      const other = account.other();
      const { AggregationAuthorization: given } = await authorize(account, other);
      expect(given).toEqual({
        AggregationAuthorizationArn: `arn:aws:config:us-west-2:${account.id}:aggregation-authorization/${other.id}/us-west-2`,
        AuthorizedAccountId: other.id,
        AuthorizedAwsRegion: west,
        CreationTime: expect.any(Date),
      });
      expect((await authorize(account, other)).AggregationAuthorization).toEqual(given);
    },
    fails: {},
  },

  DescribeAggregationAuthorizations: {
    async works(account) {
      expect((await authorizationsOf(account)).AggregationAuthorizations).toEqual([]);
      const others = [account.other(), account.other()];
      for (const other of others) await authorize(account, other);
      const first = await authorizationsOf(account, { Limit: 1 });
      const rest = await authorizationsOf(account, { Limit: 1, NextToken: first.NextToken });
      const listed = [first, rest].flatMap(({ AggregationAuthorizations = [] }) => AggregationAuthorizations);
      expect(listed.map(({ AuthorizedAccountId }) => AuthorizedAccountId)).toEqual(others.map(({ id }) => id));
      expect(rest.NextToken).toBeUndefined();
    },
    fails: {
      InvalidNextTokenException: [invalidToken, (account) => authorizationsOf(account, { NextToken: 'not-ours' })],
      InvalidLimitException: [
        broken('limit', 'have value less than or equal to 100'),
        (account) => authorizationsOf(account, { Limit: 101 }),
      ],
    },
  },

  DeleteAggregationAuthorization: {
    async works(account) {
      const other = account.other();
      await authorize(account, other);
      const remove = () =>
        account.client.send(
          new DeleteAggregationAuthorizationCommand({ AuthorizedAccountId: other.id, AuthorizedAwsRegion: west }),
        );
      await remove();
      expect((await authorizationsOf(account)).AggregationAuthorizations).toEqual([]);
      await remove();
    },
    fails: {},
  },

  DescribePendingAggregationRequests: {
    async works(account) {
      const others = [account.other(), account.other()];
      for (const other of others) await putAggregator(other, [account.id]);
      const first = await pendingOf(account, { Limit: 1 });
      const rest = await pendingOf(account, { Limit: 1, NextToken: first.NextToken });
      const listed = [first, rest].flatMap(({ PendingAggregationRequests = [] }) => PendingAggregationRequests);
      expect(listed).toEqual(others.map(({ id }) => ({ RequesterAccountId: id, RequesterAwsRegion: west })));
      expect(rest.NextToken).toBeUndefined();
    },
    fails: {
      InvalidNextTokenException: [invalidToken, (account) => pendingOf(account, { NextToken: 'not-ours' })],
      InvalidLimitException: [
        broken('limit', 'have value less than or equal to 20'),
        (account) => pendingOf(account, { Limit: 21 }),
      ],
    },
  },

  DeletePendingAggregationRequest: {
    async works(account) {
      const other = account.other();
      await putAggregator(other, [account.id]);
      const dismiss = (request: object) =>
        account.client.send(new DeletePendingAggregationRequestCommand({ ...requester, ...request }));
      await dismiss({});
      await dismiss({ RequesterAccountId: other.id });
      expect((await pendingOf(account)).PendingAggregationRequests).toEqual([]);
      // Put again it asks again.
      await putAggregator(other, [account.id]);
      expect((await pendingOf(account)).PendingAggregationRequests).toHaveLength(1);
    },
    fails: {},
  },

  GetAggregateDiscoveredResourceCounts: {
    async works(account) {
      await recorded(account);
      expect(
        await countsOf(account, { GroupByKey: 'RESOURCE_TYPE', Filters: { ResourceType: pageType } }),
      ).toMatchObject({
        TotalDiscoveredResources: 2,
        GroupByKey: 'RESOURCE_TYPE',
        GroupedResourceCounts: [{ GroupName: pageType, ResourceCount: 2 }],
      });
    },
    fails: {
      ...pagedErrors(countsOf, 1000),
      ValidationException: [
        broken('groupByKey', 'satisfy enum value set'),
        (account) => countsOf(account, { GroupByKey: 'COLOR' }),
      ],
    },
  },

  ListAggregateDiscoveredResources: {
    async works(account) {
      await recorded(account);
      const first = await resourcesOf(account, { Limit: 1 });
      expect(first.ResourceIdentifiers).toEqual([identifier(account, 'p-1')]);
      const rest = await resourcesOf(account, { Limit: 1, NextToken: first.NextToken });
      expect([rest.ResourceIdentifiers, rest.NextToken]).toEqual([[identifier(account, 'p-2')], undefined]);
    },
    fails: {
      ...pagedErrors(resourcesOf, 100),
      ValidationException: [
        broken('filters.accountId', 'satisfy regular expression pattern'),
        (account) => resourcesOf(account, { Filters: { AccountId: 'mine' } }),
      ],
    },
  },

  GetAggregateResourceConfig: {
    async works(account) {
      await recorded(account);
      const ResourceIdentifier = identifier(account, 'p-1');
      const { ConfigurationItem } = await account.client.send(
        new GetAggregateResourceConfigCommand({ ...all, ResourceIdentifier }),
      );
      expect(ConfigurationItem).toMatchObject({
        accountId: account.id,
        awsRegion: west,
        resourceType: pageType,
        resourceId: 'p-1',
        configuration: '{"id":"p-1"}',
        tags: {},
        relationships: [],
      });
    },
    fails: {
      NoSuchConfigurationAggregatorException: [
        noSuchAggregator,
        (account) =>
          account.client.send(
            new GetAggregateResourceConfigCommand({ ...all, ResourceIdentifier: identifier(account, 'p-1') }),
          ),
      ],
      ResourceNotDiscoveredException: [
        `Resource p-9 of resourceType:${pageType} is unknown or has not been discovered`,
        async (account) => {
          await putAggregator(account);
          const ResourceIdentifier = identifier(account, 'p-9');
          return account.client.send(new GetAggregateResourceConfigCommand({ ...all, ResourceIdentifier }));
        },
      ],
      ValidationException: [
        broken('resourceIdentifier.resourceId', 'have length greater than or equal to 1'),
        (account) =>
          account.client.send(
            new GetAggregateResourceConfigCommand({ ...all, ResourceIdentifier: identifier(account, '') }),
          ),
      ],
    },
  },

  BatchGetAggregateResourceConfig: {
    async works(account) {
      await recorded(account);
      const ResourceIdentifiers = ['p-9', 'p-2', 'p-1'].map((id) => identifier(account, id));
      const answer = await account.client.send(
        new BatchGetAggregateResourceConfigCommand({ ...all, ResourceIdentifiers }),
      );
      expect(answer.BaseConfigurationItems?.map(({ resourceId }) => resourceId)).toEqual(['p-2', 'p-1']);
      expect(answer.UnprocessedResourceIdentifiers).toEqual([identifier(account, 'p-9')]);
    },
    fails: {
      NoSuchConfigurationAggregatorException: [
        noSuchAggregator,
        (account) =>
          account.client.send(
            new BatchGetAggregateResourceConfigCommand({ ...all, ResourceIdentifiers: [identifier(account, 'p-1')] }),
          ),
      ],
      ValidationException: [
        broken('resourceIdentifiers', 'have length greater than or equal to 1'),
        ({ client }) => client.send(new BatchGetAggregateResourceConfigCommand({ ...all, ResourceIdentifiers: [] })),
      ],
    },
  },

  SelectAggregateResourceConfig: {
    async works(account) {
      await recorded(account);
      const answer = await select(account, `SELECT resourceId, accountId WHERE resourceType = '${pageType}';`);
      expect(answer.Results).toEqual(
        ['p-1', 'p-2'].map((resourceId) => JSON.stringify({ resourceId, accountId: account.id })),
      );
      expect(answer.QueryInfo?.SelectFields).toEqual([{ Name: 'resourceId' }, { Name: 'accountId' }]);
    },
    fails: {
      ...pagedErrors((account, request) => select(account, 'SELECT resourceId', request), 100),
      InvalidExpressionException: [
        /^The expression is not valid: FROM is not supported here/,
        async (account) => {
          await putAggregator(account);
          return select(account, 'SELECT resourceId FROM all');
        },
      ],
    },
  },
};
