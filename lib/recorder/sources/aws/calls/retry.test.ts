import { expect, test } from 'vitest';
import { retryStrategy } from './retry';

/** The delays before the second, third … attempt of a call that always fails in this way. */
async function delays(errorType: 'THROTTLING' | 'SERVER_ERROR' | 'CLIENT_ERROR', retryAfterHint?: Date) {
  const strategy = retryStrategy(() => 1);
  const found: number[] = [];
  let token = await strategy.acquireInitialRetryToken();
  for (;;) {
    try {
      token = await strategy.refreshRetryTokenForRetry(token, { errorType, retryAfterHint });
    } catch {
      return found;
    }
    found.push(token.getRetryDelay());
  }
}

test('is patient with throttling, less so with servers that fail, and does not repeat what was wrong', async () => {
  const throttled = await delays('THROTTLING');
  expect(throttled.slice(0, 4)).toEqual([500, 1_000, 2_000, 4_000]);
  expect(throttled).toHaveLength(15);
  expect(throttled.at(-1)).toBe(20_000);
  expect(await delays('SERVER_ERROR')).toEqual([100, 200, 400]);
  expect(await delays('CLIENT_ERROR')).toEqual([]);
});

test('waits as long as the server asks for, but not for ever', async () => {
  const [first] = await delays('SERVER_ERROR', new Date(Date.now() + 3_600_000));
  expect(first).toBe(20_000);
});
