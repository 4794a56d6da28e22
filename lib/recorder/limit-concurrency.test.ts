import { expect, test } from 'vitest';
import { limitConcurrency } from './limit-concurrency';

const never = new AbortController().signal;

test('no more than so many run at a time, and all of them run', async () => {
  const limited = limitConcurrency(2);
  let at = 0;
  let most = 0;
  const work = async () => {
    at += 1;
    most = Math.max(most, at);
    await new Promise((resolve) => setImmediate(resolve));
    at -= 1;
    return 'done';
  };
  expect(await Promise.all(Array.from({ length: 7 }, () => limited(never, work)))).toEqual(Array(7).fill('done'));
  expect(most).toBe(2);
});

test('one that is told to stop waits no longer, and one that fails makes room', async () => {
  const limited = limitConcurrency(1);
  let fail = (_: Error) => {};
  const running = limited(never, () => new Promise<void>((_, reject) => (fail = reject)));
  const stop = new AbortController();
  const waiting = limited(stop.signal, async () => 'never');
  const next = limited(never, async () => 'next');
  stop.abort('stopped');
  await expect(waiting).rejects.toBe('stopped');
  fail(new Error('broken'));
  await expect(running).rejects.toThrow('broken');
  expect(await next).toBe('next');
});
