import type { Database, Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';

/** How often a process looks whether the other's cycle has ended. */
const pollMs = 250;

/** The number of cycles that were begun so far, and when the last one was; undefined without a recorder. */
export async function findCycleCount(
  database: Queryable,
  scope: Scope,
): Promise<{ count: number; lastStartedAt?: Date } | undefined> {
  const { rows } = await database.query<{ cycle_count: string; last_cycle_started_at: Date | null }>(
    'SELECT cycle_count, last_cycle_started_at FROM recorders WHERE account_id = $1 AND region = $2',
    [scope.accountId, scope.region],
  );
  const row = rows[0];
  return row && { count: Number(row.cycle_count), lastStartedAt: row.last_cycle_started_at ?? undefined };
}

/**
 * Runs a cycle while no other process that shares the database runs one of the same scope; waits for its end otherwise. Where a
 * cycle was begun since this one was asked for, that one has served, and `cycle` is not run: then the answer is undefined.
 *
 * The lock is the transaction's, so that it ends with the process that holds it. Nothing else is done in that transaction.
 */
export function withCycleLock<Result>(
  database: Database,
  scope: Scope,
  asked: { count: number; now: Date; signal: AbortSignal },
  cycle: () => Promise<Result>,
): Promise<Result | undefined> {
  return database.transaction(async (tx) => {
    while (!(await tryLock(tx, scope))) {
      asked.signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
    asked.signal.throwIfAborted();
    const { rowCount } = await database.query(
      `UPDATE recorders SET cycle_count = cycle_count + 1, last_cycle_started_at = $4
       WHERE account_id = $1 AND region = $2 AND cycle_count = $3`,
      [scope.accountId, scope.region, asked.count, asked.now],
    );
    return rowCount === 0 ? undefined : cycle();
  });
}

async function tryLock(tx: Queryable, scope: Scope): Promise<boolean> {
  const { rows } = await tx.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked',
    [`cycle ${scope.accountId}/${scope.region}`],
  );
  return rows[0]?.locked === true;
}
