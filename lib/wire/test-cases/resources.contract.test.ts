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

// What the tables of operations.contract.test.ts do not tell of resources and their items.

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
  test('are listed by type, id and name', async () => {
    await record(...[0, 1, 2].map((n) => volume(`vol-${n}`, { resourceName: `name-${n}` })));
    const named = { resourceType: 'AWS::EC2::Volume', resourceId: 'vol-2', resourceName: 'name-2' };
    expect((await list({ resourceName: 'name-2' })).resourceIdentifiers).toEqual([named]);
    expect((await list({ resourceIds: ['vol-2', 'vol-9'] })).resourceIdentifiers).toEqual([named]);
    expect((await list({ resourceType: 'AWS::EC2::VPC' })).resourceIdentifiers).toEqual([]);
  });

  test('refuse too many ids, and tokens that were changed or are of another question', async () => {
    await record(volume('vol-1'), volume('vol-2'));
    const resourceIds = Array.from({ length: 21 }, (_, index) => `vol-${index}`);
    await expect(list({ resourceIds })).rejects.toMatchObject({
      name: 'ValidationException',
      message: "The specified list had more than 20 resource ID's. It must have '20' or less items",
    });
    const { nextToken = '' } = await list({ limit: 1 });
    const refused = { name: 'InvalidNextTokenException', message: 'The nextToken provided is invalid' };
    for (const token of ['', `${nextToken}x`, nextToken.replace(/^./, nextToken.startsWith('A') ? 'B' : 'A')]) {
      await expect(list({ nextToken: token })).rejects.toMatchObject(refused);
    }
    await expect(list({ resourceType: 'AWS::EC2::VPC', nextToken })).rejects.toMatchObject(refused);
  });

  test('are counted as none while the recorder is stopped', async () => {
    await record(volume('vol-1'));
    const counts = () => client.send(new GetDiscoveredResourceCountsCommand({}));
    expect(await counts()).toMatchObject({ totalDiscoveredResources: 2, resourceCounts: { length: 2 } });
    await client.send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
    expect(await counts()).toMatchObject({ totalDiscoveredResources: 0, resourceCounts: [] });
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

  test('of one resource are its history, with relationships and its deletion, since a time', async () => {
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

  test("is refused under AWS's own names, and with a configuration that is no JSON object", async () => {
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
