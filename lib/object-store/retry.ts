import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../errors';

/** How often and how long a call is tried. Times are milliseconds. */
export interface RetryPolicy {
  /** Of all, the first one counted. */
  tries: number;
  /** The longest pause after the first failure; it doubles with each further one, up to `longestPauseMs`. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** No try begins when so long has passed since the first one began. */
  totalMs: number;
}

/** Answers of S3 that its documentation asks to be tried again, though their HTTP status does not tell ("Error responses"). */
const passingCodes = new Set(['OperationAborted', 'RequestTimeout', 'RequestTimeTooSkewed', 'IncompleteBody']);

/**
 * Whether a failure can pass by itself: the store is away, overloaded or broke off. What it refused (no bucket, access denied)
 * stays refused.
 */
export function isPassing(error: unknown): error is DomainError {
  if (!(error instanceof DomainError) || error.code === 'StoreNotWritable') return false;
  return error.kind === 'unavailable' || passingCodes.has(error.code);
}

/**
 * Calls until it succeeds, fails for good, or the policy ends it. Pauses are random up to a bound that doubles ("full jitter"), so
 * that many writers do not come back all at once.
 *
 * @throws the last failure; the reason of `signal` when that ends a pause.
 */
export async function withRetries<T>(
  call: () => Promise<T>,
  policy: RetryPolicy,
  { signal, onRetry }: { signal?: AbortSignal; onRetry?: (error: DomainError) => void } = {},
): Promise<T> {
  const started = performance.now();
  for (let tried = 1; ; tried++) {
    try {
      return await call();
    } catch (error) {
      const late = performance.now() - started >= policy.totalMs;
      if (!isPassing(error) || tried >= policy.tries || late || signal?.aborted) throw error;
      onRetry?.(error);
      const bound = Math.min(policy.longestPauseMs, policy.firstPauseMs * 2 ** (tried - 1));
      await pause(Math.random() * bound, signal);
    }
  }
}

async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch((error: unknown) => {
    throw signal?.aborted ? signal.reason : error;
  });
}
