import { checkBucketName, checkKey, keyFault, writtenKeyFault } from '../names';

/** Whether an endpoint is one of AWS's own: those take `bucket.endpoint/key`, others mostly `endpoint/bucket/key`. */
export function isAwsEndpoint(endpoint: string): boolean {
  return /\.amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname);
}

/** The endpoint for people: without a user and password, should there be any. */
export function shownEndpoint(endpoint: string): string {
  const { protocol, host, pathname } = new URL(endpoint);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

/** Looser than for new buckets: old ones of us-east-1 may have capitals, underscores and up to 255 characters. */
export function checkS3Bucket(bucket: string): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$/.test(bucket) || bucket.includes('..')) checkBucketName(bucket);
}

/** Of an object that is read: any key that S3 can have. */
export function checkS3Names(bucket: string, key: string): void {
  checkS3Bucket(bucket);
  checkKey(key, keyFault(key));
}

/** Of an object that is put or deleted. */
export function checkWrittenNames(bucket: string, key: string): void {
  checkS3Bucket(bucket);
  checkKey(key, writtenKeyFault(key));
}
