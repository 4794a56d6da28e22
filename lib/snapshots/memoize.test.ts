import { expect, test } from 'vitest';
import { memoize } from './memoize';

test('a value is worked out once, and a failure is forgotten', async () => {
  let calls = 0;
  const value = memoize(async () => {
    calls += 1;
    if (calls === 1) throw new RangeError('Array buffer allocation failed');
    return calls;
  });
  const both = [value(), value()];
  await expect(both[0]).rejects.toThrow('allocation');
  await expect(both[1]).rejects.toThrow('allocation');
  expect(calls).toBe(1);
  expect(await Promise.all([value(), value()])).toEqual([2, 2]);
  expect(await value()).toBe(2);
});
