import type { Database } from '../../database/database';
import type { Scope } from '../../items/scope';
import { recordedNow } from './recorded-now';

/** The texts of the current items as they are delivered, joined by commas, in pieces, all of one instant; the total travels with each. */
export function streamCurrent(database: Database, scope: Scope): ReturnType<Database['streamJoined']> {
  return database.streamJoined(
    `SELECT coalesce(file_body, body) FROM configuration_items WHERE account_id = $1 AND region = $2 AND is_current AND ${recordedNow()}`,
    [scope.accountId, scope.region],
  );
}
