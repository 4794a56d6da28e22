import { expect, test } from 'vitest';
import { noFilter } from '../page/graph-url';
import { filterWords } from './filter-words';

test('a filter is told where there is one, with how many stand out where it hides none', () => {
  const tags = ['Team'];
  expect(filterWords({ ...noFilter, unmatched: 'dim' }, 9)).toEqual([]);
  expect(filterWords({ ...noFilter, tags, unmatched: 'hide' }, 9)).toEqual(['A filter hides the others.']);
  expect(filterWords({ ...noFilter, tags, unmatched: 'dim' }, 1204)).toEqual([
    '1,204 match the filter; the others are dimmed.',
  ]);
  expect(filterWords({ ...noFilter, tags, unmatched: 'dim' }, 1)[0]).toMatch(/^1 matches/);
});
