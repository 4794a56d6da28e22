import { scopeParts, scopeText, shownScopes } from '@/lib/items/shown-scopes';
import type { Drawing, DrawnNode } from './drawing';

/** How account and Region of what is drawn are told: only where there are several. */
export interface DrawnScopes {
  /** `111122223333 · eu-west-1`; empty where neither is told. */
  textOf(node: DrawnNode): string;
  /** The same, each for itself. */
  partsOf(node: DrawnNode): string[];
  /** Whether another node that is drawn has the same label and type: then only its account and Region tell them apart. */
  isAmbiguous(node: DrawnNode): boolean;
}

/** Which of account and Region are told of the nodes of a drawing. */
export function drawnScopes({ nodes }: Drawing): DrawnScopes {
  const shown = shownScopes({
    accountIds: nodes.map(({ accountId }) => accountId),
    regions: nodes.map(({ region }) => region),
  });
  const counts = new Map<string, number>();
  for (const node of nodes) counts.set(captionKey(node), (counts.get(captionKey(node)) ?? 0) + 1);
  return {
    textOf: (node) => scopeText(node, shown),
    partsOf: (node) => scopeParts(node, shown),
    isAmbiguous: (node) => (counts.get(captionKey(node)) ?? 0) > 1,
  };
}

/** What two nodes have in common that look alike on the canvas. */
function captionKey({ label, resourceType }: DrawnNode): string {
  return JSON.stringify([label, resourceType]);
}
