import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Database } from './database';
import { startEmbeddedPostgres } from './embedded/embedded';
import { migrate } from './migrate';
import { migrations } from './migrations/table';
import { openPostgres } from './postgres';

/**
 * For tests: a real PostgreSQL of its own in a temporary folder, migrated. About a second; start one for a test file
 * and keep tests apart by account id.
 */
export async function startTestDatabase(): Promise<{ database: Database; stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'snapscope-test-'));
  const server = await startEmbeddedPostgres({ folder, log: () => {}, durable: false });
  const database = openPostgres(server.connection);
  const stop = async () => {
    await database.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  await migrate(database, migrations).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { database, stop };
}
