import { expect, test } from 'vitest';
import { alongPaths, dependencyArrows, stillReached } from './arrows';

const edge = (source: string, target: string, name: string, dependent: 'source' | 'target' | 'both') => ({
  id: `${source} ${name} ${target}`,
  source,
  target,
  name,
  dependent,
});

test('arrows lead from what depends to what it depends on, in words that read that way', () => {
  const arrows = dependencyArrows([
    edge('instance', 'subnet', 'Is contained in Subnet', 'source'),
    { ...edge('volume', 'instance', 'Is attached to Instance', 'target'), reverseName: 'Is attached to Volume' },
    edge('listener', 'balancer', 'Is contained in', 'target'),
    edge('a', 'b', 'Is associated with', 'both'),
  ]);
  expect(arrows.map(({ source, name, target }) => `${source} ${name} ${target}`)).toEqual([
    'instance Is contained in Subnet subnet',
    'instance Is attached to Volume volume',
    'balancer ← Is contained in listener',
    'a Is associated with b',
  ]);
});

test('along paths, arrows lead from the one end to the other', () => {
  const paths = [['instance', 'subnet', 'gateway']];
  const edges = [
    { id: '1', source: 'instance', target: 'subnet', name: 'Is contained in Subnet' },
    { id: '2', source: 'gateway', target: 'subnet', name: 'Is contained in', reverseName: 'Contains' },
  ];
  expect(alongPaths({ paths, edges }).map(({ source, name, target }) => `${source} ${name} ${target}`)).toEqual([
    'instance Is contained in Subnet subnet',
    'subnet Contains gateway',
  ]);
});

test('without some relationships, what they alone led to is gone', () => {
  const nodes = ['b', 'c', 'd'].map((id) => ({ id }));
  const arrows = [
    { source: 'a', target: 'b' },
    { source: 'b', target: 'c' },
  ];
  expect(stillReached('a', nodes, arrows, 'dependencies').map(({ id }) => id)).toEqual(['b', 'c']);
  const before = ['a', 'b', 'd'].map((id) => ({ id }));
  expect(stillReached('c', before, arrows, 'dependents').map(({ id }) => id)).toEqual(['a', 'b']);
});
