import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import type { Database } from './database';
import { openPostgres, type PostgresConnection } from './postgres';

/**
 * For tests: a migrated database of its own in the PostgreSQL of the run. A tenth of a second; start one for a test file and keep tests
 * apart by account id.
 */
export async function startTestDatabase(): Promise<{
  database: Database;
  /** For another process. */
  connection: PostgresConnection;
  stop(): Promise<void>;
}> {
  const server = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const administrator = openPostgres({ ...server, database: 'postgres' });
  await administrator.query(`CREATE DATABASE ${name} TEMPLATE ${server.database}`);
  const connection = { ...server, database: name };
  const database = openPostgres(connection);
  return {
    database,
    connection,
    async stop() {
      await database.close();
      // A pool has ended before its connections have.
      await administrator.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await administrator.close();
    },
  };
}
