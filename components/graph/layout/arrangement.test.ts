import { describe, expect, test } from 'vitest';
import type { DrawnEdge, DrawnNode } from '../canvas/drawing';
import { rowsBelow, settle } from './arrangement';
import { columns, layers } from './columns';
import { type Point, placesFor, spread } from './placement';

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

describe('nodes that join a drawing', () => {
  const present = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 300, y: 0 }],
  ]);
  const joining = Array.from({ length: 60 }, (_, n) => ({ id: `n${n}`, neighbours: ['b'] }));

  test('stand round their neighbour, on nobody', () => {
    const places = placesFor(room, present, joining);
    expect(overlaps([...present.values(), ...places.values()])).toBe(0);
    for (const { x, y } of places.values()) expect(Math.hypot(x - 300, y)).toBeLessThan(800);
  });

  test('get the same places each time', () => {
    expect(placesFor(room, present, joining)).toEqual(placesFor(room, present, joining));
  });

  test('may follow a node that joins with them, or nobody', () => {
    const places = placesFor(room, new Map(), [
      { id: 'a', neighbours: [] },
      { id: 'b', neighbours: ['a'] },
    ]);
    expect(overlaps(places.values())).toBe(0);
  });
});

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

describe('columns', () => {
  const node = (id: string): DrawnNode => ({
    id,
    accountId: '1',
    region: 'x',
    resourceType: 'A::B::C',
    resourceId: id,
    label: id,
    degree: 1,
  });
  const edge = (source: string, target: string): DrawnEdge => ({ id: source + target, source, target, name: 'is in' });
  const sizes = { column: 300, row: 100 };

  test('lead from left to right', () => {
    const nodes = ['volume', 'instance', 'second', 'subnet', 'vpc', 'gateway'].map(node);
    const places = columns(
      {
        nodes,
        edges: [
          edge('volume', 'instance'),
          edge('instance', 'second'),
          edge('instance', 'subnet'),
          edge('instance', 'vpc'),
          edge('subnet', 'vpc'),
          edge('gateway', 'vpc'),
        ],
      },
      sizes,
    );
    const column = (id: string) => (places.get(id)?.x ?? Number.NaN) / sizes.column;
    expect(['volume', 'instance', 'subnet', 'vpc'].map(column)).toEqual([0, 1, 2, 3]);
    expect(column('gateway')).toBe(2);
    expect(overlaps(places.values())).toBe(0);
  });

  test('become layers of several rows where there are many', () => {
    const ids = Array.from({ length: 200 }, (_, n) => `n${n}`);
    const nodes = ['hub', ...ids].map(node);
    const places = layers({ nodes, edges: ids.map((id) => edge(id, 'hub')) }, room, 2);
    const hub = places.get('hub');
    expect(ids.every((id) => (places.get(id)?.y ?? 0) < (hub?.y ?? 0))).toBe(true);
    expect(overlaps(places.values())).toBe(0);
    const width = Math.max(...[...places.values()].map(({ x }) => x)) * 2;
    expect(width / (hub?.y ?? 1)).toBeGreaterThan(1.2);
    expect(width / (hub?.y ?? 1)).toBeLessThan(3);
  });

  test('can be made of relationships that run in a circle', () => {
    const places = columns(
      { nodes: [node('a'), node('b')], edges: [edge('a', 'b'), edge('b', 'a'), edge('a', 'a')] },
      sizes,
    );
    expect(overlaps(places.values())).toBe(0);
  });
});
