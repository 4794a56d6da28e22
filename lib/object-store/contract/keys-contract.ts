import { describe, expect, test } from 'vitest';
import { code, type TestStore } from './test-store';

/** What every object store does of keys. */
export function keysContract({ bucket, drop, keys, keysArePaths, put, store, text }: TestStore): void {
  describe('keys', () => {
    test.each([
      'plain',
      'AWSLogs/123456789012/Config/us-west-2/2026/9/8/ConfigHistory/1_AWS::EC2::Volume_1.json.gz',
      'with space/and+plus/and%20percent/und Ümläut/日本/🙂',
      'a?b#c&d=e;f',
      '-rf/~/$HOME/`id`',
      'dots...in.names/.hidden/...',
      'C:\\back\\slash/..\\x/\\',
      `${'x'.repeat(255)}/${'ü'.repeat(127)}`,
      Array.from({ length: 16 }, () => 'y'.repeat(63)).join('/'),
    ])('%s comes back as it went', async (key) => {
      await put(key, 'content');
      expect(await text(key)).toBe('content');
      expect(await keys()).toEqual([key]);
      expect((await store().head(bucket(), key)).key).toBe(key);
      await store().delete(bucket(), key);
      expect(await keys()).toEqual([]);
    });

    test.each([
      ['nothing', ''],
      ['1,025 bytes', `${'ü'.repeat(512)}x`],
      ['a NUL', 'a\0b'],
      ['half a character', 'a\ud800b'],
    ])('of %s are refused with a reason', async (_what, key) => {
      const refused = code('InvalidKey');
      await expect(put(key, 'x')).rejects.toEqual(refused);
      await expect(store().head(bucket(), key)).rejects.toEqual(refused);
      await expect(store().get(bucket(), key)).rejects.toEqual(refused);
      await expect(store().delete(bucket(), key)).rejects.toEqual(refused);
      expect(await keys()).toEqual([]);
    });

    const dots = ['../../outside', 'a/../../../outside', '..', '.', 'a/./b', 'a/..', 'a/../b', './a'];
    const empty = ['a//b', '/a', 'a/', '//', '/'];

    test.each([...dots, ...empty].filter(() => keysArePaths))('%j is no path of a file', async (key) => {
      const refused = code('InvalidKey');
      await expect(put(key, 'x')).rejects.toEqual(refused);
      await expect(store().head(bucket(), key)).rejects.toEqual(refused);
      await expect(store().get(bucket(), key)).rejects.toEqual(refused);
      await expect(store().delete(bucket(), key)).rejects.toEqual(refused);
      expect(await keys()).toEqual([]);
    });

    test.each([...dots, ...empty].filter(() => !keysArePaths))('%j is read as the key that it is', async (key) => {
      // What each would be if somebody on the way took it for a path.
      for (const other of ['outside', 'b', 'a/b', 'x', key]) await drop(bucket(), other);
      expect(await text(key)).toBe(key);
      expect((await store().head(bucket(), key)).key).toBe(key);
      expect(await keys()).toContain(key);
      const folder = key.slice(0, key.lastIndexOf('/') + 1);
      const page = await store().list(bucket(), { prefix: folder, delimiter: '/' });
      expect(page.objects.map((one) => one.key)).toContain(key);
    });

    test.each(dots.filter(() => !keysArePaths))(
      '%j is never written, since others may take it for a path',
      async (key) => {
        await expect(put(key, 'x')).rejects.toEqual(code('InvalidKey'));
        await expect(store().delete(bucket(), key)).rejects.toEqual(code('InvalidKey'));
        expect(await keys()).toEqual([]);
      },
    );
  });
}
