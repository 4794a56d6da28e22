import { DomainError } from '../errors';

// What S3 keeps for itself ("Bucket naming rules", Amazon S3 User Guide).
const reservedStart = ['xn--', 'sthree-', 'amzn-s3-demo-'];
const reservedEnd = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'];

/**
 * Whether a new bucket may have this name: 3 to 63 lower-case letters, digits, dots and hyphens, a letter or digit at both
 * ends, no two dots in a row, not an IP address, none of S3's reserved forms. Such a name is also a safe folder name.
 */
export function isBucketName(name: string): boolean {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) || name.includes('..')) return false;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(name)) return false;
  return !reservedStart.some((start) => name.startsWith(start)) && !reservedEnd.some((end) => name.endsWith(end));
}

/**
 * Refuses what is no name of a bucket.
 *
 * @throws DomainError `InvalidBucketName` unless `isBucketName`.
 */
export function checkBucketName(name: string): void {
  if (isBucketName(name)) return;
  const rule = '3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends';
  throw new DomainError('invalid', 'InvalidBucketName', `"${shownName(name)}" is no bucket name. Use ${rule}.`);
}

/** Why this is no key of any object, or undefined. S3's own rule is 1 to 1,024 bytes of UTF-8. */
export function keyFault(key: string): string | undefined {
  if (key === '') return 'it is empty';
  const bytes = Buffer.byteLength(key);
  if (bytes > 1024) return `it has ${bytes} bytes, and 1,024 are allowed`;
  if (Buffer.from(key).toString() !== key) return 'it is not valid Unicode (it holds half of a surrogate pair)';
  if (key.includes('\0')) return 'it holds a NUL character';
  return undefined;
}

/**
 * Why no store of ours writes this key, or undefined. `.` and `..` as parts are S3's to have, and what others stored under them is
 * read. They are not written, because clients and proxies resolve them and would reach another object, even another bucket.
 */
export function writtenKeyFault(key: string): string | undefined {
  const dots = key.split('/').some((part) => part === '.' || part === '..');
  return keyFault(key) ?? (dots ? 'a part of it is "." or ".."' : undefined);
}

/**
 * Refuses a key that has a fault.
 *
 * @throws DomainError `InvalidKey`, naming why, when `fault` is given.
 */
export function checkKey(key: string, fault: string | undefined): void {
  if (fault === undefined) return;
  throw new DomainError('invalid', 'InvalidKey', `The object key "${shownName(key)}" cannot be stored: ${fault}.`);
}

/** A listing's limit: 1 to 1,000, and 1,000 where absent. */
export function checkLimit(limit = 1000): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw new DomainError('invalid', 'InvalidLimit', `A page holds 1 to 1,000 entries, not ${limit}.`);
}

/** A range as asked for, cut to the object's size (bytes, both ends included); `InvalidRange` when nothing of it is there. */
export function checkRange(range: { start: number; end: number }, size: number): { start: number; end: number } {
  const { start, end } = range;
  const sound = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end;
  if (sound && start < size) return { start, end: Math.min(end, size - 1) };
  throw new DomainError('invalid', 'InvalidRange', `Bytes ${start} to ${end} are not in an object of ${size} bytes.`);
}

/** The value of a store's token: ours begin with `1`, so that a mangled or foreign one is told before it is used. */
export function readToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString();
  if (text.startsWith('1') && text.length > 1 && printToken(text.slice(1)) === token) return text.slice(1);
  throw invalidToken();
}

/** The error of a page token that no page of this list gave. */
export function invalidToken(): DomainError {
  return new DomainError(
    'invalid',
    'InvalidToken',
    'The page token is not one of ours. Start from the first page again.',
  );
}

/** The opaque, URL-safe form of where a page ended. */
export function printToken(value: string): string {
  return Buffer.from(`1${value}`).toString('base64url');
}

/** The errors of an absent bucket or object, in the words that both stores use. */
export function noSuchBucket(bucket: string, options?: { cause?: unknown }): DomainError {
  const message = `The bucket "${shownName(bucket)}" does not exist. Create it, or choose another one.`;
  return new DomainError('not-found', 'NoSuchBucket', message, options);
}

export function noSuchKey(bucket: string, key: string, options?: { cause?: unknown }): DomainError {
  const message = `There is no object "${shownName(key)}" in the bucket "${shownName(bucket)}".`;
  return new DomainError('not-found', 'NoSuchKey', message, options);
}

export function preconditionFailed(key: string, etag: string, options?: { cause?: unknown }): DomainError {
  const message = `The object "${shownName(key)}" is no longer the one with the etag ${shownName(etag)}. Open it again.`;
  return new DomainError('conflict', 'PreconditionFailed', message, options);
}

/** A name from outside, cut and without control characters, so that it can stand in a message. */
export function shownName(text: string): string {
  const plain = text.replace(/\p{C}/gu, '\uFFFD');
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}
