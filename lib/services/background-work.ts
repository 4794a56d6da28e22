import { daysBefore, systemClock } from '../clock';
import type { Database } from '../database/database';
import { deleteOldAttempts } from '../delivery/attempts/attempt-list-store';
import type { AlertHook } from '../delivery/notifications/receivers/alert-hook';
import { createSnsTopic } from '../delivery/notifications/receivers/sns';
import { createNotificationSender } from '../delivery/notifications/sender/sender';
import { recoverDeliveries } from '../delivery/write/recovery';
import type { DeliveryRuns } from '../delivery/write/runs';
import { enforceRetention } from '../inventory/retention/retention-store';
import type { Outage } from '../log/outage';
import { processLog } from '../log/process-log';
import type { ObjectStore } from '../object-store/port';
import type { Settings } from '../settings/settings';
import { startPruning } from './pruning';
import type { Shutdown } from './shutdown';

/** What goes on beside requests, whatever the scope. */
export interface BackgroundParts {
  settings: Pick<Settings, 'database' | 'deliveryRetentionDays'>;
  database: Database;
  store: ObjectStore;
  runs: DeliveryRuns;
  webhook: AlertHook | undefined;
  outages: Readonly<Record<'recovery' | 'notifications', Outage>>;
  shutdown: Shutdown;
}

/** Takes up the deliveries of a server that crashed, and starts notifications and the timer of retention. */
export async function startBackgroundWork({
  settings,
  database,
  store,
  runs,
  webhook,
  outages,
  shutdown,
}: BackgroundParts): Promise<void> {
  const log = processLog();
  // Nobody else can be at work in a database that is ours alone.
  const exclusive = settings.database.kind === 'embedded';
  shutdown.add(await recoverDeliveries({ database, store, runs, log, outage: outages.recovery }, exclusive));
  const sender = createNotificationSender({
    database,
    store,
    clock: systemClock,
    topic: createSnsTopic(),
    hook: webhook,
    log,
    outage: outages.notifications,
  });
  shutdown.add(await sender.start(exclusive));
  shutdown.add(
    startPruning({
      clock: systemClock,
      log,
      prunings: [
        { what: 'configuration items', prune: (now) => enforceRetention(database, now) },
        {
          what: 'the record of deliveries',
          prune: (now) => deleteOldAttempts(database, daysBefore(now, settings.deliveryRetentionDays)),
        },
      ],
    }),
  );
}
