import { Readable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { DomainError } from '../../errors';
import { setUpProcessLog } from '../../log/process-log';
import { apiError } from '../contract/error';
import { respond } from './respond';
import { nothing, route } from './route';
import { respondFile } from './stream';

const url = 'http://127.0.0.1:3000/api/x';
const host = { host: '127.0.0.1:3000', 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = {}) =>
  new Request(`${url}?page=2`, { method: 'POST', headers: { ...host, ...headers }, body: JSON.stringify(body) });
const context = { params: Promise.resolve({ id: 'a' }) };

const schemas = {
  path: z.object({ id: z.string().max(2) }),
  query: z.object({ page: z.coerce.number() }),
  body: z.object({ name: z.string() }),
};

test('a handler gets the parts that its schemas name, checked, and what it returns is the answer as JSON', async () => {
  const answer = await route(schemas, ({ signal, ...input }) => ({ ...input, aborted: signal.aborted }))(
    post({ name: 'b', more: 1 }),
    context,
  );
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toEqual({ path: { id: 'a' }, query: { page: 2 }, body: { name: 'b' }, aborted: false });
  expect((await route(nothing, () => respond({ a: 1 }, 202))(new Request(url))).status).toBe(202);
});

test('what does not fit its schema never reaches the handler', async () => {
  const handle = vi.fn();
  const long = { params: Promise.resolve({ id: 'abc' }) };
  const wrong = [
    route(schemas, handle)(post({ name: 1 }), context),
    route(schemas, handle)(post({ name: 'b' }), long),
    route({ query: z.object({ page: z.coerce.number().max(1) }) }, handle)(new Request(`${url}?page=2`)),
    route({ query: z.object({ page: z.coerce.number() }) }, handle)(new Request(url)),
  ];
  for (const answer of await Promise.all(wrong)) {
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'InvalidRequest' } });
  }
  expect(handle).not.toHaveBeenCalled();
});

describe('a request that may change something', () => {
  test.each<Record<string, string>>([
    {},
    { origin: 'http://127.0.0.1:3000' },
    { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
  ])('is taken from our own pages and from programs: %j', async (headers) => {
    expect((await route(schemas, () => ({}))(post({ name: 'a' }, headers), context)).status).toBe(200);
  });

  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:4000' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'cross-site' },
  ])('is refused to pages of other sites, whatever the route reads: %j', async (headers) => {
    const handle = vi.fn();
    const answer = await route(nothing, handle)(post({}, headers));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { code: 'ForeignOrigin' } });
    expect(handle).not.toHaveBeenCalled();
  });
});

test('an answer to HEAD has the headers of GET and lets go of what the body would have come from', async () => {
  const body = Readable.from(['unread']);
  const file = () => respondFile({ body, size: 9, fileName: null, contentType: 'application/json' });
  const answer = await route(nothing, file)(new Request(url, { method: 'HEAD' }));
  expect(answer.headers.get('content-length')).toBe('9');
  expect(answer.body).toBeNull();
  await vi.waitFor(() => expect(body.destroyed).toBe(true), { timeout: 30_000 });
});

test('a domain error is told with its kind as status, any other one is kept in the log', async () => {
  const written: string[] = [];
  setUpProcessLog({ level: 'info', format: 'json', write: (line) => void written.push(line) });
  const asked = (error: unknown) =>
    route(nothing, () => Promise.reject(error))(new Request(url, { headers: { 'x-request-id': 'of-a-proxy' } }));
  const told = await asked(new DomainError('unavailable', 'ServerStopping', 'Snapscope is stopping.'));
  expect(told.status).toBe(503);
  expect(await told.json()).toEqual({
    error: { code: 'ServerStopping', kind: 'unavailable', message: 'Snapscope is stopping.' },
  });
  const broken = new DomainError('unreadable', 'TruncatedGzip', 'It is cut off.', {
    readableItems: 3,
    excerpt: 'a\n^',
  });
  expect(apiError.parse(await (await asked(broken)).json())).toMatchObject({
    error: { kind: 'unreadable', readableItems: 3, excerpt: 'a\n^' },
  });
  expect(written).toEqual([]);
  const hidden = await asked(new Error('secret'));
  expect(hidden.status).toBe(500);
  expect(hidden.headers.get('x-request-id')).toBe('of-a-proxy');
  const text = await hidden.text();
  expect(text).not.toContain('secret');
  expect(text).toContain('of-a-proxy');
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'error', requestId: 'of-a-proxy', method: 'GET', err: { message: 'secret' } },
  ]);
});
