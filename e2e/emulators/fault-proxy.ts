import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What can happen to a request on its way to the store, or to the answer on its way back. */
const faults = [
  'latency', // comes late
  'busy', // 503 SlowDown; the store never hears of it
  'failed', // 500, though the store did what was asked
  'cut-request', // the connection breaks in the middle of the request's body
  'cut-answer', // the store did it, and the connection breaks before the answer
  'short-answer', // the store did it, and its answer breaks off in the middle
  'black-hole', // nothing ever comes back; the store never hears of it
  'lost-answer', // the store did it, and nothing ever comes back
] as const;
export type Fault = (typeof faults)[number];

export interface FaultProxy {
  endpoint: string;
  /** What was done to how many requests. */
  done: Map<Fault | 'none', number>;
  stop(): Promise<void>;
}

/** Which fault the next request meets; undefined lets it through. */
export type FaultPlan = () => Fault | undefined;

/** Numbers from 0 to 1, the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A plan out of a seed: every request meets a fault with a probability of up to 40 %, and in every other plan a run of up to twelve
 * requests all do, which outlasts the tries of any one call.
 */
export function planOf(seed: number): FaultPlan {
  const random = randomNumbers(seed);
  const probability = 0.4 * random();
  const burst = random() < 0.5 ? { from: Math.floor(8 * random()), length: 4 + Math.floor(9 * random()) } : undefined;
  let asked = 0;
  return () => {
    const inBurst = burst && asked >= burst.from && asked < burst.from + burst.length;
    asked += 1;
    const pick = faults[Math.floor(random() * faults.length)];
    // Lateness alone outlasts no try.
    if (inBurst) return pick === 'latency' ? 'busy' : pick;
    return random() < probability ? pick : undefined;
  };
}

/** Starts a proxy on a free port of 127.0.0.1 before `target`, another HTTP server, that does to requests what `plan` says. */
export async function startFaultProxy(target: string, plan: FaultPlan): Promise<FaultProxy> {
  const done: FaultProxy['done'] = new Map();
  const server = createServer(async (incoming, outgoing) => {
    const fault = plan();
    done.set(fault ?? 'none', (done.get(fault ?? 'none') ?? 0) + 1);
    outgoing.on('error', () => {});
    incoming.on('error', () => {});
    try {
      await answer(target, fault, incoming, outgoing);
    } catch {
      outgoing.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    done,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  target: string,
  fault: Fault | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  switch (fault) {
    case undefined:
      return send(outgoing, await forward(target, incoming));
    case 'latency':
      await sleep(50 + (incoming.url?.length ?? 0));
      return send(outgoing, await forward(target, incoming));
    case 'busy':
      await drain(incoming);
      return send(outgoing, failure(503, 'SlowDown'));
    case 'failed':
      await forward(target, incoming);
      return send(outgoing, failure(500, 'InternalError'));
    case 'cut-request': {
      // Of a request without a body nothing arrives at all.
      for await (const chunk of incoming) if (chunk.length > 0) break;
      outgoing.destroy();
      return;
    }
    case 'cut-answer':
      await forward(target, incoming);
      outgoing.destroy();
      return;
    case 'short-answer': {
      const { status, headers, body } = await forward(target, incoming);
      outgoing.writeHead(status, { ...headers, 'content-length': body.length + 10 });
      outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
      return;
    }
    case 'black-hole':
      return drain(incoming);
    case 'lost-answer':
      await forward(target, incoming);
  }
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Hands a request on as it came, and gives the whole answer. */
async function forward(target: string, incoming: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { hostname, port } = new URL(target);
  return new Promise((resolve, reject) => {
    const { method, url: path, headers } = incoming;
    // What stood between proxy and client is not the store's business.
    const { connection: _, expect: __, ...kept } = headers;
    const body = Buffer.concat(chunks);
    const onward = request({ hostname, port, method, path, headers: kept, agent: false }, async (response) => {
      try {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part);
        resolve({ status: response.statusCode ?? 502, headers: response.headers, body: Buffer.concat(parts) });
      } catch (error) {
        reject(error);
      }
    });
    onward.on('error', reject);
    onward.end(body);
  });
}

function send(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const { connection: _, 'transfer-encoding': __, ...kept } = headers;
  // The answer to a HEAD tells of a length that it does not have.
  const length = outgoing.req.method === 'HEAD' ? headers['content-length'] : body.length;
  outgoing.writeHead(status, length === undefined ? kept : { ...kept, 'content-length': length });
  outgoing.end(body);
}

function failure(status: number, code: string): Answer {
  const body = Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>no</Message></Error>`,
  );
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

async function drain(incoming: IncomingMessage): Promise<void> {
  for await (const _ of incoming);
}
