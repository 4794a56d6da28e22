import type { Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';
import { recordedNow } from '../current/recorded-now';

/** For how many days configuration items are kept; undefined where nothing was set (AWS then keeps 2,557 days). */
export async function findRetention(database: Queryable, scope: Scope): Promise<number | undefined> {
  const { rows } = await database.query<{ days: number }>(
    `SELECT retention_period_in_days AS days FROM retention_configurations WHERE account_id = $1 AND region = $2`,
    [scope.accountId, scope.region],
  );
  return rows[0]?.days;
}

export async function saveRetention(database: Queryable, scope: Scope, days: number): Promise<void> {
  await database.query(
    `INSERT INTO retention_configurations (account_id, region, retention_period_in_days) VALUES ($1, $2, $3)
     ON CONFLICT (account_id, region) DO UPDATE SET retention_period_in_days = excluded.retention_period_in_days`,
    [scope.accountId, scope.region, days],
  );
}

export async function deleteRetention(database: Queryable, scope: Scope): Promise<void> {
  await database.query('DELETE FROM retention_configurations WHERE account_id = $1 AND region = $2', [
    scope.accountId,
    scope.region,
  ]);
}

/** AWS's own period where nothing was set. */
const defaultDays = 2557;

/**
 * Deletes what every account and region keeps no longer: items older than its period that are history, and the whole record of
 * resources deleted before then. What exists is always kept, however old.
 *
 * @returns how many items were deleted.
 */
export async function enforceRetention(database: Queryable, now: Date): Promise<number> {
  const { rowCount } = await database.query(
    `DELETE FROM configuration_items i
     WHERE (NOT i.is_current OR NOT (${recordedNow('i.')}))
       AND i.capture_time < $1::timestamptz - make_interval(days => coalesce(
         (SELECT r.retention_period_in_days FROM retention_configurations r
          WHERE r.account_id = i.account_id AND r.region = i.region), $2))`,
    [now, defaultDays],
  );
  return rowCount;
}
