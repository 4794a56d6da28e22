import { expect, test } from 'vitest';
import { dateBounds } from './dates';

const day = Date.parse('2026-03-04T00:00:00Z');

test('reads a day, or a moment of it, as milliseconds', () => {
  const bounds = (value: string) => dateBounds(['configuration', 'createdTime'], [['>=', value]]);
  expect(bounds('2026-03-04')).toEqual([['>=', day]]);
  expect(bounds('2026-03-04T00:00:01Z')).toEqual([['>=', day + 1_000]]);
  expect(bounds('2026-03-04T01:00:00.5+01:00')).toEqual([['>=', day + 500]]);
  for (const none of ['', 'yesterday', '2026', '2026-03-04 10:00', '2026-13-01']) expect(bounds(none)).toBeUndefined();
});

test('knows dates by their names: those that AWS publishes as dates', () => {
  const isDate = (name: string) => dateBounds(['configuration', name], [['=', '2026-03-04']]) !== undefined;
  const dates =
    'creationTimestamp clusterCreateTime createDate CreatedAt notAfter validTo lastModified ValidUntil date';
  for (const name of dates.split(' ')) expect(isDate(name), name).toBe(true);
  for (const name of 'size format cidrBlock timezone updatePolicy candidate latency'.split(' ')) {
    expect(isDate(name), name).toBe(false);
  }
});

test('compares with numbers only where all bounds are dates', () => {
  const path = ['configuration', 'createdTime'] as const;
  expect(
    dateBounds(path, [
      ['>=', '2026-03-04'],
      ['<=', 'z'],
    ]),
  ).toBeUndefined();
  expect(dateBounds(path, [['>=', 5]])).toBeUndefined();
});
