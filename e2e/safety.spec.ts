import { get } from 'node:http';
import { expect } from '@playwright/test';
import { readingTest as test } from './fixtures/test';

/** The status of a request under another host name; `fetch` does not let one choose it. */
function statusAs(host: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

test('a page of another site can neither frame, read nor act', async ({ sharedServer: server }) => {
  const page = await fetch(server.url);
  const policy = page.headers.get('content-security-policy');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("object-src 'none'");
  expect(policy).not.toContain('unsafe-eval');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.has('x-powered-by')).toBe(false);
  for (const path of ['/', '/snapshots', '/api/delivery', '/api/health']) {
    expect(await statusAs('rebound.example', server.url + path), path).toBe(403);
    expect(await statusAs(`localhost:${server.port}`, server.url + path), path).toBe(200);
  }
  const act = await fetch(`${server.url}/api/delivery/snapshots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://rebound.example' },
    body: JSON.stringify({ deliveryChannelName: 'default' }),
  });
  expect(act.status).toBe(403);
});

test('a reverse proxy serves the pages under a name that the operator allows', async ({ startServer }) => {
  const server = await startServer({ SNAPSCOPE_ALLOWED_HOSTS: 'config.example.org' });
  for (const path of ['/', '/api/health']) {
    expect(await statusAs('config.example.org', server.url + path), path).toBe(200);
    expect(await statusAs('rebound.example', server.url + path), path).toBe(403);
  }
});

test('texts with a NUL character are refused, not failed on', async ({ sharedServer: server }) => {
  for (const query of ['resources?search=%00', 'resources?types=%00', 'resources/item?resourceType=a&resourceId=%00']) {
    const answer = await fetch(`${server.url}/api/${query}`);
    expect(answer.status, query).toBe(400);
  }
});
