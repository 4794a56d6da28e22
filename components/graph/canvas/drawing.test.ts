import { describe, expect, test } from 'vitest';
import { withSeededRandom } from '../layout/layout';
import { palettes } from '../style/palette';
import { formFor, nodeData, shorten } from '../style/stylesheet';
import { type DrawnEdge, type DrawnNode, expand, sentence } from './drawing';

const node = (id: string, degree = 1): DrawnNode => ({
  id,
  accountId: '111122223333',
  region: 'us-west-2',
  resourceType: 'AWS::EC2::Instance',
  resourceId: id,
  label: id,
  index: 0,
  degree,
});
const edge = (source: string, target: string): DrawnEdge => ({
  id: `${source}-${target}`,
  source,
  target,
  name: 'knows',
});

describe('expanding a node', () => {
  const drawing = { nodes: [node('a'), node('b')], edges: [edge('a', 'b')] };
  const around = {
    nodes: [node('a'), node('b'), node('c', 2), node('d', 5), node('far')],
    edges: [edge('a', 'b'), edge('a', 'c'), edge('d', 'a'), edge('b', 'c'), edge('c', 'far')],
  };

  test('adds its neighbours with all their relationships to what is drawn, and nothing else', () => {
    const { drawing: next, added, left } = expand(drawing, around, 'a', 10);
    expect(next.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c']);
    expect(next.edges.map(({ id }) => id)).toEqual(['a-b', 'a-c', 'd-a', 'b-c']);
    expect([added, left]).toEqual([2, 0]);
  });

  test('adds the best connected where there are too many', () => {
    const { drawing: next, added, left } = expand(drawing, around, 'a', 1);
    expect(next.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
    expect([added, left]).toEqual([1, 1]);
  });

  test('changes nothing where all are drawn', () => {
    expect(expand(drawing, drawing, 'a', 10)).toEqual({ drawing, added: 0, left: 0 });
  });
});

describe('captions', () => {
  test('say a relationship as a sentence', () => {
    expect(sentence(edge('a', 'b'), new Map([['a', { ...node('a'), resourceId: 'i-1' }]]))).toBe('i-1 knows b');
  });

  test('keep both ends of a long name', () => {
    expect(shorten('arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/app/web', 18)).toBe(
      'arn:aws:e…/app/web',
    );
    expect(shorten('i-344c463d', 18)).toBe('i-344c463d');
  });

  test('tell name, id and type where there is room, and a reference by its empty ground', () => {
    const named = { ...node('i-1'), label: 'web' };
    expect(nodeData(named, palettes.light, formFor(4)).caption).toBe('web\ni-1\nEC2 Instance');
    expect(nodeData(named, palettes.light, formFor(100)).caption).toBe('web\nInstance');
    expect(nodeData(named, palettes.light, formFor(1000)).caption).toBe('web');
    expect(nodeData({ ...named, index: undefined }, palettes.light, formFor(100)).fill).toBe(palettes.light.canvas);
    expect(nodeData(named, palettes.light, formFor(100)).fill).toBe(palettes.light.categories.compute);
  });
});

describe('chance', () => {
  test('is the same each time within, and chance again without', () => {
    const chance = Math.random;
    const draw = () => withSeededRandom(() => [Math.random(), Math.random()]);
    expect(draw()).toEqual(draw());
    expect(draw()[0]).not.toBe(draw()[1]);
    expect(Math.random).toBe(chance);
  });
});
