import type { Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';

/**
 * The accounts and Regions with aggregators that name this account and Region, that are not authorized, and whose request was not
 * deleted since one of them was last put; at most `limit` of those after `after`. Its own account needs no authorization, and so requests none.
 */
export async function listPendingRequests(
  database: Queryable,
  scope: Scope,
  page: { after?: Scope; limit: number },
): Promise<Scope[]> {
  const { rows } = await database.query<{ account_id: string; region: string }>(
    `SELECT DISTINCT g.account_id, g.region FROM configuration_aggregators g
     WHERE g.source_account_ids @> ARRAY[$1::text] AND (g.source_regions = '{}' OR $2 = ANY (g.source_regions))
       AND g.account_id <> $1
       AND NOT EXISTS (SELECT FROM aggregation_authorizations a
         WHERE a.account_id = $1 AND a.region = $2
           AND a.authorized_account_id = g.account_id AND a.authorized_region = g.region)
       AND NOT EXISTS (SELECT FROM dismissed_aggregation_requests d
         WHERE d.account_id = $1 AND d.region = $2
           AND d.requester_account_id = g.account_id AND d.requester_region = g.region)
       AND ($3::text IS NULL OR (g.account_id, g.region) > ($3, $4))
     ORDER BY g.account_id, g.region LIMIT $5`,
    [scope.accountId, scope.region, page.after?.accountId ?? null, page.after?.region ?? null, page.limit],
  );
  return rows.map((row) => ({ accountId: row.account_id, region: row.region }));
}

/** Deletes the request of an account and Region, until one of its aggregators is put again. Where none was made there is nothing to keep. */
export async function dismissPendingRequest(database: Queryable, scope: Scope, requester: Scope): Promise<void> {
  await database.query(
    `INSERT INTO dismissed_aggregation_requests (account_id, region, requester_account_id, requester_region)
     SELECT $1, $2, $3, $4
     WHERE EXISTS (SELECT FROM configuration_aggregators g
       WHERE g.account_id = $3 AND g.region = $4 AND g.source_account_ids @> ARRAY[$1::text])
     ON CONFLICT DO NOTHING`,
    [scope.accountId, scope.region, requester.accountId, requester.region],
  );
}
