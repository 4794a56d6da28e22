import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Edges } from './edges';

const volume = (resourceId: string) => ({ resourceType: 'AWS::EC2::Volume', resourceId });
const instance = (resourceId: string) => ({ resourceType: 'AWS::EC2::Instance', resourceId });

test('shows an edge at both ends, once, however often and from whichever end it was told', () => {
  const edges = new Edges();
  edges.add(volume('vol-1'), instance('i-1'));
  edges.add(instance('i-1'), volume('vol-1'));
  edges.add(instance('i-1'), volume('vol-0'));
  expect(edges.of(volume('vol-1'))).toEqual([instance('i-1')]);
  expect(edges.of(instance('i-1'))).toEqual([volume('vol-0'), volume('vol-1')]);
  expect(edges.of(volume('i-1'))).toEqual([]);
});

test('holds what a plain table of neighbours would hold', () => {
  const end = fc.nat(60).map((number) => volume(String(number)));
  fc.assert(
    fc.property(fc.array(fc.tuple(end, end), { maxLength: 800, size: 'max' }), (pairs) => {
      const edges = new Edges();
      const table = new Map<string, Set<string>>();
      for (const [one, other] of pairs) {
        edges.add(one, other);
        for (const [a, b] of [
          [one, other],
          [other, one],
        ] as const) {
          table.set(a.resourceId, (table.get(a.resourceId) ?? new Set()).add(b.resourceId));
        }
      }
      for (let number = 0; number <= 60; number++) {
        const ids = edges.of(volume(String(number))).map(({ resourceId }) => resourceId);
        expect(ids).toEqual([...(table.get(String(number)) ?? [])].sort());
      }
    }),
    { numRuns: 20 },
  );
});
