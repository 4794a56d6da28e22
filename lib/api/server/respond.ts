import { DomainError, type ErrorKind } from '../../errors';
import type { ApiError } from '../contract/error';

const statuses: Record<ErrorKind, number> = {
  invalid: 400,
  denied: 403,
  'not-found': 404,
  conflict: 409,
  unreadable: 422,
  unavailable: 503,
};

/** `value` as JSON, never kept by caches: everything here changes. */
export function respond<Value>(value: Value, status = 200): Response {
  return Response.json(value, { status, headers: { 'cache-control': 'no-store' } });
}

/**
 * A failure as an `ApiError` answer. An error that is not a domain error is ours: it goes to the log, and the answer is a 500 that
 * tells nothing of it.
 */
export function respondError(error: unknown): Response {
  if (error instanceof DomainError) {
    const { code, kind, message, readableItems, excerpt } = error;
    const body: ApiError = { error: { code, kind, message, readableItems, excerpt } };
    return respond(body, statuses[kind]);
  }
  console.error('A request failed inside Snapscope', error);
  const body: ApiError = {
    error: {
      code: 'InternalError',
      kind: 'internal',
      message: 'Snapscope could not do this; its log has the details.',
    },
  };
  return respond(body, 500);
}
