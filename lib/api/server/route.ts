import type { z } from 'zod';
import { readBody, readParts, readQuery, refuseForeignOrigin } from './request';
import { respond, respondError } from './respond';

/** What a route takes, by the contract's schemas: the varying parts of its path, its query, its JSON body. */
export interface RouteSchemas {
  path?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
}

/** What a route that takes nothing says. */
export const nothing = {} satisfies RouteSchemas;

/** What the handler of a route gets: each part that its schemas name, checked; and the signal that ends when the client goes away. */
export type RouteInput<Schemas extends RouteSchemas> = {
  [Part in keyof Schemas]: Schemas[Part] extends z.ZodType ? z.infer<Schemas[Part]> : never;
} & { signal: AbortSignal };

/** As Next.js tells the varying parts of a path; absent where there are none. */
interface RouteContext {
  params: Promise<Record<string, string>>;
}

/**
 * A route of the browser API. What it takes is checked before `handle` sees it, and what `handle` returns is the answer: a `Response`
 * as it is, any other value as JSON with status 200. Whatever is not GET or HEAD is refused to pages of other sites.
 *
 * Failures become `ApiError` answers: a `DomainError` by its kind, `InvalidRequest` where something does not fit its schema, and any
 * other error a 500 that tells nothing of it. HEAD is answered by the headers of GET.
 */
export function route<Schemas extends RouteSchemas>(
  schemas: Schemas,
  handle: (input: RouteInput<Schemas>) => unknown,
): (request: Request, context?: RouteContext) => Promise<Response> {
  return async (request, context) => {
    try {
      const answer = await handle(await readInput(schemas, request, context));
      const response = answer instanceof Response ? answer : respond(answer);
      if (request.method !== 'HEAD') return response;
      // Next answers HEAD by GET and leaves the body lying: unread it would hold its file or connection open.
      await response.body?.cancel();
      return new Response(null, response);
    } catch (error) {
      return respondError(error, request);
    }
  };
}

async function readInput<Schemas extends RouteSchemas>(
  { path, query, body }: Schemas,
  request: Request,
  context: RouteContext | undefined,
): Promise<RouteInput<Schemas>> {
  if (request.method !== 'GET' && request.method !== 'HEAD') refuseForeignOrigin(request);
  const input = {
    signal: request.signal,
    ...(path && { path: readParts((await context?.params) ?? {}, path) }),
    ...(query && { query: readQuery(request, query) }),
    ...(body && { body: await readBody(request, body) }),
  };
  // The compiler does not follow which parts of a generic object are there.
  return input as unknown as RouteInput<Schemas>;
}
