import { DomainError } from '@/lib/errors';
import type { Database, Queryable } from './database';

/** One step of the schema. `id` sorts in the order of application (`001-initial`) and never changes once released. */
export interface Migration {
  id: string;
  sql: string;
}

/** Any number that nobody else locks: the ASCII codes of `snap`. */
const lock = 0x736e6170;

/**
 * Brings the schema up to date, one transaction for each migration. Processes that start at once wait for each other.
 * @returns the ids that were applied now
 * @throws DomainError `DatabaseNewerThanProgram` when the database holds a migration that is not in the list
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  const applied: string[] = [];
  for (;;) {
    const id = await database.transaction((tx) => applyNext(tx, migrations));
    if (id === undefined) return applied;
    applied.push(id);
  }
}

async function applyNext(tx: Queryable, migrations: readonly Migration[]): Promise<string | undefined> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [lock]);
  await tx.query(
    'CREATE TABLE IF NOT EXISTS schema_migrations (id text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  const { rows } = await tx.query<{ id: string }>('SELECT id FROM schema_migrations');
  const done = new Set(rows.map((row) => row.id));
  refuseNewer(done, migrations);
  const next = migrations.find((migration) => !done.has(migration.id));
  if (next === undefined) return undefined;
  await tx.query(next.sql);
  await tx.query('INSERT INTO schema_migrations (id) VALUES ($1)', [next.id]);
  return next.id;
}

function refuseNewer(done: Set<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.id));
  const unknown = [...done].filter((id) => !known.has(id)).sort();
  if (unknown.length === 0) return;
  throw new DomainError(
    'conflict',
    'DatabaseNewerThanProgram',
    `The database was brought to ${unknown.join(', ')} by a newer Snapscope; this one knows it up to ${migrations.at(-1)?.id}. Start the newer version, or point this one at another database (SNAPSCOPE_DATA_DIR or DATABASE_URL).`,
  );
}
