import { expect, test } from 'vitest';
import { leastRecentlyUsed } from './least-recently-used';

const files = [
  { name: 'new', size: 40, usedAt: 3 },
  { name: 'old', size: 30, usedAt: 1 },
  { name: 'middle', size: 20, usedAt: 2 },
];
const none = () => false;

test('nothing goes while all together are within the bound', () => {
  expect(leastRecentlyUsed(files, 90, none)).toEqual([]);
});

test('the least recently used go first, and only as many as must', () => {
  expect(leastRecentlyUsed(files, 89, none)).toEqual(['old']);
  expect(leastRecentlyUsed(files, 45, none)).toEqual(['old', 'middle']);
});

test('what is held stays though it is old, and counts', () => {
  expect(leastRecentlyUsed(files, 45, (name) => name === 'old')).toEqual(['middle', 'new']);
});
