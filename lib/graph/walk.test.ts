import { expect, test } from 'vitest';
import type { Picture } from './picture';
import { walk } from './walk';

const size = { width: 100, height: 40 };
const node = (id: string, x: number, y: number): Picture['nodes'][number] => ({
  ...{ id, label: id, resourceType: 'AWS::EC2::Volume', resourceId: id, accountId: '1', region: 'x', parent: 'b' },
  ...{ x, y, ...size },
});
const picture: Picture = {
  boxes: [{ id: 'b', kind: 'subnet', label: 'b', count: 4, folded: false, x: 0, y: 0, width: 900, height: 400 }],
  nodes: [node('a', 10, 40), node('next', 130, 40), node('below', 10, 100), node('far', 700, 60)],
  edges: [{ id: 'e', source: 'a', target: 'far', name: 'on' }],
};

test('an arrow follows a line on its side, from either end', () => {
  expect(walk(picture, 'a', 'right')).toBe('far');
  expect(walk(picture, 'far', 'left')).toBe('a');
});

test('where no line leads that way, it goes to the nearest thing there', () => {
  expect(walk(picture, 'a', 'down')).toBe('below');
  expect(walk(picture, 'next', 'left')).toBe('a');
  expect(walk(picture, 'next', 'right')).toBe('far');
  expect(walk(picture, 'a', 'up')).toBeUndefined();
});

test('it begins with the first resource', () => {
  expect(walk(picture, undefined, 'down')).toBe('a');
  expect(walk({ ...picture, nodes: [] }, 'gone', 'down')).toBe('b');
  expect(walk({ boxes: [], nodes: [], edges: [] }, undefined, 'down')).toBeUndefined();
});
