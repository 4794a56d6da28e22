import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { mib, type TestStore } from './test-store';

/** What every object store does of uploads and reads that fail. */
export function failedUploadsContract({ bucket, keys, put, store, text }: TestStore): void {
  describe('an upload that fails', () => {
    const unfinished = () => store().discardUnfinished(bucket(), '', new Date(Date.now() + 60_000));

    test('by its body leaves nothing, and gives the body’s error', async () => {
      async function* body(): AsyncGenerator<Buffer> {
        yield Buffer.alloc(20 * mib);
        throw new Error('the database went away');
      }
      await expect(store().put(bucket(), 'a/b', Readable.from(body()))).rejects.toThrow('the database went away');
      expect(await keys()).toEqual([]);
      expect(await unfinished()).toBe(0);
    });

    test('by a body that ends early leaves nothing', async () => {
      const body = new Readable({ read: () => undefined });
      body.push(Buffer.alloc(20 * mib));
      const putting = store().put(bucket(), 'a', body);
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
      const putting = store().put(bucket(), 'a', body, { signal: abort.signal, onProgress: () => abort.abort(reason) });
      await expect(putting).rejects.toBe(reason);
      expect(body.destroyed).toBe(true);
      expect(await text('a')).toBe('old');
      expect(await unfinished()).toBe(0);
    });

    test('before it began reads nothing', async () => {
      const signal = AbortSignal.abort(new Error('too late'));
      await expect(store().put(bucket(), 'a', Buffer.from('a'), { signal })).rejects.toThrow('too late');
      await expect(store().get(bucket(), 'a', { signal })).rejects.toThrow('too late');
      expect(await keys()).toEqual([]);
    });

    test('of a read that nobody began to read fails for whoever does, and for nobody else', async () => {
      await put('a', 'x'.repeat(3 * mib));
      for (const early of [true, false]) {
        const abort = new AbortController();
        const getting = store().get(bucket(), 'a', { signal: abort.signal });
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
}
