import { expect, test } from 'vitest';
import { withStep } from './use-undo';

const start = { past: [], now: 'a', future: [] };

test('a step can be taken back and done again', () => {
  const two = withStep(withStep(start, 'b'), 'c');
  const back = withStep(two, 'b');
  expect(back).toEqual({ past: ['a'], now: 'b', future: ['c'] });
  expect(withStep(back, 'c')).toEqual(two);
});

test('after a step back, another step leaves no way forward', () => {
  const back = withStep(withStep(start, 'b'), 'a');
  expect(withStep(back, 'd')).toEqual({ past: ['a'], now: 'd', future: [] });
});
