import { expect, test } from 'vitest';
import { createReadiness } from './readiness';

const at = new Date('2026-11-28T08:00:00Z');

test('each part is told as it is, and one that fails makes the whole fail', async () => {
  let isBroken = true;
  const ready = createReadiness(
    {
      database: async () => 1,
      store: () => {
        if (isBroken) throw new Error('The bucket is closed.');
      },
    },
    { clock: () => at, keptMs: -1 },
  );
  expect(await ready()).toMatchObject({
    status: 'failing',
    parts: {
      database: { state: 'ok' },
      store: { state: 'failing', since: '2026-11-28T08:00:00.000Z', reason: 'The bucket is closed.' },
    },
  });
  isBroken = false;
  expect(await ready()).toMatchObject({ status: 'ready', parts: { store: { state: 'ok' } } });
});

test('a part that does not answer fails in time', async () => {
  const ready = createReadiness({ database: () => new Promise(() => {}) }, { timeoutMs: 10 });
  expect(await ready()).toMatchObject({
    status: 'failing',
    parts: { database: { reason: 'It has not answered for 0.01 seconds.' } },
  });
});

test('many who ask at once cost one look', async () => {
  let looks = 0;
  const look = () => {
    looks += 1;
  };
  const ready = createReadiness({ database: look }, { keptMs: 60_000 });
  await Promise.all(Array.from({ length: 50 }, ready));
  await ready();
  expect(looks).toBe(1);
});
