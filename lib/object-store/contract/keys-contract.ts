import { describe, expect, test } from 'vitest';
import { code, type TestStore } from './test-store';

/** What every object store does of keys. */
export function keysContract({ bucket, keys, put, store, text }: TestStore): void {
  describe('keys', () => {
    test.each([
      'plain',
      'AWSLogs/123456789012/Config/us-west-2/2026/9/8/ConfigHistory/1_AWS::EC2::Volume_1.json.gz',
      'with space/and+plus/and%20percent/und Ümläut/日本/🙂',
      'a?b#c&d=e;f',
      '-rf/~/$HOME/`id`',
      'dots...in.names/.hidden/...',
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
      ['a way up', '../../outside'],
      ['a way up inside', 'a/../../../outside'],
      ['only dots', '..'],
      ['a dot', 'a/./b'],
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
  });
}
