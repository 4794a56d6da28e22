import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjacencyOf } from './adjacency';
import { Reach } from './reach';
import { ShortestPaths } from './shortest-paths';

const size = 12;
const arcs = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 30 });

function lists(pairs: readonly (readonly [number, number])[]) {
  return adjacencyOf(
    size,
    pairs.map(([from]) => from),
    pairs.map(([, to]) => to),
  );
}

/** Plain breadth-first search: the depth of each node that is reached. */
function plain(pairs: readonly (readonly [number, number])[], start: number, most: number): Map<number, number> {
  const depths = new Map([[start, 0]]);
  for (let depth = 1; depth <= most; depth++) {
    for (const [from, to] of pairs) if (depths.get(from) === depth - 1 && !depths.has(to)) depths.set(to, depth);
  }
  return depths;
}

test('what is reached, and how deep, is what a plain breadth-first search finds', () => {
  fc.assert(
    fc.property(
      arcs,
      arcs,
      fc.nat(size - 1),
      fc.nat(8),
      fc.integer({ min: 1, max: 9 }),
      (one, two, start, most, piece) => {
        const reach = new Reach(size, start, [lists(one), lists(two)], most);
        while (!reach.advance(piece)) expect(reach.nodes.length).toBeGreaterThan(0);
        const expected = plain([...one, ...two], start, most);
        expect(new Map(Array.from(reach.nodes, (node) => [node, reach.depthOf(node)]))).toEqual(expected);
        const depths = Array.from(reach.nodes, (node) => reach.depthOf(node) ?? -1);
        expect(depths).toEqual(depths.toSorted((a, b) => a - b));
        expect(reach.goesOn()).toBe(plain([...one, ...two], start, most + 1).size > expected.size);
        expect(reach.levels.map((level) => depths[level])).toEqual(reach.levels.map((_, depth) => depth));
      },
    ),
    { numRuns: 500 },
  );
});

test('paths are the shortest, all of them, and each step is an edge', () => {
  fc.assert(
    fc.property(arcs, fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 9 }), (pairs, from, to, piece) => {
      const both = pairs.flatMap(([a, b]): [number, number][] => [
        [a, b],
        [b, a],
      ]);
      const search = new ShortestPaths(size, from, to, [lists(both)]);
      while (!search.advance(piece)) expect(search.found(1)).toBeUndefined();
      const found = search.found(1000);
      const depths = plain(both, from, size);
      expect(found?.length).toBe(depths.get(to));
      if (!found) return;
      const edges = new Set(both.map(([a, b]) => `${a} ${b}`));
      for (const path of found.paths) {
        expect([path[0], path.at(-1), path.length]).toEqual([from, to, found.length + 1]);
        for (const [at, node] of path.slice(1).entries()) expect(edges).toContain(`${path[at]} ${node}`);
      }
      // As many as there are: counted level by level.
      const ways = new Map([[from, 1]]);
      for (const [node, depth] of [...depths].sort((a, b) => a[1] - b[1])) {
        if (depth === 0) continue;
        const before = [...depths].filter(([other, its]) => its === depth - 1 && edges.has(`${other} ${node}`));
        ways.set(
          node,
          before.reduce((sum, [other]) => sum + (ways.get(other) ?? 0), 0),
        );
      }
      expect(new Set(found.paths.map(String)).size).toBe(ways.get(to));
      expect(found.paths.length).toBe(ways.get(to));
    }),
    { numRuns: 500 },
  );
});

test('of many paths as many are given as asked for, and that there are more is told', () => {
  const pairs = Array.from({ length: size - 2 }, (_, n) => [0, n + 1]).concat(
    Array.from({ length: size - 2 }, (_, n) => [n + 1, size - 1]),
  ) as [number, number][];
  const search = new ShortestPaths(size, 0, size - 1, [
    lists(
      pairs.flatMap(
        ([a, b]) =>
          [
            [a, b],
            [b, a],
          ] as [number, number][],
      ),
    ),
  ]);
  while (!search.advance(3));
  expect(search.found(4)).toEqual({ length: 2, paths: [1, 2, 3, 4].map((n) => [0, n, 11]), more: true });
  expect(search.found(10)).toMatchObject({ more: false });
});

test('a path of ten thousands of steps is found', () => {
  const steps = 50_000;
  const from = Array.from({ length: steps }, (_, n) => n);
  const to = from.map((n) => n + 1);
  const chain = adjacencyOf(steps + 1, [...from, ...to], [...to, ...from]);
  const search = new ShortestPaths(steps + 1, 0, steps, [chain]);
  while (!search.advance(10_000));
  const found = search.found(20);
  expect(found).toMatchObject({ length: steps, more: false });
  expect(found?.paths).toEqual([Array.from({ length: steps + 1 }, (_, n) => n)]);
});
