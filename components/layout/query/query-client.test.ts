import { expect, test } from 'vitest';
import { ApiFailure } from '@/lib/api/client/api-failure';
import { worthRetrying } from './query-client';

test('no answer and failures of the server are asked again, three times at most', () => {
  expect(worthRetrying(0, new ApiFailure(0, 'NoAnswer', ''))).toBe(true);
  expect(worthRetrying(2, new ApiFailure(503, 'DatabaseUnavailable', ''))).toBe(true);
  expect(worthRetrying(3, new ApiFailure(503, 'DatabaseUnavailable', ''))).toBe(false);
});

test('a refusal is final, and so is an answer that does not fit the contract', () => {
  expect(worthRetrying(0, new ApiFailure(404, 'NoSuchBucket', ''))).toBe(false);
  expect(worthRetrying(0, new ApiFailure(409, 'DeliveryInProgress', ''))).toBe(false);
  expect(worthRetrying(0, new TypeError('not the contract'))).toBe(false);
});
