import { apiUrl } from '@/lib/api/client/api-url';

/** Where the pages and bytes of buckets and objects are. Keys go into the query: they may hold `..`, `//` or `%2F`. */

export interface FolderPlace {
  bucket: string;
  prefix?: string;
  filter?: string;
  token?: string;
}

/** The page of a folder; of the bucket's top where there is no prefix. */
export function folderHref({ bucket, prefix, filter, token }: FolderPlace): string {
  return apiUrl(`/buckets/${encodeURIComponent(bucket)}`, { prefix, filter, token });
}

/** The page of one object. */
export function objectHref(bucket: string, key: string): string {
  return apiUrl(`/buckets/${encodeURIComponent(bucket)}/object`, { key });
}

/** The object's bytes as stored. */
export function downloadHref(bucket: string, key: string): string {
  return apiUrl('/api/buckets/download', { bucket, key });
}

/** The page that reads a snapshot or history file. */
export function snapshotHref(bucket: string, key: string): string {
  return apiUrl('/snapshots/view', { bucket, key });
}

/** As the AWS CLI writes it; the key is not encoded, since the CLI takes it as it is. */
export function s3Uri(bucket: string, key: string): string {
  return `s3://${bucket}/${key}`;
}
