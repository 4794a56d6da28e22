import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../log/log';
import { startPruning } from './pruning';

const now = new Date('2026-11-27T12:00:00.000Z');
const hourMs = 60 * 60 * 1000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('prunes at once and every hour until it is ended', async () => {
  const times: Date[] = [];
  const prune = async (time: Date) => void times.push(time);
  const stop = startPruning({ clock: () => now, log: silentLog, prunings: [{ what: 'items', prune }] });
  await vi.advanceTimersByTimeAsync(2 * hourMs);
  expect(times).toEqual([now, now, now]);
  await stop();
  await vi.advanceTimersByTimeAsync(2 * hourMs);
  expect(times).toHaveLength(3);
});

test('one that fails is logged and tried again, and keeps no other from its turn', async () => {
  const error = vi.fn();
  const failure = new Error('the database is away');
  const broken = vi.fn(() => Promise.reject(failure));
  const sound = vi.fn(async () => undefined);
  const prunings = [
    { what: 'items', prune: broken },
    { what: 'deliveries', prune: sound },
  ];
  const stop = startPruning({ clock: () => now, log: { ...silentLog, error }, prunings });
  await vi.advanceTimersByTimeAsync(hourMs);
  await stop();
  expect([broken.mock.calls.length, sound.mock.calls.length]).toEqual([2, 2]);
  expect(error).toHaveBeenCalledWith({ err: failure, what: 'items' }, expect.any(String));
});

test('ending it waits for what runs, and begins no more', async () => {
  let finish: () => void = () => undefined;
  const slow = () =>
    new Promise<void>((resolve) => {
      finish = resolve;
    });
  const later = vi.fn(async () => undefined);
  const prunings = [
    { what: 'items', prune: slow },
    { what: 'deliveries', prune: later },
  ];
  const stop = startPruning({ clock: () => now, log: silentLog, prunings });
  let ended = false;
  const stopped = stop().then(() => {
    ended = true;
  });
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toBe(false);
  finish();
  await stopped;
  expect(later).not.toHaveBeenCalled();
});
