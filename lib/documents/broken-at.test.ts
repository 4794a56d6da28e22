import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenAt } from './broken-at';

const at = (text: string) => brokenAt(Buffer.from(text));

test.each([
  ['{"a":1,}', 7],
  ['{"a" 1}', 5],
  ['{"a":1 "b":2}', 7],
  ['[1,2', 4],
  ['[1 2]', 3],
  ['[1,]', 3],
  ['{"a":tru}', 5],
  ['{"a":01}', 5],
  ['{"a":"\\x"}', 7],
  ['{"a":"\\u12g4"}', 10],
  ['{"a":"line\nbreak"}', 10],
  ['{"a":"open', 10],
  ['{"a":1]', 6],
  ["{'a':1}", 1],
  ['{"é":x}', 6],
  ['', 0],
  ['{} {}', 3],
])('%j is broken at byte %i', (text, place) => {
  expect(at(text)).toBe(place);
});

test('it agrees with JSON.parse on what is valid, for any value, and for any change of one byte', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.integer({ min: 0, max: 127 }), (text, place, byte) => {
      expect(at(text)).toBeUndefined();
      const bytes = Buffer.from(text);
      bytes[place % bytes.length] = byte;
      let valid = true;
      try {
        JSON.parse(bytes.toString('utf8'));
      } catch {
        valid = false;
      }
      expect(brokenAt(bytes) === undefined).toBe(valid);
    }),
    { numRuns: 500 },
  );
});
