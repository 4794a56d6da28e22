import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoTime, parseTime } from './time';

describe('parseTime', () => {
  test.each([
    ['2014-02-27T21:43:53.0885+0000', '2014-02-27T21:43:53.885Z'],
    ['2014-03-07T23:46:28.0000+0000', '2014-03-07T23:46:28.000Z'],
    ['2014-02-27T21:43:53.885Z', '2014-02-27T21:43:53.885Z'],
    ['2026-11-22T08:31:54Z', '2026-11-22T08:31:54.000Z'],
    ['2026-11-22T08:31:54', '2026-11-22T08:31:54.000Z'],
    ['2026-11-22 08:31:54.1', '2026-11-22T08:31:54.100Z'],
    ['2026-11-22T08:31:54.123456789Z', '2026-11-22T08:31:54.123Z'],
    ['2026-11-22T08:31:54.0885Z', '2026-11-22T08:31:54.088Z'],
    ['2026-11-22T01:31:54.5+02:00', '2026-11-21T23:31:54.500Z'],
    ['2026-11-22T01:31:54-0730', '2026-11-22T09:01:54.000Z'],
    ['2024-02-29t00:00:00z', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  test.each([
    '',
    'now',
    '2026-11-22',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-22T24:00:00Z',
    '1795336314',
  ])('refuses %j', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });

  test('leaves an ISO time with milliseconds as it is', () => {
    const dates = fc.date({
      min: new Date('0000-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseTime(date.toISOString())).toBe(date.toISOString());
      }),
    );
  });
});

test('has no ISO text for times that have none', () => {
  expect(isoTime(Number.NaN)).toBeUndefined();
  expect(isoTime(8.64e15)).toBeUndefined();
  expect(isoTime(0)).toBe('1970-01-01T00:00:00.000Z');
});
