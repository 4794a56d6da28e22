import { expect, test } from 'vitest';
import { countWords } from './count-words';

test('it is said why a picture has other numbers than the items', () => {
  expect(countWords({ missing: 1, told: 377, lines: 269 })).toEqual([
    '1 of the resources is named and not in the snapshot.',
    'Items tell 377 relationships: what both ends tell is one line.',
  ]);
  expect(countWords({ missing: 0, told: 5, lines: 5 })).toEqual([]);
});
