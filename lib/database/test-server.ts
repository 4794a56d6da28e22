import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { silentLog } from '@/lib/log/log';
import { type EmbeddedConnection, startEmbeddedPostgres } from './embedded/embedded';
import { migrate } from './migrate';
import { migrations } from './migrations/table';
import { openPostgres } from './postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL of this run; its own database is migrated, and the template of each test's. */
    postgres: EmbeddedConnection;
  }
}

/** For tests, once in a run: one PostgreSQL for all of them. Vitest calls it before the first test, and what it gives after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'snapscope-test-'));
  // Several test files at once, each with its pool.
  const server = await startEmbeddedPostgres({ folder, log: silentLog, durable: false, maxConnections: 200 });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const template = openPostgres(server.connection);
  try {
    await migrate(template, migrations);
  } catch (error) {
    await stop();
    throw error;
  } finally {
    // Nobody may be connected to a database that is copied.
    await template.close();
  }
  project.provide('postgres', server.connection);
  return stop;
}
