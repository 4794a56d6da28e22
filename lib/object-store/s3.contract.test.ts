import { once } from 'node:events';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  RestoreObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Moto, motoMissing, startMoto } from '../../e2e/emulators/moto';
import { objectStoreContract } from './contract/object-store-contract';
import type { ObjectStore } from './port';
import { createS3Store } from './s3';

// Disks and processes are slow on a busy machine; nothing here waits for a time to pass.

const missing = motoMissing();
if (missing) console.warn(`The S3 tests are skipped: ${missing}.`);

describe.skipIf(missing !== undefined)('the S3 store', () => {
  const region = 'us-west-2';
  let moto: Moto;
  let store: ObjectStore;
  let admin: S3Client;

  beforeAll(async () => {
    process.env.AWS_ACCESS_KEY_ID = 'testing';
    process.env.AWS_SECRET_ACCESS_KEY = 'testing';
    moto = await startMoto();
    store = createS3Store({ region, endpoint: moto.endpoint });
    admin = new S3Client({ region, endpoint: moto.endpoint, forcePathStyle: true });
  }, 60_000);
  afterAll(() => moto?.stop());

  async function removeBucket(Bucket: string): Promise<void> {
    const { Contents = [] } = await admin.send(new ListObjectsV2Command({ Bucket }));
    for (const { Key } of Contents) await admin.send(new DeleteObjectCommand({ Bucket, Key }));
    await admin.send(new DeleteBucketCommand({ Bucket }));
  }

  async function drop(Bucket: string, Key: string): Promise<void> {
    await admin.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  }

  objectStoreContract({ store: () => store, keysArePaths: false, removeBucket, drop });

  test('says where it is, and no password', () => {
    expect(store.description).toEqual({ kind: 's3', location: moto.endpoint });
    expect(createS3Store({ region }).description.location).toBe('S3 in us-west-2');
    const hidden = createS3Store({ region, endpoint: 'http://user:secret@minio.example:9000/' });
    expect(JSON.stringify(hidden.description)).not.toContain('secret');
  });

  test('encrypts with the key of the channel', async () => {
    await store.createBucket('encrypted');
    const kmsKeyArn = 'arn:aws:kms:us-west-2:123456789012:key/7f4a3a1e-6d43-4f5c-9d53-0c6b0e0f4a11';
    const head = await store.put('encrypted', 'a', Buffer.from('a'), { kmsKeyArn });
    expect(head.serverSideEncryption).toBe('aws:kms');
  });

  test('says that an archived object must be restored, and until when a restored copy is kept', async () => {
    const Bucket = 'archived';
    const Key = 'glacier/old.json.gz';
    await store.createBucket(Bucket);
    await admin.send(new PutObjectCommand({ Bucket, Key, Body: '{}', StorageClass: 'GLACIER' }));
    expect((await store.list(Bucket, {})).objects).toMatchObject([{ key: Key, storageClass: 'GLACIER' }]);
    const archive = { tier: 'GLACIER', state: 'archived' };
    expect(await store.head(Bucket, Key)).toMatchObject({ storageClass: 'GLACIER', archive });
    await expect(store.get(Bucket, Key)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'InvalidObjectState',
      message: expect.stringContaining('must be restored first'),
    });
    await admin.send(new RestoreObjectCommand({ Bucket, Key, RestoreRequest: { Days: 7 } }));
    const restored = { tier: 'GLACIER', state: 'restored', restoredUntil: expect.any(Date) };
    expect(await store.head(Bucket, Key)).toMatchObject({ storageClass: 'GLACIER', archive: restored });
    expect(await text((await store.get(Bucket, Key)).body)).toBe('{}');
  });

  test('aborts the uploads of a dead process, under the prefix and before the time alone', async () => {
    const Bucket = 'unfinished';
    await store.createBucket(Bucket);
    for (const Key of ['a/1', 'a/2', 'b/1']) await admin.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    expect(await store.discardUnfinished(Bucket, 'a/', new Date(0))).toBe(0);
    const inUse = async () => true;
    expect(await store.discardUnfinished(Bucket, 'a/', new Date(Date.now() + 60_000), inUse)).toBe(0);
    expect(await store.discardUnfinished(Bucket, 'a/', new Date(Date.now() + 60_000))).toBe(2);
    const { Uploads } = await admin.send(new ListMultipartUploadsCommand({ Bucket }));
    expect(Uploads?.map((one) => one.Key)).toEqual(['b/1']);
  });

  test('says when nobody answers', { timeout: 30_000 }, async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const lost = createS3Store({ region, endpoint: `http://127.0.0.1:${port}` });
    const unavailable = { kind: 'unavailable', code: 'StoreUnavailable', cause: expect.any(Error) };
    await expect(lost.list('some-bucket', {})).rejects.toMatchObject(unavailable);
    await expect(lost.put('some-bucket', 'a', Buffer.from('a'))).rejects.toMatchObject(unavailable);
  });

  describe('before a server that refuses', () => {
    let proxy: Server;
    let behind: ObjectStore;
    let refuse: (method: string, url: string, headers: NodeJS.Dict<string | string[]>) => [number, string] | undefined;

    beforeAll(async () => {
      proxy = createServer((incoming, outgoing) => {
        const refusal = refuse(incoming.method ?? '', incoming.url ?? '', incoming.headers);
        if (refusal) {
          incoming.resume();
          const [status, code] = refusal;
          outgoing.writeHead(status, { 'content-type': 'application/xml' });
          outgoing.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>Said ${code}.</Message></Error>`);
          return;
        }
        const { method, url: path, headers } = incoming;
        const { hostname, port } = new URL(moto.endpoint);
        const onward = httpRequest({ hostname, port, method, path, headers }, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(outgoing);
        });
        onward.on('error', () => outgoing.destroy());
        incoming.pipe(onward);
      }).listen(0, '127.0.0.1');
      await once(proxy, 'listening');
      behind = createS3Store({ region, endpoint: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
    });
    afterAll(() => {
      proxy?.closeAllConnections();
      proxy?.close();
    });

    test.each([1000, 18 * 1024 ** 2])('ACLs, %i bytes are stored without', async (size) => {
      await store.createBucket('without-acl');
      const acls: unknown[] = [];
      refuse = (_method, _url, headers) => {
        if ('x-amz-acl' in headers) acls.push(headers['x-amz-acl']);
        return 'x-amz-acl' in headers ? [400, 'AccessControlListNotSupported'] : undefined;
      };
      expect((await behind.put('without-acl', 'a', Buffer.alloc(size))).size).toBe(size);
      expect(acls).toEqual(['bucket-owner-full-control']);
    });

    test('gives S3’s own code', async () => {
      refuse = () => [403, 'AccessDenied'];
      const denied = { kind: 'denied', code: 'AccessDenied', message: expect.stringContaining('some-bucket') };
      await expect(behind.list('some-bucket', {})).rejects.toMatchObject(denied);
      await expect(behind.head('some-bucket', 'a')).rejects.toMatchObject(denied);
      await expect(behind.put('some-bucket', 'a', Buffer.from('a'))).rejects.toMatchObject(denied);
      await expect(behind.bucketExists('some-bucket')).rejects.toMatchObject(denied);
    });

    test('the last call of an upload: the parts are cleared, nothing appears', async () => {
      const Bucket = 'last-call';
      await store.createBucket(Bucket);
      refuse = (method, url) => (method === 'POST' && url.includes('uploadId') ? [403, 'AccessDenied'] : undefined);
      const failed = behind.put(Bucket, 'a', Buffer.alloc(18 * 1024 ** 2));
      await expect(failed).rejects.toMatchObject({ code: 'AccessDenied' });
      expect((await store.list(Bucket, {})).objects).toEqual([]);
      expect(await store.discardUnfinished(Bucket, '', new Date(Date.now() + 60_000))).toBe(0);
    });

    test('one part: the body is not read to its end', async () => {
      await store.createBucket('one-part');
      refuse = (_method, url) => (url.includes('partNumber=1') ? [403, 'AccessDenied'] : undefined);
      const body = new Readable({ read: () => undefined });
      body.push(Buffer.alloc(20 * 1024 ** 2));
      // The body never ends: only giving up on it lets this come back.
      await expect(behind.put('one-part', 'a', body)).rejects.toMatchObject({ code: 'AccessDenied' });
      expect(body.destroyed).toBe(true);
    });
  });
});
