import { expect, test } from 'vitest';
import { nameInScope, scopeText, shownScopes } from './shown-scopes';

test('account and Region are shown where there are several', () => {
  const resource = { accountId: '111122223333', region: 'eu-west-1' };
  const text = (accountIds: string[], regions: string[]) => scopeText(resource, shownScopes({ accountIds, regions }));
  expect(text(['111122223333'], ['eu-west-1'])).toBe('');
  expect(text(['111122223333'], ['eu-west-1', 'global'])).toBe('');
  expect(text(['111122223333'], ['eu-west-1', 'us-east-1'])).toBe('eu-west-1');
  expect(text(['111122223333', '444455556666'], ['eu-west-1'])).toBe('111122223333');
  expect(text(['111122223333', '444455556666'], ['eu-west-1', 'us-east-1'])).toBe('111122223333 · eu-west-1');
});

test('a name bears them in brackets', () => {
  const resource = { accountId: '111122223333', region: 'eu-west-1' };
  expect(nameInScope('f', resource, { accounts: true, regions: true })).toBe('f (111122223333 · eu-west-1)');
  expect(nameInScope('f', resource, { accounts: false, regions: false })).toBe('f');
});

test('values that are not told make no second one', () => {
  expect(shownScopes({ accountIds: ['', '111122223333'], regions: ['', 'eu-west-1'] })).toEqual({
    accounts: false,
    regions: false,
  });
});

test('of what tells neither, nothing is shown', () => {
  expect(scopeText({}, { accounts: true, regions: true })).toBe('');
});
