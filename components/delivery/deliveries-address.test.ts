import { expect, test } from 'vitest';
import { deliveriesAddress, deliveryAddress, readDeliveriesAddress, readDeliveryAddress } from './deliveries-address';

const read = (address: string) => readDeliveriesAddress(new URL(address, 'http://host').searchParams);

test('a view comes back from its address', () => {
  const view = { status: 'failed', trigger: 'schedule', kind: 'history', limit: 50, cursor: 'MTcgYQ' } as const;
  expect(read(deliveriesAddress(view))).toEqual(view);
});

test('the record as it opens has a bare address', () => {
  expect(deliveriesAddress(read('/deliveries'))).toBe('/deliveries');
  expect(read('/deliveries').limit).toBe(25);
});

test('what makes no sense falls back to its default', () => {
  expect(read('/deliveries?status=lost&trigger=&kind=stream&limit=0&cursor=')).toEqual(read('/deliveries'));
  expect(read('/deliveries?limit=ten').limit).toBe(25);
  expect(read('/deliveries?limit=1000').limit).toBe(25);
});

test('a delivery is named by its id, and by nothing that is none', () => {
  const id = 'bb73dcdd-e3b5-4ac8-a2c4-8eb8e8a5f8c5';
  const named = (address: string) => readDeliveryAddress(new URL(address, 'http://host').searchParams);
  expect(named(deliveryAddress(id))).toBe(id);
  expect(named(`/deliveries/item?id=${id.toUpperCase()}`)).toBe(id);
  expect(named('/deliveries/item?id=../buckets')).toBe('');
  expect(named('/deliveries/item')).toBe('');
});
