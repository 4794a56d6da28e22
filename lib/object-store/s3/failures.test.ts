import { expect, test } from 'vitest';
import { isPassing } from '../retry';
import { s3Failure } from './failures';

test('an answer that S3 did not write is no refusal of S3: it may pass', () => {
  const error = Object.assign(
    new Error(
      '@aws-sdk XML parse error: mismatched tags <html> and </title>.\n  Deserialization error: to see the raw response',
    ),
    { $metadata: { httpStatusCode: 400 } },
  );
  const failure = s3Failure(error, { bucket: 'b', key: 'k' }, 'http://127.0.0.1:9000');
  expect(failure).toMatchObject({ code: 'StoreUnavailable' });
  expect(isPassing(failure)).toBe(true);
});
