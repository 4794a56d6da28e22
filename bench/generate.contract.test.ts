import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readConfigurationItem } from '../lib/items/form/read-item';
import { writeConfigurationItem } from '../lib/items/form/write-item';
import { resourceKey } from '../lib/items/identity';
import { relationshipName } from '../lib/items/relationships';
import { generateItems } from './generate.mjs';
import { Cell } from './shapes/cell.mjs';

const count = 24_000;
const items = [...generateItems({ seed: 7, count })];
const sharedGroup = new Cell(7, 0, count).ec2Id('sg', 0);
const byKey = new Map(items.map((item) => [resourceKey(item), item]));

test('gives as many items as asked, each of another resource', () => {
  expect(items).toHaveLength(count);
  expect(byKey.size).toBe(count);
  for (const few of [0, 1, 2, 999]) expect([...generateItems({ count: few })]).toHaveLength(few);
});

test('gives the same items for the same seed, and others for another', () => {
  const text = (seed: number) => JSON.stringify([...generateItems({ seed, count: 50 })]);
  expect(text(7)).toBe(text(7));
  expect(text(7)).not.toBe(text(8));
});

test('gives items of the modern form, of about 2.4 KB', () => {
  let bytes = 0;
  for (const item of items) {
    const line = writeConfigurationItem(readConfigurationItem(item));
    if (line !== JSON.stringify(item)) throw new Error(`${item.resourceId} does not come back as it was`);
    bytes += line.length;
  }
  expect(bytes / items.length).toBeGreaterThan(2200);
  expect(bytes / items.length).toBeLessThan(2600);
});

test('gives items that gzip packs about 6.5:1, and some of nearly 700 KB', () => {
  const texts = items.map((item) => JSON.stringify(item));
  const text = texts.join(',');
  const ratio = text.length / gzipSync(text).length;
  expect(ratio).toBeGreaterThan(6);
  expect(ratio).toBeLessThan(7);
  const largest = Math.max(...texts.map(({ length }) => length));
  expect(largest).toBeGreaterThan(650_000);
  expect(largest).toBeLessThan(700_000);
});

test('gives one hub of 20,000 from 100,000 items on', { timeout: 60_000 }, () => {
  const edges = new Map<string, number>();
  for (const { relationships } of generateItems({ seed: 7, count: 100_000 })) {
    for (const { resourceId } of relationships) {
      if (resourceId) edges.set(resourceId, (edges.get(resourceId) ?? 0) + 1);
    }
  }
  const [first = ['', 0], second = ['', 0]] = [...edges].sort(([, one], [, other]) => other - one);
  expect(first[1]).toBeGreaterThan(20_000);
  expect(second[1]).toBeLessThan(6_000);
  expect(first[0]).toBe(sharedGroup);
});

describe('relationships', () => {
  const relations = items.flatMap((from) => from.relationships.map((relationship) => ({ from, relationship })));
  const targetOf = ({ resourceType, resourceId = '' }: { resourceType: string; resourceId?: string }) =>
    byKey.get(resourceKey({ resourceType, resourceId }));

  test('have the names that AWS gives', () => {
    const named = (type: string, related: string, name: string) => `${type} ${name}-> ${related}`;
    const used = new Set(
      relations.map(({ from, relationship: { resourceType, name } }) => named(from.resourceType, resourceType, name)),
    );
    const right = new Set(
      relations.map(({ from, relationship: { resourceType } }) =>
        named(from.resourceType, resourceType, relationshipName(from.resourceType, resourceType) ?? 'none'),
      ),
    );
    expect(used).toEqual(right);
  });

  test('go both ways, but for those to the group that the account shares', () => {
    const pairs = new Set(relations.map(({ from, relationship }) => `${from.resourceId} ${relationship.resourceId}`));
    const oneWay = relations.filter(
      ({ from, relationship }) =>
        relationship.resourceId !== sharedGroup &&
        targetOf(relationship) &&
        !pairs.has(`${relationship.resourceId} ${from.resourceId}`),
    );
    expect(oneWay).toEqual([]);
  });

  test('gather in hubs of five thousand, and about one in twenty dangles', () => {
    expect(Math.max(...items.map(({ relationships }) => relationships.length))).toBeGreaterThan(5000);
    const dangling = relations.filter(({ relationship }) => relationship.resourceId && !targetOf(relationship));
    expect(dangling.length / relations.length).toBeGreaterThan(0.03);
    expect(dangling.length / relations.length).toBeLessThan(0.07);
  });

  test('are known by name alone where AWS knows no id', () => {
    expect(relations.filter(({ relationship }) => relationship.resourceId === undefined).length).toBeGreaterThan(1000);
  });
});
