import { expect, test } from 'vitest';
import { noFilter } from '../page/graph-url';
import { filterOfTokens, tokensOf } from './graph-filter-tokens';

test('a filter comes back out of the box as it was put in', () => {
  const filter = {
    types: ['AWS::EC2::Instance', 'AWS::EC2::Volume'],
    accounts: ['111122223333'],
    regions: ['global'],
    zones: ['us-west-2a'],
    statuses: ['OK'],
    tags: ['Team', 'Name=a=b'],
    relationships: ['Is attached to Instance', 'Acts as'],
  };
  expect(filterOfTokens(tokensOf(filter))).toEqual(filter);
  expect(filterOfTokens(tokensOf(noFilter))).toEqual(noFilter);
});
