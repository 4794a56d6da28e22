import type { Database } from '../../../../database/database';
import { InventoryReader } from '../../../../inventory/reader';
import { silentLog } from '../../../../log/log';
import { createRecorder } from '../../../recorder';
import type { ResourceSource } from '../../port';
import { accountId, region } from '../test-source';

/** A recorder whose clock goes on by a minute with each cycle, and what each cycle wrote. */
export async function recordingOf(database: Database, source: ResourceSource) {
  let now = new Date('2026-11-22T08:00:00.000Z');
  const scope = { accountId, region };
  const recorder = createRecorder({ database, clock: () => now, scope, sources: [source], log: silentLog });
  await recorder.put({
    name: 'default',
    recordingGroup: { allSupported: true },
    recordingMode: { recordingFrequency: 'CONTINUOUS' },
  });
  await recorder.start();
  return {
    recorder,
    inventory: new InventoryReader(database, scope),
    /** Runs a cycle; gives the items that it wrote as `<type> <id> <status>`, sorted, but for that of the recorder itself. */
    async discover(): Promise<string[]> {
      now = new Date(now.getTime() + 60_000);
      await recorder.discover();
      const { rows } = await database.query<{ item: string }>(
        `SELECT resource_type || ' ' || resource_id || ' ' || status AS item FROM configuration_items
         WHERE account_id = $1 AND source <> 'recorder' AND capture_time >= $2`,
        [accountId, now],
      );
      return rows.map(({ item }) => item).sort();
    },
  };
}

export type Recording = Awaited<ReturnType<typeof recordingOf>>;
