import { expect, test } from 'vitest';
import { durationText } from './duration';

test.each([
  [0, '0 ms'],
  [-5, '0 ms'],
  [430, '430 ms'],
  [999.6, '1.0 s'],
  [12_345, '12.3 s'],
  [59_949, '59.9 s'],
  [59_950, '1 min 0 s'],
  [185_400, '3 min 5 s'],
  [3_599_700, '1 h 0 min'],
  [7_440_000, '2 h 4 min'],
])('%d ms is %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
