import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWebhook } from './webhook';

let server: Server;
let url = '';
let answer: { status: number; location?: string };
let got: { path?: string; headers: IncomingHttpHeaders; body: string }[];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    got.push({ path: request.url, headers: request.headers, body: await text(request) });
    response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end('x'.repeat(1000));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/s3cret-path`;
});
afterAll(() => server.close());
beforeEach(() => {
  got = [];
  answer = { status: 204 };
});

const at = new Date('2026-11-24T10:00:00.999Z');
const alert = { id: '7', body: '{"event":"delivery.failed","text":"ü"}' };

test('an alert is posted as JSON, signed over its time and body', async () => {
  await createWebhook({ url, secret: 'whsec' }).post(alert, at);
  expect(got).toHaveLength(1);
  const [{ headers, body, path } = { headers: {}, body: '' }] = got;
  expect(path).toBe('/hook/s3cret-path');
  expect(body).toBe(alert.body);
  expect(headers['content-type']).toBe('application/json');
  expect(headers['snapscope-alert-id']).toBe('7');
  const t = at.getTime() / 1000 - 0.999;
  const v1 = createHmac('sha256', 'whsec').update(`${t}.${body}`).digest('hex');
  expect(headers['snapscope-signature']).toBe(`t=${t},v1=${v1}`);
});

test('without a secret nothing is signed', async () => {
  await createWebhook({ url }).post(alert, at);
  expect(got[0]?.headers).not.toHaveProperty('snapscope-signature');
});

test('a redirect is refused, and nobody else is told', async () => {
  answer = { status: 307, location: url.replace('hook', 'elsewhere') };
  await expect(createWebhook({ url, secret: 'whsec' }).post(alert, at)).rejects.toMatchObject({
    kind: 'denied',
    code: 'WebhookRedirected',
  });
  expect(got.map(({ path }) => path)).toEqual(['/hook/s3cret-path']);
});

test('says what may pass and what somebody has to mend, never a secret', async () => {
  const post = () =>
    createWebhook({ url, secret: 'whsec' })
      .post(alert, at)
      .catch((error: unknown) => error);
  const errors: unknown[] = [];
  for (const status of [503, 429, 404]) {
    answer = { status };
    errors.push(await post());
  }
  errors.push(
    await createWebhook({ url: 'http://127.0.0.1:1/s3cret-path' })
      .post(alert, at)
      .catch((error) => error),
  );
  expect(errors).toMatchObject([
    { kind: 'unavailable', code: 'WebhookUnavailable' },
    { kind: 'unavailable', code: 'WebhookUnavailable' },
    { kind: 'denied', code: 'WebhookRefused' },
    { kind: 'unavailable', code: 'WebhookUnavailable' },
  ]);
  for (const error of errors) {
    expect(String(error)).not.toContain('s3cret');
    expect(String(error)).not.toContain('whsec');
  }
});

test('an answer that never comes is not waited for once the sender stops', async () => {
  const deaf = createServer(() => {}).listen(0, '127.0.0.1');
  await once(deaf, 'listening');
  const stop = new AbortController();
  const posted = createWebhook({ url: `http://127.0.0.1:${(deaf.address() as AddressInfo).port}` }).post(
    alert,
    at,
    stop.signal,
  );
  const failed = expect(posted).rejects.toMatchObject({ kind: 'unavailable' });
  stop.abort();
  await failed;
  deaf.closeAllConnections();
  deaf.close();
});
