import type { Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';

/** When each type of a source was last recorded whole as a daily one, by the key of the type. */
export async function findDailyRecordings(
  database: Queryable,
  scope: Scope,
  source: string,
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await database.query<{ type_key: string; recorded_at: Date }>(
    'SELECT type_key, recorded_at FROM daily_recordings WHERE account_id = $1 AND region = $2 AND source = $3',
    [scope.accountId, scope.region, source],
  );
  return new Map(rows.map(({ type_key, recorded_at }) => [type_key, recorded_at]));
}

/** Notes that daily types of a source were recorded whole. */
export async function saveDailyRecordings(
  tx: Queryable,
  scope: Scope,
  source: string,
  typeKeys: readonly string[],
  now: Date,
): Promise<void> {
  if (typeKeys.length === 0) return;
  await tx.query(
    `INSERT INTO daily_recordings (account_id, region, source, type_key, recorded_at)
     SELECT $1, $2, $3, type_key, $5 FROM unnest($4::text[]) AS each (type_key)
     ON CONFLICT (account_id, region, source, type_key) DO UPDATE SET recorded_at = excluded.recorded_at`,
    [scope.accountId, scope.region, source, typeKeys, now],
  );
}
