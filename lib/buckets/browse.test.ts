import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDirectoryStore } from '../object-store/directory';
import type { ObjectStore } from '../object-store/port';
import { listFolder } from './browse';

const bucket = 'browsed';
let root: string;
let store: ObjectStore;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'browse-'));
  store = createDirectoryStore({ root });
  await store.createBucket(bucket);
  for (const day of [1, 2, 9, 10, 11, 21, 30]) await store.put(bucket, `2026/9/${day}/file`, Buffer.from('x'));
  for (const key of ['2026/9/notes/file', '2026/9/readme', '2026/9/1st/file', '2026/10/1/file', 'top']) {
    await store.put(bucket, key, Buffer.from('x'));
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

const names = async (request: { prefix: string; filter?: string; token?: string; limit?: number }) => {
  const { folders, objects, nextToken } = await listFolder(store, { bucket, ...request });
  return { folders: folders.map((one) => one.name), objects: objects.map((one) => one.name), nextToken };
};

test('date folders go by number, other folders after them by name', async () => {
  expect(await names({ prefix: '2026/9/' })).toEqual({
    folders: ['1', '2', '9', '10', '11', '21', '30', '1st', 'notes'],
    objects: ['readme'],
    nextToken: undefined,
  });
  expect((await names({ prefix: '2026/' })).folders).toEqual(['9', '10']);
});

test('folders carry the prefix that opens them', async () => {
  const { folders, objects } = await listFolder(store, { bucket, prefix: '' });
  expect(folders).toEqual([{ prefix: '2026/', name: '2026' }]);
  expect(objects).toMatchObject([{ key: 'top', name: 'top', size: 1 }]);
});

test('a filter keeps the names that start with it, within the folder', async () => {
  expect(await names({ prefix: '2026/9/', filter: '1' })).toMatchObject({
    folders: ['1', '10', '11', '1st'],
    objects: [],
  });
  expect(await names({ prefix: '2026/9/', filter: 'rea' })).toMatchObject({ folders: [], objects: ['readme'] });
  expect(await names({ prefix: '2026/9/', filter: '1/' })).toMatchObject({ folders: [], objects: [] });
});

test('all pages together are the whole folder', async () => {
  const seen: string[] = [];
  let token: string | undefined;
  do {
    const page = await names({ prefix: '2026/9/', limit: 3, token });
    expect(page.folders.length + page.objects.length).toBeLessThanOrEqual(3);
    seen.push(...page.folders, ...page.objects);
    token = page.nextToken;
  } while (token);
  expect(seen.sort()).toEqual(['1', '10', '11', '1st', '2', '21', '30', '9', 'notes', 'readme']);
});

test('what cannot be opened is told of with the first page of its folder', async () => {
  await symlink('/nowhere', join(root, bucket, '2026/10/link'));
  const { unreadable } = await listFolder(store, { bucket, prefix: '2026/10/' });
  expect(unreadable).toEqual({
    count: 1,
    examples: [{ name: 'link', reason: expect.stringContaining('symbolic link') }],
  });
  expect(await listFolder(store, { bucket, prefix: '2026/9/' })).not.toHaveProperty('unreadable');
});

test('half a folder’s name is no folder', async () => {
  await expect(names({ prefix: '2026/9' })).rejects.toMatchObject({ code: 'InvalidPrefix' });
});
