import {
  BatchGetResourceConfigCommand,
  type ConfigServiceClient,
  DeleteResourceConfigCommand,
  GetDiscoveredResourceCountsCommand,
  GetResourceConfigHistoryCommand,
  type GetResourceConfigHistoryRequest,
  ListDiscoveredResourcesCommand,
  type ListDiscoveredResourcesRequest,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  PutResourceConfigCommand,
  type ResourceType,
  SelectResourceConfigCommand,
  StartConfigurationRecorderCommand,
  StopConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ObservedResource } from '../../recorder/sources/port';
import type { AccessKey } from '../protocol/signature';
import { bucket, startWireServer, type WireServer } from '../test-server';

let server: WireServer;
let key: AccessKey;
let client: ConfigServiceClient;
beforeAll(async () => {
  server = await startWireServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  key = server.newKey();
  client = server.client(key);
});
afterEach(() => expect(server.faults.splice(0)).toEqual([]));

function volume(id: string, more: Partial<ObservedResource> = {}): ObservedResource {
  return {
    relatedEvents: [],
    relationships: [],
    configuration: { volumeId: id },
    supplementaryConfiguration: {},
    tags: {},
    resourceType: 'AWS::EC2::Volume',
    resourceId: id,
    awsRegion: 'us-west-2',
    ...more,
  };
}

/** Sets up a running recorder that has seen these resources. */
async function record(...observed: ObservedResource[]): Promise<void> {
  const recorder = { name: 'default', roleARN: 'role' };
  server.setResources(key, observed);
  await client.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder: recorder }));
  await client.send(new PutDeliveryChannelCommand({ DeliveryChannel: { name: 'default', s3BucketName: bucket } }));
  await client.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
  await server.recorderOf(key).discover();
}

async function observeAgain(...observed: ObservedResource[]): Promise<void> {
  server.setResources(key, observed);
  await server.recorderOf(key).discover();
}

const list = (request: Partial<ListDiscoveredResourcesRequest> = {}) =>
  client.send(new ListDiscoveredResourcesCommand({ resourceType: 'AWS::EC2::Volume', ...request }));
const history = (request: Partial<GetResourceConfigHistoryRequest> = {}) =>
  client.send(
    new GetResourceConfigHistoryCommand({ resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1', ...request }),
  );

describe('discovered resources', () => {
  test('are listed by type, id and name, page by page', async () => {
    const volumes = Array.from({ length: 5 }, (_, index) => volume(`vol-${index}`, { resourceName: `name-${index}` }));
    await record(...volumes);
    const first = await list({ limit: 2 });
    expect(first.resourceIdentifiers).toEqual([
      { resourceType: 'AWS::EC2::Volume', resourceId: 'vol-0', resourceName: 'name-0' },
      { resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1', resourceName: 'name-1' },
    ]);
    const second = await list({ limit: 2, nextToken: first.nextToken });
    const third = await list({ limit: 2, nextToken: second.nextToken });
    const ids = [second, third].map((page) => page.resourceIdentifiers?.map(({ resourceId }) => resourceId));
    expect(ids).toEqual([['vol-2', 'vol-3'], ['vol-4']]);
    expect(third.nextToken).toBeUndefined();
    expect((await list({ resourceIds: ['vol-3', 'vol-9'] })).resourceIdentifiers).toHaveLength(1);
    expect((await list({ resourceName: 'name-4' })).resourceIdentifiers).toHaveLength(1);
    expect((await list({ resourceType: 'AWS::EC2::VPC' })).resourceIdentifiers).toEqual([]);
  });

  test('that are gone are listed only if wanted, with the time of their deletion', async () => {
    await record(volume('vol-1'), volume('vol-2'));
    await observeAgain(volume('vol-1'));
    expect((await list()).resourceIdentifiers?.map(({ resourceId }) => resourceId)).toEqual(['vol-1']);
    const [, gone] = (await list({ includeDeletedResources: true })).resourceIdentifiers ?? [];
    expect(gone).toMatchObject({ resourceId: 'vol-2', resourceDeletionTime: expect.any(Date) });
  });

  test('refuse contradictory questions, foreign tokens and a missing recorder', async () => {
    await expect(list()).rejects.toMatchObject({ name: 'NoAvailableConfigurationRecorderException' });
    await expect(list({ resourceIds: ['a'], resourceName: 'b' })).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Both Resource ID and Resource Name cannot be specified in the request',
    });
    const resourceIds = Array.from({ length: 21 }, (_, index) => `vol-${index}`);
    await expect(list({ resourceIds })).rejects.toMatchObject({
      name: 'ValidationException',
      message: "The specified list had more than 20 resource ID's. It must have '20' or less items",
    });
    await expect(list({ limit: 101 })).rejects.toMatchObject({ name: 'InvalidLimitException' });
    await record(volume('vol-1'), volume('vol-2'));
    const { nextToken = '' } = await list({ limit: 1 });
    for (const token of ['x', '', `${nextToken}x`, nextToken.replace(/^./, nextToken.startsWith('A') ? 'B' : 'A')]) {
      await expect(list({ nextToken: token })).rejects.toMatchObject({
        name: 'InvalidNextTokenException',
        message: 'The nextToken provided is invalid',
      });
    }
    await expect(list({ resourceType: 'AWS::EC2::VPC', nextToken })).rejects.toMatchObject({
      name: 'InvalidNextTokenException',
    });
  });

  test('are counted by type, the most numerous first', async () => {
    await record(volume('vol-1'), volume('vol-2'), volume('i-1', { resourceType: 'AWS::EC2::Instance' }));
    const counts = (request: object) => client.send(new GetDiscoveredResourceCountsCommand(request));
    expect(await counts({})).toMatchObject({
      totalDiscoveredResources: 4,
      resourceCounts: [
        { resourceType: 'AWS::EC2::Volume', count: 2 },
        { resourceType: 'AWS::Config::ConfigurationRecorder', count: 1 },
        { resourceType: 'AWS::EC2::Instance', count: 1 },
      ],
    });
    expect(await counts({ resourceTypes: ['AWS::EC2::Instance'] })).toMatchObject({ totalDiscoveredResources: 1 });
    const first = await counts({ limit: 2 });
    expect(first).toMatchObject({ totalDiscoveredResources: 4, resourceCounts: { length: 2 } });
    const second = await counts({ limit: 2, nextToken: first.nextToken });
    expect(second.resourceCounts).toEqual([{ resourceType: 'AWS::EC2::Instance', count: 1 }]);
    await client.send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
    expect(await counts({})).toMatchObject({ totalDiscoveredResources: 0, resourceCounts: [] });
  });
});

describe('configuration items', () => {
  test('are fetched in batches, with configuration as JSON text and without tags', async () => {
    const seen = volume('vol-1', {
      configuration: { volumeId: 'vol-1', size: 8 },
      supplementaryConfiguration: { AccessControlList: '{"a":1}', Policy: { version: 1 }, Tags: [{ key: 'a' }] },
      tags: { Name: 'data' },
      ARN: 'arn:aws:ec2:us-west-2:1:volume/vol-1',
      availabilityZone: 'us-west-2a',
      resourceCreationTime: '2026-01-02T03:04:05.678Z',
    });
    await record(seen);
    const resourceKeys = [
      { resourceType: 'AWS::EC2::Volume' as const, resourceId: 'vol-1' },
      { resourceType: 'AWS::EC2::Volume' as const, resourceId: 'unknown' },
    ];
    const answer = await client.send(new BatchGetResourceConfigCommand({ resourceKeys }));
    expect(answer.unprocessedResourceKeys).toEqual([]);
    expect(answer.baseConfigurationItems).toEqual([
      {
        version: '1.3',
        accountId: key.accountId,
        configurationItemCaptureTime: expect.any(Date),
        configurationItemStatus: 'ResourceDiscovered',
        configurationStateId: expect.stringMatching(/^\d{13}$/),
        arn: 'arn:aws:ec2:us-west-2:1:volume/vol-1',
        resourceType: 'AWS::EC2::Volume',
        resourceId: 'vol-1',
        awsRegion: 'us-west-2',
        availabilityZone: 'us-west-2a',
        resourceCreationTime: new Date('2026-01-02T03:04:05.678Z'),
        configuration: '{"volumeId":"vol-1","size":8}',
        supplementaryConfiguration: { AccessControlList: '"{\\"a\\":1}"', Policy: '{"version":1}' },
      },
    ]);
  });

  test('of one resource are its history: newest first, or oldest first, by time and by page, deletion included', async () => {
    const relationships = [{ resourceType: 'AWS::EC2::Subnet', resourceId: 's-1', name: 'Is contained in ' }];
    await record(volume('vol-1', { tags: { a: '1' }, relationships }));
    await observeAgain(volume('vol-1', { configuration: { size: 2 } }));
    await observeAgain();
    const all = (await history()).configurationItems ?? [];
    expect(all.map(({ configurationItemStatus }) => configurationItemStatus)).toEqual([
      'ResourceDeleted',
      'OK',
      'ResourceDiscovered',
    ]);
    expect(all[0]).toMatchObject({
      configuration: 'null',
      tags: {},
      relationships: [],
      supplementaryConfiguration: {},
    });
    expect(all[2]).toMatchObject({
      tags: { a: '1' },
      relatedEvents: [],
      configurationItemMD5Hash: '',
      relationships: [{ resourceType: 'AWS::EC2::Subnet', resourceId: 's-1', relationshipName: 'Is contained in ' }],
    });
    const forward = await history({ chronologicalOrder: 'Forward', limit: 2 });
    expect(forward.configurationItems).toEqual([all[2], all[1]]);
    const rest = await history({ chronologicalOrder: 'Forward', limit: 2, nextToken: forward.nextToken });
    expect(rest.configurationItems).toEqual([all[0]]);
    expect(rest.nextToken).toBeUndefined();
    const until = await history({ laterTime: all[1]?.configurationItemCaptureTime });
    expect(until.configurationItems).toEqual([all[1], all[2]]);
    const since = await history({ earlierTime: all[1]?.configurationItemCaptureTime });
    expect(since.configurationItems).toEqual([all[0], all[1]]);
  });

  test('with characters that the database cannot hold are given all the same', async () => {
    await record(volume('vol-1', { configuration: { text: 'a\u0000b\\u0000', lone: '\ud800', emoji: '\u{1f600}' } }));
    const [item] = (await history()).configurationItems ?? [];
    expect(JSON.parse(item?.configuration ?? '')).toEqual({
      text: 'a\ufffdb\\u0000',
      lone: '\ufffd',
      emoji: '\u{1f600}',
    });
  });

  test('of an unknown resource, or of a range that ends before it begins, are refused', async () => {
    await expect(history({ resourceId: 'r' })).rejects.toMatchObject({
      name: 'ResourceNotDiscoveredException',
      message: 'Resource r of resourceType:AWS::EC2::Volume is unknown or has not been discovered',
    });
    const range = { earlierTime: new Date(2000), laterTime: new Date(1000) };
    await expect(history(range)).rejects.toMatchObject({ name: 'InvalidTimeRangeException' });
    await expect(history({ nextToken: 'x' })).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
  });
});

describe('a custom resource', () => {
  const ResourceType = 'Example::Wiki::Page';
  const put = (more: object = {}) =>
    client.send(
      new PutResourceConfigCommand({
        ResourceType,
        SchemaVersionId: '1',
        ResourceId: 'p-1',
        ResourceName: 'Start',
        Configuration: '{"title":"a","size":12345678901234567890}',
        Tags: { team: 'docs' },
        ...more,
      }),
    );
  const statuses = async () => {
    const request = { resourceType: ResourceType as ResourceType, resourceId: 'p-1' };
    const { configurationItems = [] } = await client.send(new GetResourceConfigHistoryCommand(request));
    return configurationItems.map(({ configurationItemStatus }) => configurationItemStatus);
  };

  test('is recorded, updated and deleted, and left alone by the recorder', async () => {
    await record(volume('vol-1'));
    await put();
    await put();
    expect(await statuses()).toEqual(['ResourceDiscovered']);
    await put({ Configuration: '{"title":"b"}' });
    await observeAgain(volume('vol-1'));
    expect(await statuses()).toEqual(['OK', 'ResourceDiscovered']);
    expect((await list({ resourceType: ResourceType as ResourceType })).resourceIdentifiers).toEqual([
      { resourceType: ResourceType, resourceId: 'p-1', resourceName: 'Start' },
    ]);
    const gone = { ResourceType, ResourceId: 'p-1' };
    await client.send(new DeleteResourceConfigCommand(gone));
    await client.send(new DeleteResourceConfigCommand(gone));
    expect(await statuses()).toEqual(['ResourceDeleted', 'OK', 'ResourceDiscovered']);
  });

  test('told of by many callers at once has one current item', async () => {
    await record();
    const calls = Array.from({ length: 8 }, (_, index) => put({ Configuration: `{"n":${index}}` }));
    await Promise.all(calls);
    expect((await list({ resourceType: ResourceType as ResourceType })).resourceIdentifiers).toHaveLength(1);
    expect(await statuses()).toHaveLength(8);
  });

  test("is refused without a running recorder, under AWS's own names, and with a configuration that is no JSON object", async () => {
    await expect(put()).rejects.toMatchObject({ name: 'NoRunningConfigurationRecorderException' });
    await record();
    await expect(put({ ResourceType: 'Amazon::A1::B2' })).rejects.toMatchObject({
      name: 'ValidationException',
      message: "You cannot use the organization name 'Amazon' with custom resource types.",
    });
    for (const Configuration of ['{', '[]', 'null', '"x"']) {
      await expect(put({ Configuration })).rejects.toMatchObject({ name: 'ValidationException' });
    }
    const sized = (bytes: number) => JSON.stringify({ a: 'x'.repeat(bytes - 8) });
    await put({ Configuration: sized(64 * 1024) });
    await expect(put({ Configuration: sized(64 * 1024 + 1) })).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'The configuration must not exceed 64 KB.',
    });
    await expect(put({ ResourceType: 'nothing' })).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

test('numbers stay as they are written in a custom resource, its history and queries', async () => {
  await record();
  const resourceType = 'Acme::Things::Meter';
  const put = (Configuration: string) =>
    client.send(
      new PutResourceConfigCommand({
        ResourceType: resourceType,
        ResourceId: 'm-1',
        SchemaVersionId: '00000001',
        Configuration,
      }),
    );
  const [first, second] = ['{"big":9223372036854775807,"f":1.0}', '{"big":9223372036854775806,"f":1.0}'];
  await put(first ?? '');
  await put(first ?? '');
  await put(second ?? '');
  const { configurationItems } = await history({ resourceType: resourceType as ResourceType, resourceId: 'm-1' });
  expect(configurationItems?.map(({ configuration }) => configuration)).toEqual([second, first]);
  const batch = await client.send(
    new BatchGetResourceConfigCommand({
      resourceKeys: [{ resourceType: resourceType as ResourceType, resourceId: 'm-1' }],
    }),
  );
  expect(batch.baseConfigurationItems?.[0]?.configuration).toBe(second);
  const { Results } = await client.send(
    new SelectResourceConfigCommand({
      Expression: `SELECT resourceId, configuration WHERE resourceType = '${resourceType}'`,
    }),
  );
  expect(Results).toEqual(['{"resourceId":"m-1","configuration":{"f":1.0,"big":9223372036854775806}}']);
});
