import { DomainError, type ErrorKind } from '../../errors';
import { processLog } from '../../log/process-log';
import { requestIdHeader, requestIdOf } from '../../log/request-id';
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
 * tells nothing of it but the request's id, under which the log has it.
 */
export function respondError(error: unknown, request: Request): Response {
  if (error instanceof DomainError) {
    const { code, kind, message, readableItems, excerpt } = error;
    const body: ApiError = { error: { code, kind, message, readableItems, excerpt } };
    return respond(body, statuses[kind]);
  }
  const requestId = requestIdOf(request.headers.get(requestIdHeader));
  const { pathname } = new URL(request.url);
  processLog().error(
    { err: error, requestId, method: request.method, path: pathname },
    'A request failed inside Snapscope',
  );
  const body: ApiError = {
    error: {
      code: 'InternalError',
      kind: 'internal',
      message: `Snapscope could not do this; its log has the details of request ${requestId}.`,
    },
  };
  const response = respond(body, 500);
  response.headers.set(requestIdHeader, requestId);
  return response;
}
