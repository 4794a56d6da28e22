import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { code, mib, type TestStore } from './test-store';

/** What every object store does of objects. */
export function objectsContract({ bucket, keys, put, store, text }: TestStore): void {
  describe('objects', () => {
    test('are the bytes that were put, with what was said of them', async () => {
      const bytes = randomBytes(100_000);
      const options = { contentType: 'application/json', contentEncoding: 'gzip' };
      const before = Date.now();
      const head = await store().put(
        bucket(),
        'some/key.json.gz',
        Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]),
        options,
      );
      expect(head).toMatchObject({ key: 'some/key.json.gz', size: bytes.length, ...options });
      expect(head.etag).toBe(createHash('md5').update(bytes).digest('hex'));
      expect(Math.abs(head.lastModified.getTime() - before)).toBeLessThan(60_000);
      expect(await store().head(bucket(), 'some/key.json.gz')).toEqual(head);
      const got = await store().get(bucket(), 'some/key.json.gz');
      expect(got.head).toEqual(head);
      expect((await buffer(got.body)).equals(bytes)).toBe(true);
      const { key, size, lastModified, etag, storageClass } = head;
      expect((await store().list(bucket(), {})).objects).toEqual([
        { key, size, etag, lastModified: expect.any(Date), ...(storageClass && { storageClass }) },
      ]);
      expect((await store().list(bucket(), {})).objects[0]?.lastModified.getTime()).toBeCloseTo(
        lastModified.getTime(),
        -4,
      );
    });

    test('may be empty', async () => {
      for (const body of [Buffer.alloc(0), Readable.from([])]) {
        expect((await store().put(bucket(), 'check', body)).size).toBe(0);
        expect(await text('check')).toBe('');
      }
    });

    test('may be larger than a part, and tell how far they are', async () => {
      const bytes = randomBytes(20 * mib);
      const seen: number[] = [];
      const body = Readable.from(
        (function* () {
          for (let at = 0; at < bytes.length; at += 300_001) yield bytes.subarray(at, at + 300_001);
        })(),
      );
      const head = await store().put(bucket(), 'large', body, { onProgress: (sofar) => seen.push(sofar) });
      expect(head.size).toBe(bytes.length);
      expect(seen.at(-1)).toBe(bytes.length);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect((await buffer((await store().get(bucket(), 'large')).body)).equals(bytes)).toBe(true);
    });

    test('that do not exist are named', async () => {
      await expect(store().head(bucket(), 'no/such')).rejects.toEqual(code('NoSuchKey'));
      await expect(store().get(bucket(), 'no/such')).rejects.toEqual(code('NoSuchKey'));
      await expect(store().get(bucket(), 'no/such')).rejects.toThrow('no/such');
    });

    test('are given in ranges, the head telling of the whole', async () => {
      await put('digits', '0123456789');
      const part = async (start: number, end: number) => {
        const { head, body } = await store().get(bucket(), 'digits', { range: { start, end } });
        expect(head.size).toBe(10);
        return (await buffer(body)).toString();
      };
      expect(await part(0, 0)).toBe('0');
      expect(await part(3, 5)).toBe('345');
      expect(await part(8, 100)).toBe('89');
      for (const [start, end] of [
        [10, 12],
        [5, 4],
        [-1, 3],
        [0.5, 3],
      ] as const) {
        const range = { start, end };
        await expect(store().get(bucket(), 'digits', { range })).rejects.toEqual(code('InvalidRange'));
      }
    });

    test('are given only as the version that was asked for', async () => {
      const first = await put('a', 'one');
      const same = await store().get(bucket(), 'a', { ifMatch: first.etag });
      expect((await buffer(same.body)).toString()).toBe('one');
      const second = await put('a', 'two');
      expect(second.etag).not.toBe(first.etag);
      await expect(store().get(bucket(), 'a', { ifMatch: first.etag })).rejects.toEqual(code('PreconditionFailed'));
    });

    test('are replaced whole, what was said of the old one included', async () => {
      await store().put(bucket(), 'a', Buffer.from('long content'), { contentEncoding: 'gzip', contentType: 'text/a' });
      await store().put(bucket(), 'a', Buffer.from('short'), { contentType: 'text/b' });
      const head = await store().head(bucket(), 'a');
      expect(head).toMatchObject({ size: 5, contentType: 'text/b' });
      expect(head.contentEncoding).toBeUndefined();
      expect(await text('a')).toBe('short');
    });

    test('go when they are deleted, and their folders with them; a second time is no error', async () => {
      await put('a/b/c');
      await put('a/d');
      await store().delete(bucket(), 'a/b/c');
      await store().delete(bucket(), 'a/b/c');
      await store().delete(bucket(), 'never/was');
      expect(await store().list(bucket(), { prefix: 'a/', delimiter: '/' })).toMatchObject({ folders: [] });
      await store().delete(bucket(), 'a/d');
      expect(await store().list(bucket(), {})).toEqual({ folders: [], objects: [] });
      await put('a', 'now a file');
      expect(await text('a')).toBe('now a file');
    });

    test('are one of the versions when put at once, with the etag of its own bytes', async () => {
      const versions = Array.from({ length: 12 }, (_, n) => String.fromCharCode(97 + n).repeat(5_000));
      let done = false;
      const reading = (async () => {
        let looks = 0;
        while (!done || looks === 0) {
          looks++;
          const found = await store()
            .get(bucket(), 'd/e', {})
            .catch(() => undefined);
          if (!found) continue;
          const bytes = await buffer(found.body);
          expect(versions).toContain(bytes.toString());
          expect(found.head.etag).toBe(createHash('md5').update(bytes).digest('hex'));
        }
      })();
      const writing = Promise.all(versions.map((version) => put('d/e', version))).finally(() => {
        done = true;
      });
      await Promise.all([writing, reading]);
      expect(await keys()).toEqual(['d/e']);
      expect(versions).toContain(await text('d/e'));
    });

    test('put while their folder is emptied again and again all arrive', async () => {
      const round = async (name: string) => {
        for (let n = 0; n < 8; n++) {
          await put(`x/y/${name}-${n}`);
          await store().delete(bucket(), `x/y/${name}-${n}`);
        }
        await put(`x/y/${name}`);
      };
      await Promise.all(['a', 'b', 'c'].map(round));
      expect(await keys()).toEqual(['x/y/a', 'x/y/b', 'x/y/c']);
    });
  });
}
