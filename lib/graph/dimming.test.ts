import { expect, test } from 'vitest';
import { dimUnmatched, isNamed } from './dimming';

const attached = { source: 'volume', target: 'instance', name: 'Is attached to Instance', reverseName: 'Attaches' };
const contained = { source: 'instance', target: 'subnet', name: 'Is contained in Subnet' };

test('a relationship is known by the name that either of its ends gives it', () => {
  expect(isNamed(attached, ['Is attached to Instance'])).toBe(true);
  expect(isNamed(attached, ['Attaches'])).toBe(true);
  expect(isNamed(attached, ['Is contained in Subnet'])).toBe(false);
  expect(isNamed(attached, [])).toBe(true);
});

test('what does not match is dimmed, and so is what leads there or is called otherwise', () => {
  const dimmedOf = (names: string[], ...hidden: string[]) => {
    const nodes = ['volume', 'instance', 'subnet'].map((id) => ({ id }));
    const part = dimUnmatched<{ id: string; dimmed?: true }, typeof contained & { dimmed?: true }>(
      { nodes, edges: [attached, contained] },
      { matches: ({ id }) => !hidden.includes(id), names },
    );
    const all = [...part.nodes, ...part.edges.map(({ name, ...edge }) => ({ id: name, ...edge }))];
    return all.filter(({ dimmed }) => dimmed).map(({ id }) => id);
  };
  expect(dimmedOf([])).toEqual([]);
  expect(dimmedOf(['Attaches'])).toEqual(['Is contained in Subnet']);
  expect(dimmedOf([], 'subnet')).toEqual(['subnet', 'Is contained in Subnet']);
  expect(dimmedOf(['Attaches'], 'volume')).toEqual(['volume', 'Is attached to Instance', 'Is contained in Subnet']);
});
