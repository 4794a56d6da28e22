import { expect, test } from 'vitest';
import { TimeSlicer } from '../../index/time-slicer';
import { DerivedBuilder } from '../impact/derived-columns';
import { item, mapOf, snapshotMapOf, wholeMap } from './test-map';

const items = [
  item('VPC', 'vpc-1'),
  item('Instance', 'i-1', {
    in: [
      ['VPC', 'vpc-1', 'Is contained in Vpc'],
      ['Volume', 'vol-1', 'Is attached to Volume'],
    ],
  }),
  item('Instance', 'i-2', { in: [['VPC', 'vpc-1', 'Is contained in Vpc']] }),
  item('Volume', 'vol-1', { in: [['Instance', 'i-1', 'Is attached to Instance ']] }),
  item('AWS::S3::Bucket', 'bucket'),
];
const [second, bucket] = [2, 4];
const byName = (...relationships: string[]) => ({ types: [], search: '', relationships });

/** The second instance uses the bucket. */
async function derived() {
  const builder = new DerivedBuilder();
  builder.add(second, bucket, 'Uses', 'configuration.bucket');
  return builder.finish(items.length, new TimeSlicer());
}

test('a filter by relationships leaves both ends of those that are called so, recorded or derived', async () => {
  const view = await mapOf(items);
  const labels = async (...names: string[]) => {
    const { cards, totals } = await view({ filter: byName(...names), derived: await derived() });
    return { cards: cards.map(({ label }) => label), matching: totals.matching };
  };
  expect(await labels('Is attached to Instance')).toEqual({ cards: ['i-1', 'vol-1'], matching: 2 });
  expect(await labels('Is attached to Volume')).toEqual({ cards: ['i-1', 'vol-1'], matching: 2 });
  expect(await labels('Uses')).toEqual({ cards: ['i-2', 'bucket'], matching: 2 });
  expect(await labels('Is contained in Vpc', 'Uses')).toEqual({ cards: ['i-1', 'i-2', 'bucket'], matching: 4 });
  expect(await labels('Nobody says so')).toEqual({ cards: [], matching: 0 });
  const { cards } = await view({ filter: { ...byName('Is contained in Vpc'), types: ['AWS::EC2::Instance'] } });
  expect(cards.map(({ label }) => label)).toEqual(['i-1', 'i-2']);
});

test('what a filter dims stays where it is, and each box tells how many in it match', async () => {
  const view = await mapOf(items);
  const filter = { types: ['AWS::EC2::Volume'], search: '' };
  const [plain, dimmed] = [await view(), await view({ filter, unmatched: 'dim' })];
  expect(dimmed.boxes.map(({ id }) => id)).toEqual(plain.boxes.map(({ id }) => id));
  expect(dimmed.cards.map(({ id }) => id)).toEqual(plain.cards.map(({ id }) => id));
  expect(dimmed.totals).toMatchObject({ resources: 5, matching: 1 });
  expect(dimmed.cards.filter((card) => !card.dimmed).map(({ label }) => label)).toEqual(['vol-1']);
  expect(dimmed.boxes.map(({ label, count, matching, dimmed: its }) => [label, count, matching, its])).toEqual([
    ['111122223333', 5, 1, undefined],
    ['us-east-1', 5, 1, undefined],
    ['vpc-1', 3, 1, undefined],
    ['S3', 1, 0, true],
  ]);
  expect(plain.cards.some((card) => card.dimmed)).toBe(false);
  // A VPC that matches stands out though nothing in it does.
  const ofVpc = await view({ filter: { types: ['AWS::EC2::VPC'], search: '' }, unmatched: 'dim' });
  expect(ofVpc.boxes.find(({ label }) => label === 'vpc-1')).toMatchObject({ matching: 0 });
  expect(ofVpc.boxes.find(({ label }) => label === 'vpc-1')?.dimmed).toBeUndefined();
});

test('a fold of what is alike is dimmed where none of it matches', async () => {
  const groups = Array.from({ length: 20 }, (_, at) => item('SecurityGroup', `sg-${at}`, { tags: { At: String(at) } }));
  const map = await mapOf([item('VPC', 'vpc-1'), ...groups]);
  const open = ['service:111122223333/us-east-1/EC2'];
  const fold = async (tags: string[]) => {
    const { boxes } = await map({ filter: { types: [], search: '', tags }, unmatched: 'dim', limit: 10, open });
    const { matching, dimmed } = boxes.find(({ kind }) => kind === 'alike') ?? {};
    return { matching, dimmed };
  };
  expect(await fold(['At=3'])).toEqual({ matching: 1, dimmed: undefined });
  expect(await fold(['At=none'])).toEqual({ matching: 0, dimmed: true });
});

test('lines are those of all relationships, derived ones marked, and a filter leaves those of its names', async () => {
  const map = await snapshotMapOf(items);
  const read = await derived();
  const lines = async (request: Partial<Parameters<typeof map.lines>[0]>) => {
    const { edges, total } = await map.lines({ ...wholeMap, derived: read, ...request });
    const shortOf = (id: string) => id.slice(id.lastIndexOf('/') + 1);
    const told = edges.map((edge) =>
      [shortOf(edge.source), edge.name, shortOf(edge.target), edge.derived && 'derived', edge.dimmed && 'dimmed']
        .filter(Boolean)
        .join(' '),
    );
    return { told: told.sort(), total };
  };
  const [attached, first, other, uses] = [
    'vol-1 Is attached to Instance i-1',
    'i-1 Is contained in Vpc vpc-1',
    'i-2 Is contained in Vpc vpc-1',
    'i-2 Uses bucket derived',
  ];
  expect(await lines({})).toEqual({ told: [first, other, uses, attached], total: 4 });
  expect(await lines({ derived: undefined })).toEqual({ told: [first, other, attached], total: 3 });
  expect(await lines({ filter: byName('Uses') })).toEqual({ told: [uses], total: 1 });
  expect(await lines({ filter: byName('Is attached to Instance'), unmatched: 'dim' })).toEqual({
    told: [`${first} dimmed`, `${other} dimmed`, `${uses} dimmed`, attached],
    total: 4,
  });
  // The service of the bucket is folded: the line leads to its box, and is still one that was derived.
  const s3 = 'service:111122223333/us-east-1/S3';
  expect((await lines({ closed: [s3] })).told).toContain('i-2 Uses S3 derived');
  expect((await lines({ closed: [s3], filter: byName('Is contained in Vpc'), unmatched: 'dim' })).told).toContain(
    'i-2 Uses S3 derived dimmed',
  );
});
