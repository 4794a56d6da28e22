import { expect } from '@playwright/test';
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
