import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createS3Store } from '../s3';

/** An S3 that answers any GET with a little of what it announced, and goes away when the test says so. */
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-length': 2_000_000, etag: '"e"' });
  response.write(Buffer.alloc(1_000));
});

beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

async function openBody() {
  const { port } = server.address() as AddressInfo;
  const store = createS3Store({ region: 'us-west-2', endpoint: `http://127.0.0.1:${port}` });
  return (await store.get('bucket', 'key')).body;
}

test('a connection that breaks in the middle of an object is told as a store that is away', async () => {
  const reading = buffer(await openBody());
  server.closeAllConnections();
  await expect(reading).rejects.toMatchObject({ kind: 'unavailable', code: 'StoreUnavailable' });
});

test('one that breaks before anybody reads ends the reading, not the process', async () => {
  const body = await openBody();
  server.closeAllConnections();
  await vi.waitFor(() => expect(body.destroyed).toBe(true), { timeout: 30_000 });
  await expect(buffer(body)).rejects.toMatchObject({ code: 'StoreUnavailable' });
});

test('a reader that goes away lets go of the connection', async () => {
  const body = await openBody();
  const connections = () => new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
  expect(await connections()).toBe(1);
  body.destroy();
  await vi.waitFor(async () => expect(await connections()).toBe(0), { timeout: 30_000 });
});
