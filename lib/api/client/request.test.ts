import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ApiFailure } from './api-failure';
import { request } from './request';

const schema = z.object({ total: z.number() });

/** What a request comes to, where the server answers so. */
async function failureOf(answer: () => Promise<Response>): Promise<ApiFailure> {
  vi.stubGlobal('fetch', answer);
  const failure: unknown = await request(schema, '/api/x').catch((error: unknown) => error);
  if (failure instanceof ApiFailure) return failure;
  throw failure;
}

afterEach(() => void vi.unstubAllGlobals());

test('an error of the API comes with its kind, and all that a page shows of it', async () => {
  const error = { code: 'TruncatedGzip', kind: 'unreadable', message: 'It is cut off.', readableItems: 3 } as const;
  expect(await failureOf(async () => Response.json({ error }, { status: 422 }))).toMatchObject(error);
});

test('what the API did not say has a kind of its own', async () => {
  const cause = new TypeError('fetch failed');
  expect(await failureOf(() => Promise.reject(cause))).toMatchObject({ kind: 'no-answer', code: 'NoAnswer', cause });
  const proxy = async () => new Response('<h1>Bad gateway</h1>', { status: 502 });
  expect(await failureOf(proxy)).toMatchObject({ kind: 'unavailable', code: 'UnexpectedAnswer' });
  expect(await failureOf(async () => new Response('?', { status: 404 }))).toMatchObject({ kind: 'unexpected' });
  expect(await failureOf(async () => Response.json({ total: 'many' }))).toMatchObject({ kind: 'unexpected' });
});

test('a request that is cancelled fails with the reason of that, and not as one that nobody answered', async () => {
  const reason = new DOMException('gone', 'AbortError');
  vi.stubGlobal('fetch', () => Promise.reject(reason));
  await expect(request(schema, '/api/x', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});
