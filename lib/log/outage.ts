import { describeError } from './describe-error';
import type { Log, LogFields } from './log';

/** Why something does not work, and since when. */
export interface Failing {
  since: Date;
  reason: string;
}

/** Of something that goes on by itself and may fail for hours: told once, and once that it is over. */
export interface Outage {
  /** Logged, with `fields`, where what came before did not fail, or failed for another reason. */
  failed(error: unknown, fields?: LogFields): void;
  /** Logged where what came before failed. */
  worked(): void;
  /** Undefined while it works. */
  failing(): Failing | undefined;
}

/**
 * @param what what goes on, as the beginning of a sentence: `Scheduled deliveries`
 * @param now the time, for `since`
 */
export function createOutage(what: string, log: Log, now: () => Date = () => new Date()): Outage {
  let current: (Failing & { code: string }) | undefined;
  return {
    failed(error, fields) {
      const { type, message, code = type } = describeError(error);
      if (current && current.code === code) return;
      const since = current?.since ?? now();
      current = { since, code, reason: message };
      log.warn({ ...fields, err: error, since }, `${what} fail; it is tried again and again`);
    },
    worked() {
      if (!current) return;
      log.warn({ since: current.since }, `${what} work again`);
      current = undefined;
    },
    failing: () => current && { since: current.since, reason: current.reason },
  };
}
