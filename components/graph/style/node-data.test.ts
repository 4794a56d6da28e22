import { describe, expect, test } from 'vitest';
import type { PictureBox, PictureNode } from '@/lib/graph/picture';
import { boxTitle } from '@/lib/graph/style/box-title';
import { palettes } from '@/lib/graph/style/palette';
import { boxData, formOf, nodeData } from './node-data';

const node: PictureNode = {
  ...{ id: 'n', label: 'web', resourceType: 'AWS::EC2::Instance', resourceId: 'i-0123456789abcdef0' },
  ...{ accountId: '111122223333', region: 'us-west-2', x: 0, y: 0, width: 208, height: 46 },
};
const box: PictureBox = {
  ...{ id: 'b', kind: 'subnet', label: 'front', count: 1200, folded: false, x: 0, y: 0, width: 600, height: 300 },
};

describe('what a node bears', () => {
  test('follows its size: a card has name, type and id, a strip one line, an icon its name below, a tile none', () => {
    expect(nodeData(node, palettes.light).caption).toBe('web\nEC2 Instance');
    expect(nodeData({ ...node, resourceId: 'i-344c463d' }, palettes.light).caption).toBe('web\nInstance i-344c463d');
    expect(nodeData(node, palettes.light, 'eu-west-1').caption).toBe('web\neu-west-1 · Instance');
    const strip = { ...node, docksTo: 'i', width: 196, height: 30 };
    expect(nodeData(strip, palettes.light).caption).toBe('Instance web');
    const [icon, tile] = [
      { ...node, width: 44, height: 44 },
      { ...strip, width: 26, height: 26 },
    ];
    expect([formOf(icon), formOf(tile)]).toEqual(['icon', 'tile']);
    expect(nodeData(icon, palettes.light).caption).toBe('web');
    expect(nodeData(tile, palettes.light).caption).toBe('');
  });

  test('is hollow where it is not in the snapshot', () => {
    const icon = { ...node, width: 44, height: 44 };
    expect(nodeData(icon, palettes.dark).fill).toBe(palettes.dark.categories.compute);
    expect(nodeData({ ...icon, missing: true }, palettes.dark).fill).toBe(palettes.dark.canvas);
  });

  test('never takes a string of the file for anything but text', () => {
    const { icon } = nodeData({ ...node, resourceType: '"><script>::x::y' }, palettes.light);
    expect(decodeURIComponent(icon)).not.toContain('<script>');
  });
});

describe('what a box bears', () => {
  test('is its title with what it holds, and what of it is beyond the page', () => {
    expect(boxData(box, 1, palettes.light).caption).toBe('Subnet front · 1,200 resources');
    const long = { ...box, width: 900, more: 30, missing: true as const };
    expect(boxData(long, 1, palettes.light).caption).toBe(
      'Subnet front · 1,200 resources · 30 more · not in this snapshot',
    );
  });

  test('is the most frequent types where it is folded', () => {
    const types = [
      { resourceType: 'AWS::EC2::Instance', count: 700 },
      { resourceType: 'AWS::EC2::Volume', count: 500 },
    ];
    expect(boxData({ ...box, folded: true, types }, 1, palettes.light).caption.split('\n')).toEqual([
      'Subnet front',
      '1,200 resources',
      '700 EC2 Instance',
      '500 EC2 Volume',
    ]);
  });

  test('counts what is alike, and says Global without the word Region', () => {
    expect(boxTitle({ kind: 'alike', label: 'EC2 SecurityGroup', count: 247 })).toBe('247 × EC2 SecurityGroup');
    expect(boxTitle({ kind: 'region', label: 'Global', count: 1 })).toBe('Global');
    expect(boxTitle({ kind: 'region', label: 'us-west-2', count: 1 })).toBe('Region us-west-2');
  });
});
