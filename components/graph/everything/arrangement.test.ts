import { describe, expect, test } from 'vitest';
import { rowsBelow, settle } from './arrangement';
import { type Point, spread } from './placement';

const room = { x: 100, y: 80 };

function overlaps(places: Iterable<Point>): number {
  const points = [...places];
  let count = 0;
  points.forEach((a, first) => {
    for (const b of points.slice(first + 1)) {
      if (Math.abs(a.x - b.x) < room.x && Math.abs(a.y - b.y) < room.y) count += 1;
    }
  });
  return count;
}

describe('a dense graph', () => {
  test('is moved apart, the first staying where it is', () => {
    const heap = new Map(Array.from({ length: 500 }, (_, n): [string, Point] => [`n${n}`, { x: n % 3, y: 0 }]));
    const places = spread(room, heap);
    expect(places.get('n0')).toEqual({ x: 0, y: 0 });
    expect(overlaps(places.values())).toBe(0);
  });

  test('lies down in a wide canvas', () => {
    const standing = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 10, y: 500 }],
      ['c', { x: 90, y: 250 }],
    ]);
    const places = [...settle(standing, { room, proportion: 2, below: 0, dense: false, apart: true }).values()];
    const width = Math.max(...places.map(({ x }) => x)) - Math.min(...places.map(({ x }) => x));
    const height = Math.max(...places.map(({ y }) => y)) - Math.min(...places.map(({ y }) => y));
    expect(width).toBeGreaterThan(height);
  });
});

describe('what relates to nothing', () => {
  test('stands in rows below the rest', () => {
    const above = new Map([['a', { x: 0, y: 0 }]]);
    const places = rowsBelow(['x', 'y', 'z'], above, room);
    expect(overlaps([...above.values(), ...places.values()])).toBe(0);
    for (const { y } of places.values()) expect(y).toBeGreaterThan(room.y);
  });
});
