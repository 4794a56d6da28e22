/** From the gravest on. */
export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** `json`: a line of JSON for each message, for programs. `text`: for people. */
export const logFormats = ['json', 'text'] as const;
export type LogFormat = (typeof logFormats)[number];

/** What belongs to a message: `err` is what failed, ids name what it failed at. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * What an operator should know, as messages with fields. `error`: something inside Snapscope is wrong. `warn`: it goes on without, or tries
 * again. `info`: worth knowing once. `debug`: for those who look for a fault.
 */
export interface Log {
  error(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  debug(fields: LogFields, message: string): void;
}

const drop = (): void => undefined;

/** Says nothing: for tests and programs that nobody operates. */
export const silentLog: Log = { error: drop, warn: drop, info: drop, debug: drop };
