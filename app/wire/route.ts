import { getServices } from '@/lib/services';
import { dispatch } from '@/lib/wire/dispatch';

// The path and the host are what the client signed, and so must not be rewritten by anybody: hence from the request itself.
export async function POST(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const { wire } = await getServices();
  const answer = await dispatch(
    {
      method: request.method,
      path: pathname,
      query: search.slice(1),
      headers: Object.fromEntries(request.headers),
      body: request.body,
    },
    wire,
  );
  return new Response(answer.body || null, { status: answer.status, headers: answer.headers });
}
