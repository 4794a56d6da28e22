import { z } from 'zod';
import { time } from './time';

export const bucketsView = z.object({
  store: z.object({ kind: z.enum(['directory', 's3']), location: z.string() }),
  buckets: z.array(z.object({ name: z.string(), createdAt: time.optional() })),
});
export type BucketsView = z.infer<typeof bucketsView>;

/** What an object is to AWS Config, told from its key. */
export const objectKind = z.enum(['snapshot', 'history', 'oversized-item', 'check-file', 'other']);
export type ObjectKind = z.infer<typeof objectKind>;

export const objectRow = z.object({
  key: z.string(),
  /** The last part of the key, as shown in its folder. */
  name: z.string(),
  kind: objectKind,
  size: z.number().int(),
  lastModified: time,
  etag: z.string(),
  /** S3's, such as `STANDARD` or `DEEP_ARCHIVE`; absent where the store has none. */
  storageClass: z.string().optional(),
});
export type ObjectRow = z.infer<typeof objectRow>;

/** GET /api/buckets/objects?bucket=&prefix=&filter=&token= */
export const folderRequest = z.object({
  bucket: z.string().min(1).max(255),
  /** The folder: empty for the bucket's top, else ending in `/`. */
  prefix: z.string().max(1024).default(''),
  /** Only names that start with this, within the folder. */
  filter: z.string().max(1024).default(''),
  token: z.string().max(4096).optional(),
});
export const folderView = z.object({
  bucket: z.string(),
  prefix: z.string(),
  folders: z.array(z.object({ prefix: z.string(), name: z.string() })),
  objects: z.array(objectRow),
  nextToken: z.string().optional(),
  /** What lies there and cannot be opened, since its name is no key: how many, and at most 20 of them, by names that can be shown. */
  unreadable: z
    .object({ count: z.number().int(), examples: z.array(z.object({ name: z.string(), reason: z.string() })) })
    .optional(),
});
export type FolderView = z.infer<typeof folderView>;

/** GET /api/buckets/object?bucket=&key= ; the bytes: GET /api/buckets/download?bucket=&key= */
export const objectRequest = z.object({ bucket: z.string().min(1).max(255), key: z.string().min(1).max(1024) });
export const objectView = objectRow.extend({
  bucket: z.string(),
  contentType: z.string().optional(),
  contentEncoding: z.string().optional(),
  serverSideEncryption: z.string().optional(),
  /** Of an object in an archive, whose bytes cannot be read until it is restored. */
  archive: z
    .object({
      tier: z.string(),
      state: z.enum(['archived', 'restoring', 'restored']),
      /** What that means, for people. */
      sentence: z.string(),
      /** The command of the AWS CLI that restores it, where nobody asked for that yet. */
      restoreCommand: z.string().optional(),
      restoredUntil: time.optional(),
    })
    .optional(),
  /** Parts of an AWS Config key, where it is one. */
  accountId: z.string().optional(),
  region: z.string().optional(),
  configSnapshotId: z.string().optional(),
});
export type ObjectView = z.infer<typeof objectView>;
