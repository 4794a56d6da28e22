import { expect, test } from 'vitest';
import type { Picture } from '@/lib/graph/picture';
import { choosable, countsOfChosen, identityIn } from './chosen-thing';

const place = { x: 0, y: 0, width: 1, height: 1 };
const node = (resourceId: string, resourceType: string): Picture['nodes'][number] => ({
  ...{ id: `1/x/${resourceType.toLowerCase()}/${resourceId}`, label: resourceId, resourceType, resourceId },
  ...{ accountId: '1', region: 'x', ...place },
});
const vpc = { id: '1/x/aws::ec2::vpc/vpc-1', kind: 'vpc' as const, label: 'vpc-1', resourceType: 'AWS::EC2::VPC' };
const alike = { id: 'alike:x/y', kind: 'alike' as const, label: 'EC2 Volume', resourceType: 'AWS::EC2::Volume' };
const picture: Picture = {
  boxes: [
    { ...vpc, count: 3, folded: false, ...place },
    { ...alike, count: 9, folded: true, ...place },
  ],
  nodes: [node('i-1', 'AWS::EC2::Instance'), node('i-2', 'AWS::EC2::Instance'), node('v-1', 'AWS::EC2::Volume')],
  edges: [],
};
const ids = [...picture.boxes, ...picture.nodes].map(({ id }) => id);

test('a resource has an identity, be it a card or a box, and a fold has none', () => {
  expect(ids.map((id) => identityIn(picture, id)?.resourceId)).toEqual(['vpc-1', undefined, 'i-1', 'i-2', 'v-1']);
  expect(identityIn(picture, '1/x/aws::ec2::volume/gone')).toBeUndefined();
});

test('what is drawn closed is chosen at once: what is in an open box by itself', () => {
  expect(choosable(picture)).toEqual([...ids.slice(2), alike.id]);
});

test('what is chosen is counted by type, the most frequent first', () => {
  expect(countsOfChosen(picture, [...ids, 'gone'])).toEqual([
    { title: 'EC2 Instance', count: 2 },
    { title: 'EC2 VPC', count: 1 },
    { title: expect.stringContaining('EC2 Volume'), count: 1 },
    { title: 'EC2 Volume', count: 1 },
    { title: 'Not drawn now', count: 1 },
  ]);
});
