/** When a format is delivered next, and the period by which that was reckoned. */
export interface Schedule {
  periodMs: number;
  due: Date;
}

const hour = 60 * 60 * 1000;

/** The frequencies of AWS Config's `ConfigSnapshotDeliveryProperties`, in milliseconds. */
const frequencies: Record<string, number> = {
  One_Hour: hour,
  Three_Hours: 3 * hour,
  Six_Hours: 6 * hour,
  Twelve_Hours: 12 * hour,
  TwentyFour_Hours: 24 * hour,
};

/** The period of a frequency by its name in AWS Config; undefined where none is set: then nothing is delivered by itself. */
export function periodOf(deliveryFrequency: string | undefined): number | undefined {
  return deliveryFrequency === undefined ? undefined : frequencies[deliveryFrequency];
}

/**
 * The schedule as it stands at `now`, out of the one that was kept. It is due when `due` is not after `now`.
 *
 * A new schedule is due one period from now. A new period counts from the delivery before, so that a shorter one takes effect at
 * once. Nothing is ever due later than one period from now: a clock that was set back does not hold deliveries up.
 */
export function scheduleAt(kept: Schedule | undefined, periodMs: number | undefined, now: Date): Schedule | undefined {
  if (periodMs === undefined) return undefined;
  const latest = now.getTime() + periodMs;
  if (!kept) return { periodMs, due: new Date(latest) };
  let due = kept.due.getTime();
  if (kept.periodMs !== periodMs) due = Math.max(now.getTime(), due - kept.periodMs + periodMs);
  return { periodMs, due: new Date(Math.min(due, latest)) };
}

/** The schedule after the delivery that was due: on the same grid, and after `now`. What was missed is not made up for. */
export function afterDelivery({ periodMs, due }: Schedule, now: Date): Schedule {
  const missed = Math.floor((now.getTime() - due.getTime()) / periodMs);
  return { periodMs, due: new Date(due.getTime() + (missed + 1) * periodMs) };
}

/** Whether both are the same moment by the same period, or both are none. */
export function sameSchedule(one: Schedule | undefined, other: Schedule | undefined): boolean {
  return one?.periodMs === other?.periodMs && one?.due.getTime() === other?.due.getTime();
}
