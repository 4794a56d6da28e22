import { expect, test } from 'vitest';
import {
  deliveriesHref,
  deliveryHref,
  overviewHref,
  readDeliveriesUrl,
  readDeliveryUrl,
  readOverviewUrl,
} from './urls';

const read = (url: string) => readDeliveriesUrl(new URL(url, 'http://host').searchParams);

test('a view comes back from its URL', () => {
  const view = {
    status: 'failed',
    trigger: 'schedule',
    kind: 'history',
    region: 'eu-west-1',
    limit: 50,
    cursor: 'MTcgYQ',
  } as const;
  expect(read(deliveriesHref(view))).toEqual(view);
});

test('the record as it opens has a bare URL', () => {
  expect(deliveriesHref(read('/deliveries'))).toBe('/deliveries');
  expect(read('/deliveries').limit).toBe(25);
});

test('what makes no sense falls back to its default', () => {
  expect(read('/deliveries?status=lost&trigger=&kind=stream&limit=0&cursor=')).toEqual(read('/deliveries'));
  expect(read('/deliveries?limit=ten').limit).toBe(25);
  expect(read('/deliveries?limit=1000').limit).toBe(25);
});

test('a delivery is named by its id, and by nothing that is none', () => {
  const id = 'bb73dcdd-e3b5-4ac8-a2c4-8eb8e8a5f8c5';
  const named = (url: string) => readDeliveryUrl(new URL(url, 'http://host').searchParams);
  expect(named(deliveryHref(id))).toBe(id);
  expect(named(`/deliveries/item?id=${id.toUpperCase()}`)).toBe(id);
  expect(named('/deliveries/item?id=../buckets')).toBe('');
  expect(named('/deliveries/item')).toBe('');
});

test('the overview names a Region where it is not that of the home', () => {
  const named = (url: string) => readOverviewUrl(new URL(url, 'http://host').searchParams);
  expect(overviewHref()).toBe('/');
  expect(named('/')).toBeUndefined();
  expect(named(overviewHref('eu-west-1'))).toBe('eu-west-1');
  expect(named(`/?region=${'x'.repeat(65)}`)).toBeUndefined();
});
