import type { Database } from '../database/database';
import type { Scope } from '../items/scope';
import type { Outage } from '../log/outage';
import type { DeliveryService } from './delivery';
import { listScheduledChannels } from './schedule/schedule-store';

/** How late a scheduled delivery may begin. */
const tickMs = 2_000;

export interface SchedulerParts {
  database: Database;
  deliveryOf: (scope: Scope) => Pick<DeliveryService, 'deliverDue'>;
  /** Notes what keeps it from its work. */
  outage: Outage;
}

/**
 * Looks at the schedules of every channel in the database, of all accounts and regions, now and every two seconds. Any number of
 * processes may do so: what is due is delivered by one of them.
 * @returns a function that ends it, and waits for what it does
 */
export function startScheduler(parts: SchedulerParts): () => Promise<void> {
  let ticking = tick(parts);
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    ticking = tick(parts).finally(() => {
      busy = false;
    });
  }, tickMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await ticking;
  };
}

async function tick({ database, deliveryOf, outage }: SchedulerParts): Promise<void> {
  try {
    let whole = true;
    for (const channel of await listScheduledChannels(database)) {
      // One that cannot be delivered must not hold up the others.
      await deliveryOf(channel.scope)
        .deliverDue(channel)
        .catch((error: unknown) => {
          whole = false;
          outage.failed(error, { ...channel.scope, channel: channel.name });
        });
    }
    if (whole) outage.worked();
  } catch (error) {
    outage.failed(error);
  }
}
