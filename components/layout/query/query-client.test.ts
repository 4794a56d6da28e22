import { expect, test } from 'vitest';
import { ApiFailure, type FailureKind } from '@/lib/api/client/api-failure';
import { worthRetrying } from './query-client';

const failure = (kind: FailureKind, code: string) => new ApiFailure({ kind, code, message: '' });

test('no answer and failures of the server are asked again, three times at most', () => {
  expect(worthRetrying(0, failure('no-answer', 'NoAnswer'))).toBe(true);
  expect(worthRetrying(2, failure('unavailable', 'DatabaseUnavailable'))).toBe(true);
  expect(worthRetrying(3, failure('unavailable', 'DatabaseUnavailable'))).toBe(false);
});

test('a refusal is final, and so is an answer that does not fit the contract', () => {
  expect(worthRetrying(0, failure('not-found', 'NoSuchBucket'))).toBe(false);
  expect(worthRetrying(0, failure('conflict', 'DeliveryInProgress'))).toBe(false);
  expect(worthRetrying(0, failure('unexpected', 'UnexpectedAnswer'))).toBe(false);
  expect(worthRetrying(0, new TypeError('a mistake of ours'))).toBe(false);
});
