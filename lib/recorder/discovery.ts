import type { Clock } from '../clock';
import { errorCode } from '../errors';
import type { Log } from '../log/log';
import type { CycleResult } from './cycle/cycle';

export interface DiscoveryParts {
  clock: Clock;
  /**
   * Runs one cycle.
   *
   * @throws the signal's reason when that cuts it short.
   */
  run: (signal: AbortSignal, trigger: DiscoveryTrigger) => Promise<CycleResult>;
  /** Hears of failures of cycles that nobody waits for. */
  log: Log;
}

/** Somebody asked, or it was time. */
export type DiscoveryTrigger = 'asked' | 'interval';

export type Discovery = ReturnType<typeof createDiscovery>;

/**
 * When cycles run: on demand and every so often, one at a time. Intervals are measured by timers, which a clock that jumps does
 * not move; between the end of a long cycle and the next there is at least a tenth of the interval.
 */
export function createDiscovery({ clock, run, log }: DiscoveryParts) {
  let current: { promise: Promise<CycleResult>; stopping: AbortController; since: Date } | undefined;
  let everyMs: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let nextAt: Date | undefined;
  let closed: unknown;

  function discover(trigger: DiscoveryTrigger = 'asked'): Promise<CycleResult> {
    if (closed !== undefined) return Promise.reject(closed);
    if (current) return current.promise;
    clearTimeout(timer);
    nextAt = undefined;
    const stopping = new AbortController();
    const startedAt = performance.now();
    const promise = run(stopping.signal, trigger).finally(() => {
      current = undefined;
      arm(performance.now() - startedAt);
    });
    current = { promise, stopping, since: clock() };
    return promise;
  }

  function arm(elapsedMs: number): void {
    if (everyMs === undefined || closed !== undefined) return;
    const delay = Math.max(everyMs - elapsedMs, everyMs / 10);
    nextAt = new Date(clock().getTime() + delay);
    timer = setTimeout(() => {
      discover('interval').catch((error: unknown) => {
        // The recorder's own status tells the user; the log is for who runs the server.
        if (errorCode(error) !== 'ServerStopping') log.error({ err: error }, 'The resources could not be recorded');
      });
    }, delay);
    timer.unref();
  }

  return {
    /** Runs a cycle. While one runs, everybody who asks waits for that one. */
    discover: () => discover(),

    /** Runs a cycle every `intervalMs` milliseconds from now on. */
    repeat(intervalMs: number): void {
      everyMs = intervalMs;
      if (!current) arm(0);
    },

    /** Since when a cycle runs in this process. */
    runningSince: (): Date | undefined => current?.since,

    /** When the next cycle begins by itself; undefined where none will, and while one runs. */
    nextAt: (): Date | undefined => nextAt,

    /** Cuts a running cycle short and waits for its end. */
    async interrupt(reason: unknown): Promise<void> {
      current?.stopping.abort(reason);
      await current?.promise.catch(() => undefined);
    },

    /** Cuts a running cycle short, waits for its end, and begins none any more. */
    async close(reason: unknown): Promise<void> {
      closed = reason;
      clearTimeout(timer);
      nextAt = undefined;
      await this.interrupt(reason);
    },
  };
}
