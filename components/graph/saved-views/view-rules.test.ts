import { expect, test } from 'vitest';
import { viewRules } from '@/lib/api/contract/saved-views';
import { pictureStateOf, readGraphUrl } from '../page/graph-url';
import { rulesOf, stateOfRules } from './view-rules';

const stateOf = (query: string) => readGraphUrl(new URLSearchParams(query));

test('a view is what is shown and how, without the document and what is open beside it', () => {
  const state = stateOf(
    'bucket=b&key=k&view=neighborhood&focus=a%2Fb&focus=c&hops=3&types=AWS::EC2::Volume&chosen=x&item=4&list=on&against=e',
  );
  const rules = rulesOf(pictureStateOf(state));
  expect(rules).toEqual({ view: ['neighborhood'], focus: ['a/b', 'c'], hops: ['3'], types: ['AWS::EC2::Volume'] });
  expect(viewRules.parse(rules)).toEqual(rules);
  expect(stateOfRules(rules)).toEqual(pictureStateOf(state));
});

test('a view changes back all that another one changed', () => {
  const only = stateOf('bucket=b&key=k&only=x&lines=all&derived=off&types=AWS::EC2::Volume');
  const plain = pictureStateOf(stateOf('bucket=b&key=k'));
  expect(pictureStateOf({ ...only, ...stateOfRules(rulesOf(plain)) })).toEqual(plain);
});

test('the plain map is a view without a rule, and rules that nobody knows change nothing', () => {
  const plain = pictureStateOf(stateOf('bucket=b&key=k'));
  expect(rulesOf(plain)).toEqual({});
  expect(stateOfRules({ view: ['of a later version'], what: ['x'], hops: ['99'] })).toEqual(plain);
});
