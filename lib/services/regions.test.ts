import { expect, test } from 'vitest';
import { createRegions } from './regions';

test('each Region has an engine of its own, the first one where none is named, and no other is known', () => {
  const regions = createRegions(['us-west-2', 'eu-west-1'], (region) => ({ region }));
  expect(regions.of()).toBe(regions.home);
  expect(regions.of('us-west-2')).toBe(regions.home);
  expect(regions.of('eu-west-1')).toEqual({ region: 'eu-west-1' });
  expect(regions.all).toHaveLength(2);
  expect(regions.find('ap-south-1')).toBeUndefined();
  expect(() => regions.of('ap-south-1')).toThrow(/"ap-south-1" is not recorded here; these are: us-west-2, eu-west-1/);
});
