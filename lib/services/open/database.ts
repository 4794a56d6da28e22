import type { Database } from '../../database/database';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../database/embedded/embedded';
import { openPostgres } from '../../database/postgres';
import { processLog } from '../../log/process-log';
import type { Settings } from '../../settings/settings';
import type { Shutdown } from '../shutdown';

export interface OpenDatabase {
  database: Database;
  /** Our own server; absent where the settings name another. */
  postgres?: Pick<EmbeddedPostgres, 'state'>;
}

/** Connects to the PostgreSQL that the settings name, or starts our own in the data folder. */
export async function openDatabase(settings: Pick<Settings, 'database'>, shutdown: Shutdown): Promise<OpenDatabase> {
  if (settings.database.kind === 'url') {
    const database = openPostgres({ connectionString: settings.database.url });
    shutdown.add(() => database.close());
    return { database };
  }
  const server = await startEmbeddedPostgres({ folder: settings.database.folder, log: processLog() });
  shutdown.add(() => server.stop());
  const database = openPostgres(server.connection);
  shutdown.add(() => database.close());
  return { database, postgres: server };
}
