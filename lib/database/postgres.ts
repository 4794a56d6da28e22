import pg from 'pg';
import { DomainError } from '@/lib/errors';
import { CopyOut, withValues } from './copy-out';
import type { Database, Queryable } from './database';
import { stopping, unavailable, unstorable } from './postgres-unavailable';

/** A connection string, or the parts of one. `host` may be the folder of a unix socket. */
export type PostgresConnection =
  | { connectionString: string }
  | { host: string; user: string; database: string; port?: number; password?: string };

/**
 * A pool of connections to PostgreSQL. Nothing is connected until the first query.
 *
 * @throws DomainError from every method: `DatabaseUnavailable` when the server cannot be reached, `ServerStopping` once the pool is
 *   being closed, `InvalidText` for a NUL character in a string; the driver's own error (SQLSTATE in `code`) when the server refuses
 *   a statement for another reason.
 */
export function openPostgres(connection: PostgresConnection): Database {
  const pool = new pg.Pool({
    ...connection,
    max: 20,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'snapscope',
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  const target = describeTarget(connection);

  /** A connection of the pool's, and whether it may go back there. */
  async function openSession() {
    if (pool.ending) throw stopping();
    const client = await pool.connect().catch((error: unknown) => {
      throw unavailable(error, target) ?? error;
    });
    let broken = false;
    const onError = () => {
      broken = true;
    };
    client.on('error', onError);
    return {
      async query<Row>(text: string, values?: readonly unknown[]) {
        const result = await client.query(text, values && [...values]).catch((error: unknown) => {
          const failed = unavailable(error, target);
          broken ||= failed !== undefined;
          throw failed ?? unstorable(error) ?? error;
        });
        // Several statements in one text (migrations) answer with a list.
        const last: pg.QueryResult = Array.isArray(result) ? result.at(-1) : result;
        return { rows: last.rows as Row[], rowCount: last.rowCount ?? 0, command: last.command };
      },
      async *copyOut(query: string) {
        try {
          yield* client.query(new CopyOut(query)).pieces();
        } catch (error) {
          throw unavailable(error, target) ?? error;
        }
      },
      async rollback() {
        await client.query('ROLLBACK').catch(onError);
      },
      release({ hangUp = false } = {}) {
        client.off('error', onError);
        client.release(broken || hangUp);
      },
    };
  }

  return {
    async query(text, values) {
      const session = await openSession();
      try {
        return await session.query(text, values);
      } finally {
        session.release();
      }
    },

    async transaction(work) {
      const session = await openSession();
      let ended = false;
      const tx: Queryable = {
        async query(text, values) {
          if (ended) throw new Error('The transaction has ended; its handle cannot be used any more.');
          return session.query(text, values);
        },
      };
      try {
        await session.query('BEGIN');
        const result = await work(tx);
        ended = true;
        const { command } = await session.query('COMMIT');
        // PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement failed and `work` swallowed it.
        if (command === 'ROLLBACK') throw new Error('The transaction was rolled back: a statement in it had failed.');
        return result;
      } catch (error) {
        ended = true;
        await session.rollback();
        throw error;
      } finally {
        session.release();
      }
    },

    async *streamJoined(text, values) {
      const session = await openSession();
      let whole = false;
      try {
        await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        const { rows } = await session.query<{ total: string }>(
          `SELECT count(*) AS total FROM (${text}) AS counted`,
          values,
        );
        const total = Number(rows[0]?.total);
        for await (const piece of session.copyOut(withValues(text, values))) yield { total, ...piece };
        whole = true;
      } finally {
        if (whole) await session.rollback();
        // What is still to come can only be stopped by hanging up.
        session.release({ hangUp: !whole });
      }
    },

    close: () => pool.end(),
  };
}

/** Where the connection leads, for people. Never holds the password. */
function describeTarget(connection: PostgresConnection): string {
  if (!('connectionString' in connection)) return `${connection.host} (database ${connection.database})`;
  try {
    const { hostname, port, pathname, searchParams } = new URL(connection.connectionString);
    return `${searchParams.get('host') ?? hostname}:${port || 5432}${pathname}`;
  } catch {
    // The cause is left out: it quotes the text, password and all.
    throw new DomainError('invalid', 'InvalidDatabaseUrl', 'The connection string of the database is not a URL.');
  }
}
