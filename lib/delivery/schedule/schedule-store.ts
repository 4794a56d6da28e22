import type { Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';
import type { Schedule } from './schedule';

/** The formats that are delivered by the clock. */
export type ScheduledFormat = 'snapshot' | 'history';

/** A channel with the schedules that are kept of it. */
export interface ScheduledChannel {
  scope: Scope;
  name: string;
  deliveryFrequency?: string;
  kept: Partial<Record<ScheduledFormat, Schedule>>;
}

/** The channels of all accounts and regions, or of `scope`, with their schedules. */
export async function listScheduledChannels(database: Queryable, scope?: Scope): Promise<ScheduledChannel[]> {
  const { rows } = await database.query<{
    account_id: string;
    region: string;
    name: string;
    delivery_frequency: string | null;
    format: ScheduledFormat | null;
    next_delivery_time: Date | null;
    schedule_period_ms: string | null;
  }>(
    `SELECT c.account_id, c.region, c.name, c.delivery_frequency, s.format, s.next_delivery_time, s.schedule_period_ms
     FROM delivery_channels c LEFT JOIN delivery_status s
       ON s.account_id = c.account_id AND s.region = c.region AND s.channel_name = c.name
         AND s.format IN ('snapshot', 'history') AND s.next_delivery_time IS NOT NULL
     WHERE $1::text IS NULL OR (c.account_id = $1 AND c.region = $2)
     ORDER BY c.account_id, c.region`,
    [scope?.accountId ?? null, scope?.region ?? null],
  );
  const channels = new Map<string, ScheduledChannel>();
  for (const row of rows) {
    const place = `${row.account_id}/${row.region}`;
    const channel = channels.get(place) ?? {
      scope: { accountId: row.account_id, region: row.region },
      name: row.name,
      deliveryFrequency: row.delivery_frequency ?? undefined,
      kept: {},
    };
    channels.set(place, channel);
    if (row.format && row.next_delivery_time && row.schedule_period_ms) {
      channel.kept[row.format] = { due: row.next_delivery_time, periodMs: Number(row.schedule_period_ms) };
    }
  }
  return [...channels.values()];
}

/**
 * Puts `next` in the place of the schedule `kept`. False when another one stands there by now: some other process was first, or
 * the channel is gone.
 */
export async function replaceSchedule(
  tx: Queryable,
  { scope, name, kept }: ScheduledChannel,
  format: ScheduledFormat,
  next: Schedule | undefined,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO delivery_status AS s (account_id, region, channel_name, format, next_delivery_time, schedule_period_ms)
     SELECT account_id, region, name, $4::text, $5::timestamptz, $6::bigint FROM delivery_channels
     WHERE account_id = $1 AND region = $2 AND name = $3
     ON CONFLICT (account_id, region, channel_name, format) DO UPDATE
       SET next_delivery_time = excluded.next_delivery_time, schedule_period_ms = excluded.schedule_period_ms
       WHERE s.next_delivery_time IS NOT DISTINCT FROM $7 AND s.schedule_period_ms IS NOT DISTINCT FROM $8`,
    [
      scope.accountId,
      scope.region,
      name,
      format,
      next?.due ?? null,
      next?.periodMs ?? null,
      kept[format]?.due ?? null,
      kept[format]?.periodMs ?? null,
    ],
  );
  return rowCount === 1;
}
