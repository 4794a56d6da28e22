import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { code, mib, type TestStore } from './test-store';

/** What every object store does of buckets. */
export function bucketsContract({ bucket, keys, put, removeBucket, store, text }: TestStore): void {
  describe('buckets', () => {
    test('are made once, listed and found', async () => {
      await put('kept');
      await store().createBucket(bucket());
      expect(await text('kept')).toBe('kept');
      expect((await store().listBuckets()).map((one) => one.name)).toContain(bucket());
      expect(await store().bucketExists(bucket())).toBe(true);
      expect(await store().bucketExists('never-made')).toBe(false);
    });

    test.each(['ab', 'Capital', 'a..b', '../etc', '-a-', '192.168.0.1', 'x'.repeat(64), 'xn--a', '', '.meta', 'a/b'])(
      '"%s" is no name for one',
      async (name) => {
        await expect(store().createBucket(name)).rejects.toEqual(code('InvalidBucketName'));
      },
    );

    test('that do not exist are named in every answer', async () => {
      const none = 'never-made';
      const noSuchBucket = code('NoSuchBucket');
      await expect(store().list(none, {})).rejects.toEqual(noSuchBucket);
      await expect(store().head(none, 'a')).rejects.toEqual(noSuchBucket);
      await expect(store().get(none, 'a')).rejects.toEqual(noSuchBucket);
      await expect(store().put(none, 'a', Buffer.from('a'))).rejects.toEqual(noSuchBucket);
      await expect(store().delete(none, 'a')).rejects.toEqual(noSuchBucket);
      await expect(store().head(none, 'a')).rejects.toThrow(none);
    });

    test('removed while an object is on its way are not made again', async () => {
      async function* body(): AsyncGenerator<Buffer> {
        yield Buffer.alloc(9 * mib);
        await removeBucket(bucket());
        yield Buffer.alloc(9 * mib);
      }
      await expect(store().put(bucket(), 'a/b', Readable.from(body()))).rejects.toThrow();
      expect(await store().bucketExists(bucket())).toBe(false);
      await expect(put('a/b')).rejects.toEqual(code('NoSuchBucket'));
      await store().createBucket(bucket());
      await put('a/b');
      expect(await keys()).toEqual(['a/b']);
    });
  });
}
