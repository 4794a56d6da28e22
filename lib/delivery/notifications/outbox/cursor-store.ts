import type { Queryable } from '../../../database/database';
import type { Scope } from '../../../items/scope';

/** Who is told: the topic of a channel, or the webhook of the settings. */
export type Receiver = 'topic' | 'webhook';

/** How far one receiver of one account and region has been sent what is recorded; the rows of `notification_lanes`. */
export interface ReceiverCursor {
  scope: Scope;
  receiver: Receiver;
  /** The newest change that the receiver took, or need not be told of. */
  journalId: number;
  /** Failures in a row. */
  failures: number;
}

/** A process that has not renewed its lease for this long is taken for dead. Longer than the sender takes for one turn. */
const lease = `now() + interval '30 seconds'`;

interface CursorRow {
  account_id: string;
  region: string;
  receiver: Receiver;
  journal_id: string;
  failures: number;
}

function cursorOf(row: CursorRow): ReceiverCursor {
  return {
    scope: { accountId: row.account_id, region: row.region },
    receiver: row.receiver,
    journalId: Number(row.journal_id),
    failures: row.failures,
  };
}

const thisCursor = 'account_id = $1 AND region = $2 AND receiver = $3';
const keyOf = ({ scope, receiver }: ReceiverCursor) => [scope.accountId, scope.region, receiver];

/**
 * Begins to tell the topic of `scope` of what comes after the change `journalId`. Where a topic is told already, another one goes on
 * where that one stood, and what failed is tried again at once.
 */
export async function openTopicCursor(tx: Queryable, scope: Scope, journalId: number): Promise<void> {
  await tx.query(
    `INSERT INTO notification_lanes (account_id, region, receiver, journal_id) VALUES ($1, $2, 'topic', $3)
     ON CONFLICT (account_id, region, receiver) DO UPDATE SET failures = 0, retry_at = NULL`,
    [scope.accountId, scope.region, journalId],
  );
}

/** Ends the telling of the topic of `scope`: what it was not told of yet, it never will be. */
export async function closeTopicCursor(tx: Queryable, scope: Scope): Promise<void> {
  const values = [scope.accountId, scope.region];
  await tx.query(
    `DELETE FROM notification_outbox WHERE account_id = $1 AND region = $2 AND receiver = 'topic'`,
    values,
  );
  await tx.query(`DELETE FROM notification_lanes WHERE account_id = $1 AND region = $2 AND receiver = 'topic'`, values);
}

/** The cursors that may be tried at `now` and that no other process holds. */
export async function listDueCursors(database: Queryable, owner: string, now: Date): Promise<ReceiverCursor[]> {
  const { rows } = await database.query<CursorRow>(
    `SELECT account_id, region, receiver, journal_id, failures FROM notification_lanes
     WHERE (retry_at IS NULL OR retry_at <= $2) AND (owner IS NULL OR owner = $1 OR lease_expires_at < now())
     ORDER BY account_id, region, receiver`,
    [owner, now],
  );
  return rows.map(cursorOf);
}

/** Takes a cursor for this process. False when another one holds it, or has advanced it meanwhile. */
export async function claimCursor(database: Queryable, cursor: ReceiverCursor, owner: string): Promise<boolean> {
  const { rowCount } = await database.query(
    `UPDATE notification_lanes SET owner = $4, lease_expires_at = ${lease}
     WHERE ${thisCursor} AND journal_id = $5 AND (owner IS NULL OR owner = $4 OR lease_expires_at < now())`,
    [...keyOf(cursor), owner, cursor.journalId],
  );
  return rowCount === 1;
}

/** Where a turn left a cursor. */
export interface CursorProgress {
  /** The newest change that the receiver has taken now. */
  journalId: number;
  failures: number;
  /** Absent: at once. */
  retryAt?: Date;
}

/**
 * Notes how far a cursor has got, and renews the lease. False when the cursor is no longer ours: then another process tells what we told
 * once more.
 */
export async function advanceCursor(
  tx: Queryable,
  cursor: ReceiverCursor,
  owner: string,
  progress: CursorProgress,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE notification_lanes SET journal_id = $6, failures = $7, retry_at = $8, lease_expires_at = ${lease}
     WHERE ${thisCursor} AND owner = $4 AND journal_id = $5`,
    [...keyOf(cursor), owner, cursor.journalId, progress.journalId, progress.failures, progress.retryAt ?? null],
  );
  return rowCount === 1;
}

/** Lets other processes go on. With `all`, whoever had the cursors: nobody else uses this database. */
export async function releaseCursors(database: Queryable, owner: string, all = false): Promise<void> {
  await database.query(
    'UPDATE notification_lanes SET owner = NULL, lease_expires_at = NULL WHERE owner = $1 OR ($2 AND owner IS NOT NULL)',
    [owner, all],
  );
}
