import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConfigurationItem } from '../configuration-item';
import { readConfigurationItem } from './read-item';
import { fieldOrder, writeConfigurationItem } from './write-item';

const seed = JSON.parse(readFileSync('samples/aws-document-2014.json', 'utf8'));

const text = fc.string({ unit: 'binary', maxLength: 12 });
const filled = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const json = fc.jsonValue({ depthSize: 'small' });
const time = fc
  .date({ min: new Date('0000-01-01T00:00:00.000Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
/** Keys as hostile as JSON allows; built by JSON.parse so that `__proto__` is an own key. */
const objectOf = <T>(value: fc.Arbitrary<T>) =>
  fc
    .array(fc.tuple(fc.oneof(text, fc.constantFrom('__proto__', 'constructor', '0', 'toString')), value), {
      maxLength: 4,
    })
    .map((entries) =>
      JSON.parse(`{${entries.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(',')}}`),
    );
const relationship = fc.record(
  { resourceId: text, resourceName: text, resourceType: filled, name: text },
  { requiredKeys: ['resourceType', 'name'] },
);
const modernItem = fc
  .tuple(
    fc.record(
      {
        relatedEvents: fc.array(text, { maxLength: 2 }),
        relationships: fc.array(relationship, { maxLength: 3 }),
        configuration: objectOf(json),
        supplementaryConfiguration: objectOf(json),
        tags: objectOf(text),
        configurationItemVersion: fc.constant('1.3'),
        configurationItemCaptureTime: time,
        configurationStateId: fc.oneof(fc.integer({ min: 0 }), fc.uuid()),
        awsAccountId: fc.constant('123456789012'),
        configurationItemStatus: filled,
        resourceType: filled,
        resourceId: filled,
        resourceName: text,
        ARN: text,
        awsRegion: filled,
        availabilityZone: text,
        configurationStateMd5Hash: text,
        resourceCreationTime: time,
      },
      {
        requiredKeys: fieldOrder.filter(
          (name) => !['resourceName', 'ARN', 'availabilityZone', 'resourceCreationTime'].includes(name),
        ),
      },
    ),
    objectOf(json),
  )
  .map(([known, unknown]) => {
    const order: readonly string[] = fieldOrder;
    const parts = order.filter((name) => name in known).map((name) => [name, Reflect.get(known, name)] as const);
    const extras = Object.entries(unknown).filter(([name]) => !order.includes(name));
    return `{${[...parts, ...extras].map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(',')}}`;
  });

function wrongItem(change: object): Error {
  try {
    readConfigurationItem({
      resourceType: 'AWS::EC2::Volume',
      resourceId: 'vol-1',
      configurationItemCaptureTime: '2026-11-22T08:31:54.000Z',
      ...change,
    });
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('the item was taken');
}

describe('the modern form', () => {
  test('comes back exactly as it was, whatever it holds', () => {
    fc.assert(
      fc.property(modernItem, (line) => {
        expect(writeConfigurationItem(readConfigurationItem(JSON.parse(line)))).toBe(line);
      }),
    );
  });

  test('is one line and leaves out what has no value', () => {
    const line = writeConfigurationItem(
      readConfigurationItem({
        configurationItemCaptureTime: '2026-11-22T08:31:54.000Z',
        resourceType: 'AWS::EC2::Volume',
        resourceId: 'vol-1',
        resourceName: null,
        configuration: null,
        tags: { Name: 'a\nb' },
        surprise: [1],
      }),
    );
    expect(line).toBe(
      '{"relatedEvents":[],"relationships":[],"supplementaryConfiguration":{},"tags":{"Name":"a\\nb"},' +
        '"configurationItemVersion":"1.3","configurationItemCaptureTime":"2026-11-22T08:31:54.000Z",' +
        '"configurationStateId":1795336314000,"awsAccountId":"","configurationItemStatus":"OK",' +
        '"resourceType":"AWS::EC2::Volume","resourceId":"vol-1","awsRegion":"","configurationStateMd5Hash":"","surprise":[1]}',
    );
  });

  test('keeps a key called __proto__ as a key', () => {
    const item = readConfigurationItem(
      JSON.parse(`{"__proto__":{"polluted":1},"tags":{"__proto__":"x"},"resourceType":"T","resourceId":"r",
        "configurationItemCaptureTime":"2026-11-22T08:31:54Z"}`),
    );
    expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
    expect('polluted' in item).toBe(false);
    expect(Object.keys(item.tags)).toEqual(['__proto__']);
    expect(writeConfigurationItem(item)).toContain('"tags":{"__proto__":"x"}');
    expect(writeConfigurationItem(item)).toMatch(/"__proto__":\{"polluted":1\}\}$/);
  });
});

describe('the form of 2014', () => {
  const [volume, instance] = seed.configurationItems.map((item: unknown) => readConfigurationItem(item)) as [
    ConfigurationItem,
    ConfigurationItem,
  ];

  test('reads the documented volume', () => {
    expect(new Set(Object.keys(volume))).toEqual(new Set(fieldOrder.filter((name) => name !== 'resourceName')));
    expect(volume).toMatchObject({
      resourceType: 'AWS::EC2::Volume',
      resourceId: 'vol-ce676ccc',
      ARN: 'arn:aws:us-west-2b:123456789012:volume/vol-ce676ccc',
      awsAccountId: '12345678910',
      awsRegion: 'us-west-2',
      availabilityZone: 'us-west-2b',
      configurationItemVersion: '1.0',
      configurationItemCaptureTime: '2014-03-07T23:47:08.918Z',
      configurationStateId: '3e660fdf-4e34-4f32-afeb-0ace5bf3d63a',
      resourceCreationTime: '2014-02-27T21:43:53.885Z',
      configurationStateMd5Hash: '',
      relationships: [{ resourceId: 'i-344c463d', resourceType: 'AWS::EC2::Instance', name: 'Attached to Instance' }],
      configuration: seed.configurationItems[0].configuration,
    });
    expect(volume.relatedEvents).toHaveLength(2);
  });

  test('reads the documented instance and writes none of the old names', () => {
    expect(instance.relationships).toEqual([
      { resourceId: 'vol-ce676ccc', resourceType: 'AWS::EC2::Volume', name: 'Attached Volume' },
      { resourceId: 'vol-ef0e06ed', resourceType: 'AWS::EC2::Volume', name: 'Attached Volume' },
      { resourceId: 'subnet-47b4cf2c', resourceType: 'AWS::EC2::SUBNET', name: 'Is contained in Subnet' },
    ]);
    expect(writeConfigurationItem(instance)).not.toMatch(
      /"(arn|accountId|configurationStateID|availibilityZone|direction)"/,
    );
  });

  test('takes the region from the ARN where no zone tells it', () => {
    const item = { ...seed.configurationItems[0], availibilityZone: undefined };
    expect(readConfigurationItem(item).awsRegion).toBe('us-west-2');
  });
});

test("reads the API's form", () => {
  expect(
    readConfigurationItem({
      version: '1.3',
      accountId: '123456789012',
      configurationItemCaptureTime: 1795336314.125,
      configurationItemStatus: 'OK',
      configurationStateId: '1795336314125',
      configurationItemMD5Hash: '',
      arn: 'arn:aws:s3:::logs',
      resourceType: 'AWS::S3::Bucket',
      resourceId: 'logs',
      awsRegion: 'us-west-2',
      relationships: [{ resourceType: 'AWS::KMS::Key', resourceId: 'k', relationshipName: 'Is associated with ' }],
      configuration: '{"name":"logs"}',
      supplementaryConfiguration: { AccessControlList: '"{\\"owner\\":1}"', Broken: '{' },
    }),
  ).toEqual({
    relatedEvents: [],
    relationships: [{ resourceType: 'AWS::KMS::Key', resourceId: 'k', name: 'Is associated with ' }],
    configuration: { name: 'logs' },
    supplementaryConfiguration: { AccessControlList: '{"owner":1}', Broken: '{' },
    tags: {},
    configurationItemVersion: '1.3',
    configurationItemCaptureTime: '2026-11-22T08:31:54.125Z',
    configurationStateId: 1795336314125,
    awsAccountId: '123456789012',
    configurationItemStatus: 'OK',
    resourceType: 'AWS::S3::Bucket',
    resourceId: 'logs',
    ARN: 'arn:aws:s3:::logs',
    awsRegion: 'us-west-2',
    configurationStateMd5Hash: '',
  });
});

describe('an item that is wrong', () => {
  test.each([
    [{ tags: [] }, '"tags" of AWS::EC2::Volume vol-1 must be an object, but is a list'],
    [{ tags: { Name: 1 } }, '"tags.Name" of AWS::EC2::Volume vol-1 must be a string, but is the number 1'],
    [{ relationships: {} }, '"relationships" of AWS::EC2::Volume vol-1 must be a list, but is an object'],
    [{ relationships: [{}] }, '"resourceType" of relationship 0 of AWS::EC2::Volume vol-1 must be a string'],
    [{ relationships: ['x'] }, '"relationships[0]" of AWS::EC2::Volume vol-1 must be an object, but is the string "x"'],
    [{ relatedEvents: [null] }, '"relatedEvents" of AWS::EC2::Volume vol-1 must be a list of strings, but is null'],
    [{ ARN: false }, '"ARN" of AWS::EC2::Volume vol-1 must be a string, but is the boolean false'],
    [{ resourceId: '' }, '"resourceId" of AWS::EC2::Volume without id must be a string that is not empty'],
    [{ resourceType: undefined }, '"resourceType" of a resource without type vol-1'],
    [
      { configurationItemCaptureTime: 'yesterday' },
      '"configurationItemCaptureTime" of AWS::EC2::Volume vol-1 must be a time',
    ],
    [{ configurationItemCaptureTime: null }, 'must be a time, but is missing'],
  ])('is refused by name: %j', (change, message) => {
    expect(wrongItem(change)).toMatchObject({ kind: 'unreadable', code: 'InvalidConfigurationItem' });
    expect(wrongItem(change).message).toContain(message);
  });

  test.each([[[]], [null], ['x'], [7]])('is not an item at all: %j', (value) => {
    expect(() => readConfigurationItem(value)).toThrow(/must be an object with resourceType and resourceId/);
  });
});
