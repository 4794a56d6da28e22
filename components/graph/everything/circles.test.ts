import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GraphView } from '@/lib/api/contract/graph';
import { circlesPicture, ringPoints } from './circles';

const node = (id: string, resourceType: string, degree = 0): GraphView['nodes'][number] => ({
  ...{ id, accountId: '1', region: 'x', resourceType, resourceId: id, label: id, degree },
});

const apart = (a: { x: number; y: number; width: number; height: number }, b: typeof a) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

test('points in rings are a whole step apart, one way or the other', () => {
  const points = ringPoints(120);
  expect(points).toHaveLength(120);
  points.forEach((a, at) => {
    for (const b of points.slice(at + 1)) {
      expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThan(0.999);
    }
  });
  expect(ringPoints(0)).toEqual([]);
});

test('nothing stands on anything, and each resource in the box of its type', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 5 }), (counts) => {
      const nodes = counts.flatMap((count, type) =>
        Array.from({ length: count }, (_, at) => node(`${type}/${at}`, `AWS::EC2::T${type}`)),
      );
      const picture = circlesPicture({ nodes, edges: [] }, 1.6);
      expect(picture.nodes).toHaveLength(nodes.length);
      picture.boxes.forEach((a, at) => {
        for (const b of picture.boxes.slice(at + 1)) expect(apart(a, b)).toBe(true);
        const inside = picture.nodes.filter(({ parent }) => parent === a.id);
        expect(inside).toHaveLength(a.count);
        inside.forEach((one, place) => {
          expect(one.x >= a.x && one.x + one.width <= a.x + a.width).toBe(true);
          expect(one.y >= a.y && one.y + one.height <= a.y + a.height).toBe(true);
          for (const other of inside.slice(place + 1)) if (!apart(one, other)) expect([one, other]).toEqual([]);
        });
      });
    }),
    { numRuns: 12 },
  );
});

test('the largest type comes first, with the best connected in its middle', () => {
  const nodes = [node('v', 'AWS::EC2::Volume'), node('a', 'AWS::EC2::Instance', 1), node('b', 'aws::ec2::instance', 7)];
  const { boxes, nodes: drawn } = circlesPicture({ nodes, edges: [] }, 1.6);
  expect(boxes.map(({ label, count }) => [label, count])).toEqual([
    ['EC2 Instance', 2],
    ['EC2 Volume', 1],
  ]);
  expect(drawn.map(({ id }) => id)).toEqual(['b', 'a', 'v']);
});
