import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HoldingProxy {
  endpoint: string;
  /** Lets everything through from now on. */
  release(): void;
  stop(): Promise<void>;
}

/**
 * Starts a proxy on a free port of 127.0.0.1 before `target`, another HTTP server, that gives the first `bytes` of what is asked for by a
 * GET of a path that ends with `ending`, and no more until it is released: a reading that lasts, whatever the machine.
 */
export async function startHoldingProxy(target: string, ending: string, bytes: number): Promise<HoldingProxy> {
  let holding = true;
  const server = createServer((incoming, outgoing) => {
    const { method, url = '/', headers } = incoming;
    const held = holding && method === 'GET' && new URL(url, target).pathname.endsWith(ending);
    const onward = request(new URL(url, target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      if (!held) return answer.pipe(outgoing);
      let given = 0;
      return answer.on('data', (chunk: Buffer) => {
        if (given < bytes) outgoing.write(chunk.subarray(0, bytes - given));
        given += chunk.length;
      });
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('error', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release() {
      holding = false;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
