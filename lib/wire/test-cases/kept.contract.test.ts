import {
  type ConfigServiceClient,
  DeleteRetentionConfigurationCommand,
  DeleteStoredQueryCommand,
  DescribeConfigRulesCommand,
  DescribeConfigurationRecordersCommand,
  DescribeRetentionConfigurationsCommand,
  GetStoredQueryCommand,
  ListStoredQueriesCommand,
  ListTagsForResourceCommand,
  PutConfigurationRecorderCommand,
  PutRetentionConfigurationCommand,
  PutStoredQueryCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-config-service';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWireServer, type WireServer } from '../test-server';

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

describe('the retention configuration', () => {
  const put = (RetentionPeriodInDays: number) =>
    client.send(new PutRetentionConfigurationCommand({ RetentionPeriodInDays }));
  const described = async (names?: string[]) =>
    (await client.send(new DescribeRetentionConfigurationsCommand({ RetentionConfigurationNames: names })))
      .RetentionConfigurations;
  const remove = (RetentionConfigurationName: string) =>
    client.send(new DeleteRetentionConfigurationCommand({ RetentionConfigurationName }));

  test('is put, replaced, described and deleted under the name default', async () => {
    expect(await described()).toEqual([]);
    await put(30);
    const { RetentionConfiguration } = await put(2557);
    expect(RetentionConfiguration).toEqual({ Name: 'default', RetentionPeriodInDays: 2557 });
    expect(await described(['default'])).toEqual([RetentionConfiguration]);
    await remove('default');
    expect(await described()).toEqual([]);
  });

  test('has AWS bounds, and is not there under another name', async () => {
    await expect(put(29)).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        "1 validation error detected: Value '29' at 'retentionPeriodInDays' failed to satisfy constraint: Member must have value greater than or equal to 30",
    });
    await expect(put(2558)).rejects.toThrow('Member must have value less than or equal to 2557');
    for (const call of [() => described(['other']), () => remove('other'), () => remove('default')]) {
      await expect(call()).rejects.toMatchObject({ name: 'NoSuchRetentionConfigurationException' });
    }
    await expect(remove('other')).rejects.toThrow(
      "Cannot find retention configuration with the specified name 'other'.",
    );
  });
});

describe('a stored query', () => {
  const put = (QueryName: string, Expression: string | undefined = 'SELECT resourceId', more: object = {}) =>
    client.send(new PutStoredQueryCommand({ StoredQuery: { QueryName, Expression }, ...more }));
  const get = (QueryName: string) => client.send(new GetStoredQueryCommand({ QueryName }));

  test('is kept, replaced under its own id, and deleted', async () => {
    const { QueryArn } = await put('volumes');
    expect(QueryArn).toMatch(/^arn:aws:config:us-west-2:\d+:stored-query\/volumes\/query-[a-z0-9]{30}$/);
    await client.send(
      new PutStoredQueryCommand({ StoredQuery: { QueryName: 'volumes', Expression: 'SELECT arn', Description: 'd' } }),
    );
    const { StoredQuery } = await get('volumes');
    expect(StoredQuery).toEqual({
      QueryName: 'volumes',
      Expression: 'SELECT arn',
      Description: 'd',
      QueryArn,
      QueryId: QueryArn?.split('/').at(-1),
    });
    await put('volumes', 'SELECT resourceType');
    expect((await get('volumes')).StoredQuery).toMatchObject({ Expression: 'SELECT resourceType', Description: 'd' });
    await client.send(new DeleteStoredQueryCommand({ QueryName: 'volumes' }));
    await expect(get('volumes')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const again = client.send(new DeleteStoredQueryCommand({ QueryName: 'volumes' }));
    await expect(again).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('is listed by name and page, without its expression', async () => {
    for (const name of ['b', 'a', 'c']) await put(name);
    const first = await client.send(new ListStoredQueriesCommand({ MaxResults: 2 }));
    expect(first.StoredQueryMetadata?.map(({ QueryName }) => QueryName)).toEqual(['a', 'b']);
    const rest = await client.send(new ListStoredQueriesCommand({ MaxResults: 2, NextToken: first.NextToken }));
    expect(rest.StoredQueryMetadata?.map(({ QueryName }) => QueryName)).toEqual(['c']);
    const foreign = client.send(new ListStoredQueriesCommand({ NextToken: 'x' }));
    await expect(foreign).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
  });
});

describe('tags', () => {
  const tagsOf = async (ResourceArn: string) =>
    (await client.send(new ListTagsForResourceCommand({ ResourceArn }))).Tags;

  test('are given at creation, added, replaced, listed by page, and go with their resource', async () => {
    const Tags = [{ Key: 'a', Value: '1' }];
    const ConfigurationRecorder = { name: 'default', roleARN: 'role' };
    await client.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder, Tags }));
    const { ConfigurationRecorders } = await client.send(new DescribeConfigurationRecordersCommand({}));
    const ResourceArn = ConfigurationRecorders?.[0]?.arn ?? '';
    await client.send(
      new TagResourceCommand({ ResourceArn, Tags: [{ Key: 'a', Value: '2' }, { Key: 'b' }, { Key: 'c' }] }),
    );
    expect(await tagsOf(ResourceArn)).toEqual([
      { Key: 'a', Value: '2' },
      { Key: 'b', Value: '' },
      { Key: 'c', Value: '' },
    ]);
    const first = await client.send(new ListTagsForResourceCommand({ ResourceArn, Limit: 2 }));
    const rest = await client.send(
      new ListTagsForResourceCommand({ ResourceArn, Limit: 2, NextToken: first.NextToken }),
    );
    expect(rest.Tags).toEqual([{ Key: 'c', Value: '' }]);
    await client.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['a', 'unknown'] }));
    expect(await tagsOf(ResourceArn)).toHaveLength(2);

    const StoredQuery = { QueryName: 'q', Expression: 'SELECT arn' };
    const { QueryArn = '' } = await client.send(new PutStoredQueryCommand({ StoredQuery, Tags }));
    expect(await tagsOf(QueryArn)).toEqual(Tags);
    await client.send(new DeleteStoredQueryCommand({ QueryName: 'q' }));
    await expect(tagsOf(QueryArn)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `ResourceArn '${QueryArn}' does not exist`,
    });
  });

  test('are fifty at most, and each key once', async () => {
    const { QueryArn: ResourceArn = '' } = await client.send(
      new PutStoredQueryCommand({ StoredQuery: { QueryName: 'q', Expression: 'SELECT arn' } }),
    );
    const Tags = Array.from({ length: 50 }, (_, index) => ({ Key: `k${index}`, Value: 'v' }));
    await client.send(new TagResourceCommand({ ResourceArn, Tags }));
    const more = client.send(new TagResourceCommand({ ResourceArn, Tags: [{ Key: 'one-more' }] }));
    await expect(more).rejects.toMatchObject({ name: 'TooManyTagsException' });
    expect(await tagsOf(ResourceArn)).toHaveLength(50);
    const twice = client.send(new TagResourceCommand({ ResourceArn, Tags: [{ Key: 'k1' }, { Key: 'k1' }] }));
    await expect(twice).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('the characters of tags', () => {
  test.each([{ Key: '!' }, { Key: 'a\n' }, { Key: 'emoji \u{1F600}' }, { Key: 'a', Value: '{}' }])(
    '%j is refused',
    async (tag) => {
      const put = client.send(
        new PutStoredQueryCommand({
          StoredQuery: { QueryName: 'q', Expression: 'SELECT arn' },
          Tags: [{ Key: 'ok' }, tag],
        }),
      );
      await expect(put).rejects.toMatchObject({
        name: 'ValidationException',
        message: expect.stringMatching(
          /^1 validation error detected: Value '[\s\S]*' at 'tags\.2\.member\.(key|value)' failed to satisfy constraint: Member must satisfy regular expression pattern: \[\\p\{L\}\\p\{Z\}\\p\{N\}_\.:\/=\+\\-@\][+*]$/,
        ),
      });
    },
  );

  test('are letters of any script, digits, spaces and the signs of AWS', async () => {
    const Tags = [{ Key: 'Überschrift 1', Value: 'é 漢字 ٣ _.:/=+-@' }];
    const { QueryArn: ResourceArn } = await client.send(
      new PutStoredQueryCommand({ StoredQuery: { QueryName: 'q', Expression: 'SELECT arn' }, Tags }),
    );
    const kept = await client.send(new ListTagsForResourceCommand({ ResourceArn }));
    expect(kept.Tags).toEqual(Tags);
  });
});

describe('a target of another service, or of none', () => {
  test.each(['DescribeDeliveryChannels', 'DynamoDB_20120810.DescribeDeliveryChannels', ''])(
    '%j is no operation',
    async (target) => {
      const answer = await fetch(server.endpoint, { method: 'POST', headers: { 'x-amz-target': target }, body: '{}' });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({
        __type: 'UnknownOperationException',
        message: `AWS Config has no operation '${target}'.`,
      });
      expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('an operation that Snapscope does not have', () => {
  test('says so by name', async () => {
    await expect(client.send(new DescribeConfigRulesCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('Snapscope does not have the operation DescribeConfigRules'),
    });
  });
});
