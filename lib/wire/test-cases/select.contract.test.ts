import {
  type ConfigServiceClient,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  SelectResourceConfigCommand,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ObservedResource } from '../../recorder/sources/port';
import { addressCases, addressed } from '../../select/test-address-cases';
import { dateCases, dated } from '../../select/test-date-cases';
import { performOperation } from '../perform';
import { bucket, startWireServer, type WireServer } from '../test-server';

let server: WireServer;
let client: ConfigServiceClient;
let accountId: string;
/** Of an account of its own. */
let addressClient: ConfigServiceClient;

function resource(
  resourceType: string,
  resourceId: string,
  configuration: object,
  more: Partial<ObservedResource> = {},
) {
  return {
    relatedEvents: [],
    relationships: [],
    configuration: configuration as ObservedResource['configuration'],
    supplementaryConfiguration: {},
    tags: {},
    resourceType,
    resourceId,
    awsRegion: 'us-west-2',
    ...more,
  };
}

beforeAll(async () => {
  server = await startWireServer();
  const key = server.newKey();
  client = server.client(key);
  accountId = key.accountId;
  server.setResources(key, [
    resource(
      'AWS::EC2::Volume',
      'vol-1',
      { size: 8, encrypted: true, state: { value: 'in-use' } },
      { tags: { env: 'prod' } },
    ),
    resource('AWS::EC2::Volume', 'vol-2', { size: 100, encrypted: false, state: { value: 'available' } }),
    resource('AWS::EC2::Volume', 'vol-3', { size: 20, state: { value: 'available' } }, { tags: { env: 'test' } }),
    resource(
      'AWS::EC2::Instance',
      'i-1',
      {
        instanceType: 't3.micro',
        nics: [
          { ip: '10.0.0.1', n: 1 },
          { ip: '10.0.0.2', n: 2 },
        ],
      },
      {
        relationships: [{ resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1', name: 'Is attached to Volume' }],
      },
    ),
    resource('AWS::EC2::Instance', 'i-2', { instanceType: 'm5.large', nics: [], 'odd"name': "it's" }),
    resource('AWS::KMS::Key', 'key', { keyId: 'key', creationDate: Date.parse('2026-03-04T05:06:07Z') }),
    // What json takes and jsonb does not must not break anybody's query.
    resource('Example::Bad::Text', 'bad', { text: 'a\u0000b', lone: '\ud800' }),
  ]);
  await record(key, client);
  const other = server.newKey();
  addressClient = server.client(other);
  server.setResources(
    other,
    Object.entries({ ...addressed, ...dated }).map(([id, configuration]) => {
      return resource('AWS::EC2::Example', id, configuration);
    }),
  );
  await record(other, addressClient);
});

async function record(key: ReturnType<WireServer['newKey']>, by: ConfigServiceClient) {
  const ConfigurationRecorder = { name: 'default', roleARN: 'role' };
  await by.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder }));
  await by.send(new PutDeliveryChannelCommand({ DeliveryChannel: { name: 'default', s3BucketName: bucket } }));
  await by.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
  await server.recorderOf(key).discover();
}
afterAll(async () => {
  const { faults } = server;
  await server.stop();
  expect(faults).toEqual([]);
});

const select = (Expression: string, more: object = {}) =>
  client.send(new SelectResourceConfigCommand({ Expression, ...more }));
const results = async (expression: string) => (await select(expression)).Results?.map((text) => JSON.parse(text));
/** The ids that a condition finds. */
const found = async (condition: string) =>
  (await results(`SELECT resourceId WHERE ${condition} ORDER BY resourceId`))?.map(({ resourceId }) => resourceId);

describe('SelectResourceConfig finds', () => {
  test.each([
    ["resourceType = 'AWS::EC2::Volume'", ['vol-1', 'vol-2', 'vol-3']],
    ["resourceType = 'AWS::EC2::Volume' AND configuration.size > 8", ['vol-2', 'vol-3']],
    ['configuration.size BETWEEN 8 AND 20', ['vol-1', 'vol-3']],
    ['configuration.size IN (8, 100)', ['vol-1', 'vol-2']],
    ['configuration.size < 20 or configuration.size >= 100', ['vol-1', 'vol-2']],
    ['configuration.encrypted = true', ['vol-1']],
    ["resourceType LIKE 'AWS::EC2::I%'", ['i-1', 'i-2']],
    ["resourceId LIKE 'vol-_'", ['vol-1', 'vol-2', 'vol-3']],
    ["configuration.instanceType LIKE 't3.m%'", ['i-1']],
    ["configuration.state.value LIKE 'in-us_'", ['vol-1']],
    ["resourceType = 'AWS::EC2::Volume' AND configuration.encrypted != true", ['vol-2', 'vol-3']],
    [
      "resourceType LIKE 'AWS::EC2::%' AND NOT (configuration.size > 0 OR configuration.instanceType = 't3.micro')",
      ['i-2'],
    ],
    ["resourceId NOT IN ('vol-1', 'vol-2') AND resourceType = 'AWS::EC2::Volume'", ['vol-3']],
    ["tags.tag = 'env=prod'", ['vol-1']],
    ["tags.key = 'env'", ['vol-1', 'vol-3']],
    ["configuration.nics.ip = '10.0.0.2'", ['i-1']],
    ["relationships.resourceId = 'vol-1'", ['i-1']],
    ["configuration.size = '8'", []],
    ["resourceId = 'x'' OR ''1'' = ''1'", []],
    ["configuration.no.such.thing = 'x'", []],
  ])('%s', async (condition, ids) => {
    expect(await found(condition)).toEqual(ids);
  });

  test('half a character as it is shown: PostgreSQL would refuse it', async () => {
    // As an escape in the request's JSON, which the SDK never writes.
    const ask = async (condition: string) => {
      const Expression = `SELECT resourceId WHERE ${condition}`;
      const scope = { accountId, region: 'us-west-2' };
      return await performOperation('SelectResourceConfig', { Expression }, scope, server.ports);
    };
    for (const condition of ["configuration.lone = '\ud800'", "configuration.lone IN ('\udc00', '\ufffd')"]) {
      expect(await ask(condition)).toMatchObject({ Results: ['{"resourceId":"bad"}'] });
    }
    for (const condition of ["resourceId = '\ud800'", "configuration.lone LIKE '\ud800ab%'"]) {
      expect(await ask(condition)).toMatchObject({ Results: [] });
    }
  });

  test.each([...addressCases, ...dateCases])('addresses and dates: %s', async (condition, ids) => {
    const Expression = `SELECT resourceId WHERE resourceType = 'AWS::EC2::Example' AND ${condition} ORDER BY resourceId`;
    const { Results } = await addressClient.send(new SelectResourceConfigCommand({ Expression }));
    expect(Results?.map((text) => JSON.parse(text).resourceId)).toEqual(ids);
  });
});

describe('SelectResourceConfig gives', () => {
  test('properties nested as in the item, and leaves out what is not there', async () => {
    const query =
      "SELECT resourceId, configuration.instanceType, configuration.nics.ip, configuration.size WHERE resourceId = 'i-1'";
    const answer = await select(query);
    expect(answer.Results?.map((text) => JSON.parse(text))).toEqual([
      {
        resourceId: 'i-1',
        configuration: { instanceType: 't3.micro', nics: [{ ip: '10.0.0.1' }, { ip: '10.0.0.2' }] },
      },
    ]);
    expect(answer.QueryInfo?.SelectFields).toEqual(
      ['resourceId', 'configuration.instanceType', 'configuration.nics.ip', 'configuration.size'].map((Name) => ({
        Name,
      })),
    );
  });

  test('the scalar properties for *, and tags with their key, value and both', async () => {
    const [row] = (await results("SELECT * WHERE resourceId = 'vol-1'")) ?? [];
    expect(row).toEqual({
      accountId: expect.stringMatching(/^\d{12}$/),
      awsRegion: 'us-west-2',
      configurationItemCaptureTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      resourceId: 'vol-1',
      resourceType: 'AWS::EC2::Volume',
      version: '1.3',
    });
    expect(await results("SELECT tags WHERE resourceId = 'vol-1'")).toEqual([
      { tags: [{ key: 'env', value: 'prod', tag: 'env=prod' }] },
    ]);
  });

  test("a KMS key's creation date as text, and other times as they are recorded", async () => {
    expect(
      await results("SELECT configuration WHERE configuration.creationDate BETWEEN '2026-03-04' AND '2026-03-05'"),
    ).toEqual([{ configuration: { keyId: 'key', creationDate: '2026-03-04T05:06:07.000Z' } }]);
    const Expression = "SELECT configuration.createdTime WHERE resourceId = 'number'";
    const { Results } = await addressClient.send(new SelectResourceConfigCommand({ Expression }));
    expect(Results).toEqual([JSON.stringify({ configuration: dated.number })]);
  });

  test('groups with functions, ordered', async () => {
    expect(
      await results(
        "SELECT resourceType, COUNT(*) WHERE resourceType LIKE 'AWS::EC2::%' GROUP BY resourceType ORDER BY COUNT(*) DESC",
      ),
    ).toEqual([
      { resourceType: 'AWS::EC2::Volume', 'COUNT(*)': 3 },
      { resourceType: 'AWS::EC2::Instance', 'COUNT(*)': 2 },
    ]);
    expect(
      await results(
        'SELECT COUNT(*), SUM(configuration.size), MIN(configuration.size), MAX(configuration.state.value), AVG(configuration.size), COUNT(configuration.nics.ip)',
      ),
    ).toEqual([
      {
        'COUNT(*)': 8,
        'SUM(configuration.size)': 128,
        'MIN(configuration.size)': 8,
        'MAX(configuration.state.value)': 'in-use',
        'AVG(configuration.size)': expect.closeTo(42.667, 2),
        'COUNT(configuration.nics.ip)': 2,
      },
    ]);
    expect(
      await results(
        'SELECT configuration.state.value, COUNT(*) GROUP BY configuration.state.value ORDER BY configuration.state.value',
      ),
    ).toEqual([
      { configuration: { state: { value: 'available' } }, 'COUNT(*)': 2 },
      { configuration: { state: { value: 'in-use' } }, 'COUNT(*)': 1 },
    ]);
  });

  test('pages in order, and LIMIT over all of them', async () => {
    const query = "SELECT resourceId WHERE resourceType = 'AWS::EC2::Volume' ORDER BY configuration.size DESC";
    const first = await select(query, { Limit: 2 });
    expect(first.Results).toEqual(['{"resourceId":"vol-2"}', '{"resourceId":"vol-3"}']);
    const rest = await select(query, { Limit: 2, NextToken: first.NextToken });
    expect([rest.Results, rest.NextToken]).toEqual([['{"resourceId":"vol-1"}'], undefined]);
    const limited = await select(`${query} LIMIT 2`, { Limit: 2 });
    expect([limited.Results?.length, limited.NextToken]).toEqual([2, undefined]);
    await expect(select(query, { NextToken: 'x' })).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
    await expect(select(query, { Limit: 101 })).rejects.toMatchObject({ name: 'InvalidLimitException' });
  });
});

describe('SelectResourceConfig refuses, and says where', () => {
  test.each([
    ['resourceId', 'SELECT was expected', 'column 1'],
    ['SELECT', 'a property was expected', 'column 7'],
    ['SELECT resourceId FROM x', 'FROM is not supported here', 'column 19'],
    ['SELECT DISTINCT resourceId', 'DISTINCT is a keyword', 'column 8'],
    ["SELECT resourceId WHERE resourceId = 'x", 'a string that does not end', 'column 38'],
    ['SELECT resourceId WHERE resourceId', 'a comparison', 'column 35'],
    ['SELECT resourceId WHERE resourceId = NULL', 'NULL is not supported', 'column 38'],
    ["SELECT resourceId\nWHERE resourceId LIKE '%x'", 'at the end of the value only', 'line 2, column 23'],
    ["SELECT resourceId WHERE resourceId LIKE 'ab%'", '3 characters or more', 'column 41'],
    ['SELECT resourceId; DROP TABLE recorders', 'the end was expected', 'column 20'],
    ['SELECT resourceId, COUNT(*)', "'resourceId' is neither in GROUP BY", 'at the end'],
    ['SELECT a GROUP BY a, b, c, d', 'at most three', 'column 19'],
    ['SELECT resourceId LIMIT many', 'a whole number was expected', 'column 25'],
    ['SELECT nothing', "no property 'nothing'", 'Properties are'],
    [`SELECT resourceId WHERE ${'('.repeat(2000)}`, 'more than 50 deep', 'line 1'],
    [`SELECT resourceId WHERE ${'NOT '.repeat(900)}`, 'more than 50 deep', 'line 1'],
  ])('%s', async (expression, problem, place) => {
    const call = select(expression);
    await expect(call).rejects.toMatchObject({ name: 'InvalidExpressionException' });
    await expect(call).rejects.toThrow(problem);
    await expect(call).rejects.toThrow(place);
  });
});
