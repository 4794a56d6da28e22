import { DomainError } from '@/lib/errors';

/** System errors of a connection that could not be made or broke. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EACCES',
  'EPIPE',
]);

/**
 * SQLSTATE classes and codes of a server that does not take us (PostgreSQL manual, appendix A): connection exception,
 * invalid authorization, unknown database, too many connections, shutting down or starting up.
 */
const refusals = /^(08...|28...|3D000|53300|57P0[1-4])$/;

/** The driver has no code for these. */
const messages =
  /^(Connection terminated|timeout exceeded when trying to connect|The server does not support SSL|Client has encountered a connection error)/;

/**
 * What PostgreSQL cannot hold in a string or take out of JSON: a NUL character (SQLSTATE 22021 and 22P05). It came from outside, in
 * a request or a document, and is no failure of ours.
 * @returns the error for users, or undefined when it is another one
 */
export function unstorable(error: unknown): DomainError | undefined {
  if (!(error instanceof Error && 'code' in error) || (error.code !== '22021' && error.code !== '22P05'))
    return undefined;
  const message = 'A text holds a NUL character, which cannot be kept or looked for. Leave it out.';
  return new DomainError('invalid', 'InvalidText', message, { cause: error });
}

/** What a caller hears who comes while we stop. */
export function stopping(): DomainError {
  return new DomainError('unavailable', 'ServerStopping', 'Snapscope is stopping. Try again when it has started anew.');
}

/**
 * Tells a database that cannot be reached from a statement that it refuses.
 * @param target where the connection leads, without a password
 * @returns the error for users, or undefined when the server was there
 */
export function unavailable(error: unknown, target: string): DomainError | undefined {
  if (error instanceof DomainError) return error.code === 'DatabaseUnavailable' ? error : undefined;
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (!networkCodes.has(code) && !refusals.test(code) && !messages.test(error.message)) return undefined;
  return new DomainError(
    'unavailable',
    'DatabaseUnavailable',
    `The database at ${target} does not take connections (${error.message || code}). Check that it runs and that DATABASE_URL, where it is set, is right.`,
    { cause: error },
  );
}
