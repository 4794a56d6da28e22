import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfigurationItem } from '../../lib/items/form/read-item';
import { writeConfigurationItem } from '../../lib/items/form/write-item';
import { resourceKey } from '../../lib/items/identity';
import { relationshipName } from '../../lib/items/relationships';
import { awsResourceTypes } from '../../lib/recorder/sources/aws/table';
import { listAnswers } from '../../lib/recorder/sources/aws/test-answering-account';
import { buildSample } from './build.mjs';

const text = readFileSync('samples/modern-account.json', 'utf8');
const raw: unknown[] = JSON.parse(text).configurationItems;
const items = raw.map((item) => readConfigurationItem(item));
const byKey = new Map(items.map((item) => [resourceKey(item), item]));
const relations = items.flatMap((from) => from.relationships.map((relationship) => ({ from, relationship })));

test('is what the declarations of the source aws make of the account: `node tools/make-sample.mjs`', async () => {
  const sample = await buildSample({ awsResourceTypes, listAnswers });
  expect(`${JSON.stringify(sample, null, 2)}\n`).toBe(text);
});

test('is in the modern form, member for member', () => {
  raw.forEach((item, at) => {
    expect(writeConfigurationItem(items[at] ?? readConfigurationItem(item))).toBe(JSON.stringify(item));
  });
});

test('is an account of many types in which each resource comes once', () => {
  expect(byKey.size).toBe(items.length);
  expect(items.length).toBeGreaterThan(110);
  expect(new Set(items.map(({ resourceType }) => resourceType)).size).toBeGreaterThanOrEqual(25);
  expect(new Set(items.map(({ awsAccountId }) => awsAccountId))).toEqual(new Set(['123456789012']));
  for (const { resourceType, awsRegion } of items) {
    expect(awsRegion).toBe(resourceType.startsWith('AWS::IAM::') ? 'global' : 'us-west-2');
  }
});

test('lacks names about as often as real files, and has no null that a file has not', () => {
  const share = items.filter(({ resourceName }) => resourceName === undefined).length / items.length;
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(0.6);
  for (const { configuration, supplementaryConfiguration } of items) {
    expect(JSON.stringify([configuration, supplementaryConfiguration])).not.toMatch(/[^\\]":null/);
  }
});

describe('its relationships', () => {
  test('are those that AWS draws, by the names that AWS gives', () => {
    expect(relations.length).toBeGreaterThan(300);
    for (const { from, relationship } of relations) {
      expect(relationship.name).toBe(relationshipName(from.resourceType, relationship.resourceType));
    }
  });

  test('go both ways wherever AWS draws both', () => {
    for (const { from, relationship } of relations) {
      const { resourceId } = relationship;
      const to = resourceId && byKey.get(resourceKey({ resourceType: relationship.resourceType, resourceId }));
      if (!to || relationshipName(to.resourceType, from.resourceType) === undefined) continue;
      expect(to.relationships.map((back) => back.resourceId)).toContain(from.resourceId);
    }
  });

  test('come once each', () => {
    for (const { relationships } of items) {
      expect(new Set(relationships.map((relationship) => JSON.stringify(relationship))).size).toBe(
        relationships.length,
      );
    }
  });

  test('know some resources by name alone, which can be found', () => {
    const byName = relations.filter(({ relationship }) => relationship.resourceId === undefined);
    expect(byName.map(({ from }) => from.resourceType)).toContain('AWS::Lambda::Function');
    for (const { relationship } of byName) {
      const found = items.filter(
        (item) => item.resourceType === relationship.resourceType && item.resourceName === relationship.resourceName,
      );
      expect(found).toHaveLength(1);
    }
  });

  test('dangle in a few places', () => {
    const dangling = relations.filter(
      ({ relationship: { resourceType, resourceId } }) =>
        resourceId && !byKey.has(resourceKey({ resourceType, resourceId })),
    );
    expect(dangling.map(({ relationship }) => relationship.resourceType).sort()).toEqual([
      'AWS::EC2::Instance',
      'AWS::EC2::SecurityGroup',
      'AWS::EC2::VPC',
    ]);
  });
});

test("keeps Config's odd spellings", () => {
  const of = (type: string) => items.filter(({ resourceType }) => resourceType === type);
  expect(of('AWS::EC2::SecurityGroup')[0]?.configuration).toHaveProperty('ipPermissionsEgress.0.ipRanges', [
    '0.0.0.0/0',
  ]);
  for (const bucket of of('AWS::S3::Bucket')) {
    const list = bucket.supplementaryConfiguration.AccessControlList;
    expect(JSON.parse(String(list))).toHaveProperty('grantList.0.permission', 'FullControl');
  }
  for (const { configuration } of of('AWS::IAM::Role')) {
    const document = Reflect.get(Object(configuration), 'assumeRolePolicyDocument');
    expect(document).toMatch(/^%7B/);
    expect(JSON.parse(decodeURIComponent(document))).toHaveProperty('Statement.0.Action', 'sts:AssumeRole');
  }
});
