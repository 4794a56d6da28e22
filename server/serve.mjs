// The production server: Next.js behind an HTTP server of ours, at HOST and PORT. What an AWS client sends is answered before Next sees
// it, since Next costs about a millisecond for each request. `npm start` runs this; the build must be there.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import next from 'next';
import { explain } from './address.mjs';
import { root } from './command.mjs';
import { givenAddress } from './environment.mjs';
import { guardOutput } from './output.mjs';

guardOutput();
// The launcher is gone, however it ended: as if it had passed on a signal.
process.once('disconnect', () => {
  // Nobody listens before there is anything to stop.
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(1);
});

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>} Handler */

/**
 * Where AWS clients post to, with and without a trailing slash, and a query behind it. An endpoint with a slash too many is theirs as well:
 * Next would redirect `//`, and no SDK follows.
 */
const wirePath = /^\/+(wire\/*)?(\?|$)/;

/** Longer than the idle time of usual proxies and SDKs, so that they and not we end a connection: else a request could meet its end. */
const keepAliveTimeout = 65_000;

const { host: hostname, port: givenPort } = givenAddress();
const port = Number(givenPort);

const app = next({ dev: false, dir: root, hostname, port });
const answerPage = app.getRequestHandler();

/** Registered by start-services.ts, which is part of the build. @returns {Handler | undefined} */
const wire = () => /** @type {{ snapscopeWire?: Handler }} */ (globalThis).snapscopeWire;

/** Set up by the services, as the settings want it; until then there is none. @returns {import('pino').Logger | undefined} */
const log = () => /** @type {{ snapscopeLog?: import('pino').Logger }} */ (globalThis).snapscopeLog;

/**
 * Gives a request the id that stands in the log and in the answer: what a proxy gave, where that is a sound one, else a new one. Pages'
 * routes and AWS clients' operations find it in the request's header.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function identify(request, response) {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
  request.headers['x-request-id'] = requestId;
  response.setHeader('x-request-id', requestId);
  if (!log()?.isLevelEnabled('debug')) return requestId;
  const since = performance.now();
  // Keys of objects stand in queries; they are nobody else's business.
  const path = request.url?.split('?', 1)[0];
  response.once('close', () => {
    const milliseconds = Math.round(performance.now() - since);
    log()?.debug({ requestId, method: request.method, path, status: response.statusCode, milliseconds }, 'Answered');
  });
  return requestId;
}

/** @type {Handler} */
async function answer(request, response) {
  await prepared;
  const isWire = request.headers['x-amz-target'] !== undefined && request.method === 'POST';
  const answerWire = isWire && wirePath.test(request.url ?? '') ? wire() : undefined;
  await (answerWire ?? answerPage)(request, response);
}

const server = createServer({ keepAliveTimeout }, (request, response) => {
  const requestId = identify(request, response);
  answer(request, response).catch((error) => {
    const path = request.url?.split('?', 1)[0];
    log()?.error({ err: error, requestId, method: request.method, path }, 'A request could not be answered');
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end('Internal Server Error');
  });
});

/** @type {Promise<void>} */
const listening = new Promise((resolve) => server.listen(port, hostname, resolve));
server.on('error', async (error) => {
  console.error(await explain({ host: hostname, port }, error));
  process.exit(1);
});
// The port is ours before the services start: a second server on it must not get so far as to touch the data.
const prepared = listening.then(() => app.prepare());
prepared.catch((error) => {
  console.error(error);
  process.exit(1);
});
