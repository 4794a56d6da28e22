import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  GetBucketRequestPaymentCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { DomainError } from '../errors';
import { checkBucketName, checkLimit, checkRange, noSuchBucket, readToken } from './names';
import type { GetOptions, ListRequest, ObjectHead, ObjectStore, PutOptions } from './port';
import { type RetryPolicy, withRetries } from './retry';
import { checkS3Bucket, checkS3Names, checkWrittenNames, shownEndpoint } from './s3/address';
import { headFrom, listPageFrom, wholeSize } from './s3/answers';
import { s3Body } from './s3/body';
import { type ClientSettings, createClient } from './s3/client';
import { s3Failure } from './s3/failures';
import { explainRefusal, type Inquiries } from './s3/refusal';
import { uploadBody } from './s3/upload';
import { type Ask, uploadCalls } from './s3/upload-calls';

/** How to reach S3 or a server that speaks its protocol. Credentials come from the SDK's standard chain. */
export interface S3Settings extends ClientSettings {
  /** For writing. Where absent: five tries within two minutes. */
  retry?: RetryPolicy;
  /** A connection on which nothing moves for so long has failed, in milliseconds; 30 s where absent. */
  idleMs?: number;
}

/** As the SDK itself does it; a page waits for this. */
const readRetry: RetryPolicy = { tries: 3, firstPauseMs: 100, longestPauseMs: 2_000, totalMs: 20_000 };
/** A delivery has time. */
const writeRetry: RetryPolicy = { tries: 5, firstPauseMs: 300, longestPauseMs: 8_000, totalMs: 120_000 };

/** An object store in S3 or behind any endpoint that speaks its protocol. */
export function createS3Store(settings: S3Settings): ObjectStore {
  const { retry = writeRetry, idleMs = 30_000, requesterPays = false } = settings;
  // Who reads a body may pause, and lets the connection idle.
  const client = createClient(settings, idleMs);
  const reader = createClient(settings, 120_000);
  const location = settings.endpoint ? shownEndpoint(settings.endpoint) : `S3 in ${settings.region}`;
  const ask: Ask = (subject, call, { policy = readRetry, ...options } = {}) => {
    const attempt = () =>
      call().catch((error: unknown) => {
        throw s3Failure(error, subject, location);
      });
    return withRetries(attempt, policy, options);
  };

  /** Runs a call that reads. What S3 refuses is explained as far as that can be asked. */
  async function read<T>(
    bucket: string,
    key: string | undefined,
    call: Promise<T>,
    inquiries: Partial<Inquiries> = {},
  ) {
    const payer = async () => {
      const command = new GetBucketRequestPaymentCommand({ Bucket: bucket });
      return (await ask({ bucket }, () => client.send(command))).Payer;
    };
    return call.catch(async (error: unknown) => {
      throw await explainRefusal(error, { bucket, key, requesterPays }, { payer, ...inquiries });
    });
  }

  async function bucketExists(bucket: string): Promise<boolean> {
    checkS3Bucket(bucket);
    try {
      await ask({ bucket }, () => client.send(new HeadBucketCommand({ Bucket: bucket })));
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NoSuchBucket') return false;
      throw error;
    }
  }

  /** One byte, for the body that a refusal of it has. */
  async function hear(bucket: string, key: string): Promise<void> {
    const command = new GetObjectCommand({ Bucket: bucket, Key: key, Range: 'bytes=0-0' });
    const { Body } = await ask({ bucket, key }, () => client.send(command));
    (Body as Readable).destroy();
  }

  async function head(bucket: string, key: string): Promise<ObjectHead> {
    checkS3Names(bucket, key);
    try {
      const command = new HeadObjectCommand({ Bucket: bucket, Key: key });
      const asked = ask({ bucket, key }, () => client.send(command));
      const found = await read(bucket, key, asked, { hear: () => hear(bucket, key) });
      return headFrom(key, found, found.ContentLength);
    } catch (error) {
      // A HEAD has no body: an absent bucket and an absent object look the same. One that we may not ask about stands.
      const absent = error instanceof DomainError && error.code === 'NoSuchKey';
      if (absent && !(await bucketExists(bucket).catch(() => true))) throw noSuchBucket(bucket, { cause: error });
      throw error;
    }
  }

  async function get(bucket: string, key: string, { range, ifMatch, signal }: GetOptions = {}) {
    checkS3Names(bucket, key);
    signal?.throwIfAborted();
    if (range) checkRange(range, Number.POSITIVE_INFINITY);
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      Range: range && `bytes=${range.start}-${range.end}`,
      IfMatch: ifMatch && `"${ifMatch}"`,
    });
    const asked = ask({ bucket, key, ifMatch }, () => reader.send(command, { abortSignal: signal }), { signal });
    const found = await read(bucket, key, asked, { archive: async () => (await head(bucket, key)).archive });
    const size = found.ContentRange ? wholeSize(found.ContentRange) : found.ContentLength;
    const meaning = (error: unknown) => (signal?.aborted ? signal.reason : s3Failure(error, { bucket, key }, location));
    return { head: headFrom(key, found, size), body: s3Body(found.Body as Readable, meaning) };
  }

  async function put(bucket: string, key: string, body: Readable | Uint8Array, options: PutOptions = {}) {
    checkWrittenNames(bucket, key);
    const { contentType, contentEncoding } = options;
    const exists = async (size: number) => (await head(bucket, key)).size === size;
    const calls = uploadCalls(client, ask, bucket, key, { ...options, policy: retry }, exists);
    const { etag, size } = await uploadBody(body, calls, options);
    // A writer need not be allowed to read: then the answer to the put is all there is to tell.
    const stored = await head(bucket, key).catch(() => undefined);
    return stored && (etag === '' || stored.etag === etag)
      ? stored
      : { key, size, lastModified: new Date(), etag, contentType, contentEncoding };
  }

  return {
    description: { kind: 's3', location },

    async listBuckets() {
      const { Buckets = [] } = await ask({}, () => client.send(new ListBucketsCommand({})));
      return Buckets.flatMap(({ Name, CreationDate }) => (Name ? [{ name: Name, createdAt: CreationDate }] : []));
    },

    bucketExists,

    async createBucket(bucket) {
      checkBucketName(bucket);
      // us-east-1 is the one region that may not be named ("CreateBucket", Amazon S3 API Reference).
      const place =
        settings.region === 'us-east-1' ? undefined : { LocationConstraint: settings.region as 'us-west-2' };
      try {
        const command = new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: place });
        await ask({ bucket }, () => client.send(command));
      } catch (error) {
        if (!(error instanceof DomainError && error.code === 'BucketAlreadyOwnedByYou')) throw error;
      }
    },

    async list(bucket, request) {
      checkS3Bucket(bucket);
      const command = listCommand(bucket, request);
      const paged = request.token !== undefined;
      const asked = ask({ bucket, paged }, () => client.send(command));
      return listPageFrom(await read(bucket, undefined, asked));
    },

    head,
    get,
    put,

    async delete(bucket, key) {
      checkWrittenNames(bucket, key);
      await ask({ bucket }, () => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })), {
        policy: retry,
      });
    },

    async discardUnfinished(bucket, prefix, before, inUse) {
      checkS3Bucket(bucket);
      return ask({ bucket }, () => abortUploads(client, bucket, prefix, before, inUse), { policy: retry });
    },
  };
}

function listCommand(bucket: string, { prefix, delimiter, token, limit }: ListRequest): ListObjectsV2Command {
  return new ListObjectsV2Command({
    Bucket: bucket,
    Prefix: prefix || undefined,
    Delimiter: delimiter,
    MaxKeys: checkLimit(limit),
    ContinuationToken: token === undefined ? undefined : readToken(token),
    // XML cannot hold every character that a key can.
    EncodingType: 'url',
  });
}

/** Aborts what dead processes began: S3 keeps, and charges for, parts of uploads that nobody completed. */
async function abortUploads(
  client: S3Client,
  bucket: string,
  prefix: string,
  before: Date,
  inUse?: () => Promise<boolean>,
): Promise<number> {
  let aborted = 0;
  let from: { KeyMarker?: string; UploadIdMarker?: string } | undefined = {};
  while (from) {
    const listed: ListMultipartUploadsCommandOutput = await client.send(
      new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix || undefined, ...from }),
    );
    const old = (listed.Uploads ?? []).filter(
      ({ Key, Initiated }) => Key?.startsWith(prefix) && Initiated && Initiated < before,
    );
    if (old.length > 0 && (await inUse?.())) return aborted;
    for (const { Key, UploadId } of old) {
      try {
        await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }));
        aborted++;
      } catch (error) {
        // It was completed or aborted since it was listed.
        if (!(error instanceof Error && error.name === 'NoSuchUpload')) throw error;
      }
    }
    const { IsTruncated, NextKeyMarker, NextUploadIdMarker } = listed;
    from = IsTruncated && NextKeyMarker ? { KeyMarker: NextKeyMarker, UploadIdMarker: NextUploadIdMarker } : undefined;
  }
  return aborted;
}
