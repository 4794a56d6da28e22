import type { Queryable } from '../../database/database';
import {
  type Attempt,
  type AttemptRow,
  attemptOf,
  type DeliveryKind,
  type DeliveryTrigger,
  running,
} from './attempt-store';

/** Which attempts are asked for; what is absent does not matter. */
export interface AttemptFilter {
  status?: 'running' | 'delivered' | 'failed';
  trigger?: DeliveryTrigger;
  kind?: DeliveryKind;
  region?: string;
}

/** Where a page ended: the next one begins with what was asked for before this, or at the same time under a lower id. */
export interface AttemptPlace {
  requestedAt: Date;
  configSnapshotId: string;
}

const statuses = {
  running,
  delivered: `phase = 'delivered'`,
  failed: `phase = 'failed'`,
};

/** Attempts of an account, in whatever Region, newest first, at most `limit`. */
export async function listAttempts(
  database: Queryable,
  accountId: string,
  { filter = {}, after, limit }: { filter?: AttemptFilter; after?: AttemptPlace; limit: number },
): Promise<Attempt[]> {
  const { rows } = await database.query<AttemptRow>(
    `SELECT * FROM delivery_attempts
     WHERE account_id = $1 AND ($2::text IS NULL OR region = $2) AND ($3::text IS NULL OR trigger = $3) AND ($4::text IS NULL OR kind = $4)
       AND ($5::timestamptz IS NULL OR (requested_at, config_snapshot_id) < ($5, $6::uuid))
       AND ${filter.status ? statuses[filter.status] : 'true'}
     ORDER BY requested_at DESC, config_snapshot_id DESC LIMIT $7`,
    [
      accountId,
      filter.region ?? null,
      filter.trigger ?? null,
      filter.kind ?? null,
      after?.requestedAt ?? null,
      after?.configSnapshotId ?? null,
      limit,
    ],
  );
  return rows.map(attemptOf);
}

/** One attempt of an account, in whatever Region, or undefined. */
export async function findAttempt(database: Queryable, accountId: string, id: string): Promise<Attempt | undefined> {
  const { rows } = await database.query<AttemptRow>(
    'SELECT * FROM delivery_attempts WHERE account_id = $1 AND config_snapshot_id = $2',
    [accountId, id],
  );
  return rows[0] && attemptOf(rows[0]);
}

/** The Regions of an account that have attempts, in order of their names. Takes one look at an index for each, however many attempts. */
export async function listAttemptRegions(database: Queryable, accountId: string): Promise<string[]> {
  const { rows } = await database.query<{ region: string }>(
    `WITH RECURSIVE found AS (
       SELECT min(region) AS region FROM delivery_attempts WHERE account_id = $1
       UNION ALL
       SELECT (SELECT min(a.region) FROM delivery_attempts a WHERE a.account_id = $1 AND a.region > found.region)
       FROM found WHERE found.region IS NOT NULL
     )
     SELECT region FROM found WHERE region IS NOT NULL`,
    [accountId],
  );
  return rows.map(({ region }) => region);
}

/** Deletes the record of attempts that ended before `before`; what they delivered stays. */
export async function deleteOldAttempts(database: Queryable, before: Date): Promise<number> {
  const { rowCount } = await database.query('DELETE FROM delivery_attempts WHERE finished_at < $1', [before]);
  return rowCount;
}
