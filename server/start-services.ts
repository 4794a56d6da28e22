import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '@/lib/errors';
import { processLog } from '@/lib/log/process-log';
import { getServices, stopServices } from '@/lib/services/lifecycle';
import { answerNode } from '@/lib/wire/protocol/http';

/** What server/serve.mjs answers AWS clients with: it is not part of the build, and so finds it here. */
const shared = globalThis as {
  snapscopeWire?: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

/**
 * Builds the services and ends them with the process. A start that fails ends the process with its reason: a server that
 * answers 500 to everything would help nobody.
 */
export async function startServices(): Promise<void> {
  const services = getServices();
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await stopServices().catch((error) => processLog().error({ err: error }, 'Snapscope could not stop cleanly'));
    process.exit(0);
  };
  // For good: a second signal would otherwise end the process before our PostgreSQL has stopped.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  try {
    await services;
    // Asked for each time: a server that stops has none for new requests.
    const wire = () => getServices().then((running) => running.wire);
    shared.snapscopeWire = (request, response) => answerNode(request, response, wire());
  } catch (error) {
    // A sentence in any case: whoever starts it reads this, and not a program.
    console.error(error instanceof DomainError ? `Snapscope cannot start. ${error.message}` : error);
    process.exit(1);
  }
}
