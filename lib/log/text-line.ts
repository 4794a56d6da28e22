import type { DescribedError } from './describe-error';

interface LogEntry extends Record<string, unknown> {
  level: string;
  time: string;
  msg: string;
  err?: DescribedError;
}

/** A line of the log for a person at a terminal: time, level, message and fields, and the error below with its causes. */
export function textLine(line: string): string {
  const { level, time, msg, err, ...fields }: LogEntry = JSON.parse(line);
  const more = Object.entries(fields).map(([name, value]) => ` ${name}=${shown(value)}`);
  const reasons: string[] = [];
  for (let error = err; error; error = error.cause) {
    reasons.push(
      `  ${reasons.length > 0 ? 'because of ' : ''}${(error.stack ?? error.message).replaceAll('\n', '\n  ')}\n`,
    );
  }
  return `${time.slice(11, 19)} ${level.toUpperCase().padEnd(5)} ${msg}${more.join('')}\n${reasons.join('')}`;
}

const shown = (value: unknown) => (typeof value === 'string' && !/[\s"=]/.test(value) ? value : JSON.stringify(value));
