import { expect, test, vi } from 'vitest';
import { DomainError } from '../errors';
import { withRetries } from './retry';

const policy = { tries: 4, firstPauseMs: 1, longestPauseMs: 4, totalMs: 60_000 };
const away = () => new DomainError('unavailable', 'SlowDown', 'Slow down.');

test('what passes is tried again, and each further try is told', async () => {
  const call = vi.fn().mockRejectedValueOnce(away()).mockRejectedValueOnce(away()).mockResolvedValue('stored');
  const onRetry = vi.fn();
  await expect(withRetries(call, policy, { onRetry })).resolves.toBe('stored');
  expect(call).toHaveBeenCalledTimes(3);
  expect(onRetry.mock.calls.map(([error]) => error.code)).toEqual(['SlowDown', 'SlowDown']);
});

test.each([
  ['a refusal', new DomainError('denied', 'AccessDenied', 'no')],
  ['an absent bucket', new DomainError('not-found', 'NoSuchBucket', 'no')],
  ['a full disk', new DomainError('unavailable', 'StoreNotWritable', 'no')],
  ['a fault of our own', new TypeError('undefined is not a function')],
])('%s is not tried again', async (_what, error) => {
  const call = vi.fn().mockRejectedValue(error);
  await expect(withRetries(call, policy)).rejects.toBe(error);
  expect(call).toHaveBeenCalledTimes(1);
});

test('tries end, by their number and by the time', async () => {
  const call = vi.fn().mockRejectedValue(away());
  await expect(withRetries(call, policy)).rejects.toMatchObject({ code: 'SlowDown' });
  expect(call).toHaveBeenCalledTimes(4);
  call.mockClear();
  await expect(withRetries(call, { ...policy, totalMs: 0 })).rejects.toMatchObject({ code: 'SlowDown' });
  expect(call).toHaveBeenCalledTimes(1);
});

test('a stop ends a pause with its own reason', async () => {
  const stop = new AbortController();
  const call = vi.fn().mockRejectedValue(away());
  const ended = withRetries(call, { ...policy, firstPauseMs: 3_600_000, longestPauseMs: 3_600_000 }, stop);
  const reason = new Error('stopping');
  await vi.waitFor(() => expect(call).toHaveBeenCalled(), { timeout: 30_000 });
  stop.abort(reason);
  await expect(ended).rejects.toBe(reason);
});
