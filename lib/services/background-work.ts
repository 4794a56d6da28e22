import { systemClock } from '../clock';
import type { Database } from '../database/database';
import { startRecordRetention } from '../delivery/attempts/record-retention';
import type { AlertHook } from '../delivery/notifications/receivers/alert-hook';
import { createSnsTopic } from '../delivery/notifications/receivers/sns';
import { createNotificationSender } from '../delivery/notifications/sender/sender';
import { recoverDeliveries } from '../delivery/write/recovery';
import type { DeliveryRuns } from '../delivery/write/runs';
import { startRetention } from '../inventory/retention/retention';
import type { ObjectStore } from '../object-store/port';
import type { Settings } from '../settings/settings';
import { log } from './log';
import type { Shutdown } from './shutdown';

/** What goes on beside requests, whatever the scope. */
export interface BackgroundParts {
  settings: Pick<Settings, 'database' | 'deliveryRetentionDays'>;
  database: Database;
  store: ObjectStore;
  runs: DeliveryRuns;
  webhook: AlertHook | undefined;
  shutdown: Shutdown;
}

/** Takes up the deliveries of a server that crashed, and starts notifications and the timers of retention. */
export async function startBackgroundWork({
  settings,
  database,
  store,
  runs,
  webhook,
  shutdown,
}: BackgroundParts): Promise<void> {
  // Nobody else can be at work in a database that is ours alone.
  const exclusive = settings.database.kind === 'embedded';
  shutdown.add(await recoverDeliveries({ database, store, runs, log }, exclusive));
  const sender = createNotificationSender({
    database,
    store,
    clock: systemClock,
    topic: createSnsTopic(),
    hook: webhook,
    log,
  });
  shutdown.add(await sender.start(exclusive));
  shutdown.add(startRetention({ database, clock: systemClock, log }));
  const days = settings.deliveryRetentionDays;
  shutdown.add(startRecordRetention({ database, clock: systemClock, days, log }));
}
