import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { motoMissing } from '../emulators/moto';
import type { LightServer } from './light-server';
import { deliver, isOver, openSharedServers, recorded, type SharedServers, until } from './shared-servers';

// They share an S3: a folder belongs to one server.
describe.skipIf(motoMissing())('two servers on one database', () => {
  let shared: SharedServers;
  let pair: readonly [LightServer, LightServer];
  beforeAll(async () => {
    shared = await openSharedServers(1_000);
    pair = [await shared.start(), await shared.start()];
    await recorded(pair[0]);
  });
  // Nothing was opened where moto is missing.
  afterAll(() => shared?.close());

  test('fifty callers at once are served one after the other, each once', { timeout: 900_000 }, async () => {
    let [refusals, mostAtOnce, served] = [0, 0, false];
    // By what the servers themselves go by, not by times: the end of one is still being written when the next is asked for.
    const watching = (async () => {
      for (const start = Date.now(); !served && Date.now() - start < 600_000; await sleep(20)) {
        mostAtOnce = Math.max(mostAtOnce, (await shared.attempts('snapshot')).filter((one) => !isOver(one)).length);
      }
    })();
    const call = async (_: unknown, caller: number) => {
      for (;;) {
        try {
          return await deliver(pair[caller % 2 === 0 ? 0 : 1]);
        } catch (error) {
          if (!(error instanceof Error && error.name === 'ThrottlingException')) throw error;
          refusals += 1;
          await sleep(100 + 400 * Math.random());
        }
      }
    };
    let ids: string[] = [];
    try {
      ids = await Promise.all(Array.from({ length: 50 }, call));
      await until('all are over', 120, async () => (await shared.attempts('snapshot')).every(isOver));
    } finally {
      served = true;
      await watching;
    }
    expect([refusals > 0, mostAtOnce]).toEqual([true, 1]);
    const all = await shared.attempts('snapshot');
    expect(all.map(({ configSnapshotId }) => configSnapshotId).sort()).toEqual([...ids].sort());
    expect(all.filter(({ phase }) => phase !== 'delivered').map(({ failure }) => failure)).toEqual([]);
    await shared.expectTruth();
  });

  test('what a dead server began, the other ends once its lease is over, which is within a minute', async () => {
    const [dying] = pair;
    const id = await deliver(dying);
    await dying.kill();
    const { rows } = await shared.database.query<{ late: boolean }>(
      `SELECT lease_expires_at > now() + interval '45 seconds' AS late FROM delivery_attempts WHERE config_snapshot_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ late: false }]);
    // As if that time had passed.
    await shared.database.query(`UPDATE delivery_attempts SET lease_expires_at = now() - interval '1 second'`);
    await until('the delivery is over', 120, async () =>
      (await shared.attempts('snapshot')).some((one) => one.configSnapshotId === id && isOver(one)),
    );
    await shared.expectTruth();
  });
});
