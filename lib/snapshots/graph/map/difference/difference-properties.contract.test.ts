import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareIndexes } from '../../../compare/compare-indexes';
import { indexOfPlain } from '../../../index/test-index';
import type { MapPart, MapRequest } from '../map-request';
import { snapshotMapOf, wholeMap } from '../test-map';
import { grouping, keyOf, resources } from '../test-resources';
import { type MapDifference, viewDifference } from './view-difference';

/** The map of the difference of two lists of items. */
async function differenceOf(earlier: readonly unknown[], later: readonly unknown[]) {
  const comparison = await compareIndexes(await indexOfPlain(earlier), await indexOfPlain(later));
  const sides = { before: await snapshotMapOf(earlier), after: await snapshotMapOf(later) };
  return (request: Partial<MapRequest>): Promise<MapDifference> =>
    viewDifference(sides, comparison, { ...wholeMap, ...request });
}

/** Two snapshots of which some resources are in both, and some of those differ in a tag. */
const twoSnapshots = fc
  .record({
    items: resources,
    fates: fc.infiniteStream(fc.constantFrom('same', 'same', 'changed', 'added', 'removed')),
  })
  .map(({ items, fates }) => {
    const fated = items.map((item) => ({ item, fate: fates.next().value ?? 'same' }));
    return {
      earlier: fated.flatMap(({ item, fate }) => (fate === 'added' ? [] : [item])),
      later: fated.flatMap(({ item, fate }) => {
        if (fate === 'removed') return [];
        return [fate === 'changed' ? { ...item, tags: { ...item.tags, differs: 'yes' } } : item];
      }),
      changes: new Map(fated.flatMap(({ item, fate }) => (fate === 'same' ? [] : [[keyOf(item), fate] as const]))),
    };
  });

const kinds = ['added', 'removed', 'changed'] as const;

function childrenOf({ boxes, cards }: MapPart, id: string | undefined): string[] {
  const inner = boxes.filter(({ parent }) => parent === id).map((box) => box.id);
  return [...inner, ...cards.filter(({ box }) => box === id).map((card) => card.id)];
}

test('every resource that differs is marked once, and counts in all boxes around it', async () => {
  await fc.assert(
    fc.asyncProperty(twoSnapshots, grouping, async ({ earlier, later, changes }, group) => {
      const map = await (await differenceOf(earlier, later))({ group, limit: 2000 });
      const things = [...map.boxes, ...map.cards];
      expect(new Set(things.map(({ id }) => id)).size).toBe(things.length);
      const marked = things.flatMap(({ id, change }) => (change === undefined ? [] : [[id, change] as const]));
      expect(new Map(marked)).toEqual(changes);
      for (const kind of kinds) {
        const expected = [...changes.values()].filter((change) => change === kind).length;
        expect(map.changes[kind]).toBe(expected);
        for (const box of map.boxes.filter(({ open }) => open)) {
          const inner = map.boxes.filter(({ parent }) => parent === box.id);
          const direct = [...inner, ...map.cards.filter((card) => card.box === box.id)];
          const within = inner.reduce((sum, { changes: its }) => sum + (its?.[kind] ?? 0), 0);
          expect(box.changes?.[kind] ?? 0).toBe(within + direct.filter(({ change }) => change === kind).length);
        }
      }
      for (const { change, before, id } of things) {
        if (change === 'added') expect(before).toBeUndefined();
        if (change === 'changed' || change === 'removed') expect(earlier.map(keyOf)[before ?? -1]).toBe(id);
      }
    }),
    { numRuns: 150 },
  );
});

test('what is shown is there once, in open boxes, and boxes in which nothing differs are closed', async () => {
  await fc.assert(
    fc.asyncProperty(twoSnapshots, grouping, fc.integer({ min: 10, max: 60 }), async (two, group, limit) => {
      const map = await (await differenceOf(two.earlier, two.later))({ group, limit });
      const known = new Map<string, boolean>();
      for (const { id, parent, open, change, changes } of map.boxes) {
        if (parent !== undefined) expect(known.get(parent)).toBe(true);
        expect(known.has(id)).toBe(false);
        known.set(id, open);
        if (open) expect(change === 'removed' || kinds.some((kind) => (changes?.[kind] ?? 0) > 0)).toBe(true);
      }
      for (const { id, box } of map.cards) {
        expect(known.get(box)).toBe(true);
        expect(known.has(id)).toBe(false);
        known.set(id, false);
      }
    }),
    { numRuns: 150 },
  );
});

test('opening or closing a box changes what is in no other', async () => {
  await fc.assert(
    fc.asyncProperty(twoSnapshots, grouping, fc.nat(), async (two, group, pick) => {
      const view = await differenceOf(two.earlier, two.later);
      const before = await view({ group, limit: 10 });
      const box = before.boxes[pick % Math.max(1, before.boxes.length)];
      if (!box) return;
      const after = await view({ group, limit: 10, [box.open ? 'closed' : 'open']: [box.id] });
      const isWithin = (inner: string | undefined): boolean =>
        inner !== undefined && (inner === box.id || isWithin(before.boxes.find(({ id }) => id === inner)?.parent));
      for (const other of [undefined, ...before.boxes.map(({ id }) => id)]) {
        if (!isWithin(other)) expect(childrenOf(after, other)).toEqual(childrenOf(before, other));
      }
      if (box.open) expect(childrenOf(after, box.id)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
