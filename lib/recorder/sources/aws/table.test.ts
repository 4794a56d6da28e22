import { expect, test } from 'vitest';
import { directRelationshipName, relationshipName } from '../../../items/relationships';
import { normalizeType } from '../../../items/resource-type';
import { awsResourceTypes } from './table';

test('lists each type once', () => {
  const keys = awsResourceTypes.map(({ resourceType }) => normalizeType(resourceType));
  expect(keys).toEqual([...new Set(keys)]);
});

test('tells of no edge that AWS Config draws at neither end', () => {
  for (const { resourceType, tellsOf } of awsResourceTypes) {
    for (const other of tellsOf) {
      const names = [directRelationshipName(resourceType, other), directRelationshipName(other, resourceType)];
      expect(names, `${resourceType} and ${other}`).not.toEqual([undefined, undefined]);
    }
  }
});

test('names no other by name where AWS Config draws nothing', () => {
  for (const { resourceType, tellsByName } of awsResourceTypes) {
    for (const other of tellsByName) {
      expect(relationshipName(resourceType, other), `${resourceType} and ${other}`).toBeDefined();
    }
  }
});

test('draws every edge that AWS Config draws between two types of the table, at one end or the other', () => {
  const types = new Map(awsResourceTypes.map((type) => [type.resourceType, type]));
  const missing: string[] = [];
  for (const [name, one] of types) {
    for (const [otherName, other] of types) {
      if (directRelationshipName(name, otherName) === undefined) continue;
      const isDrawn =
        one.tellsOf.includes(otherName) || other.tellsOf.includes(name) || one.tellsByName.includes(otherName);
      if (!isDrawn) missing.push(`${name} ${otherName}`);
    }
  }
  expect(missing).toEqual([]);
});

test('says of every type which permissions it needs', () => {
  for (const { resourceType, permissions } of awsResourceTypes) {
    expect(permissions.length, resourceType).toBeGreaterThan(0);
    for (const permission of permissions) expect(permission).toMatch(/^[a-z0-9-]+:[A-Z][A-Za-z0-9]+\*?$/);
  }
});
