import { expect, test } from 'vitest';
import { activeHref } from './navigation';

test('a page inside a room highlights the room', () => {
  expect(activeHref('/buckets/my-bucket')).toBe('/buckets');
  expect(activeHref('/resources/item')).toBe('/resources');
  expect(activeHref('/deliveries/item')).toBe('/deliveries');
});

test('the overview is highlighted on the overview alone', () => {
  expect(activeHref('/')).toBe('/');
  expect(activeHref('/settings')).toBe('/settings');
});

test('a path that only begins like a room, or is unknown, highlights nothing', () => {
  expect(activeHref('/bucketsful')).toBeUndefined();
  expect(activeHref('/nowhere')).toBeUndefined();
});
