import type { Database, Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';

/** What was recorded of one type in a span of the journal. */
export interface TypeChanges {
  typeKey: string;
  resourceType: string;
  count: number;
  firstCaptureTime: Date;
  lastCaptureTime: Date;
}

/** How far each type was read before: `all` is for those that `types` does not name. Numbers are journal ids. */
export interface JournalPositions {
  all: number;
  types: ReadonlyMap<string, number>;
}

/**
 * The types of which something was recorded after their positions, and up to where. Whoever records holds the recording lock from
 * the first journal id to the commit: what is seen up to `until` is all that there will ever be.
 */
export async function changesAfter(
  database: Queryable,
  scope: Scope,
  { all, types }: JournalPositions,
): Promise<{ until: number; types: TypeChanges[] }> {
  const { rows } = await database.query<{
    type_key: string;
    resource_type: string;
    count: string;
    first: Date;
    last: Date;
    until: string;
  }>(
    `SELECT i.type_key, max(i.resource_type) AS resource_type, count(*) AS count, min(i.capture_time) AS first,
       max(i.capture_time) AS last, max(i.journal_id) AS until
     FROM configuration_items i
     LEFT JOIN unnest($4::text[], $5::bigint[]) AS reached (type_key, journal_id) USING (type_key)
     WHERE i.account_id = $1 AND i.region = $2 AND i.journal_id > $3
       AND i.journal_id > coalesce(reached.journal_id, 0)
     GROUP BY i.type_key ORDER BY i.type_key`,
    [scope.accountId, scope.region, all, [...types.keys()], [...types.values()]],
  );
  return {
    until: Math.max(all, ...rows.map(({ until }) => Number(until))),
    types: rows.map((row) => ({
      typeKey: row.type_key,
      resourceType: row.resource_type,
      count: Number(row.count),
      firstCaptureTime: row.first,
      lastCaptureTime: row.last,
    })),
  };
}

/** The items of one type after one position in the journal, up to and with another. */
export interface HistorySpan {
  typeKey: string;
  after: number;
  until: number;
}

/** The texts of the items of one type in a span of the journal, as `streamCurrent`, in the order in which they were recorded. */
export function streamHistory(
  database: Database,
  scope: Scope,
  { typeKey, after, until }: HistorySpan,
): ReturnType<Database['streamJoined']> {
  return database.streamJoined(
    `SELECT coalesce(file_body, body) FROM configuration_items
     WHERE account_id = $1 AND region = $2 AND type_key = $3 AND journal_id > $4 AND journal_id <= $5 ORDER BY journal_id`,
    [scope.accountId, scope.region, typeKey, after, until],
  );
}
