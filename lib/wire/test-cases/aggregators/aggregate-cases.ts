import {
  BatchGetAggregateResourceConfigCommand,
  GetAggregateDiscoveredResourceCountsCommand,
  GetAggregateResourceConfigCommand,
  ListAggregateDiscoveredResourcesCommand,
  SelectAggregateResourceConfigCommand,
} from '@aws-sdk/client-config-service';
import { expect } from 'vitest';
import { type Account, pageType } from '../account';
import { broken, type CaseTable } from '../cases';
import { noSuchAggregator, pagedErrors } from './aggregator-cases';
import { all, putAggregator } from './put-aggregator';

/** A page of `putPage` as aggregators name it. */
export const identifier = (account: Account, ResourceId: string) => ({
  SourceAccountId: account.id,
  SourceRegion: account.region,
  ResourceType: pageType,
  ResourceId,
});

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

/** What an aggregator sees. */
export const aggregateCases: CaseTable = {
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
        awsRegion: 'us-west-2',
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
