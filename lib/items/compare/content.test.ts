import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfigurationItem } from '../form/read-item';
import { canonicalContent } from './content';

const base = {
  resourceType: 'AWS::EC2::Instance',
  resourceId: 'i-1',
  configurationItemCaptureTime: '2026-11-22T08:31:54.000Z',
  awsAccountId: '123456789012',
  configuration: { state: { code: 16, name: 'running' }, blockDevices: ['/dev/sda1', '/dev/sdf'] },
  relationships: [
    { resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1', name: 'Is attached to Volume' },
    { resourceType: 'AWS::EC2::Subnet', resourceId: 'subnet-1', name: 'Is contained in Subnet' },
  ],
};
const content = (change: object = {}) => canonicalContent(readConfigurationItem({ ...base, ...change }));

describe('what is no change of a resource', () => {
  test.each([
    [
      'another capture',
      { configurationItemCaptureTime: '2027-01-01T00:00:00.000Z', configurationItemStatus: 'ResourceDiscovered' },
    ],
    [
      'another state id, version, hash',
      { configurationStateId: 'x', configurationItemVersion: '1.0', configurationStateMd5Hash: 'y' },
    ],
    ['related events', { relatedEvents: ['e'] }],
    ['the order of relationships', { relationships: base.relationships.toReversed() }],
    [
      'the order of fields',
      { configuration: { blockDevices: ['/dev/sda1', '/dev/sdf'], state: { name: 'running', code: 16 } } },
    ],
    [
      'the case of types',
      {
        resourceType: 'AWS::EC2::INSTANCE',
        relationships: base.relationships.map((r) => ({ ...r, resourceType: r.resourceType.toUpperCase() })),
      },
    ],
  ])('%s', (_, change) => {
    expect(content(change)).toBe(content());
  });

  test.each([
    ['key', 'value'],
    ['Key', 'Value'],
    ['TagKey', 'TagValue'],
    ['tagName', 'tagValue'],
  ])('the order of tags of %s and %s', (key, value) => {
    const tags = [
      { [key]: 'Name', [value]: 'a' },
      { [key]: 'Team', [value]: 'b' },
    ];
    expect(content({ configuration: { tags } })).toBe(content({ configuration: { tags: tags.toReversed() } }));
    expect(content({ configuration: { tags } })).not.toBe(content({ configuration: { tags: tags.slice(1) } }));
  });
});

describe('the order of a list that is a set by its name', () => {
  const rule = (port: number, ...ranges: string[]) => ({ fromPort: port, toPort: port, ipRanges: ranges });
  const group = { ipPermissions: [rule(22, '10.0.0.0/8', '192.168.0.0/16'), rule(443, '0.0.0.0/0')] };

  test('is no change, in the set and in sets within it', () => {
    const turned = { ipPermissions: [rule(443, '0.0.0.0/0'), rule(22, '192.168.0.0/16', '10.0.0.0/8')] };
    expect(content({ configuration: turned })).toBe(content({ configuration: group }));
  });

  test.each([
    ['another rule', { ipPermissions: [rule(22, '10.0.0.0/8', '192.168.0.0/16'), rule(444, '0.0.0.0/0')] }],
    [
      'a range that moved to another rule',
      { ipPermissions: [rule(22, '10.0.0.0/8'), rule(443, '0.0.0.0/0', '192.168.0.0/16')] },
    ],
    ['one twice', { ipPermissions: [...group.ipPermissions, rule(443, '0.0.0.0/0')] }],
  ])('but %s is one', (_, configuration) => {
    expect(content({ configuration })).not.toBe(content({ configuration: group }));
  });

  test.each(['rules', 'actions', 'containerDefinitions', 'entries', 'statement'])('and that of %s is one', (name) => {
    const list = [{ priority: 'a' }, { priority: 'b' }];
    expect(content({ configuration: { [name]: list } })).not.toBe(
      content({ configuration: { [name]: list.toReversed() } }),
    );
  });
});

describe('what is a change of a resource', () => {
  test.each([
    [
      'the order of any other list',
      { configuration: { ...base.configuration, blockDevices: ['/dev/sdf', '/dev/sda1'] } },
    ],
    ['a value', { configuration: { ...base.configuration, state: { code: 80, name: 'stopped' } } }],
    ['a relationship gone', { relationships: base.relationships.slice(1) }],
    ['a tag', { tags: { Name: 'web' } }],
    ['a name', { resourceName: 'web' }],
    ['an unknown field', { surprise: 1 }],
    ['a key called __proto__', { tags: JSON.parse('{"__proto__":"x"}') }],
    ['a number for a string', { configuration: { ...base.configuration, state: { code: '16', name: 'running' } } }],
  ])('%s', (_, change) => {
    expect(content(change)).not.toBe(content());
  });

  test('is any difference of configurations but the order of fields', () => {
    const json = fc.jsonValue({ depthSize: 'medium' });
    fc.assert(
      fc.property(json, json, (left, right) => {
        const same = JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
        expect(content({ configuration: left }) === content({ configuration: right })).toBe(same);
      }),
    );
  });
});

/** Fields in one order, by another way than the code's. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, field]) => [`field ${key}`, sorted(field)])
    .sort(([left], [right]) => (String(left) < String(right) ? -1 : 1))
    .concat([['an object']]);
}
