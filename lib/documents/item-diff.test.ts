import { expect, test } from 'vitest';
import type { ConfigurationItem } from '../items/configuration-item';
import { configurationItemDiff } from './item-diff';

const base: ConfigurationItem = {
  relatedEvents: [],
  relationships: [],
  configuration: {},
  supplementaryConfiguration: {},
  tags: {},
  configurationItemVersion: '1.3',
  configurationItemCaptureTime: '2026-11-24T10:00:00.000Z',
  configurationStateId: 1,
  awsAccountId: '123456789012',
  configurationItemStatus: 'OK',
  resourceType: 'AWS::EC2::Instance',
  resourceId: 'i-1',
  awsRegion: 'us-west-2',
  configurationStateMd5Hash: '',
};
const item = (fields: Partial<ConfigurationItem>): ConfigurationItem => ({ ...base, ...fields });
const diff = (was: Partial<ConfigurationItem>, is: Partial<ConfigurationItem>) =>
  JSON.parse(JSON.stringify(configurationItemDiff(item(was), item(is))));

test('the security group of an instance is replaced: as in the example of AWS Config’s guide', () => {
  const end = (resourceId: string) => ({
    resourceId,
    resourceType: 'AWS::EC2::SecurityGroup',
    name: 'Is associated with SecurityGroup',
  });
  const volume = { resourceId: 'vol-1', resourceType: 'AWS::EC2::Volume', name: 'Is attached to Volume' };
  const group = (groupId: string) => ({ groupName: `name of ${groupId}`, groupId });
  expect(
    diff(
      { relationships: [end('sg-c8b141b4'), volume], configuration: { securityGroups: [group('sg-c8b141b4')] } },
      { relationships: [volume, end('sg-3f1fef43')], configuration: { securityGroups: [group('sg-3f1fef43')] } },
    ),
  ).toEqual({
    changedProperties: {
      'Relationships.0': {
        previousValue: { ...end('sg-c8b141b4'), resourceName: null },
        updatedValue: null,
        changeType: 'DELETE',
      },
      'Relationships.1': {
        previousValue: null,
        updatedValue: { ...end('sg-3f1fef43'), resourceName: null },
        changeType: 'CREATE',
      },
      'Configuration.SecurityGroups.0': {
        previousValue: group('sg-c8b141b4'),
        updatedValue: null,
        changeType: 'DELETE',
      },
      'Configuration.SecurityGroups.1': {
        previousValue: null,
        updatedValue: group('sg-3f1fef43'),
        changeType: 'CREATE',
      },
    },
    changeType: 'UPDATE',
  });
});

test('fields are named by their path, with capitals', () => {
  expect(
    diff(
      {
        configuration: { state: { code: 16, name: 'running' }, platform: null },
        supplementaryConfiguration: { BucketPolicy: { policyText: null } },
        tags: { Name: 'a', team: 'x' },
      },
      {
        configuration: { state: { name: 'stopped', code: 80 }, publicIpAddress: '54.1.2.3' },
        supplementaryConfiguration: { BucketPolicy: { policyText: '{}' } },
        tags: { Name: 'b', team: 'x' },
      },
    ).changedProperties,
  ).toEqual({
    'Configuration.State.Code': { previousValue: 16, updatedValue: 80, changeType: 'UPDATE' },
    'Configuration.State.Name': { previousValue: 'running', updatedValue: 'stopped', changeType: 'UPDATE' },
    'Configuration.PublicIpAddress': { previousValue: null, updatedValue: '54.1.2.3', changeType: 'CREATE' },
    'SupplementaryConfiguration.BucketPolicy.PolicyText': {
      previousValue: null,
      updatedValue: '{}',
      changeType: 'CREATE',
    },
    'Tags.0': { previousValue: 'a', updatedValue: null, changeType: 'DELETE' },
    'Tags.1': { previousValue: null, updatedValue: 'b', changeType: 'CREATE' },
  });
});

test('a tag is told by its value alone, also where only its key changed', () => {
  const tags = (of: ConfigurationItem['tags']) => ({ tags: of });
  expect(diff(tags({ Name: 'a', owner: 'a' }), tags({ Name: 'a', team: 'a' })).changedProperties).toEqual({
    'Tags.0': { previousValue: 'a', updatedValue: null, changeType: 'DELETE' },
    'Tags.1': { previousValue: null, updatedValue: 'a', changeType: 'CREATE' },
  });
});

test('a discovered resource has no changed properties, also when it comes back', () => {
  const discovered = item({ configurationItemStatus: 'ResourceDiscovered', configuration: { size: 1 } });
  expect(configurationItemDiff(undefined, discovered)).toEqual({ changedProperties: {}, changeType: 'CREATE' });
  const deleted = item({ configurationItemStatus: 'ResourceDeleted' });
  expect(configurationItemDiff(deleted, discovered)).toEqual({ changedProperties: {}, changeType: 'CREATE' });
});

test('a deleted resource loses its whole configuration', () => {
  const last = { configuration: { size: 1 }, tags: { Name: 'a' } };
  // As it is kept: without a field of its own where there is no value.
  const { configuration: _, ...gone } = item({ configurationItemStatus: 'ResourceDeleted' });
  expect(JSON.parse(JSON.stringify(configurationItemDiff(item(last), { ...gone, configuration: null })))).toEqual({
    changedProperties: {
      Configuration: { previousValue: { size: 1 }, updatedValue: null, changeType: 'DELETE' },
      'Tags.0': { previousValue: 'a', updatedValue: null, changeType: 'DELETE' },
    },
    changeType: 'DELETE',
  });
});

test('equal elements of a list are counted', () => {
  expect(
    Object.keys(diff({ configuration: { list: [1, 1, 2] } }, { configuration: { list: [2, 1] } }).changedProperties),
  ).toEqual(['Configuration.List.0']);
});

test('hostile names and depths do no harm', () => {
  const hostile = JSON.parse('{"__proto__": 1, "constructor": 1, "a": 1, "A": 1}');
  const changed = diff({ configuration: {} }, { configuration: hostile }).changedProperties;
  expect(Object.keys(changed).sort()).toEqual([
    'Configuration.A',
    'Configuration.Constructor',
    'Configuration.__proto__',
    'Configuration.a',
  ]);
  const deep = (leaf: number) => JSON.parse(`${'{"a":'.repeat(900)}${leaf}${'}'.repeat(900)}`);
  const [path = ''] = Object.keys(diff({ configuration: deep(1) }, { configuration: deep(2) }).changedProperties);
  expect(path.split('.')).toHaveLength(51);
});
