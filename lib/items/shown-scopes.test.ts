import { expect, test } from 'vitest';
import { scopeText, shownScopes } from './shown-scopes';

test('account and Region are shown where there are several', () => {
  const resource = { accountId: '111122223333', region: 'eu-west-1' };
  const text = (accountIds: string[], regions: string[]) => scopeText(resource, shownScopes({ accountIds, regions }));
  expect(text(['111122223333'], ['eu-west-1'])).toBe('');
  expect(text(['111122223333'], ['eu-west-1', 'global'])).toBe('');
  expect(text(['111122223333'], ['eu-west-1', 'us-east-1'])).toBe('eu-west-1');
  expect(text(['111122223333', '444455556666'], ['eu-west-1'])).toBe('111122223333');
  expect(text(['111122223333', '444455556666'], ['eu-west-1', 'us-east-1'])).toBe('111122223333 · eu-west-1');
});

test('of what tells neither, nothing is shown', () => {
  expect(scopeText({}, { accounts: true, regions: true })).toBe('');
});
