import { expect, test } from 'vitest';
import { nextEntry, withinStage } from './menu-moves';

test('a menu stands beside its point, on the side where there is room, and never out of sight', () => {
  const menu = { width: 200, height: 300 };
  const room = { width: 1000, height: 600 };
  expect(withinStage({ x: 100, y: 50 }, menu, room)).toEqual({ left: 100, top: 50 });
  expect(withinStage({ x: 900, y: 500 }, menu, room)).toEqual({ left: 700, top: 200 });
  expect(withinStage({ x: 150, y: 320 }, menu, { width: 250, height: 400 })).toEqual({ left: 8, top: 20 });
  expect(withinStage({ x: 5, y: 5 }, menu, { width: 150, height: 200 })).toEqual({ left: 8, top: 8 });
});

test('arrows walk through the entries round and round, Home and End to their ends', () => {
  expect(['ArrowDown', 'ArrowUp', 'Home', 'End', 'x'].map((key) => nextEntry(3, 0, key))).toEqual([
    ...[1, 2, 0, 2, undefined],
  ]);
  expect(nextEntry(3, 2, 'ArrowDown')).toBe(0);
  expect(nextEntry(3, -1, 'ArrowDown')).toBe(0);
  expect(nextEntry(3, -1, 'ArrowUp')).toBe(2);
  expect(nextEntry(0, -1, 'ArrowDown')).toBeUndefined();
});
