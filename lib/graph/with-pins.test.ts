import { expect, test } from 'vitest';
import type { Picture } from './picture';
import { withPins } from './with-pins';

test('what is pinned is told, and all else stays the same thing', () => {
  const place = { x: 0, y: 0, width: 1, height: 1 };
  const identity = { resourceType: 'AWS::EC2::Volume', accountId: '1', region: 'x', ...place };
  const [a, b] = ['a', 'b'].map((id) => ({ id, label: id, resourceId: id, ...identity }));
  if (!a || !b) throw new Error('There are two.');
  const box = { id: 'v', kind: 'vpc' as const, label: 'v', count: 2, folded: false, ...place };
  const picture: Picture = { boxes: [box], nodes: [a, b], edges: [] };
  const pinned = withPins(picture, ['b', 'v', 'gone']);
  expect(pinned.nodes).toEqual([a, { ...b, pinned: true }]);
  expect(pinned.nodes[0]).toBe(a);
  expect(pinned.boxes).toEqual([{ ...box, pinned: true }]);
  expect(withPins(picture, [])).toBe(picture);
});
