import { expect, test } from 'vitest';
import { mostChosen } from '../page/graph-url';
import { choiceOf, chosenIds, toggled } from './chosen-ids';

test('several are chosen together, each once', () => {
  expect(chosenIds(choiceOf(['a', 'b', 'a']))).toEqual(['a', 'b']);
  expect(choiceOf(['a', 'b'])).toEqual({ chosen: 'a', also: ['a', 'b'] });
  expect(choiceOf(['a'])).toEqual({ chosen: 'a', also: [] });
  expect(chosenIds(choiceOf([]))).toEqual([]);
});

test('what is kept stays chosen while one walks on', () => {
  expect(chosenIds({ chosen: 'c', also: ['a', 'b'] })).toEqual(['c', 'a', 'b']);
  expect(chosenIds({ chosen: undefined, also: [] })).toEqual([]);
});

test('one is added, and taken out again', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});

test('of more than a URL holds the first are chosen', () => {
  const many = Array.from({ length: mostChosen + 20 }, (_, at) => `n${at}`);
  expect(chosenIds(choiceOf(many))).toEqual(many.slice(0, mostChosen));
});
