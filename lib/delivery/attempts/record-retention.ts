import type { Clock } from '../../clock';
import type { Database } from '../../database/database';
import { deleteOldAttempts } from './attempt-list-store';

/** Retention counts in days: an hour's delay is nothing. */
const everyMs = 60 * 60 * 1000;
const day = 24 * everyMs;

/**
 * Deletes the record of deliveries that ended more than `days` ago, now and every hour. What they delivered stays.
 * @returns a function that ends it, and waits for what runs
 */
export function startRecordRetention(parts: {
  database: Database;
  clock: Clock;
  days: number;
  log: (message: string, error: unknown) => void;
}): () => Promise<void> {
  const { database, clock, days, log } = parts;
  const enforce = async () => {
    await deleteOldAttempts(database, new Date(clock().getTime() - days * day)).catch((error: unknown) =>
      log('The record of old deliveries could not be deleted', error),
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
