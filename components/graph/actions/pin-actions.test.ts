import { expect, test, vi } from 'vitest';
import { mostPinned, readGraphUrl } from '../page/graph-url';
import type { GraphPlace } from '../page/use-graph-place';
import { pinActions } from './pin-actions';

function act(pin: string[], ids: string[]) {
  const change = vi.fn<GraphPlace['change']>();
  const state = { ...readGraphUrl(new URLSearchParams('bucket=b&key=k')), pin };
  const place: GraphPlace = { state, change, href: () => '', amend: () => undefined, follow: () => undefined };
  const [action] = pinActions(place, ids);
  if (action && 'act' in action) action.act();
  return [action?.title, change.mock.calls[0]?.[0].pin];
}

test('what is not pinned is pinned, all of it together, and unpinned where all of it is', () => {
  expect(act([], ['a'])).toEqual(['Pin', ['a']]);
  expect(act(['a'], ['a', 'b'])).toEqual(['Pin', ['a', 'b']]);
  expect(act(['a', 'b', 'c'], ['a', 'b'])).toEqual(['Unpin', ['c']]);
  expect(act(['a'], [])).toEqual([undefined, undefined]);
});

test('of more than may be pinned the last stay', () => {
  const many = Array.from({ length: mostPinned }, (_, at) => `n${at}`);
  expect(act(many, ['new'])).toEqual(['Pin', [...many.slice(1), 'new']]);
});
