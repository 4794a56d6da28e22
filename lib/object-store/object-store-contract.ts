import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ListPage, ListRequest, ObjectStore } from './port';

export interface StoreUnderTest {
  store(): ObjectStore;
  /** Removes a bucket and all in it, as somebody else would: not through the store. */
  removeBucket(bucket: string): Promise<void>;
  /** Puts an object as somebody else would, and sooner than the store does. */
  drop(bucket: string, key: string): Promise<void>;
}

const mib = 1024 ** 2;
let made = 0;

/** Registers the tests that every object store passes. To be called in a `describe`. */
export function objectStoreContract({ store, removeBucket, drop }: StoreUnderTest): void {
  let bucket = '';
  const put = (key: string, body: string | Uint8Array = key) => store().put(bucket, key, Buffer.from(body));
  const text = async (key: string) => (await buffer((await store().get(bucket, key)).body)).toString();
  const code = (name: string) => expect.objectContaining({ name: 'DomainError', code: name });

  async function pages(request: ListRequest): Promise<ListPage[]> {
    const all: ListPage[] = [];
    let token: string | undefined;
    do {
      const page = await store().list(bucket, { ...request, token });
      all.push(page);
      token = page.nextToken;
    } while (token !== undefined);
    return all;
  }
  const keys = async (request: ListRequest = {}) =>
    (await pages(request)).flatMap((page) => page.objects.map((one) => one.key));

  beforeEach(async () => {
    bucket = `contract-${process.pid}-${++made}`;
    await store().createBucket(bucket);
  });

  describe('buckets', () => {
    test('are made once, listed and found', async () => {
      await put('kept');
      await store().createBucket(bucket);
      expect(await text('kept')).toBe('kept');
      expect((await store().listBuckets()).map((one) => one.name)).toContain(bucket);
      expect(await store().bucketExists(bucket)).toBe(true);
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
        await removeBucket(bucket);
        yield Buffer.alloc(9 * mib);
      }
      await expect(store().put(bucket, 'a/b', Readable.from(body()))).rejects.toThrow();
      expect(await store().bucketExists(bucket)).toBe(false);
      await expect(put('a/b')).rejects.toEqual(code('NoSuchBucket'));
      await store().createBucket(bucket);
      await put('a/b');
      expect(await keys()).toEqual(['a/b']);
    });
  });

  describe('objects', () => {
    test('are the bytes that were put, with what was said of them', async () => {
      const bytes = randomBytes(100_000);
      const options = { contentType: 'application/json', contentEncoding: 'gzip' };
      const before = Date.now();
      const head = await store().put(
        bucket,
        'some/key.json.gz',
        Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]),
        options,
      );
      expect(head).toMatchObject({ key: 'some/key.json.gz', size: bytes.length, ...options });
      expect(head.etag).toBe(createHash('md5').update(bytes).digest('hex'));
      expect(Math.abs(head.lastModified.getTime() - before)).toBeLessThan(60_000);
      expect(await store().head(bucket, 'some/key.json.gz')).toEqual(head);
      const got = await store().get(bucket, 'some/key.json.gz');
      expect(got.head).toEqual(head);
      expect((await buffer(got.body)).equals(bytes)).toBe(true);
      const { key, size, lastModified, etag } = head;
      expect((await store().list(bucket, {})).objects).toEqual([{ key, size, etag, lastModified: expect.any(Date) }]);
      expect((await store().list(bucket, {})).objects[0]?.lastModified.getTime()).toBeCloseTo(
        lastModified.getTime(),
        -4,
      );
    });

    test('may be empty', async () => {
      for (const body of [Buffer.alloc(0), Readable.from([])]) {
        expect((await store().put(bucket, 'check', body)).size).toBe(0);
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
      const head = await store().put(bucket, 'large', body, { onProgress: (sofar) => seen.push(sofar) });
      expect(head.size).toBe(bytes.length);
      expect(seen.at(-1)).toBe(bytes.length);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect((await buffer((await store().get(bucket, 'large')).body)).equals(bytes)).toBe(true);
    });

    test('that do not exist are named', async () => {
      await expect(store().head(bucket, 'no/such')).rejects.toEqual(code('NoSuchKey'));
      await expect(store().get(bucket, 'no/such')).rejects.toEqual(code('NoSuchKey'));
      await expect(store().get(bucket, 'no/such')).rejects.toThrow('no/such');
    });

    test('are given in ranges, the head telling of the whole', async () => {
      await put('digits', '0123456789');
      const part = async (start: number, end: number) => {
        const { head, body } = await store().get(bucket, 'digits', { range: { start, end } });
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
        await expect(store().get(bucket, 'digits', { range })).rejects.toEqual(code('InvalidRange'));
      }
    });

    test('are given only as the version that was asked for', async () => {
      const first = await put('a', 'one');
      const same = await store().get(bucket, 'a', { ifMatch: first.etag });
      expect((await buffer(same.body)).toString()).toBe('one');
      const second = await put('a', 'two');
      expect(second.etag).not.toBe(first.etag);
      await expect(store().get(bucket, 'a', { ifMatch: first.etag })).rejects.toEqual(code('PreconditionFailed'));
    });

    test('are replaced whole, what was said of the old one included', async () => {
      await store().put(bucket, 'a', Buffer.from('long content'), { contentEncoding: 'gzip', contentType: 'text/a' });
      await store().put(bucket, 'a', Buffer.from('short'), { contentType: 'text/b' });
      const head = await store().head(bucket, 'a');
      expect(head).toMatchObject({ size: 5, contentType: 'text/b' });
      expect(head.contentEncoding).toBeUndefined();
      expect(await text('a')).toBe('short');
    });

    test('go when they are deleted, and their folders with them; a second time is no error', async () => {
      await put('a/b/c');
      await put('a/d');
      await store().delete(bucket, 'a/b/c');
      await store().delete(bucket, 'a/b/c');
      await store().delete(bucket, 'never/was');
      expect(await store().list(bucket, { prefix: 'a/', delimiter: '/' })).toMatchObject({ folders: [] });
      await store().delete(bucket, 'a/d');
      expect(await store().list(bucket, {})).toEqual({ folders: [], objects: [] });
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
            .get(bucket, 'd/e', {})
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
          await store().delete(bucket, `x/y/${name}-${n}`);
        }
        await put(`x/y/${name}`);
      };
      await Promise.all(['a', 'b', 'c'].map(round));
      expect(await keys()).toEqual(['x/y/a', 'x/y/b', 'x/y/c']);
    });
  });

  describe('an upload that fails', () => {
    const unfinished = () => store().discardUnfinished(bucket, '', new Date(Date.now() + 60_000));

    test('by its body leaves nothing, and gives the body’s error', async () => {
      async function* body(): AsyncGenerator<Buffer> {
        yield Buffer.alloc(20 * mib);
        throw new Error('the database went away');
      }
      await expect(store().put(bucket, 'a/b', Readable.from(body()))).rejects.toThrow('the database went away');
      expect(await keys()).toEqual([]);
      expect(await unfinished()).toBe(0);
    });

    test('by a body that ends early leaves nothing', async () => {
      const body = new Readable({ read: () => undefined });
      body.push(Buffer.alloc(20 * mib));
      const putting = store().put(bucket, 'a', body);
      setImmediate(() => body.destroy());
      await expect(putting).rejects.toThrow();
      expect(await keys()).toEqual([]);
      expect(await unfinished()).toBe(0);
    });

    test('by an abort, also of a body that gives nothing more, leaves nothing and the old object', async () => {
      await put('a', 'old');
      const abort = new AbortController();
      const body = new Readable({ read: () => undefined });
      body.push(Buffer.alloc(20 * mib));
      const reason = new Error('the delivery was stopped');
      const putting = store().put(bucket, 'a', body, { signal: abort.signal, onProgress: () => abort.abort(reason) });
      await expect(putting).rejects.toBe(reason);
      expect(body.destroyed).toBe(true);
      expect(await text('a')).toBe('old');
      expect(await unfinished()).toBe(0);
    });

    test('before it began reads nothing', async () => {
      const signal = AbortSignal.abort(new Error('too late'));
      await expect(store().put(bucket, 'a', Buffer.from('a'), { signal })).rejects.toThrow('too late');
      await expect(store().get(bucket, 'a', { signal })).rejects.toThrow('too late');
      expect(await keys()).toEqual([]);
    });

    test('of a read that nobody began to read fails for whoever does, and for nobody else', async () => {
      await put('a', 'x'.repeat(3 * mib));
      for (const early of [true, false]) {
        const abort = new AbortController();
        const getting = store().get(bucket, 'a', { signal: abort.signal });
        if (early) abort.abort();
        const body = await getting.then((got) => got.body).catch(() => undefined);
        if (!early) abort.abort();
        if (!body) continue;
        // An error that nobody listens for would have failed the run by then.
        await new Promise<void>((resolve) => (body.closed ? resolve() : body.once('close', resolve)));
        await expect(body.toArray()).rejects.toThrow();
      }
    });
  });

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
      expect((await store().head(bucket, key)).key).toBe(key);
      await store().delete(bucket, key);
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
      await expect(store().head(bucket, key)).rejects.toEqual(refused);
      await expect(store().get(bucket, key)).rejects.toEqual(refused);
      await expect(store().delete(bucket, key)).rejects.toEqual(refused);
      expect(await keys()).toEqual([]);
    });
  });

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
      const page = await store().list(bucket, { prefix: 'p/', delimiter: '/' });
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
      expect(await store().list(bucket, { prefix: 'ab', delimiter: '/' })).toMatchObject({ folders: ['ab/'] });
      for (const prefix of ['nothing/', '../', '/', 'ab//', 'abc/', './', 'ab/1/']) {
        expect(await store().list(bucket, { prefix, delimiter: '/' })).toEqual({ folders: [], objects: [] });
      }
    });

    test('refuses limits and tokens that are none', async () => {
      await expect(store().list(bucket, { limit: 0 })).rejects.toEqual(code('InvalidLimit'));
      await expect(store().list(bucket, { limit: 1001 })).rejects.toEqual(code('InvalidLimit'));
      for (const token of ['', 'x', '../..', 'ÿ']) {
        await expect(store().list(bucket, { token })).rejects.toEqual(code('InvalidToken'));
      }
    });

    test('gives 1,100 keys in two pages, each once and in order', async () => {
      const all = Array.from({ length: 1_100 }, (_, n) => `d/${String(n).padStart(4, '0')}`);
      for (let at = 0; at < all.length; at += 25)
        await Promise.all(all.slice(at, at + 25).map((key) => drop(bucket, key)));
      for (const request of [{}, { prefix: 'd/', delimiter: '/' as const }]) {
        const found = await pages(request);
        expect(found.map((page) => page.objects.length)).toEqual([1000, 100]);
        expect(found.flatMap((page) => page.objects.map((one) => one.key))).toEqual(all);
      }
    });
  });
}
