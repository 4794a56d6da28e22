import { expect, test } from 'vitest';
import { TimeSlicer } from './time-slicer';

test('each row is worked through once, in order', async () => {
  const rows: number[] = [];
  await new TimeSlicer().forRows(10_000, (from, end) => {
    for (let row = from; row < end; row++) rows.push(row);
    return undefined;
  });
  expect(rows).toEqual(Array.from({ length: 10_000 }, (_, row) => row));
});

test('rows end where the work says so', async () => {
  let last = 0;
  await new TimeSlicer().forRows(100_000, (_from, end) => {
    last = end;
    return end > 5_000 ? false : undefined;
  });
  expect(last).toBeGreaterThan(5_000);
  expect(last).toBeLessThan(15_000);
});

test('others come in between rows that take long, and an abort ends them', async () => {
  const abort = new AbortController();
  const work = new TimeSlicer(abort.signal).forRows(1_000_000, () => {
    const started = performance.now();
    while (performance.now() - started < 2);
    return undefined;
  });
  setImmediate(() => abort.abort(new Error('enough')));
  await expect(work).rejects.toThrow('enough');
});
