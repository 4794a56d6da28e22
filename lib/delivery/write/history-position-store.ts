import type { Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';

/** A span of the journal of one type that is to become one file: after `after`, up to `until`. Its key stands fast. */
export interface HistoryWindow {
  typeKey: string;
  resourceType: string;
  after: number;
  until: number;
  bucket: string;
  key: string;
}

/** How far history was delivered. */
export interface HistoryPositions {
  /** Of every type. */
  all: number;
  /** Of types that are further. */
  types: Map<string, number>;
  /** Begun and not known to be delivered. */
  open: HistoryWindow[];
}

interface PositionRow {
  type_key: string;
  delivered_until: string;
  resource_type: string | null;
  window_until: string | null;
  bucket: string | null;
  object_key: string | null;
}

const everyType = '';

/** How far the history of `scope` was delivered; from the beginning where nothing was. */
export async function findHistoryPositions(database: Queryable, scope: Scope): Promise<HistoryPositions> {
  const { rows } = await database.query<PositionRow>(
    'SELECT * FROM history_positions WHERE account_id = $1 AND region = $2 ORDER BY type_key',
    [scope.accountId, scope.region],
  );
  const all = Number(rows.find(({ type_key }) => type_key === everyType)?.delivered_until ?? 0);
  const found: HistoryPositions = { all, types: new Map(), open: [] };
  for (const row of rows) {
    if (row.type_key === everyType) continue;
    const after = Math.max(all, Number(row.delivered_until));
    found.types.set(row.type_key, after);
    if (row.window_until !== null && row.bucket !== null && row.object_key !== null) {
      found.open.push({
        typeKey: row.type_key,
        resourceType: row.resource_type ?? row.type_key,
        after,
        until: Number(row.window_until),
        bucket: row.bucket,
        key: row.object_key,
      });
    }
  }
  return found;
}

/** Enters a window before its file is written, in the place of one that was given up. */
export async function openHistoryWindow(tx: Queryable, scope: Scope, window: HistoryWindow): Promise<void> {
  await tx.query(
    `INSERT INTO history_positions (account_id, region, type_key, delivered_until, resource_type, window_until, bucket,
       object_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (account_id, region, type_key) DO UPDATE SET delivered_until = excluded.delivered_until,
       resource_type = excluded.resource_type, window_until = excluded.window_until, bucket = excluded.bucket,
       object_key = excluded.object_key`,
    [
      scope.accountId,
      scope.region,
      window.typeKey,
      window.after,
      window.resourceType,
      window.until,
      window.bucket,
      window.key,
    ],
  );
}

/** Notes that the file of a window was delivered. */
export async function closeHistoryWindow(
  tx: Queryable,
  scope: Scope,
  { typeKey, until }: HistoryWindow,
): Promise<void> {
  await tx.query(
    `UPDATE history_positions SET delivered_until = $4, window_until = NULL, bucket = NULL, object_key = NULL
     WHERE account_id = $1 AND region = $2 AND type_key = $3`,
    [scope.accountId, scope.region, typeKey, until],
  );
}

/** Notes that every type was delivered up to `until`. */
export async function deliveredHistoryUntil(tx: Queryable, scope: Scope, until: number): Promise<void> {
  await tx.query(
    `INSERT INTO history_positions (account_id, region, type_key, delivered_until) VALUES ($1, $2, '${everyType}', $3)
     ON CONFLICT (account_id, region, type_key) DO UPDATE
       SET delivered_until = greatest(history_positions.delivered_until, excluded.delivered_until)`,
    [scope.accountId, scope.region, until],
  );
  await tx.query(
    `DELETE FROM history_positions WHERE account_id = $1 AND region = $2 AND type_key <> '${everyType}'
       AND window_until IS NULL AND delivered_until <= $3`,
    [scope.accountId, scope.region, until],
  );
}

/** Which of `keys` were delivered into the bucket before. */
export async function deliveredKeys(
  database: Queryable,
  bucket: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const { rows } = await database.query<{ object_key: string }>(
    'SELECT DISTINCT object_key FROM delivery_objects WHERE bucket = $1 AND object_key = ANY ($2)',
    [bucket, keys],
  );
  return new Set(rows.map(({ object_key }) => object_key));
}
