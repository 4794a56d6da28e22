import { expect, test } from 'vitest';
import { createTurns } from './cycle-turns';

const never = new AbortController().signal;

test('no more than so many run at a time, and all of them run', async () => {
  const inTurn = createTurns(2);
  let at = 0;
  let most = 0;
  const work = async () => {
    at += 1;
    most = Math.max(most, at);
    await new Promise((resolve) => setImmediate(resolve));
    at -= 1;
    return 'done';
  };
  expect(await Promise.all(Array.from({ length: 7 }, () => inTurn(never, work)))).toEqual(Array(7).fill('done'));
  expect(most).toBe(2);
});

test('one that is told to stop waits no longer, and one that fails makes room', async () => {
  const inTurn = createTurns(1);
  let fail = (_: Error) => {};
  const running = inTurn(never, () => new Promise<void>((_, reject) => (fail = reject)));
  const stop = new AbortController();
  const waiting = inTurn(stop.signal, async () => 'never');
  const next = inTurn(never, async () => 'next');
  stop.abort('stopped');
  await expect(waiting).rejects.toBe('stopped');
  fail(new Error('broken'));
  await expect(running).rejects.toThrow('broken');
  expect(await next).toBe('next');
});
