import { expect, test, vi } from 'vitest';
import { ResultCache } from './result-cache';

const bytesOf = (result: string) => result.length;

test('readers who come at once share one computation', async () => {
  const cache = new ResultCache<string, string>({ maxBytes: 100, bytesOf });
  const compute = vi.fn(async () => 'result');
  const [first, second] = await Promise.all([cache.getOrCompute('a', compute), cache.getOrCompute('a', compute)]);
  expect([first, second, await cache.getOrCompute('a', compute)]).toEqual(['result', 'result', 'result']);
  expect(compute).toHaveBeenCalledTimes(1);
});

test('a failure reaches all who wait, and the next one tries again', async () => {
  const cache = new ResultCache<string, string>({ maxBytes: 100, bytesOf });
  const fail = () => Promise.reject(new Error('no'));
  const asked = [cache.getOrCompute('a', fail), cache.getOrCompute('a', fail)];
  await expect(asked[0]).rejects.toThrow('no');
  await expect(asked[1]).rejects.toThrow('no');
  expect(await cache.getOrCompute('a', async () => 'yes')).toBe('yes');
});

test('the bound is in bytes: the least recently used goes, and the last one stays however large', async () => {
  const cache = new ResultCache<string, string>({ maxBytes: 10, bytesOf });
  for (const key of ['a', 'b']) await cache.getOrCompute(key, async () => '12345');
  await cache.getOrCompute('a', async () => 'never');
  await cache.getOrCompute('c', async () => '12345');
  expect(['a', 'b', 'c'].filter((key) => cache.has(key))).toEqual(['a', 'c']);
  await cache.getOrCompute('large', async () => '1234567890 and more');
  expect(['a', 'b', 'c', 'large'].filter((key) => cache.has(key))).toEqual(['large']);
});

test('a result that has to go while it is worked out is given to those who wait for it', async () => {
  const cache = new ResultCache<string, string>({ maxBytes: 10, bytesOf });
  let finish: (result: string) => void = () => undefined;
  const held = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const waiting = cache.getOrCompute('slow', () => held);
  await cache.getOrCompute('large', async () => '1234567890');
  finish('there');
  expect(await waiting).toBe('there');
  expect([cache.has('slow'), cache.has('large')]).toEqual([false, true]);
});
