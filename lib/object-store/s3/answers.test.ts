import { expect, test } from 'vitest';
import { listPageFrom } from './answers';

test('a key that is not UTF-8 hides no other: it is told of by its encoded form', () => {
  const answer = {
    EncodingType: 'url',
    CommonPrefixes: [{ Prefix: 'ok/' }, { Prefix: 'bad%FE/' }],
    Contents: [{ Key: 'a%2Fb+c' }, { Key: 'a%FF' }, { Key: '%E6%97%A5', StorageClass: 'GLACIER' }],
  };
  const page = listPageFrom(answer);
  expect(page.folders).toEqual(['ok/']);
  expect(page.objects.map(({ key, storageClass }) => [key, storageClass])).toEqual([
    ['a/b c', undefined],
    ['日', 'GLACIER'],
  ]);
  const reason = 'its name is not UTF-8';
  expect(page.unreadable).toEqual({
    count: 2,
    examples: [
      { name: 'bad%FE/', reason },
      { name: 'a%FF', reason },
    ],
  });
});

test('keys that the server did not encode are what they are', () => {
  expect(listPageFrom({ Contents: [{ Key: 'a%FF' }, { Key: 'a/../b' }] })).toMatchObject({
    objects: [{ key: 'a%FF' }, { key: 'a/../b' }],
  });
});
