import { expect, test } from 'vitest';
import { SeenResources } from './seen-resources';

const volume = (id: number) => ({ resourceType: 'AWS::EC2::Volume', resourceId: `vol-${id}` });

test('each of very many resources is seen once, and none that was not shown', () => {
  const seen = new SeenResources();
  const listing = seen.open();
  for (let id = 0; id < 20_000; id++) expect(seen.add(volume(id), listing)).toBe(true);
  for (let id = 0; id < 20_000; id++) expect(seen.add(volume(id), listing)).toBe(false);
  for (let id = 0; id < 20_000; id++) expect(seen.has(volume(id))).toBe(true);
  for (let id = 20_000; id < 40_000; id++) expect(seen.has(volume(id))).toBe(false);
  expect(seen.has({ resourceType: 'aws::ec2::VOLUME', resourceId: 'vol-1' })).toBe(true);
});

test('what a listing showed that failed may be told by another, but is not taken for gone', () => {
  const seen = new SeenResources();
  const [first, second] = [seen.open(), seen.open()];
  seen.add(volume(1), first);
  seen.fail(first);
  expect(seen.has(volume(1))).toBe(true);
  expect(seen.add(volume(1), second)).toBe(true);
  expect(seen.add(volume(1), second)).toBe(false);
});
