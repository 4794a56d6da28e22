import type { Picture, PictureNode } from '@/lib/graph/picture';
import { scopeText, shownScopes } from '@/lib/items/shown-scopes';

/** Above this many, only what nothing else tells apart bears its account and Region. */
const many = 200;

/** Account and Region of a resource as they are told beside its name. */
export type ScopeTextOf = (node: PictureNode) => string;

/**
 * How account and Region of what is drawn are told: only where there are several and no boxes tell them. `111122223333 · eu-west-1`;
 * empty where neither is told.
 */
export function drawnScopes({ boxes, nodes }: Picture): ScopeTextOf {
  if (boxes.some(({ kind }) => kind === 'account' || kind === 'region')) return () => '';
  const shown = shownScopes({
    accountIds: nodes.map(({ accountId }) => accountId),
    regions: nodes.map(({ region }) => region),
  });
  if (nodes.length <= many) return (node) => scopeText(node, shown);
  const counts = new Map<string, number>();
  for (const node of nodes) counts.set(captionKey(node), (counts.get(captionKey(node)) ?? 0) + 1);
  return (node) => ((counts.get(captionKey(node)) ?? 0) > 1 ? scopeText(node, shown) : '');
}

/** What two nodes have in common that look alike on the canvas. */
function captionKey({ label, resourceType }: PictureNode): string {
  return JSON.stringify([label, resourceType]);
}
