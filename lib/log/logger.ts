import pino from 'pino';
import { describeError } from './describe-error';
import type { Log, LogFormat, LogLevel } from './log';
import { createRedaction, redacted, secretPaths } from './redact';
import { textLine } from './text-line';

export interface LoggerOptions {
  /** The least that is written. */
  level: LogLevel;
  /** `text` at a terminal and `json` elsewhere where absent. */
  format?: LogFormat;
  /** Values that are never written. */
  secrets?: readonly string[];
  /** Where lines go; standard error where absent. At once: a process that ends loses none. */
  write?: (line: string) => void;
}

/** A log that writes each message with time, level and fields, and no secret. */
export function createLogger({
  level,
  format = process.stderr.isTTY ? 'text' : 'json',
  secrets = [],
  write = (line) => process.stderr.write(line),
}: LoggerOptions): Log & { isLevelEnabled(level: LogLevel): boolean } {
  const redact = createRedaction(secrets);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeError(error) },
      redact: { paths: secretPaths, censor: redacted },
    },
    {
      write(line: string) {
        const safe = redact(line);
        write(format === 'json' ? safe : textLine(safe));
      },
    },
  );
}
