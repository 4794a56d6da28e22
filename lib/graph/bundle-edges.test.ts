import { expect, test } from 'vitest';
import { bundleEdges, type PlacedEdge } from './bundle-edges';
import type { PictureBox, PictureNode } from './picture';

const place = { x: 0, y: 0, width: 10, height: 10 };

function box(id: string, parent?: string, folded = false): PictureBox {
  return { id, kind: 'subnet', label: id, parent, count: 3, folded, ...place };
}

function node(id: string, parent: string, docksTo?: string): PictureNode {
  const identity = { resourceType: 'AWS::EC2::Instance', resourceId: id, accountId: '1', region: 'eu-west-1' };
  return { id, label: id, ...identity, parent, ...(docksTo !== undefined && { docksTo }), ...place };
}

function edge(sourcePath: string[], targetPath: string[], more: Partial<PlacedEdge> = {}): PlacedEdge {
  const source = sourcePath.at(-1) ?? '';
  const target = targetPath.at(-1) ?? '';
  return { id: `${source}>${target}`, source, target, name: 'Is attached to', sourcePath, targetPath, ...more };
}

const picture = {
  boxes: [box('vpc'), box('open', 'vpc'), box('folded', 'vpc', true)],
  nodes: [node('i-1', 'open'), node('vol-1', 'open', 'i-1'), node('eni-1', 'open', 'vol-1'), node('sg-1', 'vpc')],
};

test('a line leads between the innermost things that are shown, and bundles what falls together', () => {
  const { edges, drawn } = bundleEdges(
    [
      edge(['vpc', 'open', 'i-1'], ['vpc', 'sg-1']),
      edge(['vpc', 'folded', 'i-2'], ['vpc', 'sg-1']),
      edge(['vpc', 'folded', 'i-3'], ['vpc', 'sg-1'], { name: 'Is associated with' }),
      edge(['vpc', 'folded', 'i-4'], ['vpc', 'sg-1'], { derived: true, field: 'groupId' }),
      edge(['vpc', 'open', 'i-5'], ['vpc', 'folded', 'i-2']),
    ],
    picture,
  );
  expect(edges.map(({ source, target, name, count, derived }) => ({ source, target, name, count, derived }))).toEqual([
    { source: 'i-1', target: 'sg-1', name: 'Is attached to', count: undefined, derived: undefined },
    { source: 'folded', target: 'sg-1', name: 'Several relationships', count: 2, derived: undefined },
    { source: 'folded', target: 'sg-1', name: 'Is attached to', count: undefined, derived: true },
    { source: 'open', target: 'folded', name: 'Is attached to', count: undefined, derived: undefined },
  ]);
  expect(drawn).toBe(5);
});

test('what boxes and docks show needs no line', () => {
  const found = bundleEdges(
    [
      edge(['vpc', 'open', 'i-1'], ['vpc', 'open']),
      edge(['vpc', 'open', 'i-1'], ['vpc']),
      edge(['vpc', 'open', 'vol-1'], ['vpc', 'open', 'i-1']),
      edge(['vpc', 'open', 'i-1'], ['vpc', 'open', 'eni-1']),
      edge(['vpc', 'folded', 'i-2'], ['vpc', 'folded', 'i-3']),
    ],
    picture,
  );
  expect(found).toEqual({ edges: [], drawn: 0, nested: 5 });
});

test('a line stands back where all of it does, or what it leads to', () => {
  const dimmed = { dimmed: true as const };
  const [group, lone] = [{ ...node('sg-1', 'vpc'), ...dimmed }, node('i-1', 'open')];
  const { edges } = bundleEdges(
    [
      edge(['vpc', 'open', 'i-1'], ['vpc', 'sg-1']),
      edge(['vpc', 'folded', 'i-2'], ['vpc', 'open', 'i-1'], dimmed),
      edge(['vpc', 'folded', 'i-3'], ['vpc', 'open', 'i-1']),
      edge(['vpc', 'open', 'i-1'], ['vpc', 'folded', 'i-2'], dimmed),
    ],
    { ...picture, nodes: [group, lone] },
  );
  expect(edges.map((line) => [line.source, line.target, line.dimmed === true])).toEqual([
    ['i-1', 'sg-1', true],
    ['folded', 'i-1', false],
    ['i-1', 'folded', true],
  ]);
});

test('what is nowhere in the picture has no line', () => {
  expect(bundleEdges([edge(['other', 'i-9'], ['vpc', 'sg-1'])], picture)).toEqual({ edges: [], drawn: 0, nested: 0 });
});
