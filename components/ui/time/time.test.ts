import { describe, expect, test } from 'vitest';
import { localText, relativeText, utcText } from './time';

const now = Date.UTC(2026, 10, 22, 8, 35, 0);

test('a time is shown in UTC to the second', () => {
  expect(utcText('2026-11-22T08:31:54.321Z')).toBe('2026-11-22 08:31:54 UTC');
  expect(utcText('2026-11-22T01:31:54-07:00')).toBe('2026-11-22 08:31:54 UTC');
});

test('what is no time is shown as it came', () => {
  expect(utcText('yesterday')).toBe('yesterday');
  expect(localText('yesterday')).toBe('yesterday');
  expect(relativeText('yesterday', now)).toBe('');
});

describe('relative time', () => {
  test.each([
    ['2026-11-22T08:34:55Z', 'just now'],
    ['2026-11-22T08:35:04Z', 'just now'],
    ['2026-11-22T08:34:18Z', '42 seconds ago'],
    ['2026-11-22T08:31:54Z', '3 minutes ago'],
    ['2026-11-22T07:35:00Z', '1 hour ago'],
    ['2026-11-22T10:36:00Z', 'in 2 hours'],
    ['2026-11-20T08:00:00Z', '2 days ago'],
    ['2026-09-01T00:00:00Z', '2 months ago'],
    ['2014-02-27T21:43:53Z', '12 years ago'],
  ])('%s is %s', (iso, text) => expect(relativeText(iso, now)).toBe(text));
});
