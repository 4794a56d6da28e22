import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Picture } from '../picture';
import { layoutMap } from './map-layout';
import { cardSize, gap } from './sizes';
import type { MapTree, TreeBox, TreeCard } from './tree';

const landscape = { proportion: 1.6 };

function box(id: string, parent?: string, more: Partial<TreeBox> = {}): TreeBox {
  return { id, kind: 'vpc', label: id, parent, count: 1, open: true, types: [], ...more };
}

function card(id: string, inBox: string, docksTo?: string): TreeCard {
  const identity = { accountId: '111122223333', region: 'eu-west-1', resourceType: 'AWS::EC2::Volume', resourceId: id };
  return { id, label: id, ...identity, box: inBox, ...(docksTo !== undefined && { docksTo }) };
}

/** Trees of open and folded boxes with cards, of which some ride on others; a box lies in one that comes before it. */
const trees = fc
  .record({
    boxes: fc.array(
      fc.record({
        parent: fc.nat(),
        open: fc.boolean(),
        kind: fc.constantFrom('vpc' as const, 'alike' as const, 'account' as const),
      }),
      { maxLength: 14 },
    ),
    cards: fc.array(fc.record({ box: fc.nat(), docksTo: fc.option(fc.nat(), { nil: undefined }) }), { maxLength: 60 }),
  })
  .map(({ boxes, cards }): MapTree => {
    const made: TreeBox[] = [];
    boxes.forEach(({ parent, open, kind }, at) => {
      const candidates = made.filter((each) => each.open);
      const chosen = parent % 3 === 0 ? undefined : candidates[parent % Math.max(1, candidates.length)];
      made.push(box(`b${at}`, chosen?.id, { open, kind }));
    });
    const open = made.filter((each) => each.open);
    const placed = open.length === 0 ? [] : cards;
    return {
      boxes: made,
      cards: placed.map((each, at) =>
        card(
          `c${at}`,
          open[each.box % open.length]?.id ?? '',
          each.docksTo === undefined ? undefined : `c${each.docksTo % placed.length}`,
        ),
      ),
    };
  });

interface Rectangle {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const overlap = (a: Rectangle, b: Rectangle) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const contains = (outer: Rectangle, inner: Rectangle) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 1e-6 &&
  inner.y + inner.height <= outer.y + outer.height + 1e-6;

/** Where each card and box stands in its box, as column and distance from the left. */
function columnsOf({ boxes, nodes }: Picture): Map<string, number> {
  const left = new Map(boxes.map(({ id, x }) => [id, x]));
  const alone = nodes.filter(({ docksTo }) => docksTo === undefined);
  return new Map(alone.map(({ id, parent, x }) => [id, x - (left.get(parent ?? '') ?? 0)]));
}

describe('the layout of the map', () => {
  test('keeps what is known of boxes and cards beside their places', () => {
    const marks = { change: 'changed', before: 3, dimmed: true, missing: true, index: 7 } as const;
    const facts = { ...marks, matching: 0, more: 2, changes: { added: 1, removed: 0, changed: 0 } };
    const { picture } = layoutMap(
      { boxes: [box('b', undefined, facts)], cards: [{ ...card('c', 'b'), ...marks }] },
      landscape,
    );
    expect(picture.boxes[0]).toMatchObject(facts);
    expect(picture.nodes[0]).toMatchObject(marks);
  });

  test('draws everything once, boxes that contain their own and never overlap', () => {
    fc.assert(
      fc.property(trees, fc.option(trees), fc.constantFrom(0.6, 1.6), (tree, earlier, proportion) => {
        const before = earlier ? layoutMap(earlier, { proportion }).memory : undefined;
        const { picture } = layoutMap(tree, { proportion, before });
        expect(picture.boxes.map(({ id }) => id).sort()).toEqual(tree.boxes.map(({ id }) => id).sort());
        expect(picture.nodes.map(({ id }) => id).sort()).toEqual(tree.cards.map(({ id }) => id).sort());
        const byId = new Map(picture.boxes.map((each) => [each.id, each]));
        const all = [...picture.boxes, ...picture.nodes];
        const drawn = new Set<string>();
        for (const each of all) {
          const parent = byId.get(each.parent ?? '');
          if (parent) expect(contains(parent, each), `${each.id} in ${parent.id}`).toBe(true);
          if (parent && byId.has(each.id)) expect(drawn.has(parent.id), 'outer before inner').toBe(true);
          drawn.add(each.id);
        }
        all.forEach((a, at) => {
          for (const b of all.slice(at + 1)) {
            if (a.parent === b.parent) expect(overlap(a, b), `${a.id} over ${b.id}`).toBe(false);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test('is the same for the same map', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(layoutMap(tree, landscape)).toEqual(layoutMap(structuredClone(tree), landscape));
      }),
      { numRuns: 15 },
    );
  });

  test('keeps the column and row of every card when siblings come or go', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }), fc.nat(), fc.boolean(), (count, which, comes) => {
        const cards = Array.from({ length: count }, (_, at) => card(`c${at}`, 'b'));
        const first = layoutMap({ boxes: [box('b')], cards }, landscape);
        const at = which % count;
        const next = comes ? cards.toSpliced(at, 0, card('new', 'b')) : cards.toSpliced(at, 1);
        const second = layoutMap({ boxes: [box('b')], cards: next }, { ...landscape, before: first.memory });
        const places = new Map(second.picture.nodes.map((node) => [node.id, [node.x, node.y]]));
        for (const node of first.picture.nodes) {
          if (places.has(node.id)) expect(places.get(node.id)).toEqual([node.x, node.y]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('keeps the place of every box before the one that is unfolded, and of every card in its box', () => {
    const tree = (unfolded: boolean): MapTree => {
      const boxes = [
        box('account', undefined, { kind: 'account' }),
        ...Array.from({ length: 9 }, (_, at) => box(`vpc${at}`, 'account', { open: at !== 4 || unfolded })),
      ];
      const inBox = ({ id, open }: TreeBox) =>
        open && id !== 'account' ? Array.from({ length: 5 }, (_, at) => card(`${id}-${at}`, id)) : [];
      return { boxes, cards: boxes.flatMap(inBox) };
    };
    const folded = layoutMap(tree(false), landscape);
    const unfolded = layoutMap(tree(true), { ...landscape, before: folded.memory });
    const before = new Map(folded.picture.boxes.map((each) => [each.id, each]));
    for (const { id, x, y } of unfolded.picture.boxes.slice(0, 6)) {
      expect([id, x, y]).toEqual([id, before.get(id)?.x, before.get(id)?.y]);
    }
    for (const [id, left] of columnsOf(folded.picture)) expect(columnsOf(unfolded.picture).get(id)).toBe(left);
  });

  test('puts what rides on a card right below it, the smaller the more there is', () => {
    const docked = (count: number) => {
      const riders = Array.from({ length: count }, (_, at) => card(`vol${at}`, 'b', 'i'));
      return layoutMap({ boxes: [box('b')], cards: [card('i', 'b'), ...riders] }, landscape).picture;
    };
    const [owner, first, second] = docked(2).nodes;
    expect(first?.y).toBeGreaterThanOrEqual((owner?.y ?? 0) + cardSize.height);
    expect((first?.y ?? 0) - (owner?.y ?? 0) - cardSize.height).toBeLessThan(gap.card);
    expect(second?.x).toBe(first?.x);
    for (const count of [2, 9, 40]) {
      const { nodes } = docked(count);
      const right = Math.max(...nodes.map(({ x, width }) => x + width));
      expect(right).toBeLessThanOrEqual((nodes[0]?.x ?? 0) + cardSize.width + 1e-6);
    }
    expect(docked(40).nodes[1]?.width).toBeLessThan(docked(2).nodes[1]?.width ?? 0);
  });
});
