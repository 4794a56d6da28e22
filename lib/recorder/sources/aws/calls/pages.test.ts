import { expect, test } from 'vitest';
import { enrich, flattenPages, flattenTokenPages } from './pages';

async function* each<T>(...values: T[]) {
  yield* values;
}
async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

test('gives the resources of all pages, and minds none that is empty', async () => {
  const paginator = each<{ Volumes?: number[] }>({ Volumes: [1, 2] }, {}, { Volumes: [3] });
  expect(await all(flattenPages(paginator, ({ Volumes }) => Volumes))).toEqual([1, 2, 3]);
});

test('asks for page after page by the token of the one before', async () => {
  const asked: (string | undefined)[] = [];
  const pages = new Map([
    [undefined, { items: [1, 2], next: 'b' }],
    ['b', { items: undefined, next: 'c' }],
    ['c', { items: [3], next: '' }],
  ]);
  const call = async (token: string | undefined) => {
    asked.push(token);
    return pages.get(token) ?? { items: [], next: undefined };
  };
  const read = flattenTokenPages(
    call,
    ({ items }) => items,
    ({ next }) => next,
  );
  expect(await all(read)).toEqual([1, 2, 3]);
  expect(asked).toEqual([undefined, 'b', 'c']);
});

test('completes resources in their order, a few at a time, and leaves out what went away', async () => {
  let under = 0;
  let most = 0;
  const complete = async (value: number) => {
    under += 1;
    most = Math.max(most, under);
    // The first ones take longest.
    for (let turn = 0; turn < 20 - value; turn++) await Promise.resolve();
    under -= 1;
    return value === 3 ? undefined : value * 10;
  };
  expect(await all(enrich(each(1, 2, 3, 4, 5, 6), complete, 3))).toEqual([10, 20, 40, 50, 60]);
  expect(most).toBe(3);
});

test('fails when one of them fails, though others fail before their turn', async () => {
  const complete = async (value: number) => {
    if (value > 1) throw new Error(`no ${value}`);
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    return value;
  };
  await expect(all(enrich(each(1, 2, 3), complete, 3))).rejects.toThrow('no 2');
});
