import { expect, test } from 'vitest';
import { durationText } from './duration';

test.each([
  [0, '0.0 s'],
  [-5, '0.0 s'],
  [430, '0.4 s'],
  [59_949, '59.9 s'],
  [59_950, '1 min 0 s'],
  [185_400, '3 min 5 s'],
  [3_599_700, '1 h 0 min'],
  [7_440_000, '2 h 4 min'],
])('%i ms is %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
