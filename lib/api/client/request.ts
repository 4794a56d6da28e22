import type { z } from 'zod';
import { apiError } from '../contract/error';
import { ApiFailure } from './api-failure';
import { apiUrl, type UrlParameters } from './api-url';

/**
 * The response to a request, where it is a success.
 *
 * @throws ApiFailure with the code of the API's answer; `NoAnswer` where there is none, `UnexpectedAnswer` where it gives no reason.
 */
export async function requestResponse(url: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers: { accept: 'application/json', ...init?.headers } });
  } catch (cause) {
    if (init?.signal?.aborted) throw cause;
    const message = 'Snapscope does not answer. Is the server running? The page tries again by itself.';
    throw new ApiFailure({ kind: 'no-answer', code: 'NoAnswer', message }, { cause });
  }
  if (response.ok) return response;
  const failure = apiError.safeParse(await response.json().catch(() => undefined));
  if (failure.success) throw new ApiFailure(failure.data.error);
  throw new ApiFailure({
    // Such as a proxy says while the server is away.
    kind: response.status >= 500 ? 'unavailable' : 'unexpected',
    code: 'UnexpectedAnswer',
    message: `Snapscope answered ${response.status} without a reason.`,
  });
}

/**
 * The JSON of a response, checked against the contract's schema.
 *
 * @throws ApiFailure as `requestResponse` does; `UnexpectedAnswer` where the answer is not the contract's.
 */
export async function request<Schema extends z.ZodType>(
  schema: Schema,
  url: string,
  init?: RequestInit,
): Promise<z.infer<Schema>> {
  const response = await requestResponse(url, init);
  const answer = schema.safeParse(await response.json());
  if (answer.success) return answer.data;
  const message = 'The answer was not understood. Load the page anew: it may be older than the server.';
  throw new ApiFailure({ kind: 'unexpected', code: 'UnexpectedAnswer', message }, { cause: answer.error });
}

/** A query function that asks for `path` with `parameters`, and is aborted with its query. */
export function get<Schema extends z.ZodType>(schema: Schema, path: string, parameters?: UrlParameters) {
  return ({ signal }: { signal: AbortSignal }) => request(schema, apiUrl(path, parameters), { signal });
}

/** Posts `body` as JSON and reads the answer. */
export function post<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<z.infer<Schema>> {
  return request(schema, path, jsonBody(body, signal));
}

/** What makes a request one that posts `body` as JSON. */
export function jsonBody(body: unknown, signal?: AbortSignal): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal };
}
