import type { Clock } from '../../clock';
import type { Database } from '../../database/database';
import { enforceRetention } from './retention-store';

/** Retention counts in days: an hour's delay is nothing. */
const everyMs = 60 * 60 * 1000;

/**
 * Deletes configuration items that are older than their account and region keeps them, now and every hour.
 * @returns a function that ends it, and waits for what runs
 */
export function startRetention(parts: {
  database: Database;
  clock: Clock;
  log: (message: string, error: unknown) => void;
}): () => Promise<void> {
  const enforce = async () => {
    await enforceRetention(parts.database, parts.clock()).catch((error: unknown) =>
      parts.log('Old configuration items could not be deleted', error),
    );
  };
  let running = enforce();
  const timer = setInterval(() => {
    running = running.then(enforce);
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
