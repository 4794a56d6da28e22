import type { Clock } from '../clock';
import type { Log } from '../log/log';

/** Retention counts in days: an hour's delay is nothing. */
const everyMs = 60 * 60 * 1000;

/** Something of which what is too old is deleted. */
export interface Pruning {
  /** What it is, for the log. */
  what: string;
  /** Deletes what is too old at a time. */
  prune(now: Date): Promise<unknown>;
}

/**
 * Prunes now and every hour, one after the other. What fails is logged, keeps none of the others, and is tried again an hour later.
 * @returns a function that ends it, and waits for what runs
 */
export function startPruning({
  clock,
  log,
  prunings,
}: {
  clock: Clock;
  log: Log;
  prunings: readonly Pruning[];
}): () => Promise<void> {
  let stopping = false;
  const pruneAll = async () => {
    for (const { what, prune } of prunings) {
      if (stopping) return;
      try {
        await prune(clock());
      } catch (error) {
        log.error({ err: error, what }, 'What is older than it is kept could not be deleted');
      }
    }
  };
  let running = pruneAll();
  const timer = setInterval(() => {
    running = running.then(pruneAll);
  }, everyMs);
  timer.unref();
  return async () => {
    stopping = true;
    clearInterval(timer);
    await running;
  };
}
