import type { Readable } from 'node:stream';
import type { DomainError } from '../errors';
import type { Archive } from './archive';
import type { UnreadableNames } from './unreadable';

/** One object as a listing or a HEAD tells of it. `lastModified` is an instant; shown in UTC. */
export interface StoredObject {
  key: string;
  /** Bytes as stored (compressed, where the object is). */
  size: number;
  lastModified: Date;
  /** The store's version tag without quotes; changes whenever the content does. */
  etag: string;
  /** S3's, such as `STANDARD` or `DEEP_ARCHIVE`; absent where the store has none. */
  storageClass?: string;
}

/** What a HEAD or GET adds to a listing. */
export interface ObjectHead extends StoredObject {
  contentType?: string;
  contentEncoding?: string;
  /** `AES256` or `aws:kms`, where the store says so. */
  serverSideEncryption?: string;
  /** Where the store keeps it in an archive; absent for an object that can be read at once. */
  archive?: Archive;
}

/** One page of a folder: its folders and its objects, each in ascending UTF-8 order of keys. */
export interface ListPage {
  /** Common prefixes below the listed prefix, each ending in `/`. */
  folders: string[];
  objects: StoredObject[];
  /** Opaque; hand it back for the next page. Absent on the last one. */
  nextToken?: string;
  /**
   * What lies there and cannot be opened, since its name is no key: in a listing with a delimiter, of the listed folder. A directory
   * tells all of it with the first page, S3 with the page on which it is.
   */
  unreadable?: UnreadableNames;
}

export interface ListRequest {
  prefix?: string;
  /** `/` groups keys into folders; absent lists every key below the prefix. */
  delimiter?: '/';
  token?: string;
  /** 1 to 1,000; 1,000 where absent. Folders and objects count alike. */
  limit?: number;
}

export interface PutOptions {
  contentType?: string;
  contentEncoding?: string;
  /** KMS key for SSE-KMS, where the store encrypts. */
  kmsKeyArn?: string;
  /** Aborts the upload: nothing is left behind and the call rejects. */
  signal?: AbortSignal;
  /** Called with the total of bytes accepted so far. */
  onProgress?: (bytes: number) => void;
  /** Called when a call to the store failed in a way that can pass, before it is tried again. */
  onRetry?: (error: DomainError) => void;
  /**
   * Awaited when the store has all bytes and before the object can appear; where it rejects, nothing appears. From then on
   * `discardUnfinished` is a fence: an upload that it cleared away can no longer make its object appear.
   */
  beforeVisible?: () => Promise<void>;
}

export interface GetOptions {
  /** Bytes `start` to `end`, both included, as in HTTP ranges. */
  range?: { start: number; end: number };
  /** Fail with `PreconditionFailed` unless the object still has this etag. */
  ifMatch?: string;
  signal?: AbortSignal;
}

/**
 * A place where objects lie in buckets: S3, or a folder that behaves like it.
 *
 * @throws DomainError from every method, with S3's own code: `NoSuchBucket`, `NoSuchKey`, `AccessDenied`, `InvalidBucketName`,
 *   `InvalidKey`, `PreconditionFailed`, `InvalidRange`, `InvalidToken`; `StoreUnavailable` when the store cannot be reached, and
 *   `StoreNotWritable` when the directory cannot be written. Of objects in S3 that cannot be read as they are: `InvalidObjectState`
 *   (archived), `RequesterPays` and `CustomerKeyRequired` (SSE-C), each with what to do.
 */
export interface ObjectStore {
  /** `directory` or `s3`, and where that is, for people. Never holds a secret. */
  readonly description: { kind: 'directory' | 's3'; location: string };
  listBuckets(): Promise<{ name: string; createdAt?: Date }[]>;
  bucketExists(bucket: string): Promise<boolean>;
  /** Makes the bucket; an existing one of ours is left as it is. */
  createBucket(bucket: string): Promise<void>;
  list(bucket: string, request: ListRequest): Promise<ListPage>;
  head(bucket: string, key: string): Promise<ObjectHead>;
  get(bucket: string, key: string, options?: GetOptions): Promise<{ head: ObjectHead; body: Readable }>;
  /** Stores a whole object: it appears complete under its key, or not at all. Memory does not grow with its size. */
  put(bucket: string, key: string, body: Readable | Uint8Array, options?: PutOptions): Promise<ObjectHead>;
  /** Removes an object; one that is not there is no error, as in S3. */
  delete(bucket: string, key: string): Promise<void>;
  /**
   * Clears what a dead process left half written under `prefix` (temporary files, multipart uploads) before `before`. `inUse` is
   * asked once it is known what lies there, and before any of it is cleared: where it says true, all of it stays.
   */
  discardUnfinished(bucket: string, prefix: string, before: Date, inUse?: () => Promise<boolean>): Promise<number>;
}
