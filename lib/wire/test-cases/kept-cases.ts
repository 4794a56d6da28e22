import {
  DeleteRetentionConfigurationCommand,
  DeleteStoredQueryCommand,
  DescribeRetentionConfigurationsCommand,
  GetStoredQueryCommand,
  ListStoredQueriesCommand,
  ListTagsForResourceCommand,
  PutRetentionConfigurationCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-config-service';
import { expect } from 'vitest';
import type { Account } from './account';
import { broken, type CaseTable, invalidToken, long, present } from './cases';

const noSuchRetention = "Cannot find retention configuration with the specified name 'default'.";
const noSuchQuery = /^You have specified a resource that does not exist/;
const notAName =
  /at '(storedQuery\.)?queryName' failed to satisfy constraint: Member must satisfy regular expression pattern/;
const arn = 'arn:aws:config:us-west-2:123456789012:stored-query/none/query-none';
const noSuchArn = `ResourceArn '${arn}' does not exist`;

const putRetention = ({ client }: Account, RetentionPeriodInDays: number) =>
  client.send(new PutRetentionConfigurationCommand({ RetentionPeriodInDays }));

const retentions = ({ client }: Account, request: object = {}) =>
  client.send(new DescribeRetentionConfigurationsCommand(request));

const tag = ({ client }: Account, ResourceArn: string, Tags: { Key: string; Value?: string }[]) =>
  client.send(new TagResourceCommand({ ResourceArn, Tags }));

const tagsOf = ({ client }: Account, ResourceArn: string, more: object = {}) =>
  client.send(new ListTagsForResourceCommand({ ResourceArn, ...more }));

/** The ARN of a stored query that is there. */
const newQuery = async (account: Account) => present((await account.putQuery('volumes')).QueryArn);

/** Retention, stored queries and tags: what is kept beside the recording. */
export const keptCases: CaseTable = {
  PutRetentionConfiguration: {
    async works(account) {
      await putRetention(account, 30);
      const { RetentionConfiguration } = await putRetention(account, 2557);
      expect(RetentionConfiguration).toEqual({ Name: 'default', RetentionPeriodInDays: 2557 });
      expect((await retentions(account)).RetentionConfigurations).toEqual([RetentionConfiguration]);
    },
    fails: {},
  },

  DescribeRetentionConfigurations: {
    async works(account) {
      expect((await retentions(account)).RetentionConfigurations).toEqual([]);
      await putRetention(account, 30);
      const named = await retentions(account, { RetentionConfigurationNames: ['default'] });
      expect(named.RetentionConfigurations).toEqual([{ Name: 'default', RetentionPeriodInDays: 30 }]);
    },
    fails: {
      NoSuchRetentionConfigurationException: [
        noSuchRetention,
        (account) => retentions(account, { RetentionConfigurationNames: ['default'] }),
      ],
      InvalidNextTokenException: [invalidToken, (account) => retentions(account, { NextToken: 'not-ours' })],
    },
  },

  DeleteRetentionConfiguration: {
    async works(account) {
      await putRetention(account, 30);
      await account.client.send(new DeleteRetentionConfigurationCommand({ RetentionConfigurationName: 'default' }));
      expect((await retentions(account)).RetentionConfigurations).toEqual([]);
    },
    fails: {
      NoSuchRetentionConfigurationException: [
        noSuchRetention,
        ({ client }) => client.send(new DeleteRetentionConfigurationCommand({ RetentionConfigurationName: 'default' })),
      ],
    },
  },

  PutStoredQuery: {
    async works(account) {
      const { QueryArn } = await account.putQuery('volumes', { Tags: [{ Key: 'team', Value: 'docs' }] });
      expect(QueryArn).toMatch(
        new RegExp(`^arn:aws:config:us-west-2:${account.id}:stored-query/volumes/query-[a-z0-9]{30}$`),
      );
      expect((await tagsOf(account, present(QueryArn))).Tags).toEqual([{ Key: 'team', Value: 'docs' }]);
      // Put again it is the same query.
      expect((await account.putQuery('volumes')).QueryArn).toBe(QueryArn);
    },
    fails: {
      ValidationException: [notAName, (account) => account.putQuery('two words')],
    },
  },

  GetStoredQuery: {
    async works(account) {
      const QueryArn = await newQuery(account);
      const { StoredQuery } = await account.client.send(new GetStoredQueryCommand({ QueryName: 'volumes' }));
      expect(StoredQuery).toEqual({
        QueryName: 'volumes',
        Expression: 'SELECT resourceId',
        QueryArn,
        QueryId: QueryArn.split('/').at(-1),
      });
    },
    fails: {
      ValidationException: [
        notAName,
        ({ client }) => client.send(new GetStoredQueryCommand({ QueryName: 'two words' })),
      ],
      ResourceNotFoundException: [
        noSuchQuery,
        ({ client }) => client.send(new GetStoredQueryCommand({ QueryName: 'none' })),
      ],
    },
  },

  ListStoredQueries: {
    async works(account) {
      for (const name of ['b', 'a', 'c']) await account.putQuery(name);
      const names = async (request: object) => {
        const page = await account.client.send(new ListStoredQueriesCommand(request));
        return { names: page.StoredQueryMetadata?.map(({ QueryName }) => QueryName), NextToken: page.NextToken };
      };
      const first = await names({ MaxResults: 2 });
      expect(first.names).toEqual(['a', 'b']);
      const rest = await names({ MaxResults: 2, NextToken: first.NextToken });
      expect(rest).toEqual({ names: ['c'], NextToken: undefined });
    },
    fails: {
      ValidationException: [
        broken('maxResults', 'have value less than or equal to 100'),
        ({ client }) => client.send(new ListStoredQueriesCommand({ MaxResults: 101 })),
      ],
      InvalidNextTokenException: [
        invalidToken,
        ({ client }) => client.send(new ListStoredQueriesCommand({ NextToken: 'not-ours' })),
      ],
    },
  },

  DeleteStoredQuery: {
    async works(account) {
      await newQuery(account);
      await account.client.send(new DeleteStoredQueryCommand({ QueryName: 'volumes' }));
      const left = await account.client.send(new ListStoredQueriesCommand({}));
      expect(left.StoredQueryMetadata).toEqual([]);
    },
    fails: {
      ValidationException: [
        notAName,
        ({ client }) => client.send(new DeleteStoredQueryCommand({ QueryName: 'two words' })),
      ],
      ResourceNotFoundException: [
        noSuchQuery,
        ({ client }) => client.send(new DeleteStoredQueryCommand({ QueryName: 'none' })),
      ],
    },
  },

  TagResource: {
    async works(account) {
      await account.putRecorder();
      const recorderArn = await account.recorderArn();
      await tag(account, recorderArn, [{ Key: 'team', Value: 'docs' }]);
      await tag(account, recorderArn, [{ Key: 'team', Value: 'audit' }]);
      expect((await tagsOf(account, recorderArn)).Tags).toEqual([{ Key: 'team', Value: 'audit' }]);
    },
    fails: {
      ValidationException: [
        /^Duplicate tag keys found/,
        async (account) => tag(account, await newQuery(account), [{ Key: 'a' }, { Key: 'a' }]),
      ],
      ResourceNotFoundException: [noSuchArn, (account) => tag(account, arn, [{ Key: 'a' }])],
      TooManyTagsException: [
        /^You have reached the limit of the number of tags/,
        async (account) => {
          const queryArn = await newQuery(account);
          await tag(
            account,
            queryArn,
            Array.from({ length: 50 }, (_, index) => ({ Key: `k${index}` })),
          );
          return tag(account, queryArn, [{ Key: 'one-more' }]);
        },
      ],
    },
  },

  UntagResource: {
    async works(account) {
      const queryArn = await newQuery(account);
      await tag(account, queryArn, [{ Key: 'a' }, { Key: 'b' }]);
      await account.client.send(new UntagResourceCommand({ ResourceArn: queryArn, TagKeys: ['a', 'unknown'] }));
      expect((await tagsOf(account, queryArn)).Tags).toEqual([{ Key: 'b', Value: '' }]);
    },
    fails: {
      ValidationException: [
        broken('tagKeys', 'have length greater than or equal to 1'),
        async (account) => {
          const ResourceArn = await newQuery(account);
          return account.client.send(new UntagResourceCommand({ ResourceArn, TagKeys: [] }));
        },
      ],
      ResourceNotFoundException: [
        noSuchArn,
        ({ client }) => client.send(new UntagResourceCommand({ ResourceArn: arn, TagKeys: ['a'] })),
      ],
    },
  },

  ListTagsForResource: {
    async works(account) {
      const queryArn = await newQuery(account);
      await tag(account, queryArn, [{ Key: 'b' }, { Key: 'a', Value: '1' }]);
      const first = await tagsOf(account, queryArn, { Limit: 1 });
      expect(first.Tags).toEqual([{ Key: 'a', Value: '1' }]);
      const rest = await tagsOf(account, queryArn, { Limit: 1, NextToken: first.NextToken });
      expect([rest.Tags, rest.NextToken]).toEqual([[{ Key: 'b', Value: '' }], undefined]);
    },
    fails: {
      ResourceNotFoundException: [noSuchArn, (account) => tagsOf(account, arn)],
      ValidationException: [
        broken('resourceArn', 'have length less than or equal to 1000'),
        (account) => tagsOf(account, long(1001)),
      ],
      InvalidLimitException: [
        broken('limit', 'have value less than or equal to 100'),
        (account) => tagsOf(account, arn, { Limit: 101 }),
      ],
      InvalidNextTokenException: [
        invalidToken,
        async (account) => tagsOf(account, await newQuery(account), { NextToken: 'not-ours' }),
      ],
    },
  },
};
