import { afterAll, beforeAll, expect, test } from 'vitest';
import { StreamingInventoryReader } from '../../inventory/streaming-reader';
import type { ConfigurationItem } from '../../items/configuration-item';
import { readConfigurationItem } from '../../items/form/read-item';
import { writeConfigurationItem } from '../../items/form/write-item';
import { normalizeType } from '../../items/resource-type';
import { parseJson } from '../../json';
import { silentLog } from '../../log/log';
import { createRecorder } from '../../recorder/recorder';
import type { ObservedResource } from '../../recorder/sources/port';
import type { Database } from '../database';
import { migrate } from '../migrate';
import { startTestDatabase } from '../test-database';
import { migrations } from './table';

const scope = { accountId: '123456789012', region: 'us-west-2' };
const start = Date.parse('2026-11-20T08:00:00Z');
const arn = (rest: string) => `arn:aws:${rest.replace(':', ':us-west-2:123456789012:')}`;
const alarmArn = (name: string) => arn(`cloudwatch:alarm:${name}`);
const oddName = 'a "quoted" \\ näme';

let database: Database;
let stop: () => Promise<void>;
let count = 0;

interface RecordedState {
  /** Minutes after `start`. */
  at: number;
  status?: string;
  source?: string;
  former?: boolean;
  more?: Partial<ConfigurationItem>;
}

/** Records an item as the version before the migration did. */
async function record(resourceType: string, resourceId: string, told: RecordedState): Promise<void> {
  const { at, status = 'ResourceDiscovered', source = 'aws', former = false, more = {} } = told;
  const stateId = start + at * 60_000;
  const body = writeConfigurationItem({
    ...resource(resourceType, resourceId, more),
    configurationItemVersion: '1.3',
    configurationItemCaptureTime: new Date(stateId).toISOString(),
    configurationStateId: stateId,
    awsAccountId: scope.accountId,
    configurationItemStatus: status,
    configurationStateMd5Hash: '',
  });
  count += 1;
  await database.query(
    `INSERT INTO configuration_items (account_id, region, type_key, resource_id, state_id, is_current, source, resource_type, resource_name,
       aws_region, status, capture_time, content_hash, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $2, $10, $11, '', $12)`,
    [
      ...[
        scope.accountId,
        scope.region,
        normalizeType(resourceType),
        resourceId,
        stateId,
        !former,
        source,
        resourceType,
      ],
      ...[more.resourceName ?? null, status, new Date(stateId), body],
    ],
  );
}

function resource(resourceType: string, resourceId: string, more: Partial<ObservedResource> = {}): ObservedResource {
  return {
    relatedEvents: [],
    relationships: [],
    configuration: {},
    supplementaryConfiguration: {},
    tags: {},
    resourceType,
    resourceId,
    awsRegion: scope.region,
    ...more,
  };
}

const alarm = 'AWS::CloudWatch::Alarm';
const definition = 'AWS::ECS::TaskDefinition';
const policy = 'AWS::AutoScaling::ScalingPolicy';
const bucket = 'AWS::S3::Bucket';
const toAlarm = { resourceType: alarm, name: 'Is associated with ' };

beforeAll(async () => {
  ({ database, stop } = await startTestDatabase());
  await database.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  const own = migrations.findIndex(({ id }) => id.endsWith('-forms-of-real-items'));
  expect(own).toBeGreaterThan(0);
  await migrate(database, migrations.slice(0, own));
  for (const name of ['busy', oddName]) {
    await record(alarm, alarmArn(name), { at: 0, former: true, more: { resourceName: name, tags: { old: 'yes' } } });
    await record(alarm, alarmArn(name), { at: 1, status: 'OK', more: { resourceName: name } });
    const relationships = [{ resourceId: alarmArn(name), ...toAlarm }];
    await record(policy, `policy of ${name}`, { at: 0, more: { relationships } });
  }
  await record(alarm, alarmArn('of-a-file'), { at: 0, source: 'file:items' });
  await record('AWS::ECS::Cluster', arn('ecs:cluster/prod'), { at: 0, more: { resourceName: 'prod' } });
  // Revisions that were seen at one time; one gone since; the newest one; and a family of which nothing is left.
  const revision = (of: string) => arn(`ecs:task-definition/${of}`);
  await record(definition, revision('web:1'), { at: 0, former: true, more: { resourceName: 'web:1' } });
  await record(definition, revision('web:1'), { at: 9, status: 'ResourceDeleted', more: { resourceName: 'web:1' } });
  await record(definition, revision('web:2'), { at: 0, more: { resourceName: 'web:2' } });
  await record(definition, revision('web:10'), { at: 5, more: { resourceName: 'web:10' } });
  await record(definition, revision('api:1'), { at: 0, former: true });
  await record(definition, revision('api:1'), { at: 1, status: 'ResourceDeleted' });
  await record(bucket, 'logs', {
    at: 0,
    more: { configuration: { name: 'logs', owner: { displayName: null, id: 'é "me"' }, big: 1.5e30 } },
  });
  await migrate(database, migrations);
});
afterAll(() => stop());

/** The items of a resource, the oldest first. */
async function items(resourceType: string, resourceId: string) {
  const { rows } = await database.query<{ state_id: string; status: string; is_current: boolean; body: string }>(
    `SELECT state_id, status, is_current, body::text AS body FROM configuration_items
     WHERE type_key = $1 AND resource_id = $2 ORDER BY state_id`,
    [normalizeType(resourceType), resourceId],
  );
  return rows.map(({ body, ...row }) => ({ ...row, item: readConfigurationItem(parseJson(body)) }));
}

test('nothing is lost', async () => {
  const { rows } = await database.query<{ items: number; journal: number }>(
    'SELECT count(*)::int AS items, count(DISTINCT journal_id)::int AS journal FROM configuration_items',
  );
  expect(rows).toEqual([{ items: count, journal: count }]);
});

test.each(['busy', oddName])('the history of the alarm %s goes on under its name', async (name) => {
  const history = await items(alarm, name);
  expect(history.map(({ status, is_current }) => [status, is_current])).toEqual([
    ['ResourceDiscovered', false],
    ['OK', true],
  ]);
  expect(history[0]?.item).toMatchObject({ resourceId: name, tags: { old: 'yes' }, configurationStateId: start });
  expect(await items(alarm, alarmArn(name))).toEqual([]);
  const inventory = new StreamingInventoryReader(database, scope);
  const { related } = await inventory.resource({ resourceType: policy, resourceId: `policy of ${name}` });
  expect(related).toMatchObject([{ resourceId: name, resourceName: name, recorded: true }]);
});

test('what a file tells of keeps the id that the file gives it', async () => {
  expect(await items(alarm, alarmArn('of-a-file'))).toHaveLength(1);
});

test('the revisions of a family are one history, whose last item is the newest revision that exists', async () => {
  const history = await items(definition, 'web');
  expect(history.map(({ item, status }) => [item.resourceName, status])).toEqual([
    ['web:1', 'ResourceDiscovered'],
    ['web:2', 'ResourceDiscovered'],
    ['web:1', 'ResourceDeleted'],
    ['web:10', 'ResourceDiscovered'],
  ]);
  expect(history.map(({ is_current }) => is_current)).toEqual([false, false, false, true]);
  for (const { item, state_id } of history)
    expect([item.resourceId, String(item.configurationStateId)]).toEqual(['web', state_id]);
  expect((await items(definition, 'api')).map(({ status, is_current }) => [status, is_current])).toEqual([
    ['ResourceDiscovered', false],
    ['ResourceDeleted', true],
  ]);
});

test('files have no nulls, and the item itself has them still', async () => {
  const inventory = new StreamingInventoryReader(database, scope);
  let text = '';
  for await (const piece of inventory.streamCurrent()) text += `${text && ','}${piece.bytes}`;
  expect(text).not.toContain('null');
  expect(text).toContain('"configuration":{"name":"logs","owner":{"id":"é \\"me\\""},"big":1.5e+30}');
  const [kept] = await items(bucket, 'logs');
  expect(kept?.item.configuration).toHaveProperty('owner.displayName', null);
});

test('the next cycle finds all that it knew, and deletes nothing', async () => {
  const seen = [
    ...['busy', oddName].flatMap((name) => [
      resource(alarm, name, { resourceName: name }),
      resource(policy, `policy of ${name}`, { relationships: [{ resourceId: name, resourceName: name, ...toAlarm }] }),
    ]),
    resource('AWS::ECS::Cluster', 'prod', { resourceName: 'prod' }),
    resource(definition, 'web', { resourceName: 'web:10' }),
    resource(bucket, 'logs', { configuration: { name: 'logs' } }),
  ];
  const source = {
    name: 'aws',
    description: 'AWS',
    async *observe() {
      yield* seen;
    },
  };
  const clock = () => new Date(start + 3_600_000);
  const recorder = createRecorder({ database, clock, scope, sources: [source], log: silentLog });
  await recorder.put({ name: 'default', recordingGroup: { allSupported: true }, recordingMode: {} as never });
  await recorder.start();
  await recorder.discover();
  const { rows } = await database.query<{ written: string }>(
    `SELECT resource_id || ' ' || status AS written FROM configuration_items WHERE source = 'aws' AND capture_time >= $1`,
    [clock()],
  );
  expect(rows).toEqual([{ written: 'logs OK' }]);
});
