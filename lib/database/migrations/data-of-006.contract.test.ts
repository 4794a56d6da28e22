import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '@/lib/log/log';
import { createDeliveryRecord } from '../../delivery/attempts/record';
import { createDelivery } from '../../delivery/delivery';
import { createDeliveryRuns } from '../../delivery/write/runs';
import { findRetention } from '../../inventory/retention/retention-store';
import { StreamingInventoryReader } from '../../inventory/streaming-reader';
import { createDirectoryStore } from '../../object-store/directory';
import { createRecorder } from '../../recorder/recorder';
import type { ObservedResource } from '../../recorder/sources/port';
import { findStoredQuery } from '../../wire/stores/stored-query-store';
import { listTags } from '../../wire/stores/tag-store';
import type { Database } from '../database';
import { migrate } from '../migrate';
import { startTestDatabase } from '../test-database';
import { migrations } from './table';

// test-data/006 was made once by the version whose schema ended with 006, and is never made anew: its migrations as they were
// (schema.sql), what three cycles, two snapshots, a history delivery and AWS clients left in the tables (rows.sql) and in the folder of
// the directory store (store.json: file to base64), and what its own readers gave (expected.json).

const data = (name: string) => readFile(fileURLToPath(new URL(`test-data/006/${name}`, import.meta.url)), 'utf8');
const scope = { accountId: '123456789012', region: 'us-west-2' };
const clock = () => new Date('2026-11-20T11:00:00.000Z');
let database: Database;
let stop: () => Promise<void>;
let folder: string;
let before: Map<string, object[]>;
let expected: Record<'timeline' | 'changes' | 'delivery', object> & { newest: number };

beforeAll(async () => {
  ({ database, stop } = await startTestDatabase());
  await database.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  const schema = (await data('schema.sql')).split(/^-- migration (.*)$/m).slice(1);
  const old = Array.from({ length: schema.length / 2 }, (_, n) => ({
    id: schema[2 * n] ?? '',
    sql: schema[2 * n + 1] ?? '',
  }));
  expect((await migrate(database, old)).at(-1)).toBe('006-notifications');
  await database.query(await data('rows.sql'));
  folder = await mkdtemp(join(tmpdir(), 'snapscope-migrated-'));
  const files: Record<string, string> = JSON.parse(await data('store.json'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), Buffer.from(content, 'base64'));
  }
  expected = JSON.parse(await data('expected.json'));
  before = await allRows();
  await migrate(database, migrations);
});
afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

/** The rows of every table, each as an object whose item text is kept to the letter. */
async function allRows(): Promise<Map<string, object[]>> {
  const tables = await database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name <> 'schema_migrations' ORDER BY table_name`,
  );
  const found = new Map<string, object[]>();
  for (const { name } of tables.rows) {
    const body = name === 'configuration_items' ? ', t.body::text AS item_text' : '';
    const { rows } = await database.query<object>(`SELECT t.*${body} FROM ${name} t ORDER BY t::text`);
    found.set(name, rows);
  }
  return found;
}

async function services() {
  const store = createDirectoryStore({ root: folder });
  const inventory = new StreamingInventoryReader(database, scope);
  const runs = createDeliveryRuns({ database, store, clock, log: silentLog });
  const delivery = createDelivery({ database, store, clock, scope, runs, inventory, historyIntervalMs: 21_600_000 });
  return { store, inventory, delivery, runs };
}

/** What has another name since. */
const tableNow: Record<string, string> = { recorder_parts: 'recorder_listings' };
const columnNow: Record<string, string> = { 'recorder_parts.part': 'listing' };

test('every row is there after the migrations, with all that it held', async () => {
  const after = await allRows();
  expect([...before.values()].flat().length).toBeGreaterThan(40);
  for (const [name, rows] of before) {
    const table = tableNow[name] ?? name;
    expect(after.get(table), table).toHaveLength(rows.length);
    for (const row of rows) {
      const columns = Object.entries(row).map(([column, value]) => [columnNow[`${name}.${column}`] ?? column, value]);
      expect(after.get(table), table).toContainEqual(expect.objectContaining(Object.fromEntries(columns)));
    }
  }
});

test('items, history and journal are read as the version before read them', async () => {
  const { inventory } = await services();
  let bytes = '';
  for await (const piece of inventory.streamCurrent()) bytes += `${bytes && ','}${piece.bytes}`;
  const ids = JSON.parse(`[${bytes}]`).map(({ resourceId }: { resourceId: string }) => resourceId);
  expect(ids.sort()).toEqual(['default', 'i-1', 'p-1', 'vol-1', 'vol-2', 'vpc-1']);
  expect(bytes).toContain('"bytes":9223372036854775807');
  const volume = { resourceType: 'AWS::EC2::Volume', resourceId: 'vol-2' };
  expect(await inventory.timeline(volume)).toMatchObject(expected.timeline);
  const changes = await inventory.changesAfter({ all: 0, types: new Map() });
  expect(JSON.parse(JSON.stringify(changes))).toEqual(expected.changes);
  expect(await inventory.newestChange()).toBe(expected.newest);
  const journal = await inventory.changesSince(0, { items: 100, bytes: 1_000_000 });
  const deleted = journal.find(({ body }) => body.includes('"ResourceDeleted"'));
  expect(deleted).toMatchObject(volume);
  expect(JSON.parse(deleted?.previousBody ?? '{}')).toMatchObject({ tags: { Name: 'données "α"' } });
});

test('channel, status and the record of deliveries are there, and every object is what was delivered', async () => {
  const { store, delivery } = await services();
  expect(await delivery.view()).toMatchObject(expected.delivery);
  const record = createDeliveryRecord({ database, store, clock, accountId: scope.accountId });
  const { attempts } = await record.attempts({ limit: 10 });
  expect(attempts.map(({ kind, phase }) => `${kind} ${phase}`)).toEqual([
    'snapshot delivered',
    'history delivered',
    'snapshot delivered',
  ]);
  for (const { configSnapshotId } of attempts) {
    const { objects } = await record.attempt(configSnapshotId);
    const verified = await record.verify(configSnapshotId);
    expect(verified.objects.map(({ outcome }) => outcome)).toEqual(objects.map(() => 'same'));
  }
  const { body } = await store.get(attempts[0]?.bucket ?? '', attempts[0]?.key ?? '');
  expect(JSON.parse(await text(body.pipe(createGunzip()))).configurationItems).toHaveLength(6);
});

test('what AWS clients kept is there', async () => {
  expect(await findRetention(database, scope)).toBe(400);
  expect(await findStoredQuery(database, scope, 'volumes')).toMatchObject({ id: 'q-1', description: 'all' });
  const arn = 'arn:aws:config:us-west-2:123456789012:configuration-recorder/default/x';
  expect(await listTags(database, scope, arn, { limit: 10 })).toEqual([{ key: 'team', value: 'ops' }]);
});

test('the recorder goes on where it was: what did not change makes no item, and what does is the next in the journal', async () => {
  const { inventory } = await services();
  const resource = (resourceType: string, resourceId: string, configuration: object, more = {}): ObservedResource => ({
    relatedEvents: [],
    relationships: [],
    configuration: { ...configuration },
    supplementaryConfiguration: {},
    tags: {},
    resourceType,
    resourceId,
    awsRegion: scope.region,
    ...more,
  });
  const volume = (id: string, size: number) =>
    resource(
      'AWS::EC2::Volume',
      id,
      { volumeId: id, size },
      {
        resourceName: id,
        availabilityZone: 'us-west-2a',
        resourceCreationTime: '2026-11-01T00:00:00.000Z',
        tags: { Name: 'données "α"' },
        relationships: [{ resourceType: 'AWS::EC2::Instance', resourceId: 'i-1', name: 'Is attached to Instance' }],
      },
    );
  const source = (name: string, ...shown: ObservedResource[]) => ({
    name,
    description: name,
    atomic: true,
    async *observe() {
      yield* shown;
    },
  });
  const vpc = resource(
    'AWS::EC2::VPC',
    'vpc-1',
    { vpcId: 'vpc-1', cidrBlock: '10.0.0.0/16' },
    {
      ARN: 'arn:aws:ec2:us-west-2:123456789012:vpc/vpc-1',
      tags: { Name: 'main' },
    },
  );
  const instance = resource('AWS::EC2::Instance', 'i-1', { instanceId: 'i-1', note: 'a\u2028b' });
  const sources = [source('file:items', volume('vol-1', 16), volume('vol-2', 9), instance), source('aws', vpc)];
  const recorder = createRecorder({ database, clock, scope, sources, log: silentLog });
  expect(await recorder.view()).toMatchObject({ recorder: { recording: false }, resourceCount: 6, typeCount: 5 });
  await recorder.start();
  await recorder.discover();
  const news = await inventory.changesSince(expected.newest, { items: 100, bytes: 1_000_000 });
  // The recorder itself was started, and has another form since.
  expect(news).toMatchObject([{ resourceId: 'default' }, { resourceType: 'AWS::EC2::Volume', resourceId: 'vol-2' }]);
  await recorder.close();
});
