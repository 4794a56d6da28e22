import { DomainError } from '../../errors';

/** The system's name for a failed call (`ENOENT`, …), or undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The body of a put failed, not the store: `cause` is passed on to the caller as it is. */
export class BodyFailure extends Error {
  constructor(cause: unknown) {
    super('The body failed.', { cause });
  }
}

/** The value, or undefined when the file or folder, or one above it, is not there. */
export async function ifThere<T>(value: Promise<T>): Promise<T | undefined> {
  try {
    return await value;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

export function isAbsent(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const notWritable: Record<string, string> = {
  EACCES: 'permission is denied; give the user that runs this server the right to write there',
  EPERM: 'the operation is not permitted; give the user that runs this server the right to write there',
  EROFS: 'the file system is mounted read-only; mount it writable, or use another data folder',
  ENOSPC: 'the disk is full; make room there',
  EDQUOT: 'the disk quota is used up; raise it, or make room there',
  ENOTDIR: 'a file stands where a folder should be; move it away',
  EEXIST: 'a file stands where a folder should be; move it away',
  ENOENT: 'the folder has gone; restore it',
};

/** What a failed write means: `StoreNotWritable` with the reason and what to do. Domain errors pass as they are. */
export function writeFailure(root: string, error: unknown): unknown {
  if (error instanceof BodyFailure) return error.cause;
  const code = systemCode(error);
  if (error instanceof DomainError || code === undefined || !('syscall' in (error as object))) return error;
  const reason = notWritable[code] ?? `the system says ${code}`;
  const message = `The object store in ${root} cannot be written: ${reason}.`;
  return new DomainError('unavailable', 'StoreNotWritable', message, { cause: error });
}

/** What a failed read means: `AccessDenied` or `StoreUnavailable`. Domain errors pass as they are. */
export function readFailure(root: string, error: unknown): unknown {
  const code = systemCode(error);
  if (error instanceof DomainError || code === undefined || !('syscall' in (error as object))) return error;
  if (code === 'EACCES' || code === 'EPERM') {
    const message = `The object store in ${root} may not be read. Give the user that runs this server the right to.`;
    return new DomainError('denied', 'AccessDenied', message, { cause: error });
  }
  const message = `The object store in ${root} cannot be read: the system says ${code}.`;
  return new DomainError('unavailable', 'StoreUnavailable', message, { cause: error });
}
