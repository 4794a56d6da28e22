import { expect, test } from 'vitest';
import { requestIdOf } from './request-id';

const fresh = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

test('the id that a proxy gave is kept', () => {
  expect(requestIdOf('proxy-1.2_3')).toBe('proxy-1.2_3');
});

test.each([null, undefined, '', 'short', 'a'.repeat(65), 'two of, them', 'line\nbreak'])('%j is replaced', (header) => {
  expect(requestIdOf(header)).toMatch(fresh);
});
