import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../log/log';
import { createDiscovery } from './discovery';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const minute = 60_000;

/** Cycles that last as long as the test says; `starts` are minutes since the beginning. */
function discoveryWith(lasting: () => number) {
  const began = performance.now();
  const starts: number[] = [];
  const discovery = createDiscovery({
    clock: () => new Date(),
    log: silentLog,
    run: async (signal) => {
      starts.push(Math.round((performance.now() - began) / minute));
      await new Promise((resolve, reject) => {
        setTimeout(resolve, lasting() * minute);
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      return { failed: [] };
    },
  });
  return { discovery, starts };
}

test('a cycle begins every interval, counted from the beginning of the last one', async () => {
  const { discovery, starts } = discoveryWith(() => 2);
  discovery.repeat(10 * minute);
  await vi.advanceTimersByTimeAsync(35 * minute);
  expect(starts).toEqual([10, 20, 30]);
  await discovery.close('end');
});

test('a cycle longer than the interval is not overtaken, and is given a pause', async () => {
  const { discovery, starts } = discoveryWith(() => 25);
  discovery.repeat(10 * minute);
  await vi.advanceTimersByTimeAsync(70 * minute);
  expect(starts).toEqual([10, 36, 62]);
  await discovery.close('end');
});

test('whoever asks while a cycle runs waits for that one, and the next interval counts from it', async () => {
  const { discovery, starts } = discoveryWith(() => 1);
  discovery.repeat(10 * minute);
  await vi.advanceTimersByTimeAsync(4 * minute);
  const [one, two] = [discovery.discover(), discovery.discover()];
  expect(two).toBe(one);
  await vi.advanceTimersByTimeAsync(16 * minute);
  expect(starts).toEqual([4, 14]);
  await discovery.close('end');
});

test('a clock that jumps moves nothing but the time that is shown', async () => {
  const { discovery, starts } = discoveryWith(() => 0);
  discovery.repeat(10 * minute);
  vi.setSystemTime(new Date(Date.now() + 1_000 * minute));
  await vi.advanceTimersByTimeAsync(9 * minute);
  expect(starts).toEqual([]);
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(starts).toEqual([10]);
  await discovery.close('end');
});

test('closing cuts a cycle short, and no other begins', async () => {
  const { discovery, starts } = discoveryWith(() => 5);
  discovery.repeat(10 * minute);
  const cycle = discovery.discover();
  cycle.catch(() => undefined);
  await discovery.close('stopping');
  await expect(cycle).rejects.toBe('stopping');
  await expect(discovery.discover()).rejects.toBe('stopping');
  await vi.advanceTimersByTimeAsync(60 * minute);
  expect(starts).toEqual([0]);
  expect(discovery.nextAt()).toBeUndefined();
});
