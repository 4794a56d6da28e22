import { describe, expect, test } from 'vitest';
import { palettes } from '@/lib/graph/style/palette';
import { withSeededRandom } from '../layout/layout';
import { formFor, nodeData, shorten } from '../style/stylesheet';
import { type DrawnEdge, type DrawnNode, expand, sentence } from './drawing';
import { drawnScopes } from './drawn-scopes';

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
    const nodes = [{ ...node('a'), resourceId: 'i-1' }, node('b')];
    const words = (drawn: DrawnNode[]) =>
      sentence(edge('a', 'b'), new Map(drawn.map((one) => [one.id, one])), drawnScopes({ nodes: drawn, edges: [] }));
    expect(words(nodes)).toBe('i-1 knows b');
    expect(words(nodes.slice(0, 1))).toBe('i-1 knows b');
    expect(words([...nodes, { ...node('c'), region: 'eu-west-1' }])).toBe('i-1 (us-west-2) knows b (us-west-2)');
  });

  test('keep both ends of a long name', () => {
    expect(shorten('arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/app/web', 18)).toBe(
      'arn:aws:e…/app/web',
    );
    expect(shorten('i-344c463d', 18)).toBe('i-344c463d');
  });

  test('tell name, id and type where there is room, and a reference by its empty ground', () => {
    const named = { ...node('i-1'), label: 'web' };
    const data = (one: DrawnNode, count: number) =>
      nodeData(one, palettes.light, formFor(count), drawnScopes({ nodes: [one], edges: [] }));
    expect(data(named, 4).caption).toBe('web\ni-1\nEC2 Instance');
    expect(data(named, 100).caption).toBe('web\nInstance');
    expect(data(named, 1000).caption).toBe('web');
    expect(data({ ...named, index: undefined }, 100).fill).toBe(palettes.light.canvas);
    expect(data(named, 100).fill).toBe(palettes.light.categories.compute);
  });

  test('tell account and Region where several are drawn', () => {
    const here = node('f');
    const there = { ...node('f'), id: 'there', region: 'eu-west-1' };
    const foreign = { ...node('f'), id: 'foreign', accountId: '444455556666' };
    const role = { ...node('r'), region: 'global' };
    const captions = (nodes: DrawnNode[], count: number) => {
      const scopes = drawnScopes({ nodes, edges: [] });
      return nodes.map((one) => nodeData(one, palettes.light, formFor(count), scopes).caption);
    };
    // What is in no Region makes no second one.
    expect(captions([here, role], 4)).toEqual(['f\nEC2 Instance', 'r\nEC2 Instance']);
    expect(captions([here, there, role], 4)).toEqual([
      'f\nEC2 Instance\nus-west-2',
      'f\nEC2 Instance\neu-west-1',
      'r\nEC2 Instance\nglobal',
    ]);
    expect(captions([here, foreign], 100)).toEqual(['f\nInstance\n111122223333', 'f\nInstance\n444455556666']);
    expect(captions([here, there, foreign], 4)[1]).toBe('f\nEC2 Instance\n111122223333 · eu-west-1');
    // Where there are many, only those that nothing else tells apart.
    expect(captions([here, there, { ...role, region: 'us-west-2' }], 1000)).toEqual([
      'f\nus-west-2',
      'f\neu-west-1',
      'r',
    ]);
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
