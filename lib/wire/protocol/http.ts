import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { requestIdHeader, requestIdOf } from '../../log/request-id';
import { toWireError } from '../errors';
import type { WirePorts } from '../operation';
import { dispatch } from './dispatch';
import { failure, type WireRequest, type WireResponse } from './protocol';

/** For how long, in milliseconds, the rest of a refused body is taken off a client that is still sending. */
const lingerMs = 2_000;

/** Answers a request as Node's HTTP server received it. Never rejects; a client that left is answered no more. */
export async function answerNode(
  request: IncomingMessage,
  response: ServerResponse,
  ports: WirePorts | Promise<WirePorts>,
): Promise<void> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  // A body that is refused half-read must not take the connection with it: the answer has yet to be sent.
  const body = request.iterator({ destroyOnReturn: false });
  await send(request, response, await answerOf(requestOf(request.method, request.url, headers, body), ports));
}

/** Answers a request as a route handler receives it. Never rejects. */
export async function answerWeb(request: Request, ports: WirePorts | Promise<WirePorts>): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  const { status, ...answer } = await answerOf(
    requestOf(request.method, pathname + search, headers, request.body),
    ports,
  );
  return new Response(answer.body || null, { status, headers: answer.headers });
}

/** Ports that are not to be had (a server that stops has none) are an answer as well, which SDKs try again on. */
async function answerOf(request: WireRequest, ports: WirePorts | Promise<WirePorts>): Promise<WireResponse> {
  try {
    return await dispatch(request, await ports);
  } catch (error) {
    return failure(requestIdOf(request.headers[requestIdHeader]), toWireError(error, []));
  }
}

/** Path and query are what the client signed: they are taken as they came. */
function requestOf(method = '', target = '/', headers: WireRequest['headers'], body: WireRequest['body']): WireRequest {
  const end = target.indexOf('?');
  const [path, query] = end < 0 ? [target, ''] : [target.slice(0, end), target.slice(end + 1)];
  return { method, path, query, headers, body };
}

async function send(request: IncomingMessage, response: ServerResponse, answer: WireResponse): Promise<void> {
  if (response.destroyed) return;
  response.writeHead(answer.status, answer.headers);
  if (answer.headers.connection === 'close') {
    // Closed while the client sends, the connection would be reset, and the answer lost with it.
    response.write(answer.body);
    await rest(request);
    response.end();
  } else {
    response.end(answer.body);
  }
}

/** Waits for the end of a body, dropping what comes, `lingerMs` at most. */
async function rest(request: IncomingMessage): Promise<void> {
  const done = new AbortController();
  const over = new Promise<void>((resolve) => {
    for (const event of ['end', 'close', 'error']) request.once(event, () => resolve());
  });
  request.resume();
  await Promise.race([over, sleep(lingerMs, undefined, { signal: done.signal, ref: false })]);
  done.abort();
}
