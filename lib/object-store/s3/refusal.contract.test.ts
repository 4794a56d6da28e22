import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ObjectStore } from '../port';
import { createS3Store } from '../s3';

/** An S3 that answers as a test says. */
interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}
let answer: (method: string, url: URL, payer: string | undefined) => Answer;
let seen: string[];
let server: Server;
let endpoint: string;
let store: ObjectStore;

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'testing';
  process.env.AWS_SECRET_ACCESS_KEY = 'testing';
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '', endpoint);
    const payer = request.headers['x-amz-request-payer'];
    seen.push(`${request.method} ${url.search.replace(/[?&]x-id=\w+/, '')}`);
    const { status, headers = {}, body = '' } = answer(request.method ?? '', url, payer?.toString());
    response.writeHead(status, { 'content-type': 'application/xml', ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  store = createS3Store({ region: 'us-west-2', endpoint });
});
beforeEach(() => {
  seen = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const failure = (code: string, message = `Said ${code}`, more = '') =>
  `<Error><Code>${code}</Code><Message>${message}</Message>${more}</Error>`;

test.each([
  ['GLACIER', {}, /It is archived \(GLACIER\) and must be restored first, .*: aws s3api restore-object --bucket bkt/],
  ['DEEP_ARCHIVE', { 'x-amz-restore': 'ongoing-request="true"' }, /It is archived \(DEEP_ARCHIVE\) and is being/],
  ['INTELLIGENT_TIERING', { 'x-amz-archive-status': 'ARCHIVE_ACCESS' }, /archived \(ARCHIVE_ACCESS\) .*'\{\}'$/],
])('an object in %s with %o says what to do, not that access is denied', async (storageClass, said, message) => {
  const headers = { 'x-amz-storage-class': storageClass, ...said };
  answer = (method) =>
    method === 'HEAD' ? { status: 200, headers } : { status: 403, body: failure('InvalidObjectState') };
  const refused = { kind: 'conflict', code: 'InvalidObjectState', message: expect.stringMatching(message) };
  await expect(store.get('bkt', 'old.json.gz')).rejects.toMatchObject(refused);
  expect(await store.head('bkt', 'old.json.gz')).toMatchObject({ storageClass, archive: expect.anything() });
});

test('an archived object about which nothing can be asked is named by what the refusal says', async () => {
  const body = failure('InvalidObjectState', 'no', '<StorageClass>DEEP_ARCHIVE</StorageClass>');
  answer = () => ({ status: 403, body });
  await expect(store.get('bkt', 'old')).rejects.toThrow('It is archived (DEEP_ARCHIVE) and must be restored first');
});

test('a restored copy says until when it can be read; an object without a class is in STANDARD', async () => {
  const restore = 'ongoing-request="false", expiry-date="Sat, 05 Dec 2026 07:45:05 GMT"';
  answer = () => ({ status: 200, headers: { 'x-amz-storage-class': 'GLACIER', 'x-amz-restore': restore } });
  const restoredUntil = new Date('2026-12-05T07:45:05Z');
  const archive = { tier: 'GLACIER', state: 'restored', restoredUntil };
  expect(await store.head('bkt', 'old')).toMatchObject({ storageClass: 'GLACIER', archive });
  answer = () => ({ status: 200 });
  const head = await store.head('bkt', 'new');
  expect(head.storageClass).toBe('STANDARD');
  expect(head).not.toHaveProperty('archive');
});

test('an object with a key of its owner says so, to HEAD as well, which is answered without a word', async () => {
  const message =
    'The object was stored using a form of Server Side Encryption. The correct parameters must be provided';
  answer = () => ({ status: 400, body: failure('InvalidRequest', message) });
  const wanted = { kind: 'denied', code: 'CustomerKeyRequired', message: expect.stringContaining('(SSE-C)') };
  await expect(store.get('bkt', 'secret')).rejects.toMatchObject(wanted);
  await expect(store.head('bkt', 'secret')).rejects.toMatchObject(wanted);
});

test('the reason that a HEAD cannot give is heard by a GET of one byte, and any code is kept', async () => {
  answer = () => ({ status: 403, body: failure('AllAccessDisabled') });
  await expect(store.head('bkt', 'k')).rejects.toMatchObject({ kind: 'denied', code: 'AllAccessDisabled' });
  expect(seen).toEqual(['HEAD ', 'GET ']);
  answer = (method) => (method === 'HEAD' ? { status: 403 } : { status: 206, body: 'x' });
  await expect(store.head('bkt', 'k')).rejects.toMatchObject({ kind: 'denied', code: 'AccessDenied' });
});

/** A bucket whose requesters pay; its owner may ask who pays. */
const requesterPays = (owner: boolean) => (_method: string, url: URL, payer: string | undefined) => {
  if (url.searchParams.has('requestPayment') && owner) {
    const body = '<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>';
    return { status: 200, body };
  }
  if (payer !== 'requester') return { status: 403, body: failure('AccessDenied') };
  return { status: 200, body: url.searchParams.has('list-type') ? '<ListBucketResult/>' : 'content' };
};

test('a bucket whose requesters pay says so where that can be known, and that it may be one where not', async () => {
  answer = requesterPays(true);
  const named = { code: 'RequesterPays', message: expect.stringContaining('set SNAPSCOPE_S3_REQUESTER_PAYS=yes') };
  for (const call of [store.list('bkt', {}), store.get('bkt', 'k'), store.head('bkt', 'k')]) {
    await expect(call).rejects.toMatchObject(named);
  }
  answer = requesterPays(false);
  const perhaps = {
    code: 'AccessDenied',
    message: expect.stringMatching(/bucket policy\. If its requesters pay, set SNAPSCOPE_S3_REQUESTER_PAYS=yes/),
  };
  await expect(store.get('bkt', 'k')).rejects.toMatchObject(perhaps);
});

test('who says that he pays reads such a bucket, and is not told again to say it', async () => {
  const paying = createS3Store({ region: 'us-west-2', endpoint, requesterPays: true });
  answer = requesterPays(true);
  expect(await paying.list('bkt', {})).toEqual({ folders: [], objects: [] });
  expect(await text((await paying.get('bkt', 'k')).body)).toBe('content');
  expect(await paying.bucketExists('bkt')).toBe(true);
  answer = () => ({ status: 403, body: failure('AccessDenied') });
  const denied = paying.get('bkt', 'k');
  await expect(denied).rejects.toMatchObject({ code: 'AccessDenied', message: expect.not.stringContaining('PAYS') });
});

test('a bucket whose owner pays is closed, and nothing else is said', async () => {
  answer = (_method, url) =>
    url.searchParams.has('requestPayment')
      ? { status: 200, body: '<RequestPaymentConfiguration><Payer>BucketOwner</Payer></RequestPaymentConfiguration>' }
      : { status: 403, body: failure('AccessDenied') };
  const denied = { code: 'AccessDenied', message: expect.not.stringContaining('PAYS') };
  await expect(store.list('bkt', {})).rejects.toMatchObject(denied);
});
