import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { PutOptions } from '../port';
import type { RetryPolicy } from '../retry';
import { unquoted } from './answers';
import type { S3Subject } from './failures';
import type { UploadCalls } from './upload';

/** Runs one call, again where its failure can pass, and says failures in the domain's words. */
export type Ask = <T>(subject: S3Subject, call: () => Promise<T>, options?: AskOptions) => Promise<T>;
interface AskOptions extends Pick<PutOptions, 'signal' | 'onRetry'> {
  policy?: RetryPolicy;
}

/** The calls by which an object of `bucket` is stored under `key`. `exists` tells whether one of that size stands there. */
export function uploadCalls(
  client: S3Client,
  askOnce: Ask,
  bucket: string,
  key: string,
  options: PutOptions & AskOptions,
  exists: (size: number) => Promise<boolean>,
): UploadCalls {
  const place = { Bucket: bucket, Key: key };
  const { onRetry, policy } = options;
  const ask = <T>(call: () => Promise<T>, signal?: AbortSignal) =>
    askOnce({ bucket }, call, { policy, onRetry, signal });
  const kinds: Partial<PutObjectCommandInput> = {
    ContentType: options.contentType,
    ContentEncoding: options.contentEncoding,
    ...(options.kmsKeyArn ? { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: options.kmsKeyArn } : {}),
  };
  return {
    async putWhole(bytes, abortSignal) {
      const whole = { ...place, ...kinds, Body: bytes };
      const send = (acl: Acl) => client.send(new PutObjectCommand({ ...whole, ...acl }), { abortSignal });
      return { etag: unquoted((await ask(() => withAcl(send), abortSignal)).ETag) };
    },
    async begin(abortSignal) {
      const begun = { ...place, ...kinds };
      const send = (acl: Acl) => client.send(new CreateMultipartUploadCommand({ ...begun, ...acl }), { abortSignal });
      return { uploadId: (await ask(() => withAcl(send), abortSignal)).UploadId ?? '' };
    },
    async putPart(UploadId, PartNumber, Body, abortSignal) {
      const send = () => client.send(new UploadPartCommand({ ...place, UploadId, PartNumber, Body }), { abortSignal });
      return { etag: unquoted((await ask(send, abortSignal)).ETag) };
    },
    async complete(UploadId, etags, size) {
      const Parts = etags.map((etag, n) => ({ PartNumber: n + 1, ETag: `"${etag}"` }));
      const command = new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts } });
      try {
        return { etag: unquoted((await ask(() => client.send(command))).ETag) };
      } catch (error) {
        // It may be the answer that was lost, and not the upload: then the object is there.
        if (!(await exists(size).catch(() => false))) throw error;
        return { etag: '' };
      }
    },
    async abort(UploadId) {
      await ask(() => client.send(new AbortMultipartUploadCommand({ ...place, UploadId })));
    },
  };
}

type Acl = { ACL?: 'bucket-owner-full-control' };

/**
 * Sends with the ACL that AWS Config sets, so that the owner of a bucket in another account can read its snapshots; and
 * without, where the bucket has ACLs disabled and refuses to hear of any, or the server has none.
 */
async function withAcl<T>(send: (acl: Acl) => Promise<T>): Promise<T> {
  try {
    return await send({ ACL: 'bucket-owner-full-control' });
  } catch (error) {
    if (!(error instanceof Error && /^(AccessControlListNotSupported|NotImplemented)$/.test(error.name))) throw error;
    return send({});
  }
}
