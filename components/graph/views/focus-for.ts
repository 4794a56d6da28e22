import type { GraphState } from '../page/graph-url';
import { isResourceId } from './resource-id';

/**
 * The resources at which the next view begins: what is chosen on the map or among everything, unless that is a box (`zone:…`); from a view
 * that begins at resources itself, the same ones.
 */
export function focusFor({ view, focus, chosen }: Pick<GraphState, 'view' | 'focus' | 'chosen'>): string[] {
  const isOfAll = view === 'map' || view === 'everything';
  return isOfAll && chosen !== undefined && isResourceId(chosen) ? [chosen] : focus;
}
