import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '@/lib/log/log';
import type { Running } from './launch';

/** `failed`: it ended too often, and is not started again. */
export type PostgresState = 'running' | 'restarting' | 'failed';

/** At once, then ever later; the whole is about a minute and a half. */
const usualPausesMs = [0, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000];
/** What has run for so long has not ended because of how it was started. */
const steadyMs = 120_000;

interface SupervisionParts {
  /** Starts another server where the first was. */
  start(): Promise<Running>;
  /** Resolves when a server is gone. */
  stop(pid: number): Promise<void>;
  log: Log;
  /** Where an operator finds why it ended. */
  logFile: string;
  pausesMs?: readonly number[];
}

/**
 * Starts a server again whenever it ends by itself: after longer and longer pauses, and no more once it has ended too often in a short
 * time.
 */
export function supervise(
  first: Running,
  { start, stop, log, logFile, pausesMs = usualPausesMs }: SupervisionParts,
): { state(): PostgresState; stop(): Promise<void> } {
  const stopping = new AbortController();
  let server = first;
  let state: PostgresState = 'running';
  let stopped: Promise<void> | undefined;

  const watching = watch();

  async function watch(): Promise<void> {
    let starts = 0;
    while (state !== 'failed') {
      const since = performance.now();
      const end = await server.ended;
      if (stopping.signal.aborted) return;
      if (performance.now() - since > steadyMs) starts = 0;
      state = 'restarting';
      log.error({ ...end, logFile }, 'The embedded PostgreSQL ended by itself, and is started again');
      starts = await startAgain(starts);
      if (stopping.signal.aborted) return;
    }
  }

  /** @returns how many starts there have been since it last ran for long */
  async function startAgain(before: number): Promise<number> {
    for (let starts = before; starts < pausesMs.length; ) {
      await delay(pausesMs[starts], undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      starts += 1;
      if (stopping.signal.aborted) return starts;
      try {
        server = await start();
        state = 'running';
        log.warn({ pid: server.pid }, 'The embedded PostgreSQL runs again');
        return starts;
      } catch (error) {
        log.error({ err: error, starts }, 'The embedded PostgreSQL could not be started again');
      }
    }
    state = 'failed';
    log.error(
      { logFile },
      `The embedded PostgreSQL was started ${pausesMs.length} times in vain and is not started again. Its log says why; mend that, and start Snapscope anew.`,
    );
    return before;
  }

  /** A start that is under way is waited for: its server must not outlive us. */
  async function end(): Promise<void> {
    stopping.abort();
    if (state === 'restarting') await watching;
    await stop(server.pid);
  }

  return {
    state: () => state,
    stop() {
      stopped ??= end();
      return stopped;
    },
  };
}
