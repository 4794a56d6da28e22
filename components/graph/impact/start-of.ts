import type { GraphState } from '../page/graph-url';

/** The resource at which a view begins: the focus, else what was chosen in another view, unless that is a box (`zone:…`). */
export function startOf({ focus, chosen }: Pick<GraphState, 'focus' | 'chosen'>): string | undefined {
  return focus[0] ?? (chosen !== undefined && /^[^:/]*\//.test(chosen) ? chosen : undefined);
}
