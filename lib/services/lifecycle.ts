import 'server-only';
import { lockDataFolder } from '../database/data-folder';
import { migrate } from '../database/migrate';
import { migrations } from '../database/migrations/table';
import { DomainError } from '../errors';
import { setUpProcessLog } from '../log/process-log';
import { readSettings } from '../settings/read-settings';
import { secretValues } from '../settings/secret-values';
import type { Settings } from '../settings/settings';
import { assemble } from './assemble';
import { openDatabase } from './open/database';
import { createShutdown } from './shutdown';

/** All that pages, routes and AWS clients ask of this server. */
type Services = Awaited<ReturnType<typeof assemble>> & {
  /** Stops what runs and everything that was started, in the right order. */
  close(): Promise<void>;
};

interface Running {
  services: Promise<Services>;
  state: 'starting' | 'ready' | 'stopping';
  /** Cuts short what a start waits for. */
  startupAbort: AbortController;
}

// Kept on globalThis: in development each reload brings a new copy of this module, and must find the same services.
const slot = globalThis as { snapscope?: Running };

/**
 * The one set of services of this process, built when first asked for.
 * @throws what kept them from being built, such as `InvalidSettings`; `ServerStopping` once they are being closed
 */
export async function getServices(): Promise<Services> {
  slot.snapscope ??= start();
  if (slot.snapscope.state === 'stopping') {
    throw new DomainError(
      'unavailable',
      'ServerStopping',
      'Snapscope is stopping. Try again when it has started anew.',
    );
  }
  return slot.snapscope.services;
}

/**
 * Ends what was started, in the right order. A start that still waits for the first recording does not wait any longer: what was
 * not recorded whole is undone.
 */
export async function stopServices(): Promise<void> {
  slot.snapscope?.startupAbort.abort();
  await (await slot.snapscope?.services)?.close();
}

/** Whether everything is there to serve requests. Asks for nothing to be started. */
export function servicesState(): Running['state'] {
  return slot.snapscope?.state ?? 'starting';
}

function start(): Running {
  const startupAbort = new AbortController();
  const settings = readSettings();
  setUpProcessLog({ ...settings.log, secrets: secretValues(settings) });
  const services = build(settings, startupAbort.signal);
  const running: Running = { services, state: 'starting', startupAbort };
  services.then(
    () => {
      running.state = 'ready';
    },
    () => undefined,
  );
  return running;
}

async function build(settings: Settings, startupAbort: AbortSignal): Promise<Services> {
  const shutdown = createShutdown();
  const close = async () => {
    if (slot.snapscope) slot.snapscope.state = 'stopping';
    await shutdown.run();
  };
  try {
    const folder = await lockDataFolder(settings.dataFolder);
    shutdown.add(() => folder.release());
    const { database, postgres } = await openDatabase(settings, shutdown);
    await migrate(database, migrations);
    return { ...(await assemble({ settings, database, postgres, shutdown, startupAbort })), close };
  } catch (error) {
    await close();
    throw error;
  }
}
