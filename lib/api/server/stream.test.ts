import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { respondFile } from './stream';

const file = (body: Readable) =>
  respondFile({ body, size: 9, fileName: 'a"\r\nb/ü\ud800.json', contentType: 'application/json' });

test('a reader that goes away ends the stream that it read', async () => {
  const body = new Readable({ read() {} });
  body.push('first');
  const reader = file(body).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await vi.waitFor(() => expect(body.destroyed).toBe(true), { timeout: 30_000 });
});

test('a reader that goes away while bytes are on their way fails nothing else', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'snapscope-stream-')), 'object');
  await writeFile(path, Buffer.alloc(300_000));
  const uncaught = vi.fn();
  process.on('uncaughtException', uncaught);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  for (let round = 0; round < 20; round++) {
    const body = createReadStream(path);
    await once(body, 'ready');
    const closed = once(body, 'close');
    const reader = file(body).body?.getReader();
    const pending = reader?.read().catch(() => undefined);
    // In each round the reader goes at another moment of the reading.
    for (let turns = 0; turns < round; turns++) await turn();
    await reader?.cancel();
    await Promise.all([pending, closed]);
  }
  await turn();
  process.off('uncaughtException', uncaught);
  await rm(dirname(path), { recursive: true });
  expect(uncaught).not.toHaveBeenCalled();
});

test('a stream that fails ends the answer with that failure, whenever it fails', async () => {
  const body = new Readable({ read() {} });
  const answer = file(body);
  body.destroy(new Error('the file broke'));
  await new Promise((resolve) => setImmediate(resolve));
  await expect(answer.text()).rejects.toThrow('the file broke');
});

test('no file name can end its header', () => {
  expect(file(Readable.from([])).headers.get('content-disposition')).toBe(
    `attachment; filename="a___b___.json"; filename*=UTF-8''a%22%0D%0Ab%2F%C3%BC%EF%BF%BD.json`,
  );
});
