import { expect, test } from 'vitest';
import { partsOf, queryOf } from './filter-query';

test('what is asked for comes back out of the box', () => {
  const filter = JSON.stringify({
    tokens: [{ propertyKey: 'tag', operator: '=', value: 'Team=storefront' }],
    operation: 'and',
  });
  const parts = { types: ['AWS::EC2::Instance', 'AWS::EC2::Volume'], search: '', filter };
  expect(partsOf(queryOf(parts))).toEqual(parts);
  expect(partsOf(queryOf({ types: [], search: '', filter: undefined }))).toEqual({
    types: [],
    search: '',
    filter: undefined,
  });
});

test('a search of an old URL is a token that is kept', () => {
  expect(partsOf(queryOf({ types: [], search: 'web' })).filter).toBe(
    '{"tokens":[{"operator":":","value":"web"}],"operation":"and"}',
  );
});

test('where any token is enough, several types are several tokens', () => {
  const { types, filter } = partsOf({
    operation: 'or',
    tokens: [
      { propertyKey: 'resourceType', operator: '=', value: ['A', 'B'] },
      { propertyKey: 'awsRegion', operator: '=', value: 'global' },
    ],
  });
  expect(types).toEqual([]);
  expect(JSON.parse(filter ?? '')).toEqual({
    operation: 'or',
    tokens: [
      { propertyKey: 'resourceType', operator: '=', value: 'A' },
      { propertyKey: 'resourceType', operator: '=', value: 'B' },
      { propertyKey: 'awsRegion', operator: '=', value: 'global' },
    ],
  });
});

test('a filter that makes no sense is none', () => {
  expect(queryOf({ types: [], search: '', filter: '{"tokens":7' })).toEqual({ operation: 'and', tokens: [] });
});
