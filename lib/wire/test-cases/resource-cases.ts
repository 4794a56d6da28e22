import {
  BatchGetResourceConfigCommand,
  type ConfigurationItem,
  DeleteResourceConfigCommand,
  GetDiscoveredResourceCountsCommand,
  GetResourceConfigHistoryCommand,
  type GetResourceConfigHistoryRequest,
  ListDiscoveredResourcesCommand,
  type ListDiscoveredResourcesRequest,
  SelectResourceConfigCommand,
} from '@aws-sdk/client-config-service';
import { expect } from 'vitest';
import { type Account, pageType } from './account';
import { broken, type CaseTable, invalidToken, long, present } from './cases';

const list = ({ client }: Account, request: Partial<ListDiscoveredResourcesRequest> = {}) =>
  client.send(new ListDiscoveredResourcesCommand({ resourceType: pageType, ...request }));

const history = ({ client }: Account, request: Partial<GetResourceConfigHistoryRequest> = {}) =>
  client.send(new GetResourceConfigHistoryCommand({ resourceType: pageType, resourceId: 'p-1', ...request }));

const counts = ({ client }: Account, request: object = {}) =>
  client.send(new GetDiscoveredResourceCountsCommand(request));

const select = ({ client }: Account, Expression: string, more: object = {}) =>
  client.send(new SelectResourceConfigCommand({ Expression, ...more }));

const remove = ({ client }: Account, ResourceType: string = pageType) =>
  client.send(new DeleteResourceConfigCommand({ ResourceType, ResourceId: 'p-1' }));

const idsOf = (answer: Awaited<ReturnType<typeof list>>) =>
  answer.resourceIdentifiers?.map(({ resourceId }) => resourceId);

const statusesOf = (items: ConfigurationItem[] | undefined) =>
  items?.map(({ configurationItemStatus }) => configurationItemStatus);

const page = { version: '1.3', resourceType: pageType, resourceId: 'p-1', resourceName: 'Start' };
const noRecorder = /^There are no configuration recorders available/;
const notRunning = 'There is no configuration recorder running.';
const limitAbove = (most: number) => broken('limit', `have value less than or equal to ${most}`);
const keptName = "You cannot use the organization name 'AWS' with custom resource types.";

export const resourceCases: CaseTable = {
  PutResourceConfig: {
    async works(account) {
      await account.record();
      await account.putPage('p-1', { ResourceName: 'Start', Tags: { team: 'docs' } });
      const { configurationItems } = await history(account);
      expect(configurationItems).toEqual([
        {
          ...page,
          accountId: account.id,
          awsRegion: 'us-west-2',
          configuration: '{"id":"p-1"}',
          configurationItemCaptureTime: expect.any(Date),
          configurationItemMD5Hash: '',
          configurationItemStatus: 'ResourceDiscovered',
          configurationStateId: expect.stringMatching(/^\d{13}$/),
          relatedEvents: [],
          relationships: [],
          supplementaryConfiguration: {},
          tags: { team: 'docs' },
        },
      ]);
    },
    fails: {
      ValidationException: [
        keptName,
        async (account) => {
          await account.record();
          return account.putPage('p-1', { ResourceType: 'AWS::EC2::Volume' });
        },
      ],
      NoRunningConfigurationRecorderException: [notRunning, (account) => account.putPage('p-1')],
    },
  },

  DeleteResourceConfig: {
    async works(account) {
      await account.record();
      await account.putPage('p-1');
      await remove(account);
      const { configurationItems } = await history(account);
      expect(statusesOf(configurationItems)).toEqual(['ResourceDeleted', 'ResourceDiscovered']);
      expect(configurationItems?.[0]?.configuration).toBe('null');
    },
    fails: {
      ValidationException: [keptName, (account) => remove(account, 'AWS::EC2::Volume')],
      NoRunningConfigurationRecorderException: [notRunning, (account) => remove(account)],
    },
  },

  ListDiscoveredResources: {
    async works(account) {
      await account.record();
      for (const id of ['p-1', 'p-2', 'p-3']) await account.putPage(id);
      await remove(account);
      const first = await list(account, { limit: 1 });
      expect(first.resourceIdentifiers).toEqual([{ resourceType: pageType, resourceId: 'p-2' }]);
      const second = await list(account, { limit: 1, nextToken: first.nextToken });
      expect([idsOf(second), second.nextToken]).toEqual([['p-3'], undefined]);
      const all = await list(account, { includeDeletedResources: true });
      expect(all.resourceIdentifiers?.[0]).toMatchObject({ resourceId: 'p-1', resourceDeletionTime: expect.any(Date) });
    },
    fails: {
      ValidationException: [
        'Both Resource ID and Resource Name cannot be specified in the request',
        (account) => list(account, { resourceIds: ['a'], resourceName: 'b' }),
      ],
      InvalidLimitException: [limitAbove(100), (account) => list(account, { limit: 101 })],
      InvalidNextTokenException: [invalidToken, (account) => list(account, { nextToken: 'not-ours' })],
      NoAvailableConfigurationRecorderException: [noRecorder, (account) => list(account)],
    },
  },

  GetDiscoveredResourceCounts: {
    async works(account) {
      await account.record();
      for (const id of ['p-1', 'p-2']) await account.putPage(id);
      // The recorder itself is recorded as well, once its first recording is through.
      await expect.poll(() => counts(account), { timeout: 30_000 }).toMatchObject({ totalDiscoveredResources: 3 });
      const first = await counts(account, { limit: 1 });
      expect(first.resourceCounts).toEqual([{ resourceType: pageType, count: 2 }]);
      const second = await counts(account, { limit: 1, nextToken: first.nextToken });
      expect(second.resourceCounts).toEqual([{ resourceType: 'AWS::Config::ConfigurationRecorder', count: 1 }]);
      expect(second.nextToken).toBeUndefined();
      expect((await counts(account, { resourceTypes: [pageType] })).totalDiscoveredResources).toBe(2);
    },
    fails: {
      ValidationException: [
        broken('resourceTypes', 'have length less than or equal to 20'),
        (account) => counts(account, { resourceTypes: Array.from({ length: 21 }, () => pageType) }),
      ],
      InvalidLimitException: [limitAbove(100), (account) => counts(account, { limit: 101 })],
      InvalidNextTokenException: [invalidToken, (account) => counts(account, { nextToken: 'not-ours' })],
    },
  },

  BatchGetResourceConfig: {
    async works(account) {
      await account.record();
      await account.putPage('p-1', { ResourceName: 'Start', Tags: { team: 'docs' } });
      const keys = ['p-1', 'unknown'].map((resourceId) => ({ resourceType: pageType, resourceId }));
      const answer = await account.client.send(new BatchGetResourceConfigCommand({ resourceKeys: keys }));
      expect(answer.unprocessedResourceKeys).toEqual([]);
      expect(answer.baseConfigurationItems).toMatchObject([{ ...page, configuration: '{"id":"p-1"}' }]);
      expect(answer.baseConfigurationItems?.[0]).not.toHaveProperty('tags');
    },
    fails: {
      ValidationException: [
        broken('resourceKeys', 'have length greater than or equal to 1'),
        ({ client }) => client.send(new BatchGetResourceConfigCommand({ resourceKeys: [] })),
      ],
      NoAvailableConfigurationRecorderException: [
        noRecorder,
        ({ client }) =>
          client.send(
            new BatchGetResourceConfigCommand({ resourceKeys: [{ resourceType: pageType, resourceId: 'p-1' }] }),
          ),
      ],
    },
  },

  GetResourceConfigHistory: {
    async works(account) {
      await account.record();
      await account.putPage('p-1');
      await account.putPage('p-1', { Configuration: '{"second":true}' });
      const all = present((await history(account)).configurationItems);
      expect(statusesOf(all)).toEqual(['OK', 'ResourceDiscovered']);
      const first = await history(account, { chronologicalOrder: 'Forward', limit: 1 });
      expect(first.configurationItems).toEqual([all[1]]);
      const rest = await history(account, { chronologicalOrder: 'Forward', limit: 1, nextToken: first.nextToken });
      expect([rest.configurationItems, rest.nextToken]).toEqual([[all[0]], undefined]);
      const until = await history(account, { laterTime: all[1]?.configurationItemCaptureTime });
      expect(until.configurationItems).toEqual([all[1]]);
    },
    fails: {
      ValidationException: [
        broken('resourceId', 'have length less than or equal to 768'),
        (account) => history(account, { resourceId: long(769) }),
      ],
      InvalidTimeRangeException: [
        // AWS gives this error without words, which the SDK replaces by its own.
        /^UnknownError$|^$/,
        (account) => history(account, { earlierTime: new Date(2000), laterTime: new Date(1000) }),
      ],
      InvalidLimitException: [limitAbove(100), (account) => history(account, { limit: 101 })],
      InvalidNextTokenException: [invalidToken, (account) => history(account, { nextToken: 'not-ours' })],
      ResourceNotDiscoveredException: [
        `Resource p-1 of resourceType:${pageType} is unknown or has not been discovered`,
        (account) => history(account),
      ],
    },
  },

  SelectResourceConfig: {
    async works(account) {
      await account.record();
      for (const id of ['p-1', 'p-2', 'p-3']) await account.putPage(id);
      const expression = `SELECT resourceId, configuration.id WHERE resourceType = '${pageType}' AND resourceId != 'p-2' ORDER BY resourceId DESC`;
      const first = await select(account, expression, { Limit: 1 });
      expect(first.Results).toEqual(['{"resourceId":"p-3","configuration":{"id":"p-3"}}']);
      expect(first.QueryInfo?.SelectFields).toEqual([{ Name: 'resourceId' }, { Name: 'configuration.id' }]);
      const second = await select(account, expression, { Limit: 1, NextToken: first.NextToken });
      expect(second.Results).toEqual(['{"resourceId":"p-1","configuration":{"id":"p-1"}}']);
      expect(second.NextToken).toBeUndefined();
    },
    fails: {
      InvalidExpressionException: [/FROM/, (account) => select(account, 'SELECT resourceId FROM everything')],
      InvalidLimitException: [limitAbove(100), (account) => select(account, 'SELECT resourceId', { Limit: 101 })],
      InvalidNextTokenException: [
        invalidToken,
        (account) => select(account, 'SELECT resourceId', { NextToken: 'not-ours' }),
      ],
    },
  },
};
