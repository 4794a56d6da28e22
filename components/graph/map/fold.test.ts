import { expect, test } from 'vitest';
import type { Picture } from '@/lib/graph/picture';
import { folded, outside, unfolded } from './fold';

const place = { x: 0, y: 0, width: 1, height: 1 };
const box = (id: string, parent?: string): Picture['boxes'][number] => ({
  ...{ id, kind: 'vpc', label: id, parent, count: 1, folded: false, ...place },
});
const node = (id: string, parent: string): Picture['nodes'][number] => ({
  ...{ id, label: id, resourceType: 'AWS::EC2::Volume', resourceId: id, accountId: '1', region: 'x', parent, ...place },
});
const picture: Picture = {
  boxes: [box('region'), box('vpc', 'region'), box('other')],
  nodes: [node('i', 'vpc'), node('far', 'other')],
  edges: [],
};

test('a box is either unfolded or folded by the reader', () => {
  expect(unfolded({ open: [], closed: ['a', 'b'] }, 'a')).toEqual({ open: ['a'], closed: ['b'] });
  expect(folded({ open: ['a', 'b'], closed: [] }, 'a')).toEqual({ open: ['b'], closed: ['a'] });
});

test('what was brought into the picture does not keep the boxes round it open', () => {
  expect(outside(['i', 'far', 'not drawn'], 'region', picture)).toEqual(['far', 'not drawn']);
  expect(outside(['vpc', 'far'], 'vpc', picture)).toEqual(['far']);
});
