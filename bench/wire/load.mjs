import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/**
 * Sends the bytes of requests one after the other over one connection, which is made anew where the server closes it.
 * @param {number} port of 127.0.0.1
 * @returns {{ send: (request: Buffer) => Promise<{ status: number, body: Buffer }>, end: () => void }}
 */
export function openConnection(port) {
  /** @type {import('node:net').Socket | undefined} */
  let socket;
  /** @type {{ resolve: (answer: { status: number, body: Buffer }) => void, reject: (error: Error) => void } | undefined} */
  let waiting;
  let received = Buffer.alloc(0);

  const open = () => {
    const made = connect({ port, host: '127.0.0.1', noDelay: true });
    made.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answer = answerIn(received);
      if (!answer) return;
      received = Buffer.alloc(0);
      if (answer.last) drop(made);
      waiting?.resolve(answer);
      waiting = undefined;
    });
    for (const event of ['error', 'close']) {
      made.on(event, (error) => {
        drop(made);
        waiting?.reject(error instanceof Error ? error : new Error('The server closed the connection unanswered.'));
        waiting = undefined;
      });
    }
    return made;
  };
  /** @param {import('node:net').Socket} used */
  const drop = (used) => {
    used
      .removeAllListeners()
      .on('error', () => {})
      .destroy();
    if (socket === used) socket = undefined;
  };

  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket ??= open();
        socket.write(request);
      }),
    end: () => socket && drop(socket),
  };
}

/** The answer that these bytes are, once they are all of it. @param {Buffer} bytes */
function answerIn(bytes) {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length === undefined) throw new Error(`An answer without Content-Length:\n${head}`);
  const start = end + 4;
  if (bytes.length < start + Number(length)) return undefined;
  const last = /^connection: *close/im.test(head) || head.startsWith('HTTP/1.0');
  return { status: Number(head.slice(9, 12)), body: bytes.subarray(start, start + Number(length)), last };
}

/**
 * What the benchmark looks at in the answers that it asks for.
 * @typedef {{ DeliveryChannels?: { name: string }[], resourceIdentifiers?: { resourceId: string, resourceName?: string }[],
 *   nextToken?: string }} Answer
 */

/**
 * Keeps `connections` busy for a while, each with one request at a time.
 * @param {{ port: number, requests: Buffer[], connections: number, milliseconds: number, check: (answer: Answer) => boolean }} load
 *   check: whether an answer holds what it must; the first of each connection is looked at, and the status of all
 * @returns {Promise<{ rate: number, p50: number, p99: number }>} requests per second, and latencies in milliseconds
 */
export async function measure({ port, requests, connections, milliseconds, check }) {
  /** @type {number[]} */
  const latencies = [];
  let next = 0;
  const start = performance.now();
  const work = async () => {
    const connection = openConnection(port);
    for (let first = true; ; first = false) {
      const sent = performance.now();
      if (sent - start >= milliseconds) return connection.end();
      const request = requests[next++ % requests.length];
      const { status, body } = await connection.send(/** @type {Buffer} */ (request));
      latencies.push(performance.now() - sent);
      if (status !== 200 || (first && !check(JSON.parse(body.toString())))) {
        throw new Error(`Not the answer that was asked for: ${status} ${body.toString().slice(0, 500)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
  return { rate: latencies.length / seconds, p50: at(0.5), p99: at(0.99) };
}
