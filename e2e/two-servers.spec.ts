import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { motoMissing } from './emulators/moto';
import { deliver, isOver, recorded, test, until } from './fixtures/shared-servers';

test.skip(({ store }) => store !== 's3', 'a folder belongs to one server');
test.skip(motoMissing() !== undefined, motoMissing());

test('fifty callers at once are served one after the other, each once', async ({ shared }) => {
  test.setTimeout(900_000);
  const pair = [await shared.start(), await shared.start()] as const;
  await recorded(pair[0]);
  let [refusals, mostAtOnce, served] = [0, 0, false];
  // By what the servers themselves go by, not by times: the end of one is still being written when the next is asked for.
  const watching = (async () => {
    for (const start = Date.now(); !served && Date.now() - start < 600_000; await sleep(20)) {
      mostAtOnce = Math.max(mostAtOnce, (await shared.attempts('snapshot')).filter((one) => !isOver(one)).length);
    }
  })();
  const ids = await Promise.all(
    Array.from({ length: 50 }, async (_, caller) => {
      for (;;) {
        try {
          return await deliver(pair[caller % 2 === 0 ? 0 : 1]);
        } catch (error) {
          if (!(error instanceof Error && error.name === 'ThrottlingException')) throw error;
          refusals += 1;
          await sleep(100 + 400 * Math.random());
        }
      }
    }),
  );
  await until('all are over', 120, async () => (await shared.attempts('snapshot')).every(isOver));
  served = true;
  await watching;
  expect([refusals > 0, mostAtOnce]).toEqual([true, 1]);
  const all = await shared.attempts('snapshot');
  expect(all.map(({ configSnapshotId }) => configSnapshotId).sort()).toEqual([...ids].sort());
  expect(all.filter(({ phase }) => phase !== 'delivered').map(({ failure }) => failure)).toEqual([]);
  await shared.expectTruth();
});

test('what a dead server began, the other ends within a minute', async ({ shared }) => {
  test.setTimeout(600_000);
  const dying = await shared.start();
  await shared.start();
  await recorded(dying);
  const id = await deliver(dying);
  await dying.kill();
  await until('the delivery is over', 60, async () =>
    (await shared.attempts('snapshot')).some((one) => one.configSnapshotId === id && isOver(one)),
  );
  await shared.expectTruth();
});
