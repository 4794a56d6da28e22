import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { ObjectHead, ObjectStore } from '../object-store/port';
import { createBuckets } from './buckets';

const head = (key: string, more: Partial<ObjectHead> = {}): ObjectHead => ({
  key,
  size: 1,
  lastModified: new Date('2026-11-28T07:00:00Z'),
  etag: 'e',
  ...more,
});
const bucketsOf = (more: Partial<ObjectHead> = {}) =>
  createBuckets({
    head: async (_bucket: string, key: string) => head(key, more),
    get: async (_bucket: string, key: string) => ({ head: head(key, more), body: Readable.from([]) }),
  } as unknown as ObjectStore);

test.each([
  ['a/b.json.gz', 'b.json.gz'],
  ['a/../b', 'b'],
  ['a//b', 'b'],
  ['a/..', 'object'],
  ['.', 'object'],
  ['a/', 'object'],
  ['a/...', '...'],
  ['C:\\a', 'C:\\a'],
])('%s is downloaded as %s', async (key, fileName) => {
  expect(await bucketsOf().download({ bucket: 'b', key })).toMatchObject({ fileName });
});

test('an archived object says what to do, in words and as a command', async () => {
  const archived = bucketsOf({ storageClass: 'GLACIER', archive: { tier: 'GLACIER', state: 'archived' } });
  expect(await archived.object({ bucket: 'b', key: 'a/./old' })).toMatchObject({
    name: 'old',
    storageClass: 'GLACIER',
    archive: {
      state: 'archived',
      sentence: 'It is archived (GLACIER) and must be restored first, which takes 3 to 5 hours.',
      restoreCommand: 'aws s3api restore-object --bucket b --key a/./old --restore-request Days=7',
    },
  });
  const restoredUntil = new Date('2026-12-05T00:00:00Z');
  const restored = bucketsOf({ archive: { tier: 'GLACIER', state: 'restored', restoredUntil } });
  const { archive } = await restored.object({ bucket: 'b', key: 'old' });
  expect(archive).toMatchObject({ state: 'restored', restoredUntil: '2026-12-05T00:00:00.000Z' });
  expect(archive?.restoreCommand).toBeUndefined();
});
