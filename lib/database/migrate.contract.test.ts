import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listAttemptRegions, listAttempts } from '../delivery/attempts/attempt-list-store';
import type { Database } from './database';
import { migrate } from './migrate';
import { migrations } from './migrations/table';
import { startTestDatabase } from './test-database';

let database: Database;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ database, stop } = await startTestDatabase());
});
afterAll(() => stop());
beforeEach(async () => {
  await database.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
});

const steps = [
  { id: '001-people', sql: 'CREATE TABLE people (name text); CREATE INDEX ON people (name);' },
  { id: '002-ann', sql: `INSERT INTO people VALUES ('ann')` },
];

async function people() {
  return (await database.query<{ name: string }>('SELECT name FROM people')).rows.map((row) => row.name);
}

describe('migrate', () => {
  test('makes the tables of this program, and does nothing the second time', async () => {
    expect(await migrate(database, migrations)).toEqual(migrations.map((migration) => migration.id));
    expect((await database.query('SELECT * FROM configuration_items')).rows).toEqual([]);
    expect(await migrate(database, migrations)).toEqual([]);
  });

  test('items that were there before the journal are numbered as they were captured, and topics are told of later ones', async () => {
    await migrate(database, migrations.slice(0, 3));
    await database.query(
      `INSERT INTO delivery_channels (account_id, region, name, s3_bucket_name, sns_topic_arn, created_at)
       VALUES ('1', 'r', 'default', 'b', 'arn:aws:sns:us-west-2:1:t', now())`,
    );
    const add = (id: string, state: number) =>
      database.query(
        `INSERT INTO configuration_items (account_id, region, type_key, resource_id, state_id, is_current, source,
           resource_type, aws_region, status, capture_time, content_hash, body)
         VALUES ('1', 'r', 't', $1, $2, true, 's', 't', 'r', 'OK', now(), '', '{}')`,
        [id, state],
      );
    await add('second', 200);
    await add('first', 100);
    await migrate(database, migrations);
    await add('third', 50);
    const { rows } = await database.query<{ resource_id: string; behind: boolean }>(
      `SELECT i.resource_id, i.journal_id > l.journal_id AS behind FROM configuration_items i
       JOIN notification_lanes l USING (account_id, region) WHERE l.receiver = 'topic' ORDER BY i.journal_id`,
    );
    expect(rows).toEqual([
      { resource_id: 'first', behind: false },
      { resource_id: 'second', behind: false },
      { resource_id: 'third', behind: true },
    ]);
  });

  test('deliveries that were recorded before, of whatever Region, are in the record of the account', async () => {
    await migrate(database, migrations.slice(0, 6));
    const add = (region: string, id: string, at: string) =>
      database.query(
        `INSERT INTO delivery_attempts (config_snapshot_id, account_id, region, channel_name, trigger, phase, bucket, object_key,
           requested_at, finished_at, owner, kind, lease_expires_at)
         VALUES ($2, '1', $1, 'default', 'api', 'delivered', 'b', 'k', $3, $3, gen_random_uuid(), 'snapshot', $3)`,
        [region, id, at],
      );
    const home = '00000000-0000-4000-8000-000000000001';
    const other = '00000000-0000-4000-8000-000000000002';
    await add('us-west-2', home, '2026-11-20T10:00:00Z');
    await add('eu-west-1', other, '2026-11-20T11:00:00Z');
    await migrate(database, migrations);
    const found = await listAttempts(database, '1', { limit: 10 });
    expect(found.map(({ configSnapshotId, region }) => [configSnapshotId, region])).toEqual([
      [other, 'eu-west-1'],
      [home, 'us-west-2'],
    ]);
    expect(await listAttemptRegions(database, '1')).toEqual(['eu-west-1', 'us-west-2']);
    expect(await listAttemptRegions(database, '2')).toEqual([]);
  });

  test('ids are in the order of application', () => {
    const ids = migrations.map((migration) => migration.id);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('applies each once when several start at the same time', async () => {
    const runs = await Promise.all(Array.from({ length: 5 }, () => migrate(database, steps)));
    expect(runs.flat().sort()).toEqual(['001-people', '002-ann']);
    expect(await people()).toEqual(['ann']);
  });

  test('applies only what is new', async () => {
    await migrate(database, steps.slice(0, 1));
    expect(await migrate(database, steps)).toEqual(['002-ann']);
  });

  test('leaves no trace of a migration that fails half way', async () => {
    const broken = { id: '002-broken', sql: `INSERT INTO people VALUES ('bob'); SELECT * FROM nowhere` };
    await expect(migrate(database, [...steps.slice(0, 1), broken])).rejects.toMatchObject({ code: '42P01' });
    expect(await people()).toEqual([]);
    expect(await migrate(database, steps)).toEqual(['002-ann']);
  });

  test('refuses a database of a newer program by name, and does not touch it', async () => {
    await migrate(database, steps);
    await expect(migrate(database, steps.slice(0, 1))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'DatabaseNewerThanProgram',
      message: expect.stringMatching(/002-ann.*knows it up to 001-people/),
    });
    expect(await people()).toEqual(['ann']);
  });
});
