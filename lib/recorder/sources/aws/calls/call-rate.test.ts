import { expect, test } from 'vitest';
import { CallRate, CallRates, paced } from './call-rate';

/** When each of `count` calls goes out that are all wanted at once, in milliseconds. */
function turns(rate: CallRate, count: number, now = 0): number[] {
  return Array.from({ length: count }, () => rate.turn(now));
}

test('lets a few calls go at once, then keeps to its number per second', () => {
  const times = turns(new CallRate(10), 31);
  expect(times.filter((time) => time === 0)).toHaveLength(11);
  expect(times.at(-1)).toBe(2_000);
  expect(times.filter((time) => time > 0 && time <= 1_000)).toHaveLength(10);
});

test('slows down when it is throttled, never to a stop, and recovers with answers', () => {
  const rate = new CallRate(10);
  for (let n = 0; n < 100; n++) rate.throttled();
  turns(rate, 50);
  const [one = 0, two = 0] = turns(rate, 2);
  expect(two - one).toBe(2_000);
  for (let n = 0; n < 20; n++) rate.answered();
  const [three = 0, four = 0] = turns(rate, 2);
  expect(four - three).toBe(100);
});

test('remembers the rate of a service from one cycle to the next, and of each its own', () => {
  const rates = new CallRates();
  expect(rates.of('EC2')).toBe(rates.of('EC2'));
  expect(rates.of('EC2')).not.toBe(rates.of('RDS'));
});

test('halves the rate of a call that was throttled, and calls no more once the cycle is broken off', async () => {
  const rate = new CallRate(1_000);
  const stop = new AbortController();
  let throttled = 0;
  rate.throttled = () => {
    throttled += 1;
  };
  const call = paced(
    rate,
    stop.signal,
  )(async (name: string) => {
    if (name === 'throttled') throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
    return name;
  });
  expect(await call('ok')).toBe('ok');
  await expect(call('throttled')).rejects.toThrow('Rate exceeded');
  expect(throttled).toBe(1);
  stop.abort();
  await expect(call('ok')).rejects.toMatchObject({ name: 'AbortError' });
});
