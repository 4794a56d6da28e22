import { unfolded } from '../map/fold';
import type { GraphPlace } from '../page/use-graph-place';
import type { Action } from './action';

/** What can be done with a fold of what is alike. */
export function unfoldActions({ state, change }: GraphPlace, id: string): Action[] {
  return [{ title: 'Unfold', icon: 'treeview-expand', act: () => change(unfolded(state, id)) }];
}
