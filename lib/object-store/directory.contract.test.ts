import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { objectStoreContract } from './contract/object-store-contract';
import { createDirectoryStore } from './directory';
import type { ObjectStore } from './port';

// Disks and processes are slow on a busy machine; nothing here waits for a time to pass.

const mib = 1024 ** 2;

describe('the directory store', () => {
  let root: string;
  let store: ObjectStore;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'store-'));
    store = createDirectoryStore({ root });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  async function drop(bucket: string, key: string): Promise<void> {
    await mkdir(dirname(join(root, bucket, key)), { recursive: true });
    await writeFile(join(root, bucket, key), key);
  }

  objectStoreContract({
    store: () => store,
    keysArePaths: true,
    removeBucket: (bucket) => rm(join(root, bucket), { recursive: true }),
    drop,
  });

  describe('as files', () => {
    const bucket = 'as-files';
    const code = (name: string) => expect.objectContaining({ name: 'DomainError', code: name });
    const text = async (key: string) => (await buffer((await store.get(bucket, key)).body)).toString();
    const put = (key: string) => store.put(bucket, key, Buffer.from(key));
    const keys = async () => (await store.list(bucket, {})).objects.map((one) => one.key);

    beforeEach(async () => {
      await rm(root, { recursive: true, force: true });
      await store.createBucket(bucket);
    });

    test('a person sees objects with find and zcat, and nothing else in the bucket', async () => {
      await store.put(bucket, 'a/b.json.gz', gzipSync('{"a":1}'), { contentEncoding: 'gzip' });
      const found = execFileSync('find', [join(root, bucket), '-type', 'f'])
        .toString()
        .trim();
      expect(found).toBe(join(root, bucket, 'a/b.json.gz'));
      expect(execFileSync('zcat', [found]).toString()).toBe('{"a":1}');
    });

    test('a file put there by hand is an object of unknown encoding, and one that is edited changes its etag', async () => {
      await drop(bucket, 'by/hand.json');
      const [listed] = (await store.list(bucket, {})).objects;
      const head = await store.head(bucket, 'by/hand.json');
      expect(listed).toEqual(head);
      expect(head).not.toHaveProperty('contentEncoding');
      expect(await text('by/hand.json')).toBe('by/hand.json');
      await appendFile(join(root, bucket, 'by/hand.json'), '!');
      expect((await store.head(bucket, 'by/hand.json')).etag).not.toBe(head.etag);
      const kept = await store.put(bucket, 'kept', Buffer.from('12'), { contentEncoding: 'gzip' });
      await writeFile(join(root, bucket, 'kept'), '34');
      const edited = await store.head(bucket, 'kept');
      expect(edited.etag).not.toBe(kept.etag);
      expect(edited).not.toHaveProperty('contentEncoding');
    });

    test('what is known of an object survives a copy of the folder, and damage leaves it readable', async () => {
      const head = await store.put(bucket, 'a', Buffer.from('a'), { contentEncoding: 'gzip' });
      const copy = join(root, 'copy');
      execFileSync('cp', ['-a', join(root, bucket), join(root, '.meta'), `${await mkdir(copy, { recursive: true })}/`]);
      expect(await createDirectoryStore({ root: copy }).head(bucket, 'a')).toEqual(head);
      const [part = ''] = await readdir(join(root, '.meta', bucket));
      const [record = ''] = await readdir(join(root, '.meta', bucket, part));
      await writeFile(join(root, '.meta', bucket, part, record), '{"versions":[{"size":1');
      expect(await text('a')).toBe('a');
    });

    test('no link leads out of the store', async () => {
      const outside = await mkdtemp(join(tmpdir(), 'outside-'));
      await writeFile(join(outside, 'secret'), 'secret');
      await symlink(outside, join(root, bucket, 'folder'));
      await symlink(join(outside, 'secret'), join(root, bucket, 'file'));
      await symlink(outside, join(root, 'linked-bucket'));
      const unreadable = {
        count: 2,
        examples: [
          { name: 'file', reason: 'it is a symbolic link, and those are not followed' },
          { name: 'folder', reason: 'it is a symbolic link, and those are not followed' },
        ],
      };
      expect(await store.list(bucket, { delimiter: '/' })).toEqual({ folders: [], objects: [], unreadable });
      expect(await store.list(bucket, { prefix: 'folder/' })).toEqual({ folders: [], objects: [] });
      for (const key of ['folder/secret', 'file']) {
        await expect(store.get(bucket, key)).rejects.toEqual(code('NoSuchKey'));
        await expect(store.head(bucket, key)).rejects.toEqual(code('NoSuchKey'));
        await store.delete(bucket, key);
      }
      await expect(put('folder/new')).rejects.toEqual(code('InvalidKey'));
      await expect(store.put('linked-bucket', 'new', Buffer.from('x'))).rejects.toEqual(code('NoSuchBucket'));
      await expect(store.get('linked-bucket', 'secret')).rejects.toEqual(code('NoSuchBucket'));
      await put('file');
      expect(await readdir(outside)).toEqual(['secret']);
      expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('secret');
      await rm(outside, { recursive: true });
    });

    test.each(['x'.repeat(256), `a/${'ü'.repeat(128)}`])('%s cannot be a file', async (key) => {
      await expect(put(key)).rejects.toEqual(code('InvalidKey'));
      await expect(store.get(bucket, key)).rejects.toEqual(code('InvalidKey'));
      expect(await keys()).toEqual([]);
    });

    test('a key cannot be an object and a folder at once, but an empty folder is in nobody’s way', async () => {
      await put('a/b');
      await expect(put('a')).rejects.toThrow('other keys lie below it');
      await expect(put('a/b/c')).rejects.toThrow('is an object already');
      await expect(put('a/b/c/d')).rejects.toEqual(code('InvalidKey'));
      await expect(store.head(bucket, 'a')).rejects.toEqual(code('NoSuchKey'));
      await expect(store.head(bucket, 'a/b/c')).rejects.toEqual(code('NoSuchKey'));
      expect(await keys()).toEqual(['a/b']);
      await mkdir(join(root, bucket, 'empty/inside'), { recursive: true });
      expect((await store.list(bucket, { delimiter: '/' })).folders).toEqual(['a/']);
      await put('empty');
      expect(await text('empty')).toBe('empty');
    });

    const bytesOf = (...name: number[]) => Buffer.concat([Buffer.from(`${join(root, bucket)}/`), Buffer.from(name)]);

    test('pipes and names that are no text are no objects, and are told of with the folder that they lie in', async () => {
      spawnSync('mkfifo', [join(root, bucket, 'pipe')]);
      await writeFile(bytesOf(0x61, 0xff), 'x');
      await put('a/b');
      expect(await keys()).toEqual(['a/b']);
      await expect(store.get(bucket, 'pipe')).rejects.toEqual(code('NoSuchKey'));
      const told = [
        { name: 'a\\xFF', reason: 'its name is not UTF-8' },
        { name: 'pipe', reason: 'it is neither a file nor a folder' },
      ];
      const folder = { delimiter: '/' as const };
      expect((await store.list(bucket, folder)).unreadable).toEqual({ count: 2, examples: told });
      // Only those that a filter asks for, and once, with the first page.
      const filtered = await store.list(bucket, { ...folder, prefix: 'a' });
      expect(filtered.unreadable).toEqual({ count: 1, examples: told.slice(0, 1) });
      expect(await store.list(bucket, { ...folder, prefix: 'a/' })).not.toHaveProperty('unreadable');
      await put('c');
      const first = await store.list(bucket, { ...folder, limit: 1 });
      expect(first).toMatchObject({ folders: ['a/'], unreadable: { count: 2 } });
      expect(await store.list(bucket, { ...folder, token: first.nextToken })).not.toHaveProperty('unreadable');
    });

    test('a folder that holds only what cannot be read is there, and so is the reason', async () => {
      await mkdir(bytesOf(...Buffer.from('deep/er/'), 0xfe), { recursive: true });
      expect((await store.list(bucket, { delimiter: '/' })).folders).toEqual(['deep/']);
      expect((await store.list(bucket, { delimiter: '/', prefix: 'deep/' })).folders).toEqual(['deep/er/']);
      expect((await store.list(bucket, { delimiter: '/', prefix: 'deep/er/' })).unreadable).toEqual({
        count: 1,
        examples: [{ name: '\\xFE', reason: 'its name is not UTF-8' }],
      });
    });

    test('a path that is longer than a key can be is told of', async () => {
      const parts = Array.from({ length: 5 }, (_, n) => String(n).repeat(250));
      await mkdir(join(root, bucket, ...parts), { recursive: true });
      await writeFile(join(root, bucket, ...parts, 'file'), 'x');
      const prefix = `${parts.slice(0, 4).join('/')}/`;
      const page = await store.list(bucket, { delimiter: '/', prefix });
      expect(page).toMatchObject({ folders: [], unreadable: { count: 1, examples: [{ name: parts[4] }] } });
      expect((await store.list(bucket, { delimiter: '/' })).folders).toEqual([`${parts[0]}/`]);
    });

    test('of many that cannot be read all are counted and some are named', async () => {
      for (let n = 0; n < 30; n++) await writeFile(bytesOf(0x61, 0x80 + n), 'x');
      const { unreadable } = await store.list(bucket, { delimiter: '/' });
      expect(unreadable?.count).toBe(30);
      expect(unreadable?.examples).toHaveLength(20);
    });

    test('no key leads out of the bucket, whatever it is made of', async () => {
      const outside = join(root, 'outside-the-bucket');
      await mkdir(outside);
      await writeFile(join(outside, 'secret'), 'secret');
      const part = fc.constantFrom(
        '..',
        '.',
        '',
        '\\',
        '..\\..',
        '%2e%2e',
        '…',
        '~',
        'outside-the-bucket',
        'secret',
        'C:',
      );
      const parts = fc.array(part, { minLength: 1, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(parts, async (all) => {
          const key = all.join('/');
          const found = await store.get(bucket, key).then(
            ({ body }) => buffer(body).then(String),
            () => '',
          );
          expect(found).not.toBe('secret');
          await store.put(bucket, key, Buffer.from('mine')).catch(() => undefined);
          await store.list(bucket, { prefix: key, delimiter: '/' });
        }),
        { numRuns: 150 },
      );
      expect(await readdir(outside)).toEqual(['secret']);
      expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('secret');
      expect((await readdir(root)).sort()).toEqual(['.meta', '.tmp', bucket, 'outside-the-bucket'].sort());
    });

    test('a body lets go of its file when it is not wanted any more', async () => {
      await store.put(bucket, 'a', Buffer.alloc(3 * mib));
      const abort = new AbortController();
      const { body } = await store.get(bucket, 'a', { signal: abort.signal });
      for await (const chunk of body) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      expect(body.destroyed).toBe(true);
      const stopped = await store.get(bucket, 'a', { signal: abort.signal });
      abort.abort();
      await expect(buffer(stopped.body)).rejects.toThrow();
    });

    test('a file changed in place while it is read ends in an error', async () => {
      await store.put(bucket, 'a', Buffer.alloc(3 * mib));
      const { body } = await store.get(bucket, 'a');
      await writeFile(join(root, bucket, 'a'), Buffer.alloc(3 * mib, 1));
      await expect(buffer(body)).rejects.toEqual(code('PreconditionFailed'));
    });

    test('a store that cannot be written says why', async () => {
      const blocked = join(root, 'blocked');
      await writeFile(blocked, 'a file where the store should be');
      const message = /blocked.* cannot be written: .*a file stands where a folder should be/;
      const none = createDirectoryStore({ root: join(blocked, 'objects') });
      await expect(none.createBucket('bucket')).rejects.toMatchObject({
        code: 'StoreNotWritable',
        message: expect.stringMatching(message),
      });
      await writeFile(join(root, '.tmp'), 'a file where uploads should be');
      await expect(put('a')).rejects.toEqual(code('StoreNotWritable'));
      await rm(join(root, '.tmp'));
      await put('a');
      expect(await keys()).toEqual(['a']);
    });

    // Nothing is refused to root, so rights can only be tried as another user.
    test.skipIf(process.getuid?.() === 0)('a folder without the right to write says so', async () => {
      await chmod(join(root, bucket), 0o500);
      await expect(put('a/b')).rejects.toThrow('permission is denied');
      await chmod(join(root, bucket), 0o700);
    });

    test.skipIf(process.getuid?.() === 0)('a folder that may not be read hides none beside it', async () => {
      await put('closed/a');
      await put('open/a');
      await chmod(join(root, bucket, 'closed'), 0o000);
      try {
        expect((await store.list(bucket, { delimiter: '/' })).folders).toEqual(['closed/', 'open/']);
        const closed = store.list(bucket, { delimiter: '/', prefix: 'closed/' });
        await expect(closed).rejects.toEqual(code('AccessDenied'));
      } finally {
        await chmod(join(root, bucket, 'closed'), 0o700);
      }
    });

    test('an upload of this process is never taken for a dead one’s', async () => {
      let discarded = -1;
      async function* body(): AsyncGenerator<Buffer> {
        yield Buffer.from('one');
        discarded = await store.discardUnfinished(bucket, '', new Date(Date.now() + 60_000));
        yield Buffer.from('two');
      }
      await store.put(bucket, 'a', Readable.from(body()));
      expect(discarded).toBe(0);
      expect(await text('a')).toBe('onetwo');
    });

    test('a process killed at any moment leaves the old object or the new one', async () => {
      const program = join(root, '.program.mjs');
      await build({
        stdin: {
          contents: `
            import { Readable } from 'node:stream';
            import { createDirectoryStore } from './directory.ts';
            const store = createDirectoryStore({ root: process.argv[2] });
            const block = Buffer.alloc(${mib}, process.argv[3]);
            function* body() { for (let n = 0; n < 24; n++) { process.stdout.write('.'); yield block; } }
            await store.put('${bucket}', 'a/killed', Readable.from(body()), { contentEncoding: process.argv[3] });
            process.stdout.write('.'.repeat(100));
            setInterval(() => {}, 1000);
          `,
          resolveDir: import.meta.dirname,
          loader: 'ts',
        },
        bundle: true,
        format: 'esm',
        platform: 'node',
        outfile: program,
      });
      let before: string | undefined;
      let replaced = 0;
      for (const [n, dots] of [1, 9, 24, 25, 24, 2, 25, 24].entries()) {
        const fill = String.fromCharCode(97 + n);
        const child = spawn(process.execPath, [program, root, fill], { stdio: ['ignore', 'pipe', 'inherit'] });
        const ended = once(child, 'close');
        let seen = 0;
        for await (const said of child.stdout) {
          seen += said.length;
          if (seen >= dots) break;
        }
        child.kill('SIGKILL');
        await ended;

        const objects = (await store.list(bucket, {})).objects;
        if (before === undefined && objects.length === 0) continue;
        expect(objects).toMatchObject([{ key: 'a/killed', size: 24 * mib }]);
        const { head, body } = await store.get(bucket, 'a/killed');
        const bytes = await buffer(body);
        const letter = String.fromCharCode(bytes[0] ?? 0);
        expect([before, fill]).toContain(letter);
        expect(bytes.equals(Buffer.alloc(24 * mib, letter))).toBe(true);
        expect(head.contentEncoding).toBe(letter);
        if (letter !== before) replaced++;
        before = letter;
      }
      expect(replaced).toBeGreaterThan(0);
      expect(await store.discardUnfinished(bucket, 'b', new Date(Date.now() + 60_000))).toBe(0);
      expect(await store.discardUnfinished(bucket, 'a/', new Date(0))).toBe(0);
      const later = new Date(Date.now() + 60_000);
      expect(await store.discardUnfinished(bucket, 'a/', later, async () => true)).toBe(0);
      expect(await store.discardUnfinished(bucket, 'a/', later)).toBeGreaterThan(0);
      expect(await readdir(join(root, '.tmp', bucket))).toEqual([]);
    });
  });
});
