import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { findPostmaster } from '@/lib/database/embedded/postmaster';
import { readingTest, test } from './fixtures/test';

readingTest('a server that is ready says so, and which version it is', async ({ request }) => {
  const response = await request.get('/api/health');
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: 'ready', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
});

test('a server is ready again on the same data after it was stopped, and after it was killed', async ({
  server,
  request,
}) => {
  await server.restart();
  expect((await request.get('/api/health')).status()).toBe(200);
  await server.kill();
  await server.start();
  expect((await request.get('/api/health')).status()).toBe(200);
});

test('what the server stands on is told, and its PostgreSQL is started again when that was killed', async ({
  server,
  request,
}) => {
  const ready = async () => {
    const response = await request.get('/api/ready');
    return { code: response.status(), ...(await response.json()) };
  };
  const ok = { state: 'ok' };
  const parts = { database: ok, store: ok, schedule: ok, recovery: ok, notifications: ok };
  expect(await ready()).toEqual({ code: 200, status: 'ready', version: expect.any(String), parts });

  const cluster = join(server.dataDir, 'postgres');
  const first = await findPostmaster(cluster);
  if (!first) throw new Error('No PostgreSQL runs.');
  process.kill(first.pid, 'SIGKILL');
  await expect
    .poll(async () => (await findPostmaster(cluster))?.pid ?? first.pid, { timeout: 60_000 })
    .not.toBe(first.pid);
  await expect.poll(ready, { timeout: 60_000 }).toMatchObject({ code: 200, parts });
  await expect.poll(() => server.log).toContain('The embedded PostgreSQL runs again');
});

readingTest(
  'a second server on the port says who is there and what to do, and touches nothing',
  async ({ sharedServer: server, request }) => {
    const { code, said } = await new Promise<{ code: unknown; said: string }>((resolve) => {
      const env = { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(server.port) } as const;
      execFile(
        process.execPath,
        ['server/serve.mjs'],
        { env: { ...env, SNAPSCOPE_DATA_DIR: server.dataDir } },
        (error, _, text) => resolve({ code: error?.code, said: text }),
      );
    });
    expect(said).toContain(`Snapscope is running at ${server.url} already. For a second one choose another PORT`);
    expect(code).toBe(1);
    expect((await request.get('/api/health')).status()).toBe(200);
  },
);

readingTest('pages are compressed', async ({ sharedServer: server }) => {
  const page = await fetch(server.url, { headers: { 'accept-encoding': 'gzip' } });
  expect(page.headers.get('content-encoding')).toBe('gzip');
  expect(await page.text()).toContain('<html');
});
