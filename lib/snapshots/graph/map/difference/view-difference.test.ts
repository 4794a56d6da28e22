import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareIndexes } from '../../../compare/compare-indexes';
import { indexOfPlain } from '../../../index/test-index';
import type { MapRequest } from '../map-request';
import { item, snapshotMapOf, wholeMap } from '../test-map';
import { type MapDifference, viewDifference } from './view-difference';

type Item = ReturnType<typeof item>;

async function difference(before: Item[], after: Item[], request: Partial<MapRequest> = {}): Promise<MapDifference> {
  const comparison = await compareIndexes(await indexOfPlain(before), await indexOfPlain(after));
  const sides = { before: await snapshotMapOf(before), after: await snapshotMapOf(after) };
  return viewDifference(sides, comparison, { ...wholeMap, ...request });
}

const vpc = item('VPC', 'vpc-1');
const subnet = (id: string) => item('Subnet', id, { in: [['VPC', 'vpc-1']] });
const instance = (id: string, inSubnet: string, size = 'small') => ({
  ...item('Instance', id, {
    in: [
      ['Subnet', inSubnet],
      ['VPC', 'vpc-1'],
    ],
  }),
  configuration: { instanceType: size },
});
const volume = (id: string, on: string) => item('Volume', id, { in: [['Instance', on, 'Is attached to Instance']] });

const card = ({ cards }: MapDifference, id: string) => cards.find(({ resourceId }) => resourceId === id);
const box = ({ boxes }: MapDifference, label: string) => boxes.find((one) => one.label === label);

describe('the map of a difference', () => {
  const calm = [subnet('subnet-2'), ...['i-7', 'i-8', 'i-9'].map((id) => instance(id, 'subnet-2'))];
  const before = [
    ...[vpc, subnet('subnet-1'), ...calm, subnet('subnet-gone')],
    ...[instance('i-1', 'subnet-1'), instance('i-2', 'subnet-1'), instance('i-3', 'subnet-1'), volume('vol-2', 'i-2')],
  ];
  const after = [
    ...[vpc, subnet('subnet-1'), ...calm],
    ...[instance('i-1', 'subnet-1', 'large'), instance('i-3', 'subnet-1'), instance('i-4', 'subnet-1')],
  ];

  test('opens the boxes in which something differs, and tells of each box how much does', async () => {
    const map = await difference(before, after);
    expect(map.changes).toEqual({ added: 1, removed: 3, changed: 1, unchanged: 7 });
    expect(box(map, 'subnet-1')).toMatchObject({ open: true, changes: { added: 1, removed: 2, changed: 1 } });
    expect(box(map, 'vpc-1')).toMatchObject({ open: true, changes: { added: 1, removed: 3, changed: 1 } });
    expect(box(map, 'subnet-2')).toMatchObject({ open: false, count: 3 });
    expect(box(map, 'subnet-2')).not.toHaveProperty('changes');
  });

  test('marks what came, went and changed, with its place in the earlier document', async () => {
    const map = await difference(before, after);
    expect(card(map, 'i-1')).toMatchObject({ change: 'changed', index: 6, before: 7 });
    expect(card(map, 'i-4')).toMatchObject({ change: 'added', index: 8 });
    expect(card(map, 'i-3')).not.toHaveProperty('change');
    expect(card(map, 'i-2')).toMatchObject({ change: 'removed', before: 8, box: box(map, 'subnet-1')?.id });
    expect(card(map, 'i-2')).not.toHaveProperty('index');
    expect(card(map, 'vol-2')).toMatchObject({ change: 'removed', docksTo: card(map, 'i-2')?.id });
  });

  test('shows a box that went, though it was empty, and one that came', async () => {
    const gone = box(await difference(before, after), 'subnet-gone');
    expect(gone).toMatchObject({
      change: 'removed',
      count: 0,
      before: 6,
      parent: box(await difference(before, after), 'vpc-1')?.id,
    });
    const back = box(await difference(after, before), 'subnet-gone');
    expect(back).toMatchObject({ change: 'added', index: 6 });
  });

  test('shows what was removed where that is asked for, in however many boxes and folds it was', async () => {
    const many = Array.from({ length: 800 }, (_, n) => instance(`many-${n}`, 'subnet-1'));
    const inGone = [subnet('subnet-far'), ...Array.from({ length: 60 }, (_, n) => instance(`far-${n}`, 'subnet-far'))];
    const shown = async (id: string, later = before) => {
      const show = [`111122223333/us-east-1/aws::ec2::instance/${id}`];
      const map = await difference([...before, ...many, ...inGone], later, { show, limit: 20 });
      const found = card(map, id);
      return { found, around: map.boxes.find((one) => one.id === found?.box), map };
    };
    // Beside others that are still there, in the fold of all of them.
    const beside = await shown('many-777');
    expect(beside.found).toMatchObject({ change: 'removed', before: before.length + 777 });
    expect(beside.around).toMatchObject({ kind: 'alike', open: true });
    // In a subnet that went with it.
    const far = await shown('far-59');
    expect(far.found).toMatchObject({ change: 'removed' });
    const gone = box(far.map, 'subnet-far');
    expect(gone).toMatchObject({ change: 'removed', open: true, parent: box(far.map, 'vpc-1')?.id });
    expect(far.map.cards.filter(({ label }) => label.startsWith('far-')).length).toBeLessThan(60);
    // Nothing at all is left around it.
    const alone = await shown('far-7', [item('AWS::S3::Bucket', 'bucket')]);
    expect(alone.found).toMatchObject({ change: 'removed' });
  });

  test('of what was removed by the hundred tells the count', async () => {
    const many = Array.from({ length: 800 }, (_, n) => instance(`many-${n}`, 'subnet-1'));
    const map = await difference([...before, ...many], before);
    const fold = map.boxes.find(({ kind }) => kind === 'alike');
    expect(fold).toMatchObject({ open: false, count: 0, changes: { removed: 800 } });
    expect(map.cards.length).toBeLessThan(200);
  });

  test('of hundreds that were removed beside as many that are still there shows a page where the reader opens them', async () => {
    const many = (from: number) => Array.from({ length: 800 }, (_, n) => instance(`many-${from + n}`, 'subnet-1'));
    const map = await difference([...before, ...many(0), ...many(800)], [...before, ...many(0)]);
    const fold = map.boxes.find(({ kind }) => kind === 'alike');
    expect(fold).toMatchObject({ open: false, changes: { removed: 800 } });
    const opened = await difference([...before, ...many(0), ...many(800)], [...before, ...many(0)], {
      open: [fold?.id ?? ''],
    });
    expect(opened.cards.filter(({ change }) => change === 'removed')).toHaveLength(100);
  });

  test('among hundreds that are unchanged shows the one that is not', async () => {
    const many = Array.from({ length: 800 }, (_, n) => instance(`many-${n}`, 'subnet-1'));
    const map = await difference([...many, ...before], [...many, ...before.slice(0, -3), ...before.slice(-2)]);
    expect(card(map, 'i-2')).toMatchObject({ change: 'removed' });
    expect(map.cards.length).toBeLessThan(50);
  });

  test('shows what was removed and is still referred to once: a box where it is, all else where it was', async () => {
    const map = await difference([vpc, instance('i-1', 'subnet-1')], [instance('i-2', 'subnet-1')]);
    expect(map.boxes.filter(({ label }) => label === 'vpc-1')).toMatchObject([
      { change: 'removed', missing: true, before: 0, changes: { added: 1, removed: 1, changed: 0 } },
    ]);
    const inSubnet = [vpc, subnet('subnet-1'), instance('i-1', 'subnet-1'), volume('vol-1', 'i-1')];
    const gone = await difference(inSubnet, [vpc, subnet('subnet-1'), volume('vol-1', 'i-1')]);
    expect(gone.cards.filter(({ resourceId }) => resourceId === 'i-1')).toMatchObject([
      { change: 'removed', before: 2, box: box(gone, 'subnet-1')?.id },
    ]);
    expect(card(gone, 'i-1')).not.toHaveProperty('missing');
    const withCard = [
      vpc,
      subnet('subnet-1'),
      item('NetworkInterface', 'eni-1', {
        in: [
          ['Subnet', 'subnet-1'],
          ['Instance', 'i-1', 'Is attached to Instance'],
        ],
      }),
    ];
    const left = await difference([...withCard, instance('i-1', 'subnet-1')], withCard);
    expect(card(left, 'eni-1')?.docksTo).toBe(card(left, 'i-1')?.id);
  });

  test('opens and closes what the reader asks for', async () => {
    const first = await difference(before, after);
    const [calmId = '', busyId = ''] = [box(first, 'subnet-2')?.id, box(first, 'subnet-1')?.id];
    const map = await difference(before, after, { open: [calmId], closed: [busyId] });
    expect(card(map, 'i-7')).toBeDefined();
    expect(card(map, 'i-1')).toBeUndefined();
    expect(box(map, 'subnet-1')).toMatchObject({ open: false, changes: { added: 1, removed: 2, changed: 1 } });
  });
});

test('counts agree with the comparison, and everything stands in a box that is open', async () => {
  const resource = fc.record({
    id: fc.integer({ min: 0, max: 60 }),
    place: fc.integer({ min: 0, max: 3 }),
    size: fc.constantFrom('small', 'large'),
    kind: fc.constantFrom('Instance', 'AWS::S3::Bucket', 'AWS::SQS::Queue'),
  });
  const snapshot = fc.uniqueArray(resource, { selector: ({ id, kind }) => `${id} ${kind}`, maxLength: 60 });
  const itemsOf = (resources: { id: number; place: number; size: string; kind: string }[]) => [
    ...[vpc, subnet('subnet-0'), subnet('subnet-1')],
    ...resources.map(({ id, place, size, kind }) => ({
      ...item(kind, `r-${id}`, place < 2 ? { in: [['Subnet', `subnet-${place}`]] } : {}),
      configuration: { size },
    })),
  ];
  await fc.assert(
    fc.asyncProperty(snapshot, snapshot, fc.integer({ min: 10, max: 60 }), async (before, after, limit) => {
      const map = await difference(itemsOf(before), itemsOf(after), { limit });
      const outermost = map.boxes.filter(({ parent }) => parent === undefined);
      for (const change of ['added', 'removed', 'changed'] as const) {
        const counted = outermost.map(({ changes }) => changes?.[change] ?? 0);
        expect(counted.reduce((sum, each) => sum + each, 0)).toBe(map.changes[change]);
      }
      const boxes = new Map(map.boxes.map((each) => [each.id, each]));
      expect(boxes.size).toBe(map.boxes.length);
      for (const { parent } of map.boxes) if (parent !== undefined) expect(boxes.get(parent)?.open).toBe(true);
      for (const { box: around } of map.cards) expect(boxes.get(around)?.open).toBe(true);
      expect(new Set(map.cards.map(({ id }) => id)).size).toBe(map.cards.length);
    }),
    { numRuns: 12 },
  );
});

test('of boxes that were removed by the hundred shows a page, and a page more where the reader asks for it', async () => {
  const tagged = Array.from({ length: 300 }, (_, n) => ({
    ...item('Instance', `i-${n}`),
    tags: { Team: `team-${String(n).padStart(3, '0')}` },
  }));
  const byTag = await difference([...tagged, vpc], [vpc], { group: 'tag:Team' });
  expect(byTag.changes.removed).toBe(300);
  expect(byTag.boxes.filter(({ changes }) => changes?.removed === 1)).toHaveLength(50);

  const subnets = Array.from({ length: 300 }, (_, n) => subnet(`subnet-${String(n).padStart(3, '0')}`));
  const map = await difference([vpc, ...subnets], [vpc]);
  const removed = ({ boxes }: MapDifference) => boxes.filter(({ change }) => change === 'removed').length;
  expect(removed(map)).toBe(50);
  expect(box(map, 'vpc-1')).toMatchObject({ more: 250, changes: { removed: 300 } });
  const more = await difference([vpc, ...subnets], [vpc], { more: [box(map, 'vpc-1')?.id ?? ''] });
  expect(removed(more)).toBe(100);
  expect(box(more, 'vpc-1')).toMatchObject({ more: 200 });
});

test('of many boxes that were removed opens so many that about as many cards are shown as are legible', async () => {
  const tagged = Array.from({ length: 40 * 6 }, (_, n) => ({
    ...item('Instance', `i-${n}`),
    tags: { Team: `team-${Math.floor(n / 6)}` },
  }));
  const map = await difference([...tagged, vpc], [vpc], { group: 'tag:Team', limit: 60 });
  expect(map.boxes.filter(({ changes }) => changes?.removed === 6)).toHaveLength(40);
  expect(map.cards.length).toBeLessThan(100);
});
