import { describe, expect, test } from 'vitest';
import { code, type TestStore } from './test-store';

/** What every object store does of listings. */
export function listingsContract({ bucket, drop, keys, pages, put, store }: TestStore): void {
  describe('a listing', () => {
    test('goes by the bytes of whole keys, not by names or UTF-16', async () => {
      const all = ['a!', 'a-b', 'a.txt', 'a/b', 'a/b!/c', 'a/b.c', 'a0', 'A', '\uff5e', '🙂', 'é', 'z'];
      for (const key of all) await put(key);
      const sorted = [...all].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
      expect(await keys()).toEqual(sorted);
      for (const limit of [1, 2, 5]) expect(await keys({ limit })).toEqual(sorted);
    });

    test('shows one folder where a delimiter is given, folders and objects counting alike', async () => {
      for (const key of ['p/a', 'p/b/1', 'p/b/2', 'p/b/c/3', 'p/b.x', 'p/d/4', 'q', 'p/e']) await put(key);
      const page = await store().list(bucket(), { prefix: 'p/', delimiter: '/' });
      expect(page.folders).toEqual(['p/b/', 'p/d/']);
      expect(page.objects.map((one) => one.key)).toEqual(['p/a', 'p/b.x', 'p/e']);
      expect(page.nextToken).toBeUndefined();
      const small = await pages({ prefix: 'p/', delimiter: '/', limit: 2 });
      expect(small.map((one) => [...one.objects.map((object) => object.key), ...one.folders])).toEqual([
        ['p/a', 'p/b.x'],
        ['p/b/', 'p/d/'],
        ['p/e'],
      ]);
    });

    test('takes any prefix, also half a name', async () => {
      for (const key of ['ab/1', 'ab/2', 'abc', 'b']) await put(key);
      expect(await keys({ prefix: 'ab' })).toEqual(['ab/1', 'ab/2', 'abc']);
      expect(await keys({ prefix: 'ab/' })).toEqual(['ab/1', 'ab/2']);
      expect(await store().list(bucket(), { prefix: 'ab', delimiter: '/' })).toMatchObject({ folders: ['ab/'] });
      for (const prefix of ['nothing/', '../', '/', 'ab//', 'abc/', './', 'ab/1/']) {
        expect(await store().list(bucket(), { prefix, delimiter: '/' })).toEqual({ folders: [], objects: [] });
      }
    });

    test('refuses limits and tokens that are none', async () => {
      await expect(store().list(bucket(), { limit: 0 })).rejects.toEqual(code('InvalidLimit'));
      await expect(store().list(bucket(), { limit: 1001 })).rejects.toEqual(code('InvalidLimit'));
      for (const token of ['', 'x', '../..', 'ÿ']) {
        await expect(store().list(bucket(), { token })).rejects.toEqual(code('InvalidToken'));
      }
    });

    test('gives 1,001 keys in two pages, each once and in order', async () => {
      const all = Array.from({ length: 1_001 }, (_, n) => `d/${String(n).padStart(4, '0')}`);
      for (let at = 0; at < all.length; at += 25)
        await Promise.all(all.slice(at, at + 25).map((key) => drop(bucket(), key)));
      for (const request of [{}, { prefix: 'd/', delimiter: '/' as const }]) {
        const found = await pages(request);
        expect(found.map((page) => page.objects.length)).toEqual([1000, 1]);
        expect(found.flatMap((page) => page.objects.map((one) => one.key))).toEqual(all);
      }
    });
  });
}
