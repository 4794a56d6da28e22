import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDatabase } from '../../database/test-database';
import { silentLog } from '../../log/log';
import { createRecorder } from '../../recorder/recorder';
import type { ObservedResource } from '../../recorder/sources/port';
import { enforceRetention, saveRetention } from './retention-store';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.stop());

const day = 24 * 60 * 60 * 1000;
const volume = (resourceId: string, size: number): ObservedResource => ({
  relatedEvents: [],
  relationships: [],
  configuration: { size },
  supplementaryConfiguration: {},
  tags: {},
  resourceType: 'AWS::EC2::Volume',
  resourceId,
  awsRegion: 'us-west-2',
});

/** What is kept of each volume, oldest first. */
async function kept(accountId: string): Promise<string[]> {
  const { rows } = await server.database.query<{ item: string }>(
    `SELECT resource_id || ' ' || status AS item FROM configuration_items
     WHERE account_id = $1 AND resource_type = 'AWS::EC2::Volume' ORDER BY resource_id, state_id`,
    [accountId],
  );
  return rows.map(({ item }) => item);
}

test('history older than the period goes, with all of resources that were gone by then; what exists stays', async () => {
  let now = new Date('2026-01-01T00:00:00.000Z');
  for (const accountId of ['000000000001', '000000000002']) {
    const scope = { accountId, region: 'us-west-2' };
    let seen = [volume('changed', 1), volume('gone', 1), volume('old', 1)];
    const source = {
      name: 's',
      description: 's',
      observe: async function* () {
        yield* seen;
      },
    };
    const recorder = createRecorder({
      database: server.database,
      clock: () => now,
      scope,
      sources: [source],
      log: silentLog,
    });
    now = new Date('2026-01-01T00:00:00.000Z');
    await recorder.put({ name: 'default', recordingGroup: {}, recordingMode: { recordingFrequency: 'CONTINUOUS' } });
    await recorder.start();
    await recorder.discover();
    now = new Date(now.getTime() + 10 * day);
    seen = [volume('changed', 2), volume('old', 1)];
    await recorder.discover();
  }
  await saveRetention(server.database, { accountId: '000000000001', region: 'us-west-2' }, 30);
  const enforce = () => enforceRetention(server.database, now);
  now = new Date('2026-02-05T00:00:00.000Z');
  await enforce();
  expect(await kept('000000000001')).toEqual(['changed OK', 'gone ResourceDeleted', 'old ResourceDiscovered']);
  now = new Date('2026-03-05T00:00:00.000Z');
  await enforce();
  expect(await kept('000000000001')).toEqual(['changed OK', 'old ResourceDiscovered']);
  expect(await kept('000000000002')).toHaveLength(5);
});
