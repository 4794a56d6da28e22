import { expect, test } from 'vitest';
import { DerivedBuilder } from '../../graph/impact/derived-columns';
import { item } from '../../graph/map/test-map';
import { indexOfPlain } from '../../index/test-index';
import { TimeSlicer } from '../../index/time-slicer';
import { countRelationships } from './count-relationships';

test('names of relationships are counted by the items that tell them, recorded or derived', async () => {
  const { index } = await indexOfPlain([
    item('Instance', 'i-1', {
      in: [
        ['Volume', 'vol-1', 'Is attached to Volume'],
        ['Volume', 'vol-2', 'Is attached to Volume'],
        ['Role', 'role', 'Is associated with '],
      ],
    }),
    item('Instance', 'i-2', { in: [['Role', 'role', 'Is associated with']] }),
    item('Volume', 'vol-1'),
  ]);
  const builder = new DerivedBuilder();
  builder.add(0, 2, 'Uses', 'configuration.a');
  builder.add(1, 2, 'Is associated with ', 'configuration.b');
  const derived = await builder.finish(3, new TimeSlicer());
  expect(await countRelationships(index, undefined, { derived: undefined, limit: 10 })).toEqual({
    total: 3,
    values: [
      { value: 'Is associated with', count: 2 },
      { value: 'Is attached to Volume', count: 1 },
    ],
    distinct: 2,
  });
  const all = await countRelationships(index, undefined, { derived, limit: 2 });
  expect(all.values).toEqual([
    { value: 'Is associated with', count: 2 },
    { value: 'Is attached to Volume', count: 1 },
  ]);
  expect(all.distinct).toBe(3);
  const chosen = await countRelationships(index, Uint32Array.of(0), { derived, limit: 10 });
  expect(chosen.values.map(({ value }) => value)).toEqual(['Is associated with', 'Is attached to Volume', 'Uses']);
});
