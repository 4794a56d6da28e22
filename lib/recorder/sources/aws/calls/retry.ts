import { errorMessage } from '../../../../errors';

/** Attempts at one call, the first one counted. A throttled call is asked again for about three minutes. */
const attempts = { THROTTLING: 16, TRANSIENT: 4, SERVER_ERROR: 4, CLIENT_ERROR: 1 } as const;
const firstDelay = { THROTTLING: 500, TRANSIENT: 100, SERVER_ERROR: 100, CLIENT_ERROR: 0 } as const;
const longestDelay = 20_000;

/** What the SDK tells of a failed attempt. */
interface FailedAttempt {
  errorType: keyof typeof attempts;
  error?: unknown;
  /** When the server wants to be asked again. */
  retryAfterHint?: Date;
}

interface Token {
  getRetryCount(): number;
  getRetryDelay(): number;
}

/**
 * The SDK's retry strategy as we want it: exponential back-off with full jitter, as its own, but far more patience with throttling
 * than with servers that fail. (The SDK's own strategies have one number of attempts for both.) `random` from 0 to 1.
 */
export function retryStrategy(random: () => number = Math.random) {
  const token = (count: number, delay: number): Token => ({ getRetryCount: () => count, getRetryDelay: () => delay });
  return {
    mode: 'standard',
    async acquireInitialRetryToken(): Promise<Token> {
      return token(0, 0);
    },
    /** @throws where there is to be no further attempt: the SDK then throws the call's own error. */
    async refreshRetryTokenForRetry(last: Token, { errorType, error, retryAfterHint }: FailedAttempt): Promise<Token> {
      const count = last.getRetryCount() + 1;
      if (count >= attempts[errorType]) throw new Error(`No further attempt after ${count}: ${errorMessage(error)}`);
      const backOff = random() * Math.min(longestDelay, firstDelay[errorType] * 2 ** (count - 1));
      const asked = retryAfterHint === undefined ? 0 : retryAfterHint.getTime() - Date.now();
      return token(count, Math.ceil(Math.min(longestDelay, Math.max(backOff, asked))));
    },
    recordSuccess(): void {},
  };
}
