import type { ItemFilter } from '../../reading/search/choose-items';
import type { ItemSearcher } from '../../reading/search/search-items';
import type { GraphNodes } from '../graph-nodes';
import type { NodeColumns } from '../node-columns';

/** Which nodes are looked at: 1 for each of them; undefined for all. */
export type NodeMask = Uint8Array | undefined;

/**
 * The nodes that a filter of items lets in; undefined where it lets in all. What is only referred to has an account, a Region and a type: a
 * filter that asks for anything else leaves it out.
 */
export async function maskOf(
  nodes: GraphNodes,
  columns: NodeColumns,
  items: ItemSearcher,
  filter: ItemFilter,
): Promise<NodeMask> {
  const chosen = await items.matching(filter);
  if (!chosen) return undefined;
  const mask = new Uint8Array(columns.nodeCount);
  for (const item of chosen) if (columns.notCurrent[item] !== 1) mask[item] = 1;
  if (asksForMore(filter)) return mask;
  const types = new Set(filter.types.map((type) => nodes.keys.find(type)));
  const lets = (wanted: readonly string[] | undefined, value: string) => !wanted?.length || wanted.includes(value);
  const isIn = columns.scopes.all().map((scope) => {
    return lets(filter.accounts, scope.accountId) && lets(filter.regions, scope.region);
  });
  for (let node = nodes.index.itemCount; node < columns.nodeCount; node++) {
    const isOfType = types.size === 0 || types.has(nodes.typeKey(columns, node));
    if (isOfType && isIn[columns.referredScope[node - nodes.index.itemCount] ?? 0]) mask[node] = 1;
  }
  return mask;
}

function asksForMore({ search, zones, statuses, tags, name, changedSince }: ItemFilter): boolean {
  const lists = [zones, statuses, tags];
  return search !== '' || Boolean(name) || Boolean(changedSince) || lists.some((list) => list && list.length > 0);
}
