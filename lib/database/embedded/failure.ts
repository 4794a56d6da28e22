import { existsSync } from 'node:fs';
import { DomainError } from '@/lib/errors';

/**
 * What stopped one of PostgreSQL's programs, said so that a user can act on it.
 * @param what the sentence's beginning, without a full stop
 * @param output what the program printed; only its last lines are told
 */
export function postgresFailure(what: string, output: string, cause?: unknown): DomainError {
  const options = { cause };
  if (/No space left on device|Disk quota exceeded/i.test(output) || isDiskFull(cause)) {
    return new DomainError('unavailable', 'DiskFull', `${what}: the disk is full. Free some space there.`, options);
  }
  const { code, path } = (cause ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOENT' && path !== undefined && existsSync(/* turbopackIgnore: true */ path)) {
    // The program is there, but not the loader that it names.
    const message = `${what}: ${path} is made for a system with glibc, which this one (musl, as in Alpine) has not. Set DATABASE_URL to a PostgreSQL server of your own.`;
    return new DomainError('unavailable', 'PostgresNotInstalled', message, options);
  }
  const lines = output.trim().split('\n').slice(-5).join('\n');
  const reason = lines || (cause instanceof Error ? cause.message : 'it said nothing');
  return new DomainError('unavailable', 'PostgresDidNotStart', `${what}: ${reason}`, options);
}

function isDiskFull(cause: unknown): boolean {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
