import {
  type ConfigServiceClient,
  DeleteRetentionConfigurationCommand,
  DeleteStoredQueryCommand,
  DescribeRetentionConfigurationsCommand,
  GetStoredQueryCommand,
  ListTagsForResourceCommand,
  PutConfigurationRecorderCommand,
  PutRetentionConfigurationCommand,
  PutStoredQueryCommand,
} from '@aws-sdk/client-config-service';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWireServer, type WireServer } from '../test-server';
import { Account, roleARN } from './account';

// What the tables of operations.contract.test.ts do not tell of retention, stored queries and tags.

let server: WireServer;
let account: Account;
let client: ConfigServiceClient;
beforeAll(async () => {
  server = await startWireServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  account = new Account(server);
  client = account.client;
});
afterEach(() => expect(server.faults.splice(0)).toEqual([]));

test('the retention configuration has AWS bounds, and is not there under another name', async () => {
  const put = (RetentionPeriodInDays: number) =>
    client.send(new PutRetentionConfigurationCommand({ RetentionPeriodInDays }));
  await expect(put(29)).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      "1 validation error detected: Value '29' at 'retentionPeriodInDays' failed to satisfy constraint: Member must have value greater than or equal to 30",
  });
  await expect(put(2558)).rejects.toThrow('Member must have value less than or equal to 2557');
  await put(30);
  const unknown = "Cannot find retention configuration with the specified name 'other'.";
  const described = client.send(new DescribeRetentionConfigurationsCommand({ RetentionConfigurationNames: ['other'] }));
  await expect(described).rejects.toThrow(unknown);
  const removed = client.send(new DeleteRetentionConfigurationCommand({ RetentionConfigurationName: 'other' }));
  await expect(removed).rejects.toThrow(unknown);
});

test('a stored query is replaced but for what is not given', async () => {
  const put = (StoredQuery: { QueryName: string; Expression: string; Description?: string }) =>
    client.send(new PutStoredQueryCommand({ StoredQuery }));
  await put({ QueryName: 'volumes', Expression: 'SELECT arn', Description: 'd' });
  await put({ QueryName: 'volumes', Expression: 'SELECT resourceType' });
  const { StoredQuery } = await client.send(new GetStoredQueryCommand({ QueryName: 'volumes' }));
  expect(StoredQuery).toMatchObject({ Expression: 'SELECT resourceType', Description: 'd' });
});

describe('tags', () => {
  const tagsOf = async (ResourceArn: string) =>
    (await client.send(new ListTagsForResourceCommand({ ResourceArn }))).Tags;
  const Tags = [{ Key: 'a', Value: '1' }];

  test('are given with a recorder', async () => {
    const ConfigurationRecorder = { name: 'default', roleARN };
    await client.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder, Tags }));
    expect(await tagsOf(await account.recorderArn())).toEqual(Tags);
  });

  test('go with their resource', async () => {
    const { QueryArn = '' } = await account.putQuery('q', { Tags });
    expect(await tagsOf(QueryArn)).toEqual(Tags);
    await client.send(new DeleteStoredQueryCommand({ QueryName: 'q' }));
    await expect(tagsOf(QueryArn)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `ResourceArn '${QueryArn}' does not exist`,
    });
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
