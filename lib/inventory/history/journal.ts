import type { Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';

/** A configuration item as it was recorded, and the one of the same resource before it. */
export interface RecordedChange {
  /** Grows from change to change of an account and region; has gaps. */
  journalId: number;
  resourceType: string;
  resourceId: string;
  /** The item's text, as a snapshot file has it. */
  body: string;
  /** The text of the resource's item before; absent where there was none, or retention let it go. */
  previousBody?: string;
}

/** How much is read at once: at most `items`, and no more once their texts (both of each) reach `bytes`. */
export interface ChangeLimit {
  items: number;
  bytes: number;
}

/**
 * What was recorded after the change `after`, oldest first; empty when there is nothing more. At least one change is
 * given where there is one, however long its text.
 *
 * Who reads on from the last change given misses none: whoever records in an account and region holds a lock
 * (`lockRecording`) until its transaction has ended, so that no change with a smaller number appears later.
 */
export async function changesSince(
  database: Queryable,
  scope: Scope,
  after: number,
  limit: ChangeLimit,
): Promise<RecordedChange[]> {
  const { rows } = await database.query<{
    journal_id: string;
    resource_type: string;
    resource_id: string;
    body: string;
    previous_body: string | null;
  }>(
    `WITH next AS (
       SELECT account_id, region, type_key, resource_id, state_id, journal_id, body::text AS body, resource_type
       FROM configuration_items WHERE account_id = $1 AND region = $2 AND journal_id > $3
       ORDER BY journal_id LIMIT $4),
     paired AS (
       SELECT next.*, previous.body AS previous_body,
         sum(octet_length(next.body) + coalesce(octet_length(previous.body), 0))
           OVER (ORDER BY next.journal_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS bytes_before
       FROM next LEFT JOIN LATERAL (
         SELECT i.body::text AS body FROM configuration_items i
         WHERE i.account_id = next.account_id AND i.region = next.region AND i.type_key = next.type_key
           AND i.resource_id = next.resource_id AND i.state_id < next.state_id
         ORDER BY i.state_id DESC LIMIT 1) AS previous ON true)
     SELECT journal_id, resource_type, resource_id, body, previous_body FROM paired
     WHERE coalesce(bytes_before, 0) < $5 ORDER BY journal_id`,
    [scope.accountId, scope.region, after, limit.items, limit.bytes],
  );
  return rows.map((row) => ({
    journalId: Number(row.journal_id),
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    body: row.body,
    ...(row.previous_body === null ? {} : { previousBody: row.previous_body }),
  }));
}

/** The number of the newest change of `scope`; 0 where nothing was recorded yet. */
export async function newestChange(database: Queryable, scope: Scope): Promise<number> {
  const { rows } = await database.query<{ newest: string | null }>(
    'SELECT max(journal_id) AS newest FROM configuration_items WHERE account_id = $1 AND region = $2',
    [scope.accountId, scope.region],
  );
  return Number(rows[0]?.newest ?? 0);
}
