import { DomainError, type ErrorKind } from '../errors';

/** An answer that is not a success, as an AWS client reads it: `code` becomes `__type`. */
export class WireError extends Error {
  readonly code: string;
  /** HTTP status: 400 for nearly all of AWS Config's own errors. */
  readonly status: number;

  constructor(code: string, message: string, options: { status?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'WireError';
    this.code = code;
    this.status = options.status ?? 400;
  }
}

const kinds: { [kind in ErrorKind]: { code: string; status: number } } = {
  invalid: { code: 'ValidationException', status: 400 },
  'not-found': { code: 'ResourceNotFoundException', status: 400 },
  conflict: { code: 'ResourceInUseException', status: 400 },
  denied: { code: 'InsufficientPermissionsException', status: 400 },
  unavailable: { code: 'ServiceUnavailableException', status: 503 },
  unreadable: { code: 'InternalFailure', status: 500 },
};

/**
 * Any thrown value as an AWS client is to see it. A domain error keeps its own code where the operation declares an error of that
 * name (with or without `Exception`), else its kind decides. What nobody foresaw is `InternalFailure` and says nothing of its cause.
 */
export function toWireError(error: unknown, declared: readonly string[]): WireError {
  if (error instanceof WireError) return error;
  if (error instanceof DomainError) {
    const own = declared.find((name) => name === error.code || name === `${error.code}Exception`);
    if (own) return new WireError(own, error.message, { cause: error });
    const { code, status } = kinds[error.kind];
    return new WireError(code, error.message, { status, cause: error });
  }
  return new WireError('InternalFailure', 'The request processing has failed because of an unknown error.', {
    status: 500,
    cause: error,
  });
}

/** The request is not a JSON object at all: AWS's word for it. */
export function serializationError(message: string): WireError {
  return new WireError('SerializationException', message);
}
