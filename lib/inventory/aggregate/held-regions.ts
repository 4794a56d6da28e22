import type { Queryable } from '../../database/database';

/** The Regions in which anything was ever recorded of an account, in order. One step in the index for each, however many items there are. */
export async function listHeldRegions(database: Queryable, accountId: string): Promise<string[]> {
  const { rows } = await database.query<{ region: string }>(
    `WITH RECURSIVE held (region) AS (
       (SELECT region FROM configuration_items WHERE account_id = $1 AND is_current ORDER BY region LIMIT 1)
       UNION ALL
       SELECT (SELECT i.region FROM configuration_items i
               WHERE i.account_id = $1 AND i.is_current AND i.region > held.region ORDER BY i.region LIMIT 1)
       FROM held WHERE held.region IS NOT NULL)
     SELECT region FROM held WHERE region IS NOT NULL`,
    [accountId],
  );
  return rows.map(({ region }) => region);
}
