import { expect, test } from 'vitest';
import { nameTag, tagsOf } from './tags';

test("reads tags in every spelling of AWS's services", () => {
  const tags = { Name: 'web', empty: '' };
  expect(tagsOf([{ Key: 'Name', Value: 'web' }, { Key: 'empty' }])).toEqual(tags);
  expect(tagsOf([{ key: 'Name', value: 'web' }, { key: 'empty' }])).toEqual(tags);
  expect(
    tagsOf([
      { TagKey: 'Name', TagValue: 'web' },
      { TagKey: 'empty', TagValue: '' },
    ]),
  ).toEqual(tags);
  expect(tagsOf(tags)).toEqual(tags);
  expect(tagsOf(undefined)).toEqual({});
});

test('takes __proto__ for a key like others', () => {
  expect(JSON.stringify(tagsOf([{ Key: '__proto__', Value: 'x' }]))).toBe('{"__proto__":"x"}');
});

test('knows the tag by which consoles name things', () => {
  expect(nameTag([{ Key: 'Name', Value: 'web' }])).toBe('web');
  expect(nameTag([])).toBeUndefined();
});
