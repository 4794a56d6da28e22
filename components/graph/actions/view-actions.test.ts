import { expect, test } from 'vitest';
import { readGraphUrl } from '../page/graph-url';
import { viewActions, viewActionsInEarlier, viewsOfSeveral } from './view-actions';

const stateOf = (query: string) => readGraphUrl(new URLSearchParams(`bucket=b&key=k&${query}`));
const titles = (query: string, start?: string) =>
  viewActions(stateOf(query), 'v', start === undefined ? undefined : { id: start, name: start }).map(
    ({ title }) => title,
  );

test('every view of a resource is offered but the one that is shown', () => {
  expect(titles('')).toEqual(['Neighborhood', 'What depends on this', 'What this depends on', 'Path from here']);
  expect(titles('view=neighborhood&focus=v')).not.toContain('Neighborhood');
  expect(titles('view=neighborhood&focus=w')).toContain('Neighborhood');
  expect(titles('view=impact&direction=in&focus=v')).toEqual([
    ...['Neighborhood', 'What this depends on', 'Path from here'],
  ]);
});

test('the views of what was removed are those of the earlier snapshot, in which it is', () => {
  const actions = viewActionsInEarlier(stateOf('against=before'), 'v');
  expect(actions.map(({ title }) => title)).toEqual(titles(''));
  for (const action of actions)
    expect(action).toMatchObject({ to: { key: 'before', against: undefined, focus: ['v'] } });
});

test('several resources have a neighborhood together, and two of them a path', () => {
  expect(viewsOfSeveral(['a', 'b', 'c'])).toMatchObject([{ title: 'Neighborhood', to: { focus: ['a', 'b', 'c'] } }]);
  expect(viewsOfSeveral(['a', 'b']).map(({ title }) => title)).toEqual(['Neighborhood', 'Path between them']);
  expect(viewsOfSeveral(['a'])).toEqual([]);
});

test('a path is offered from where one begins, and not to itself', () => {
  expect(titles('', 'i')).toContain('Path from i to here');
  expect(titles('', 'v')).not.toContain('Path from v to here');
  expect(titles('view=path&focus=i&focus=v', 'i')).not.toContain('Path from i to here');
  expect(viewActions(stateOf(''), 'v', { id: 'i', name: 'web' }).at(-1)).toMatchObject({
    to: { view: 'path', focus: ['i', 'v'], chosen: 'v' },
  });
});
