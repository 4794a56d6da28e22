import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterDelivery, periodOf, type Schedule, scheduleAt } from './schedule';

const hour = 3_600_000;
const at = (text: string) => new Date(`2026-11-${text}:00Z`);

test('AWS names five frequencies', () => {
  expect(['One_Hour', 'Three_Hours', 'Six_Hours', 'Twelve_Hours', 'TwentyFour_Hours'].map(periodOf)).toEqual(
    [1, 3, 6, 12, 24].map((hours) => hours * hour),
  );
  expect(periodOf(undefined)).toBeUndefined();
});

test('a schedule begins one period from now, and without a frequency there is none', () => {
  expect(scheduleAt(undefined, hour, at('22T08:00'))?.due).toEqual(at('22T09:00'));
  expect(scheduleAt({ periodMs: hour, due: at('22T09:00') }, undefined, at('22T08:00'))).toBeUndefined();
});

test('a changed frequency counts from the delivery before, and is never due in the past', () => {
  const daily = { periodMs: 24 * hour, due: at('23T00:00') };
  expect(scheduleAt(daily, 6 * hour, at('22T05:00'))?.due).toEqual(at('22T06:00'));
  expect(scheduleAt(daily, hour, at('22T05:00'))?.due).toEqual(at('22T05:00'));
});

test('after a time without deliveries the next one is on the old grid', () => {
  expect(afterDelivery({ periodMs: hour, due: at('22T09:00') }, at('22T13:20')).due).toEqual(at('22T14:00'));
  expect(afterDelivery({ periodMs: hour, due: at('22T09:00') }, at('22T09:00')).due).toEqual(at('22T10:00'));
});

test('whatever the clock does, a delivery is at most one period away, and the one after it in the future', () => {
  const time = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
  const period = fc.constantFrom(hour, 3 * hour, 24 * hour, 1_000);
  fc.assert(
    fc.property(period, time, period, time, (periodMs, due, wanted, now) => {
      const kept: Schedule = { periodMs, due };
      const plan = scheduleAt(kept, wanted, now);
      expect(plan && plan.due.getTime() - now.getTime()).toBeLessThanOrEqual(wanted);
      const next = plan && plan.due <= now ? afterDelivery(plan, now) : plan;
      expect(next?.due.getTime()).toBeGreaterThan(now.getTime());
      expect(next && next.due.getTime() - now.getTime()).toBeLessThanOrEqual(wanted);
    }),
  );
});
