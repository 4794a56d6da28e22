import { expect, test } from 'vitest';
import { focusFor } from './focus-for';

const [a, b] = ['1/x/aws::ec2::instance/i-1', '1/x/aws::ec2::volume/vol-1'];

test('a view begins at what is chosen on the map, and otherwise where the last one began', () => {
  expect(focusFor({ view: 'map', focus: [], chosen: a })).toEqual([a]);
  expect(focusFor({ view: 'everything', focus: [b], chosen: a })).toEqual([a]);
  expect(focusFor({ view: 'map', focus: [b], chosen: undefined })).toEqual([b]);
  expect(focusFor({ view: 'map', focus: [b], chosen: 'region:1/x' })).toEqual([b]);
  // What is chosen beside the resource that a view is about is not what it is about.
  expect(focusFor({ view: 'impact', focus: [b], chosen: a })).toEqual([b]);
});
