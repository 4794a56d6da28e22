import { expect, test } from 'vitest';
import type { Picture, PictureNode } from '@/lib/graph/picture';
import { drawnScopes } from './drawn-scopes';

const place = { x: 0, y: 0, width: 208, height: 46 };
const node = (more: Partial<PictureNode> = {}): PictureNode => ({
  ...{ id: 'f', label: 'f', resourceType: 'AWS::Lambda::Function', resourceId: 'f', ...place },
  ...{ accountId: '111122223333', region: 'us-west-2', ...more },
});
const told = (nodes: PictureNode[], boxes: Picture['boxes'] = []) =>
  nodes.map(drawnScopes({ boxes, nodes, edges: [] }));

test('account and Region are told where several are drawn', () => {
  const there = node({ region: 'eu-west-1' });
  const foreign = node({ accountId: '444455556666' });
  // What is in no Region makes no second one.
  expect(told([node(), node({ region: 'global' })])).toEqual(['', '']);
  expect(told([node(), there])).toEqual(['us-west-2', 'eu-west-1']);
  expect(told([node(), foreign])).toEqual(['111122223333', '444455556666']);
  expect(told([there, foreign])).toEqual(['111122223333 · eu-west-1', '444455556666 · us-west-2']);
});

test('boxes tell them without words, and among many only those that nothing else tells apart are told', () => {
  const there = node({ region: 'eu-west-1' });
  const region = { id: 'r', kind: 'region' as const, label: 'eu-west-1', count: 1, folded: false, ...place };
  expect(told([node(), there], [region])).toEqual(['', '']);
  const others = Array.from({ length: 200 }, (_, at) => node({ label: `g${at}` }));
  expect(told([node(), there, ...others]).slice(0, 3)).toEqual(['us-west-2', 'eu-west-1', '']);
});
