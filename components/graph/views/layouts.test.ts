import { expect, test } from 'vitest';
import { layoutOf, layouts, proportionOf } from './layouts';

test('a view is drawn in the layout of the URL if it has it, and else in its own', () => {
  expect(layoutOf('map', 'tall')).toBe('tall');
  expect(layoutOf('map', 'down')).toBeUndefined();
  expect(layoutOf('impact', 'down')).toBe('down');
  for (const [own, ...others] of Object.values(layouts)) {
    expect(own?.name).toBeUndefined();
    expect(others.every(({ name }) => name !== undefined)).toBe(true);
  }
});

test('a map fits the window unless it is to be wide or tall', () => {
  expect(proportionOf(undefined, 1.85)).toBe(1.85);
  expect(proportionOf('wide', 1.85)).toBeGreaterThan(1.85);
  expect(proportionOf('tall', 0.62)).toBeLessThan(0.62);
});
