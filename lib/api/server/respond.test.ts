import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { DomainError } from '../../errors';
import { respond, route } from './respond';
import { respondFile } from './stream';

const file = (body: Readable) =>
  respondFile({ body, size: 9, fileName: 'a"\r\nb/ü\ud800.json', contentType: 'application/json' });

test('an answer to HEAD has the headers of GET and lets go of what the body would have come from', async () => {
  const body = Readable.from(['unread']);
  const answer = await route(async () => file(body))(new Request('http://127.0.0.1/', { method: 'HEAD' }));
  expect(answer.headers.get('content-length')).toBe('9');
  expect(answer.body).toBeNull();
  await vi.waitFor(() => expect(body.destroyed).toBe(true), { timeout: 30_000 });
});

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
  for (let round = 0; round < 20; round++) {
    const reader = file(createReadStream(path)).body?.getReader();
    await sleep(5);
    const pending = reader?.read().catch(() => undefined);
    await reader?.cancel();
    await pending;
  }
  await sleep(50);
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

test('a domain error is told with its kind as status, any other one is kept in the log', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const asked = (error: unknown) => route(() => Promise.reject(error))(new Request('http://127.0.0.1/'));
  const told = await asked(new DomainError('unavailable', 'ServerStopping', 'Snapscope is stopping.'));
  expect(told.status).toBe(503);
  expect(await told.json()).toEqual({ error: { code: 'ServerStopping', message: 'Snapscope is stopping.' } });
  expect(log).not.toHaveBeenCalled();
  const hidden = await asked(new Error('secret'));
  expect(hidden.status).toBe(500);
  expect(await hidden.text()).not.toContain('secret');
  expect(log).toHaveBeenCalledOnce();
  expect((await route(async () => respond({ a: 1 }))(new Request('http://127.0.0.1/'))).status).toBe(200);
});
