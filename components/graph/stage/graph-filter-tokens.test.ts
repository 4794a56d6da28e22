import { expect, test } from 'vitest';
import { noFilter } from '../page/graph-url';
import { filterOfTokens, propertiesOf, tokensOf } from './graph-filter-tokens';

test('a filter comes back out of the box as it was put in', () => {
  const filter = {
    types: ['AWS::EC2::Instance', 'AWS::EC2::Volume'],
    accounts: ['111122223333'],
    regions: ['global'],
    zones: ['us-west-2a'],
    statuses: ['OK'],
    tags: ['Team', 'Name=a=b'],
  };
  const parts = ['types', 'accounts', 'regions', 'zones', 'statuses', 'tags'] as const;
  expect(filterOfTokens(tokensOf(filter, parts), parts)).toEqual(filter);
  expect(filterOfTokens(tokensOf(noFilter, parts), parts)).toEqual(noFilter);
});

test('a view that has only types offers nothing else, and leaves the rest of the filter alone', () => {
  const filter = { ...noFilter, types: ['AWS::EC2::Instance'], regions: ['global'] };
  expect(propertiesOf(['types']).map(({ key }) => key)).toEqual(['resourceType']);
  const { tokens } = tokensOf(filter, ['types']);
  expect(tokens.map(({ propertyKey }) => propertyKey)).toEqual(['resourceType']);
  expect(filterOfTokens({ operation: 'and', tokens: [] }, ['types'])).toEqual({ types: [] });
});
