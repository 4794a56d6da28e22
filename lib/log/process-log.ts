import { createLogger, type LoggerOptions } from './logger';

// On globalThis: Next.js bundles this module several times, and server/serve.mjs, which is no part of the build, writes to the same log.
const shared = globalThis as { snapscopeLog?: ReturnType<typeof createLogger> };

/** The log of this process. Until it is set up it writes what is worth knowing. */
export function processLog(): ReturnType<typeof createLogger> {
  shared.snapscopeLog ??= createLogger({ level: 'info' });
  return shared.snapscopeLog;
}

/** Sets the log of this process up, as the settings want it. */
export function setUpProcessLog(options: LoggerOptions): void {
  shared.snapscopeLog = createLogger(options);
}
