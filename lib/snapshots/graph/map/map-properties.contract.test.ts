import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MapPart } from './map-request';
import { mapOf, snapshotMapOf, wholeMap } from './test-map';
import { grouping, keyOf, resources } from './test-resources';
import type { MapBox } from './view/map-parts';

const all = { limit: 2000 };

/** What lies in a box of a view, in order; of the whole for none. */
function childrenOf({ boxes, cards }: MapPart, id: string | undefined): string[] {
  const inner = boxes.filter(({ parent }) => parent === id).map((box) => box.id);
  return [...inner, ...cards.filter(({ box }) => box === id).map((card) => card.id)];
}

/** Whether `inner` is `outer` or lies in it. */
function isWithin({ boxes }: MapPart, inner: string | undefined, outer: string): boolean {
  if (inner === outer) return true;
  const box = boxes.find(({ id }) => id === inner);
  return box?.parent !== undefined && isWithin({ boxes } as MapPart, box.parent, outer);
}

const withoutPlaces = ({ boxes, cards }: MapPart) => ({
  boxes: boxes.map(({ index, ...box }) => ({ ...box, isThere: index !== undefined })),
  cards: cards.map(({ index, ...card }) => ({ ...card, isThere: index !== undefined })),
});

test('every resource is on the map once, as a card or a box, and counts in all boxes around it', async () => {
  await fc.assert(
    fc.asyncProperty(resources, grouping, async (items, group) => {
      const map = await (await mapOf(items))({ group, ...all });
      const shown = [...map.boxes, ...map.cards].filter(({ index }) => index !== undefined).map(({ id }) => id);
      expect(shown.sort()).toEqual(items.map(keyOf).sort());
      expect(map.shown.resources).toBe(items.length);
      expect(map.totals.resources).toBe(items.length);
      const outermost = map.boxes.filter(({ parent }) => parent === undefined);
      expect(outermost.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
      for (const box of map.boxes) {
        const inner = map.boxes.filter(({ parent }) => parent === box.id);
        const cards = map.cards.filter((card) => card.box === box.id);
        const within = (isThere: boolean, count: (one: MapBox) => number) =>
          inner.reduce((sum, one) => sum + count(one), 0) +
          [...inner, ...cards].filter(
            ({ resourceType, index }) => resourceType !== undefined && isThere === (index !== undefined),
          ).length;
        expect(box.count).toBe(within(true, (one) => one.count));
        expect(box.missingCount).toBe(within(false, (one) => one.missingCount));
        expect(box.types.reduce((sum, { count }) => sum + count, 0)).toBe(box.count);
      }
    }),
    { numRuns: 150 },
  );
});

test('what is shown lies in open boxes, outer ones before inner ones, and rides on a card beside it', async () => {
  await fc.assert(
    fc.asyncProperty(resources, grouping, fc.integer({ min: 10, max: 60 }), async (items, group, limit) => {
      const map = await (await mapOf(items))({ group, limit });
      const known = new Map<string, MapBox>();
      for (const box of map.boxes) {
        if (box.parent !== undefined) expect(known.get(box.parent)?.open).toBe(true);
        expect(known.has(box.id)).toBe(false);
        known.set(box.id, box);
      }
      const cards = new Map(map.cards.map((card) => [card.id, card]));
      expect(cards.size).toBe(map.cards.length);
      for (const card of map.cards) {
        expect(known.get(card.box)?.open).toBe(true);
        if (card.docksTo === undefined) continue;
        expect(cards.get(card.docksTo)?.box).toBe(card.box);
        expect(cards.get(card.docksTo)?.docksTo).toBeUndefined();
      }
    }),
    { numRuns: 150 },
  );
});

test('opening or closing a box changes what is in no other, and closing what was opened leads back', async () => {
  await fc.assert(
    fc.asyncProperty(resources, grouping, fc.nat(), async (items, group, pick) => {
      const view = await mapOf(items);
      const before = await view({ group, limit: 10 });
      const box = before.boxes[pick % Math.max(1, before.boxes.length)];
      if (!box) return;
      const after = await view({ group, limit: 10, [box.open ? 'closed' : 'open']: [box.id] });
      expect(after.boxes.find(({ id }) => id === box.id)?.open).toBe(!box.open);
      for (const other of [undefined, ...before.boxes.map(({ id }) => id)]) {
        if (isWithin(before, other, box.id)) continue;
        expect(childrenOf(after, other)).toEqual(childrenOf(before, other));
      }
      if (box.open) expect(childrenOf(after, box.id)).toEqual([]);
      else expect(await view({ group, limit: 10, open: [box.id], closed: [box.id] })).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

test('the picture does not depend on the order of the items in the file', async () => {
  const shuffled = resources.chain((items) =>
    fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, grouping, fc.integer({ min: 10, max: 60 }), async ([items, other], group, limit) => {
      const [one, two] = [await mapOf(items), await mapOf(other)];
      expect(withoutPlaces(await two({ group, limit }))).toEqual(withoutPlaces(await one({ group, limit })));
    }),
    { numRuns: 150 },
  );
});

/** Pairs of ids, each of two that differ, whatever their order. */
const pairsOf = (edges: readonly { source: string; target: string }[]) =>
  new Set(
    edges.filter(({ source, target }) => source !== target).map(({ source, target }) => `${[source, target].sort()}`),
  );

test('all that relates two resources is a line between what shows them, or within one thing that does', async () => {
  await fc.assert(
    fc.asyncProperty(resources, grouping, fc.integer({ min: 10, max: 60 }), async (items, group, limit) => {
      const map = await snapshotMapOf(items);
      const whole = await map.lines({ ...wholeMap, ...all, group });
      const pairs = pairsOf(whole.edges);
      expect(pairs.size).toBe(whole.total);

      const part = await map.view({ ...wholeMap, group, limit });
      const { edges, total } = await map.lines({ ...wholeMap, group, limit });
      expect(total).toBe(whole.total);
      const shown = new Set([...part.boxes, ...part.cards].map(({ id }) => id));
      const ids = [...pairs].flatMap((pair) => pair.split(','));
      const paths = await map.paths(group, new Set(ids));
      const thingOf = (id = '') => paths.get(id)?.findLast((step) => shown.has(step));
      const expected = new Map<string, number>();
      for (const pair of pairs) {
        const ends = pair.split(',').map(thingOf);
        if (ends[0] === ends[1]) continue;
        expected.set(`${ends.sort()}`, (expected.get(`${ends}`) ?? 0) + 1);
      }
      const counted = new Map<string, number>();
      const plain = edges.filter(({ count, source, target }) => count === undefined && source !== target);
      for (const name of pairsOf(plain)) counted.set(name, 1);
      for (const { source, target, count } of edges) {
        const name = `${[source, target].sort()}`;
        if (count !== undefined) counted.set(name, (counted.get(name) ?? 0) + count);
      }
      expect(counted).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

test('what is found is what holds the text', async () => {
  const text = fc.constantFrom('1', 'SG-', 'vol-2', 'gone', 'a', 'i-', 't');
  await fc.assert(
    fc.asyncProperty(resources, text, fc.integer({ min: 1, max: 9 }), async (items, wanted, limit) => {
      const map = await snapshotMapOf(items);
      const { cards, boxes } = await map.view({ ...wholeMap, ...all });
      const holds = (one: string) => one.toLowerCase().includes(wanted.toLowerCase());
      const absent = [...cards, ...boxes].filter(
        ({ missing, id }) => missing && holds(id.slice(id.lastIndexOf('/') + 1)),
      );
      const present = items.filter(({ resourceId, tags: its }) => [resourceId, ...Object.values(its)].some(holds));
      const ids = new Set([...present.map(keyOf), ...absent.map(({ id }) => id)]);
      const { matches, total } = await map.find({ group: 'network', text: wanted, limit: 2000 });
      expect(new Set(matches.map(({ id }) => id))).toEqual(ids);
      expect(total).toBe(ids.size);
      const few = await map.find({ group: 'network', text: wanted, limit });
      expect(few).toEqual({ matches: matches.slice(0, limit), total });
    }),
    { numRuns: 150 },
  );
});

test('a filter shows all that matches it, once', async () => {
  const type = fc.constantFrom('AWS::EC2::Subnet', 'AWS::EC2::VPC', 'AWS::EC2::Volume', 'AWS::S3::Bucket');
  await fc.assert(
    fc.asyncProperty(resources, type, grouping, async (items, wanted, group) => {
      const view = await mapOf(items);
      const { boxes, cards, totals } = await view({ group, ...all, filter: { types: [wanted], search: '' } });
      const shown = [...boxes, ...cards].filter(
        ({ index, resourceType }) => index !== undefined && resourceType === wanted,
      );
      const matching = items.filter(({ resourceType }) => resourceType === wanted).map(keyOf);
      expect(shown.map(({ id }) => id).sort()).toEqual(matching.sort());
      expect(totals.matching).toBe(matching.length);
    }),
    { numRuns: 100 },
  );
});
