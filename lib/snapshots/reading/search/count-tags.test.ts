import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDirectoryStore } from '../../../object-store/directory';
import { createDocumentCache } from '../../opening/document-cache';
import type { SnapshotReader } from '../snapshot-reader';

let folder: string;
let opened: SnapshotReader;
const items: { resourceType: string; tags: Record<string, string> }[] = JSON.parse(
  readFileSync('samples/modern-account.json', 'utf8'),
).configurationItems;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tags-'));
  const store = createDirectoryStore({ root: join(folder, 'objects') });
  await store.createBucket('tags');
  await store.put('tags', 'modern.json', readFileSync('samples/modern-account.json'));
  const cache = await createDocumentCache({ store, folder: join(folder, 'cache'), maxBytes: 1 << 30 });
  opened = await cache.open({ bucket: 'tags', key: 'modern.json' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const counts = (by: 'tag' | `tag:${string}`, types: string[] = [], limit = 1000) =>
  opened.items.counts({ types, search: '', by, limit });
const having = (key: string, value?: string) =>
  items.filter(({ tags }) => (value === undefined ? key in tags : tags[key] === value)).length;

test('items are counted by the keys of their tags, with those that have none', async () => {
  const { total, values } = await counts('tag');
  expect(total).toBe(items.length);
  expect(values.find(({ value }) => value === 'Team')?.count).toBe(having('Team'));
  const untagged = items.filter(({ tags }) => Object.keys(tags).length === 0).length;
  expect(values.find(({ value }) => value === undefined)?.count).toBe(untagged);
  expect(values.map(({ count }) => count)).toEqual(values.map(({ count }) => count).sort((a, b) => b - a));
});

test('items are counted by the values of one tag, of the chosen items alone', async () => {
  const { values } = await counts('tag:Team');
  expect(values.find(({ value }) => value === 'storefront')?.count).toBe(having('Team', 'storefront'));
  const sum = values.reduce((all, { count }) => all + count, 0);
  expect(sum).toBe(items.length);
  const volumes = await counts('tag:Team', ['AWS::EC2::Volume']);
  expect(volumes.total).toBe(items.filter(({ resourceType }) => resourceType === 'AWS::EC2::Volume').length);
});

test('of many values the most frequent are given, and how many there are', async () => {
  const all = await counts('tag:Name');
  const few = await counts('tag:Name', [], 2);
  expect(few.values).toEqual(all.values.slice(0, 2));
  expect(few.distinct).toBe(all.values.length);
});

test('a tag that nothing has is had by nothing', async () => {
  expect((await counts('tag:nowhere')).values).toEqual([{ value: undefined, count: items.length }]);
});
