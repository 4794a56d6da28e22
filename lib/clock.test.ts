import { expect, test } from 'vitest';
import { daysBefore } from './clock';

test('days are counted back from a time', () => {
  expect(daysBefore(new Date('2026-11-27T12:00:00.000Z'), 90).toISOString()).toBe('2026-08-29T12:00:00.000Z');
});
