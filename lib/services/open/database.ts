import type { Database } from '../../database/database';
import { startEmbeddedPostgres } from '../../database/embedded/embedded';
import { openPostgres } from '../../database/postgres';
import { processLog } from '../../log/process-log';
import type { Settings } from '../../settings/settings';
import type { Shutdown } from '../shutdown';

/** Connects to the PostgreSQL that the settings name, or starts our own in the data folder. */
export async function openDatabase(settings: Pick<Settings, 'database'>, shutdown: Shutdown): Promise<Database> {
  if (settings.database.kind === 'url') {
    const database = openPostgres({ connectionString: settings.database.url });
    shutdown.add(() => database.close());
    return database;
  }
  const server = await startEmbeddedPostgres({ folder: settings.database.folder, log: processLog() });
  shutdown.add(() => server.stop());
  const database = openPostgres(server.connection);
  shutdown.add(() => database.close());
  return database;
}
