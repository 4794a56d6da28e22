import { mostPinned } from '../page/graph-url';
import type { GraphPlace } from '../page/use-graph-place';
import type { Action } from './action';

/** Pins resources, so that they stay drawn whatever is folded; or no longer, where all of them are pinned. */
export function pinActions({ state: { pin }, change }: GraphPlace, ids: readonly string[]): Action[] {
  if (ids.length === 0) return [];
  if (ids.every((id) => pin.includes(id))) {
    return [{ title: 'Unpin', act: () => change({ pin: pin.filter((id) => !ids.includes(id)) }) }];
  }
  return [{ title: 'Pin', act: () => change({ pin: [...new Set([...pin, ...ids])].slice(-mostPinned) }) }];
}
