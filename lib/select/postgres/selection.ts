import { normalizeType } from '../../items/resource-type';
import type { ScopeSelection } from '../../items/scope';
import type { Parameters } from './predicate';

/**
 * The items of a selection as SQL: what stands in FROM, named `i`, and conditions on it. Of several accounts and Regions each is looked up by
 * itself and before any condition of the query (OFFSET 0 keeps PostgreSQL from turning that round): a condition on a configuration is dear,
 * and items that are not selected are nobody's to be asked.
 */
export function selectedItems(
  { scopes, resourceTypes }: ScopeSelection,
  parameters: Parameters,
): { from: string; conditions: string[] } {
  const ofTypes = resourceTypes
    ? [`i.type_key = ANY (${parameters.add(resourceTypes.map(normalizeType))}::text[])`]
    : [];
  const [first, ...others] = scopes;
  if (first && others.length === 0) {
    const [account, region] = [parameters.add(first.accountId), parameters.add(first.region)];
    const conditions = [`i.account_id = ${account}`, `i.region = ${region}`, 'i.is_current', ...ofTypes];
    return { from: 'configuration_items i', conditions };
  }
  const accounts = parameters.add(scopes.map(({ accountId }) => accountId));
  const regions = parameters.add(scopes.map(({ region }) => region));
  const from = `unnest(${accounts}::text[], ${regions}::text[]) AS scope (account_id, region)
    CROSS JOIN LATERAL (SELECT * FROM configuration_items c
      WHERE c.account_id = scope.account_id AND c.region = scope.region AND c.is_current OFFSET 0) i`;
  return { from, conditions: ofTypes };
}
