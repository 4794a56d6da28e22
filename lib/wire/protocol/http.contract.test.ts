import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { ListDiscoveredResourcesCommand } from '@aws-sdk/client-config-service';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DomainError } from '../../errors';
import { startWireServer, type WireServer } from '../test-server';
import { answerWeb } from './http';
import { maxBodyBytes } from './protocol';

let server: WireServer;
beforeAll(async () => {
  server = await startWireServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

/** A bare connection, for what no HTTP client would send; `received` is all that came back until now. */
async function open(): Promise<{ socket: Socket; received: () => string; until: (text: RegExp) => Promise<void> }> {
  const socket = connect(Number(new URL(server.endpoint).port), '127.0.0.1');
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    received += text;
  });
  await once(socket, 'connect');
  const until = async (text: RegExp) => {
    while (!text.test(received)) await once(socket, 'data');
  };
  return { socket, received: () => received, until };
}

const head = (operation: string, more: string) =>
  `POST / HTTP/1.1\r\nhost: 127.0.0.1\r\nx-amz-target: StarlingDoveService.${operation}\r\n${more}\r\n\r\n`;
const unsigned = (operation: string, body: string) => head(operation, `content-length: ${body.length}`) + body;

test('answers requests that come at once over one connection each in its turn, bodies read or not', async () => {
  const { socket, received, until } = await open();
  const names = ['ListStoredQueries', 'NoSuchThing', 'DescribeDeliveryChannels', 'NoSuchThing'];
  socket.write(names.map((name) => unsigned(name, '{"a":"POST / HTTP/1.1"}')).join(''));
  await until(/(__type.*){4}/s);
  expect(received().match(/"__type":"\w+/g)).toEqual([
    '"__type":"MissingAuthenticationTokenException',
    '"__type":"UnknownOperationException',
    '"__type":"MissingAuthenticationTokenException',
    '"__type":"UnknownOperationException',
  ]);
  socket.destroy();
});

test('refuses a body of unknown length while it arrives, and closes only when the rest was taken', async () => {
  const { socket, received, until } = await open();
  socket.write(head('PutStoredQuery', 'transfer-encoding: chunked'));
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  for (let sent = 0; sent <= maxBodyBytes; sent += 0x10000) socket.write(chunk);
  await until(/RequestEntityTooLargeException.*\}$/s);
  expect(received()).toMatch(/^HTTP\/1\.1 413 .*connection: close/is);
  // The client is sending still: it must not be cut off under its answer.
  const closed = once(socket, 'close');
  socket.write(`${chunk.repeat(8)}0\r\n\r\n`);
  await closed;
  expect(received().match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test('refuses an announced length before any of the body has come', async () => {
  const { socket, until } = await open();
  socket.write(head('PutStoredQuery', `content-length: ${maxBodyBytes + 1}`));
  await until(/RequestEntityTooLargeException.*\}$/s);
  socket.destroy();
});

test('takes no harm from clients that leave, within the body or before the answer', async () => {
  for (const [length, body] of [
    [100, '{"a":'],
    [2, '{}'],
  ] as const) {
    const { socket } = await open();
    socket.write(head('ListStoredQueries', `content-length: ${length}`) + body);
    socket.destroy();
    await once(socket, 'close');
  }
  const listed = server.client().send(new ListDiscoveredResourcesCommand({ resourceType: 'AWS::S3::Bucket' }));
  await expect(listed).rejects.toMatchObject({ name: 'NoAvailableConfigurationRecorderException' });
});

test('keeps a connection for the next request', async () => {
  const { socket, received, until } = await open();
  for (let asked = 1; asked <= 3; asked++) {
    socket.write(unsigned('ListStoredQueries', '{}'));
    await until(new RegExp(`(__type.*){${asked}}`, 's'));
  }
  expect(received().match(/HTTP\/1\.1 403/g)).toHaveLength(3);
  socket.destroy();
});

test('answers what comes while the server stops with an error that SDKs try again on', async () => {
  const stopping = Promise.reject(new DomainError('unavailable', 'ServerStopping', 'Snapscope is stopping.'));
  const answer = await answerWeb(new Request(server.endpoint, { method: 'POST', body: '{}' }), stopping);
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { __type: 'ServiceUnavailableException', message: 'Snapscope is stopping.' },
  ]);
});

test('the id of a request is the one that its header gives, or a new one', async () => {
  const idOf = async (headers: Record<string, string>) => {
    const target = { 'x-amz-target': 'StarlingDoveService.DescribeDeliveryChannels' };
    const answer = await fetch(server.endpoint, { method: 'POST', headers: { ...target, ...headers }, body: '{}' });
    await answer.body?.cancel();
    return answer.headers.get('x-amzn-requestid');
  };
  expect(await idOf({ 'x-request-id': 'given-by-a-proxy' })).toBe('given-by-a-proxy');
  const ids = [await idOf({}), await idOf({ 'x-request-id': 'a b' })];
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(ids[0]).not.toBe(ids[1]);
});
