import { DomainError, type ErrorKind, errorMessage } from '../../errors';
import { noSuchBucket, noSuchKey, preconditionFailed, shownName } from '../names';
import { isUnnamed } from './refusal';

/** What a call was about; says what an error without a body (HEAD) or with a bare status means. */
export interface S3Subject {
  bucket?: string;
  key?: string;
  ifMatch?: string;
  /** The call handed a page token to S3. */
  paged?: boolean;
}

/** S3's codes whose kind the HTTP status alone does not give ("Error responses", Amazon S3 API Reference). */
const kinds: Record<string, ErrorKind> = {
  InvalidAccessKeyId: 'denied',
  SignatureDoesNotMatch: 'denied',
  ExpiredToken: 'denied',
  InvalidToken: 'denied',
  CredentialsProviderError: 'denied',
  InvalidObjectState: 'conflict',
  BucketAlreadyExists: 'conflict',
  OperationAborted: 'conflict',
  SlowDown: 'unavailable',
  Throttling: 'unavailable',
  ThrottlingException: 'unavailable',
  RequestThrottled: 'unavailable',
  RequestTimeout: 'unavailable',
};

/** Translates what the SDK threw. S3's own code is kept, the thing is named, and the SDK's error is the cause. */
export function s3Failure(error: unknown, subject: S3Subject, location: string): unknown {
  if (error instanceof DomainError || !(error instanceof Error) || error.name === 'AbortError') return error;
  const status = statusOf(error);
  const options = { cause: error };
  const { bucket = '', key } = subject;
  const code = error.name;
  if (code === 'NoSuchBucket') return noSuchBucket(bucket, options);
  if (code === 'NoSuchKey' || (status === 404 && key !== undefined)) return noSuchKey(bucket, key ?? '', options);
  if (status === 404) return noSuchBucket(bucket, options);
  if (status === 412 && key !== undefined) return preconditionFailed(key, subject.ifMatch ?? '', options);
  if (status === 416) {
    const message = `The bytes that were asked for are not in the object "${key}".`;
    return new DomainError('invalid', 'InvalidRange', message, options);
  }
  if (code === 'InvalidArgument' && subject.paged) {
    const message = 'The page token is not one of this bucket. Start from the first page again.';
    return new DomainError('invalid', 'InvalidToken', message, options);
  }
  if (code === 'InvalidRequest' && key !== undefined && /Server Side Encryption/i.test(error.message)) {
    return customerKeyRequired(bucket, key, options);
  }
  const thing = bucket === '' ? location : `the bucket "${bucket}" (${location})`;
  // An answer of success that cannot be read was cut off on its way; a page of HTML was not written by S3 but by something before it.
  const unreadable = error.message.includes('Deserialization error');
  const unheard = status === undefined || unreadable || (status >= 200 && status < 300);
  if (unheard && code !== 'CredentialsProviderError') {
    const message = `S3 did not answer for ${thing}: ${errorMessage(error)}. Check the endpoint and the network.`;
    return new DomainError('unavailable', 'StoreUnavailable', message, options);
  }
  const named = status === 403 && isUnnamed(error) ? 'AccessDenied' : code;
  const kind = kinds[named] ?? kindOfStatus(status);
  const advice = kind === 'denied' ? ' Check the credentials and the bucket policy.' : '';
  return new DomainError(kind, named, `S3 refused the call for ${thing}: ${saidBy(error)}.${advice}`, options);
}

/** SSE-C: S3 forgets the key of each object, and answers whoever does not send it with no code of its own. */
function customerKeyRequired(bucket: string, key: string, options: { cause: unknown }): DomainError {
  const [place, name] = [shownName(bucket), shownName(key)];
  const remedy = `Copy it without that key: aws s3 cp "s3://${place}/${name}" s3://${place}/<another key> --sse-c-copy-source AES256 --sse-c-copy-source-key fileb://<file of the key>`;
  const message = `The object "${name}" in the bucket "${place}" is encrypted with a key that S3 does not keep (SSE-C), and Snapscope has none. ${remedy}`;
  return new DomainError('denied', 'CustomerKeyRequired', message, options);
}

function kindOfStatus(status = 0): ErrorKind {
  if (status === 401 || status === 403) return 'denied';
  if (status === 409) return 'conflict';
  return status >= 500 || status === 429 ? 'unavailable' : 'invalid';
}

function statusOf(error: Error): number | undefined {
  const metadata = '$metadata' in error ? (error.$metadata as { httpStatusCode?: number }) : undefined;
  return metadata?.httpStatusCode;
}

function saidBy(error: Error): string {
  const message = error.message.replace(/\.$/, '');
  // The SDK names the error again where S3 sent no message.
  return message === '' || message === 'UnknownError' ? error.name : message;
}
