import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfigurationItem } from '../form/read-item';
import { canonicalContent } from './content';
import { diffItems } from './diff';

const item = (fields: object = {}) =>
  readConfigurationItem({
    resourceType: 'AWS::EC2::Instance',
    resourceId: 'i-1',
    configurationItemCaptureTime: '2026-11-22T08:31:54.000Z',
    awsAccountId: '123456789012',
    ...fields,
  });
const configured = (configuration: unknown) => item({ configuration });
const lines = (before: object, after: object) =>
  diffItems(item(before), item(after)).changes.map(({ section, path, change, previous, updated }) =>
    [section, path, change, previous, '→', updated].filter((part) => part !== undefined).join(' '),
  );

test('names what was changed, added and removed, with the values', () => {
  const before = { state: { code: 16, name: 'running' }, ebs: [{ id: 'vol-1' }], 'odd key': 1, old: null };
  const after = { state: { code: 80, name: 'stopped' }, ebs: [{ id: 'vol-1' }, { id: 'vol-2' }], 'odd key': 2 };
  expect(lines({ configuration: before }, { configuration: after })).toEqual([
    'configuration state.code changed 16 → 80',
    'configuration state.name changed "running" → "stopped"',
    'configuration ebs[1] added → {"id":"vol-2"}',
    'configuration ["odd key"] changed 1 → 2',
    'configuration old removed null →',
  ]);
});

test('names tags, relationships, and what stands beside them', () => {
  const attached = { resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1', name: 'Is attached to Volume' };
  const contained = { resourceType: 'AWS::EC2::Subnet', resourceId: 'subnet-1', name: 'Is contained in ' };
  expect(
    lines(
      { tags: { Name: 'web', Team: 'a' }, relationships: [attached, contained], resourceName: 'web' },
      { tags: { Name: 'shop', Cost: '7' }, relationships: [contained], resourceName: 'shop' },
    ),
  ).toEqual([
    'tags Name changed "web" → "shop"',
    'tags Team removed "a" →',
    'tags Cost added → "7"',
    `relationships Is attached to Volume AWS::EC2::Volume vol-1 removed ${JSON.stringify({ resourceId: 'vol-1', resourceType: 'AWS::EC2::Volume', name: 'Is attached to Volume' })} →`,
    'item resourceName changed "web" → "shop"',
  ]);
});

test('compares sets as sets, and other lists from both ends', () => {
  expect(
    lines(
      { configuration: { groups: [{ id: 'sg-1' }, { id: 'sg-2' }], rules: ['a', 'b', 'c'] } },
      { configuration: { groups: [{ id: 'sg-3' }, { id: 'sg-1' }], rules: ['a', 'x', 'b', 'c'] } },
    ),
  ).toEqual([
    'configuration groups[] removed {"id":"sg-2"} →',
    'configuration groups[] added → {"id":"sg-3"}',
    'configuration rules[1] added → "x"',
  ]);
});

test('is bounded: in the length of values and in their number', () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`key${n}`, 'x'.repeat(5_000)]));
  const diff = diffItems(configured({}), configured(many));
  expect(diff.changes).toHaveLength(200);
  expect(diff.more).toBe(300);
  expect(JSON.stringify(diff).length).toBeLessThan(200 * 700);
});

test('has nothing to say of an item that only ends the record', () => {
  const deleted = item({ configurationItemStatus: 'ResourceDeleted' });
  expect(diffItems(configured({ a: 1 }), deleted)).toEqual({ changes: [], more: 0 });
  expect(diffItems(deleted, configured({ a: 1 }))).toEqual({ changes: [], more: 0 });
});

describe('of any two configurations', () => {
  test('tells nothing exactly where nothing changed', () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(json, json, (left, right) => {
        const [before, after] = [configured(left), configured(right)];
        expect(diffItems(before, after).changes.length > 0).toBe(canonicalContent(before) !== canonicalContent(after));
      }),
    );
  });
});
