import { describe, expect, test } from 'vitest';
import type { GraphPart } from '../view';
import { columns } from './columns';
import { layeredPicture } from './layered-picture';

function node(id: string, resourceType = 'AWS::EC2::Instance'): GraphPart['nodes'][number] {
  return { id, accountId: '111122223333', region: 'us-west-2', resourceType, resourceId: id, label: id, degree: 1 };
}

function edge(source: string, target: string, name = 'Is attached to'): GraphPart['edges'][number] {
  return { id: `${source}>${target}`, source, target, name };
}

const plain = { focus: [], open: [] };

describe('columns', () => {
  const sizes = { column: 300, besides: 220, row: 60, mostRows: 10 };

  test('lead from a volume over its instance to the subnet', () => {
    const flow = { nodes: ['s', 'v', 'i'].map((id) => ({ id })), edges: [edge('v', 'i'), edge('i', 's')] };
    const places = columns(flow, sizes);
    expect(['v', 'i', 's'].map((id) => places.get(id)?.x)).toEqual([0, 300, 600]);
  });

  test('end where relationships run in a circle', () => {
    const flow = { nodes: ['a', 'b'].map((id) => ({ id })), edges: [edge('a', 'b'), edge('b', 'a'), edge('a', 'a')] };
    expect(columns(flow, sizes).size).toBe(2);
  });

  test('stand beside each other where a step holds many, nothing on anything', () => {
    const ids = Array.from({ length: 45 }, (_, at) => `n${at}`);
    const flow = { nodes: [{ id: 'hub' }, ...ids.map((id) => ({ id }))], edges: ids.map((id) => edge(id, 'hub')) };
    const places = columns(flow, sizes);
    expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(46);
    expect(new Set(ids.map((id) => places.get(id)?.x)).size).toBe(5);
    expect(places.get('hub')?.x).toBeGreaterThan(Math.max(...ids.map((id) => places.get(id)?.x ?? 0)));
  });
});

describe('a layered picture', () => {
  const members = Array.from({ length: 7 }, (_, at) => ({ ...node(`i-${at}`), index: at }));
  const part = {
    nodes: [node('sg-1', 'AWS::EC2::SecurityGroup'), ...members, node('vol-1', 'AWS::EC2::Volume')],
    edges: [...members.map(({ id }) => edge(id, 'sg-1', 'Is associated with')), edge('vol-1', 'i-0')],
  };

  test('folds what is alike into one box with one counted edge, and nothing that leads on', () => {
    const { boxes, nodes, edges } = layeredPicture(part, plain);
    expect(boxes).toMatchObject([{ kind: 'alike', label: 'EC2 Instance', count: 6, folded: true }]);
    expect(nodes.map(({ id }) => id)).toEqual(['sg-1', 'i-0', 'vol-1']);
    expect(edges).toMatchObject([
      { source: 'i-0', target: 'sg-1' },
      { source: boxes[0]?.id, target: 'sg-1', count: 6, name: 'Is associated with' },
      { source: 'vol-1', target: 'i-0' },
    ]);
    expect(nodes.find(({ id }) => id === 'vol-1')?.missing).toBe(true);
  });

  test('unfolds a fold that is open, and never folds what was asked for', () => {
    const [fold] = layeredPicture(part, plain).boxes;
    expect(layeredPicture(part, { focus: [], open: [fold?.id ?? ''] }).boxes).toEqual([]);
    const focused = layeredPicture(part, { focus: ['i-3'], open: [] });
    expect(focused.boxes).toMatchObject([{ count: 5 }]);
    expect(focused.nodes.map(({ id }) => id)).toContain('i-3');
  });

  test('leads downwards where it is asked to', () => {
    const { boxes, nodes } = layeredPicture(part, { ...plain, layout: 'down' });
    const tops = new Map([...boxes, ...nodes].map(({ id, y }) => [id, y]));
    const [volume, instance, group] = ['vol-1', 'i-0', 'sg-1'].map((id) => tops.get(id) ?? 0);
    expect(volume).toBeLessThan(instance ?? 0);
    expect(instance).toBeLessThan(group ?? 0);
    expect(tops.get(boxes[0]?.id ?? '')).toBe(instance);
  });

  test.each([undefined, 'down'])('has everything in its own place (%s)', (layout) => {
    const { boxes, nodes } = layeredPicture(part, { focus: members.map(({ id }) => id), open: [], layout });
    const all = [...boxes, ...nodes];
    for (const a of all) {
      for (const b of all) {
        if (a === b) continue;
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart, `${a.id} and ${b.id}`).toBe(true);
      }
    }
  });
});
