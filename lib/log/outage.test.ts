import { expect, test } from 'vitest';
import { DomainError } from '../errors';
import { silentLog } from './log';
import { createOutage } from './outage';

test('an outage is told once, each of its reasons once, and its end once', () => {
  const told: string[] = [];
  let now = new Date('2026-11-28T08:00:00Z');
  const outage = createOutage('Alerts', { ...silentLog, warn: (_, message) => void told.push(message) }, () => now);
  const gone = new DomainError('unavailable', 'DatabaseUnavailable', 'The database is gone.');

  outage.worked();
  expect([told, outage.failing()]).toEqual([[], undefined]);

  for (let time = 0; time < 100; time++) outage.failed(gone);
  expect(told).toEqual(['Alerts fail; it is tried again and again']);
  const since = now;
  now = new Date('2026-11-28T09:00:00Z');
  outage.failed(new DomainError('unavailable', 'DiskFull', 'The disk is full.'));
  expect(told).toHaveLength(2);
  expect(outage.failing()).toEqual({ since, reason: 'The disk is full.' });

  outage.worked();
  outage.worked();
  expect(told.slice(2)).toEqual(['Alerts work again']);
  expect(outage.failing()).toBeUndefined();
});
