import { expect, test } from 'vitest';
import { readQuery } from '../server/request';
import { facetsRequest, historyRequest, resourcesRequest } from './resources';

const asked = (query: Record<string, string>) =>
  readQuery(new Request(`http://host/api/resources?${new URLSearchParams(query)}`), resourcesRequest);

test('a filter comes as JSON in the query', () => {
  const filter = { tokens: [{ propertyKey: 'tag:Team', operator: '!=', value: 'a & b' }], operation: 'or' };
  expect(asked({ filter: JSON.stringify(filter), deleted: 'true' })).toMatchObject({ filter, deleted: true });
  expect(asked({}).filter).toBeUndefined();
  expect(asked({}).deleted).toBe(false);
});

test.each([
  ['{', /filter: should be JSON/],
  [
    '{"tokens":[{"propertyKey":"password","operator":"=","value":""}],"operation":"and"}',
    /filter\.tokens\.0\.propertyKey/,
  ],
  ['{"tokens":[{"operator":"LIKE","value":""}],"operation":"and"}', /filter\.tokens\.0\.operator/],
  [JSON.stringify({ tokens: Array(51).fill({ operator: '=', value: '' }), operation: 'and' }), /filter\.tokens/],
])('a filter %.80s is refused by name', (filter, reason) => {
  expect(() => asked({ filter })).toThrow(reason);
});

test('cursors and properties that make no sense are refused', () => {
  const history = (cursor: string) => historyRequest.safeParse({ resourceType: 'T', resourceId: '1', cursor }).success;
  expect([history('1795420914000'), history("1' OR 1=1"), history('9'.repeat(30))]).toEqual([true, false, false]);
  const facet = (property: string) => facetsRequest.safeParse({ property }).success;
  expect([facet('tag:Name'), facet('resourceType'), facet('body')]).toEqual([true, true, false]);
});
