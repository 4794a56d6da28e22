import { describe, expect, test } from 'vitest';
import { encode } from './encode';
import { operationModel, operationNames, shapeOf } from './model';
import { decode } from './shape';
import { refusalOf } from './validation';

/** What an AWS client would be told of this input. */
function refused(operation: string, json: unknown): string | undefined {
  const model = operationModel(operation);
  if (!model?.input) throw new Error(`${operation} has no input`);
  const { violations } = decode(model.input, json);
  const error = violations.length > 0 ? refusalOf(violations, model.errors) : undefined;
  return error && `${error.code}: ${error.message}`;
}

describe('an input against the service model', () => {
  test('names a string that is too long, where it stands and how long it may be', () => {
    const name = 'a'.repeat(257);
    expect(refused('PutConfigurationRecorder', { ConfigurationRecorder: { name } })).toBe(
      `ValidationException: 1 validation error detected: Value '${name}' at 'configurationRecorder.name' failed to satisfy constraint: Member must have length less than or equal to 256`,
    );
  });

  test('joins several errors and counts them', () => {
    expect(
      refused('BatchGetResourceConfig', { resourceKeys: [{ resourceType: 'AWS::EC2::Volume' }, { resourceId: '' }] }),
    ).toMatch(
      /^ValidationException: 3 validation errors detected: Value null at 'resourceKeys\.1\.member\.resourceId' failed to satisfy constraint: Member must not be null; Value null at 'resourceKeys\.2\.member\.resourceType' .*; Value '' at 'resourceKeys\.2\.member\.resourceId' failed to satisfy constraint: Member must have length greater than or equal to 1$/,
    );
  });

  test('lists the values of an enum', () => {
    const input = { DeliveryChannel: { configSnapshotDeliveryProperties: { deliveryFrequency: 'Daily' } } };
    expect(refused('PutDeliveryChannel', input)).toBe(
      "ValidationException: 1 validation error detected: Value 'Daily' at 'deliveryChannel.configSnapshotDeliveryProperties.deliveryFrequency' failed to satisfy constraint: Member must satisfy enum value set: [One_Hour, Three_Hours, Six_Hours, Twelve_Hours, TwentyFour_Hours]",
    );
  });

  test('reports entries of a plain list on the list as a whole', () => {
    expect(refused('DescribeDeliveryChannels', { DeliveryChannelNames: ['a', ''] })).toBe(
      "ValidationException: 1 validation error detected: Value '[a, ]' at 'deliveryChannelNames' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 256, Member must have length greater than or equal to 1]",
    );
  });

  test('says a pattern that does not fit the whole value', () => {
    expect(refused('GetStoredQuery', { QueryName: 'two words' })).toContain(
      "Value 'two words' at 'queryName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9-_]+$",
    );
  });

  test('has an error of its own for a page size where the operation declares one', () => {
    expect(refused('ListDiscoveredResources', { resourceType: 'AWS::EC2::Volume', limit: 101 })).toBe(
      "InvalidLimitException: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100",
    );
    expect(refused('ListStoredQueries', { MaxResults: 101 })).toMatch(/^ValidationException/);
  });

  test('reports ten errors at most, however many there are', () => {
    const resourceKeys = Array.from({ length: 20_000 }, () => ({ resourceType: 'x', resourceId: '' }));
    expect(refused('BatchGetResourceConfig', { resourceKeys })).toMatch(
      /^ValidationException: 10 validation errors detected/,
    );
  });

  test.each([
    ['DeliverConfigSnapshot', { deliveryChannelName: 7 }, "Value '7' at 'deliveryChannelName'", 'a String'],
    ['DeliverConfigSnapshot', { deliveryChannelName: true }, "Value 'true' at 'deliveryChannelName'", 'a String'],
    ['DeliverConfigSnapshot', { deliveryChannelName: {} }, "Value '{…}' at 'deliveryChannelName'", 'a String'],
    ['DeliverConfigSnapshot', { deliveryChannelName: [] }, "Value '[…]' at 'deliveryChannelName'", 'a String'],
    ['DescribeDeliveryChannels', { DeliveryChannelNames: 'x' }, "Value 'x' at 'deliveryChannelNames'", 'a list'],
    ['DescribeDeliveryChannels', { DeliveryChannelNames: {} }, "Value '{…}' at 'deliveryChannelNames'", 'a list'],
    [
      'DescribeDeliveryChannels',
      { DeliveryChannelNames: ['a', false] },
      "Value 'false' at 'deliveryChannelNames.2.member'",
      'a String',
    ],
    ['PutDeliveryChannel', { DeliveryChannel: 'x' }, "Value 'x' at 'deliveryChannel'", 'a structure'],
    ['PutDeliveryChannel', { DeliveryChannel: [] }, "Value '[…]' at 'deliveryChannel'", 'a structure'],
    ['BatchGetResourceConfig', { resourceKeys: [7] }, "Value '7' at 'resourceKeys.1.member'", 'a structure'],
    [
      'PutRetentionConfiguration',
      { RetentionPeriodInDays: '30' },
      "Value '30' at 'retentionPeriodInDays'",
      'an Integer',
    ],
    [
      'ListDiscoveredResources',
      { resourceType: 'AWS::EC2::Volume', limit: 'many' },
      "Value 'many' at 'limit'",
      'an Integer',
    ],
    [
      'ListDiscoveredResources',
      { resourceType: 'AWS::EC2::Volume', includeDeletedResources: 'yes' },
      "Value 'yes' at 'includeDeletedResources'",
      'a Boolean',
    ],
  ])('refuses JSON of another type and names the place: %s %j', (operation, json, place, type) => {
    expect(refused(operation, json)).toBe(
      `ValidationException: 1 validation error detected: ${place} failed to satisfy constraint: Member must be ${type}`,
    );
  });

  test('reports other types together with broken constraints, and what is missing in a list', () => {
    expect(refused('BatchGetResourceConfig', { resourceKeys: [null, { resourceType: 5, resourceId: '' }] })).toBe(
      "ValidationException: 3 validation errors detected: Value null at 'resourceKeys.1.member' failed to satisfy constraint: Member must not be null; Value '5' at 'resourceKeys.2.member.resourceType' failed to satisfy constraint: Member must be a String; Value '' at 'resourceKeys.2.member.resourceId' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
  });

  test('refuses a character that no name can have', () => {
    expect(refused('DeliverConfigSnapshot', { deliveryChannelName: 'a\0b' })).toContain(
      "at 'deliveryChannelName' failed to satisfy constraint: Member must not have the character U+0000",
    );
  });

  test('names the key of a map, and prints a map that is too large', () => {
    const input = { ResourceType: 'A1::B2::C3', SchemaVersionId: '1', ResourceId: 'r', Configuration: '{}' };
    expect(refused('PutResourceConfig', { ...input, Tags: { a: 1, b: [] } })).toContain(
      "2 validation errors detected: Value '1' at 'tags.a' failed to satisfy constraint: Member must be a String; Value '[…]' at 'tags.b'",
    );
    expect(refused('PutResourceConfig', { ...input, Tags: [] })).toContain(
      "at 'tags' failed to satisfy constraint: Member must be a map",
    );
    const entries = Array.from({ length: 26 }, (_, index) => [`k${index}`, {}]);
    const { violations } = decode('RemediationParameters', Object.fromEntries(entries));
    expect(violations[0]?.value).toMatch(/^'\{k0=.*, k25=.*\}'$/);
  });

  test('takes null for absent, drops members that the model does not know, and is not misled by __proto__', () => {
    const json = JSON.parse(
      '{"DeliveryChannelNames":null,"other":1,"__proto__":{"DeliveryChannelNames":["x"]},"constructor":2}',
    );
    expect(decode('DescribeDeliveryChannelsRequest', json)).toEqual({ value: {}, violations: [] });
    const tags = decode('Tags', JSON.parse('{"__proto__":"a","constructor":"b"}')).value as Record<string, string>;
    expect(Object.keys(tags)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  test('reads times as epoch seconds with a fraction and refuses those out of range', () => {
    const input = { resourceType: 'AWS::EC2::Volume', resourceId: 'v', laterTime: 1_400_000_000.125 };
    expect(decode('GetResourceConfigHistoryRequest', input).value).toMatchObject({
      laterTime: new Date(1_400_000_000_125),
    });
    const constraintOf = (more: object) =>
      decode('GetResourceConfigHistoryRequest', { ...input, ...more }).violations.map(({ constraint }) => constraint);
    const outOfRange = ['Member must be a time in the years 0 to 9999'];
    expect(constraintOf({ laterTime: 1e300 })).toEqual(outOfRange);
    expect(constraintOf({ laterTime: -8e12 })).toEqual(outOfRange);
    expect(constraintOf({ laterTime: '2026-11-22T00:00:00Z' })).toEqual([
      'Member must be a Timestamp (seconds since 1970 as a number)',
    ]);
    expect(constraintOf({ limit: 1e300 })).toEqual(['Member must have value less than or equal to 100']);
    expect(constraintOf({ limit: -1e300 })).toEqual(['Member must have value greater than or equal to 0']);
  });

  test('can compile every pattern of the model and follow every shape', () => {
    const seen = new Set<string>();
    const follow = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      const shape = shapeOf(name);
      if (shape.type === 'string') decode(name, 'x');
      if (shape.type === 'structure') Object.values(shape.members).forEach(follow);
      if (shape.type === 'list') follow(shape.member);
      if (shape.type === 'map') [shape.key, shape.value].forEach(follow);
    };
    for (const operation of operationNames) {
      const { input, output } = operationModel(operation) ?? {};
      for (const name of [input, output]) if (name) follow(name);
    }
    expect(operationNames).toHaveLength(102);
    expect(seen.size).toBeGreaterThan(400);
  });
});

describe('an output on the wire', () => {
  test('has times as seconds, statuses in capitals, and no member without a value', () => {
    const lastSuccessfulTime = new Date('2026-11-22T08:31:54.125Z');
    const status = {
      name: 'default',
      configSnapshotDeliveryInfo: { lastStatus: 'Success', lastSuccessfulTime, lastErrorCode: undefined },
    };
    expect(encode('DeliveryChannelStatus', { ...status, secret: 1 })).toEqual({
      name: 'default',
      configSnapshotDeliveryInfo: { lastStatus: 'SUCCESS', lastSuccessfulTime: 1795336314.125 },
    });
  });
});
