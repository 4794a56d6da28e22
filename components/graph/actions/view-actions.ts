import type { GraphState } from '../page/graph-url';
import type { Action } from './action';

type To = Partial<GraphState> & Pick<GraphState, 'view'>;

/** The views that begin at a resource. */
const viewsOfResource: readonly { title: string; to: To }[] = [
  { title: 'Neighborhood', to: { view: 'neighborhood' } },
  { title: 'What depends on this', to: { view: 'impact', direction: 'in' } },
  { title: 'What this depends on', to: { view: 'impact', direction: 'out' } },
  { title: 'Path from here', to: { view: 'path' } },
];

/**
 * The other views of a resource, but for the one that the page shows already.
 *
 * @param start where a path to the resource would begin, and what that is called
 */
export function viewActions(state: GraphState, id: string, start?: { id: string; name: string }): Action[] {
  const begin = (to: To): To => ({ ...to, focus: [id], ...opened(to.view, id) });
  const found: Action[] = viewsOfResource
    .filter(({ to }) => !isAlready(state, { ...to, focus: [id] }))
    .map(({ title, to }) => ({ title, to: begin(to) }));
  if (start === undefined || start.id === id) return found;
  const path: To = { view: 'path', focus: [start.id, id] };
  if (isAlready(state, path)) return found;
  return [...found, { title: `Path from ${start.name} to here`, to: { ...path, ...opened('path', id) } }];
}

/** The same of a resource that was removed since an earlier snapshot: in that one, where it is. */
export function viewActionsInEarlier({ against, ...state }: GraphState, id: string): Action[] {
  if (against === undefined) return [];
  const earlier = { key: against, against: undefined, at: undefined };
  return viewActions({ ...state, ...earlier }, id).map((action) =>
    'to' in action ? { ...action, to: { ...action.to, ...earlier } } : action,
  );
}

/** The views of several resources together. */
export function viewsOfSeveral(ids: readonly string[]): Action[] {
  if (ids.length < 2) return [];
  const alone = { item: undefined, details: false };
  const near: Action = { title: 'Neighborhood', to: { view: 'neighborhood', focus: [...ids], ...alone } };
  if (ids.length > 2) return [near];
  return [near, { title: 'Path between them', to: { view: 'path', focus: [...ids], ...alone } }];
}

/** Whether the page shows just that. */
function isAlready(state: GraphState, to: Partial<GraphState>): boolean {
  return Object.entries(to).every(
    ([name, value]) => JSON.stringify(state[name as keyof GraphState]) === JSON.stringify(value),
  );
}

/** What depends on what is told in words beside the picture: the item makes room for them. */
function opened(view: GraphState['view'], id: string): Partial<GraphState> {
  if (view === 'impact') return { chosen: id, item: undefined, details: false, list: true };
  return view === 'path' ? { chosen: id, item: undefined, details: false } : { chosen: id };
}
