import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../database/database';
import { startTestDatabase } from '../database/test-database';
import { StreamingInventoryReader } from '../inventory/streaming-reader';
import { silentLog } from '../log/log';
import { createRecorder } from './recorder';
import type { ObservedResource, ResourceSource } from './sources/port';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let database: Database;
let accounts = 0;
let accountId = '';
let now = new Date('2026-11-22T08:31:54.000Z');

beforeAll(async () => {
  server = await startTestDatabase();
  database = server.database;
});
afterAll(() => server.stop());
beforeEach(() => {
  accounts += 1;
  accountId = String(accounts).padStart(12, '0');
});

function volume(id: string, size = 8): ObservedResource {
  return {
    relatedEvents: [],
    relationships: [],
    configuration: { volumeId: id, size },
    supplementaryConfiguration: {},
    tags: {},
    resourceType: 'AWS::EC2::Volume',
    resourceId: id,
    awsRegion: 'us-west-2',
  };
}

/** A source whose resources the test changes between cycles. */
function sourceOf(name: string, resources: ObservedResource[]): ResourceSource & { failAfter?: number } {
  return {
    name,
    description: name,
    async *observe() {
      for (const [index, resource] of resources.entries()) {
        if (this.failAfter !== undefined && index >= this.failAfter) throw new Error('the listing was cut short');
        yield resource;
      }
    },
  };
}

async function recorderOn(...sources: ResourceSource[]) {
  const scope = { accountId, region: 'us-west-2' };
  const recorder = createRecorder({ database, clock: () => now, scope, sources, log: silentLog });
  await recorder.put({
    name: 'default',
    recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    recordingMode: { recordingFrequency: 'CONTINUOUS' },
  });
  await recorder.start();
  return recorder;
}

const inventory = () => new StreamingInventoryReader(database, { accountId, region: 'us-west-2' });

async function delivered(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { bytes } of inventory().streamCurrent()) {
    const items: { resourceId: string; configurationItemStatus: string }[] = JSON.parse(`[${bytes}]`);
    ids.push(...items.map(({ resourceId, configurationItemStatus }) => `${resourceId} ${configurationItemStatus}`));
  }
  return ids.sort();
}

/** How many items were recorded but for those of the recorder itself. */
async function rowCount(): Promise<number> {
  const { rows } = await database.query<{ n: string }>(
    "SELECT count(*) AS n FROM configuration_items WHERE account_id = $1 AND source <> 'recorder'",
    [accountId],
  );
  return Number(rows[0]?.n);
}

test('what a source has is recorded, with the recorder itself', async () => {
  const recorder = await recorderOn(sourceOf('a', [volume('vol-1'), volume('vol-2')]));
  await recorder.discover();
  expect(await delivered()).toEqual(['default OK', 'vol-1 ResourceDiscovered', 'vol-2 ResourceDiscovered']);
  expect(await recorder.view()).toMatchObject({
    resourceCount: 3,
    typeCount: 2,
    recorder: { recording: true, lastStatus: 'SUCCESS' },
    sources: [{ name: 'a', lastStatus: 'SUCCESS', itemCount: 2 }],
  });
});

test('an unchanged cycle writes no item, a changed one only what changed, and history is kept', async () => {
  const resources = [volume('vol-1'), volume('vol-2')];
  const recorder = await recorderOn(sourceOf('a', resources));
  await recorder.discover();
  await recorder.discover();
  expect(await rowCount()).toBe(2);
  resources[0] = volume('vol-1', 16);
  now = new Date(now.getTime() + 60_000);
  await recorder.discover();
  expect(await rowCount()).toBe(3);
  expect(await delivered()).toContain('vol-1 OK');
});

test('what is gone is recorded as deleted and no longer delivered', async () => {
  const resources = [volume('vol-1'), volume('vol-2')];
  const recorder = await recorderOn(sourceOf('a', resources));
  await recorder.discover();
  resources.pop();
  await recorder.discover();
  expect(await delivered()).toEqual(['default OK', 'vol-1 ResourceDiscovered']);
  expect((await inventory().resource({ resourceType: 'aws::ec2::volume', resourceId: 'vol-2' })).row.status).toBe(
    'ResourceDeleted',
  );
});

test('a listing that was cut short deletes nothing, undoes its half, and leaves other sources whole', async () => {
  const broken = sourceOf('a', [volume('vol-1'), volume('vol-2')]);
  const recorder = await recorderOn(broken, sourceOf('b', [volume('vol-3')]));
  await recorder.discover();
  broken.failAfter = 1;
  await recorder.discover();
  expect(await delivered()).toHaveLength(4);
  expect((await recorder.view()).sources).toMatchObject([
    { name: 'a', lastStatus: 'FAILURE', errorMessage: 'the listing was cut short' },
    { name: 'b', lastStatus: 'SUCCESS' },
  ]);
  expect((await recorder.find())?.lastStatus).toBe('FAILURE');
});

test('of two sources that tell of one resource the first is believed, cycle after cycle', async () => {
  const recorder = await recorderOn(sourceOf('a', [volume('vol-1', 8)]), sourceOf('b', [volume('vol-1', 99)]));
  await recorder.discover();
  await recorder.discover();
  expect(await rowCount()).toBe(1);
  const { json } = await inventory().resource({ resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1' });
  expect(JSON.parse(json).configuration.size).toBe(8);
});

test('a stopped recorder records nothing', async () => {
  const resources = [volume('vol-1')];
  const recorder = await recorderOn(sourceOf('a', resources));
  await recorder.stop();
  await recorder.discover();
  expect(await rowCount()).toBe(0);
});

test('making, starting and stopping the recorder are items of its own, at once', async () => {
  const identity = { resourceType: 'AWS::Config::ConfigurationRecorder', resourceId: 'default' };
  const recorded = async () => {
    const { rows } = await database.query<{ status: string; recording: string }>(
      `SELECT status, body->'configuration'->>'Recording' AS recording FROM configuration_items
       WHERE account_id = $1 AND source = 'recorder' ORDER BY state_id`,
      [accountId],
    );
    return rows.map(({ status, recording }) => `${status} ${recording}`);
  };
  const recorder = await recorderOn();
  expect(await recorded()).toEqual(['ResourceDiscovered false', 'OK true']);
  await recorder.discover();
  await recorder.start();
  expect(await recorded()).toHaveLength(2);
  await recorder.stop();
  expect(await recorded()).toEqual(['ResourceDiscovered false', 'OK true', 'OK false']);
  const since = await inventory().changesSince(0, { items: 10, bytes: 1_000_000 });
  expect(since.map(({ resourceId }) => resourceId)).toEqual(['default', 'default', 'default']);
  expect((await inventory().resource(identity)).row).toMatchObject({ status: 'OK' });
});

test('resources are searched, sorted and paged, and a search sign is only a sign', async () => {
  const many = Array.from({ length: 30 }, (_, n) => volume(`vol-${String(n).padStart(2, '0')}`));
  const recorder = await recorderOn(sourceOf('a', [...many, { ...volume('100%'), resourceName: 'full' }]));
  await recorder.discover();
  const base = { types: [], search: '', order: 'asc' as const, page: 1, pageSize: 10 };
  const page = await inventory().search({
    ...base,
    types: ['aws::ec2::VOLUME'],
    sort: 'resourceId',
    order: 'desc',
    page: 2,
  });
  expect(page.total).toBe(31);
  expect(page.items.map(({ resourceId }) => resourceId)).toEqual(Array.from({ length: 10 }, (_, n) => `vol-${19 - n}`));
  expect((await inventory().search({ ...base, search: '%' })).items.map(({ resourceId }) => resourceId)).toEqual([
    '100%',
  ]);
  expect((await inventory().search({ ...base, search: 'FULL' })).total).toBe(1);
  expect(page.types).toEqual([
    { resourceType: 'AWS::EC2::Volume', count: 31 },
    { resourceType: 'AWS::Config::ConfigurationRecorder', count: 1 },
  ]);
});

test('relationships are resolved by id and by name, and say what is not recorded', async () => {
  const role: ObservedResource = {
    ...volume('AROA1'),
    resourceType: 'AWS::IAM::Role',
    resourceName: 'app-role',
    awsRegion: 'global',
  };
  const lambda: ObservedResource = {
    ...volume('fn'),
    resourceType: 'AWS::Lambda::Function',
    relationships: [
      { resourceType: 'AWS::IAM::Role', resourceName: 'app-role', name: 'Is associated with ' },
      { resourceType: 'AWS::EC2::Subnet', resourceId: 'subnet-gone', name: 'Is contained in ' },
    ],
  };
  const recorder = await recorderOn(sourceOf('a', [role, lambda]));
  await recorder.discover();
  const { related } = await inventory().resource({ resourceType: 'AWS::Lambda::Function', resourceId: 'fn' });
  expect(related).toMatchObject([
    { resourceId: 'AROA1', name: 'Is associated with ', recorded: true },
    { resourceId: 'subnet-gone', recorded: false },
  ]);
});

test('what a configuration tells beyond relationships is listed as derived, drawn, and not in the item', async () => {
  const role: ObservedResource = { ...volume('AROA1'), resourceType: 'AWS::IAM::Role', resourceName: 'app-role' };
  const lambda: ObservedResource = {
    ...volume('fn'),
    resourceType: 'AWS::Lambda::Function',
    relationships: [],
    configuration: { role: 'arn:aws:iam::123456789012:role/service/app-role' },
  };
  const recorder = await recorderOn(sourceOf('a', [role, lambda]));
  await recorder.discover();
  const identity = { resourceType: 'AWS::Lambda::Function', resourceId: 'fn' };
  const { related, json } = await inventory().resource(identity);
  expect(related).toMatchObject([{ resourceId: 'AROA1', name: 'Acts as', derived: true, recorded: true }]);
  expect(JSON.parse(json).relationships).toEqual([]);
  const nearby = await inventory().nearby({ ...identity, hops: 1, limit: 10 });
  expect(nearby.map(({ resourceId }) => resourceId)).toEqual(['fn', 'AROA1']);
  expect(nearby[0]?.derived).toMatchObject([{ resourceName: 'app-role' }]);
});

test('what goes by its name is found by the ARN with which others name it', async () => {
  const arn = (rest: string) => `arn:aws:ecs:us-west-2:123456789012:${rest}`;
  const of = (type: string, resourceId: string, more: Partial<ObservedResource>): ObservedResource => {
    return { ...volume(resourceId), resourceType: `AWS::ECS::${type}`, ...more };
  };
  const service = arn('service/prod/web');
  const configuration = { Cluster: arn('cluster/prod'), TaskDefinition: arn('task-definition/web:3') };
  const recorder = await recorderOn(
    sourceOf('a', [
      of('Cluster', 'prod', { resourceName: 'prod' }),
      of('TaskDefinition', 'web', { resourceName: 'web:3' }),
      of('Service', service, { configuration }),
    ]),
  );
  await recorder.discover();
  const identity = { resourceType: 'AWS::ECS::Service', resourceId: service };
  const { related } = await inventory().resource(identity);
  expect(related.map(({ resourceId, recorded }) => [resourceId, recorded])).toEqual([
    ['prod', true],
    ['web', true],
  ]);
  const nearby = await inventory().nearby({ ...identity, hops: 1, limit: 10 });
  expect(nearby.map(({ resourceId }) => resourceId).sort()).toEqual([service, 'prod', 'web']);
});

test('a resource that was never recorded is not found, in the words of AWS', async () => {
  await expect(inventory().resource({ resourceType: 'AWS::EC2::Volume', resourceId: 'vol-x' })).rejects.toMatchObject({
    code: 'ResourceNotDiscovered',
    message: 'Resource vol-x of resourceType:AWS::EC2::Volume is unknown or has not been discovered',
  });
});

test('two processes that record at once wait for each other', async () => {
  const many = Array.from({ length: 700 }, (_, n) => volume(`vol-${n}`));
  const first = await recorderOn(sourceOf('a', many));
  const second = await recorderOn(sourceOf('a', many));
  expect(await Promise.all([first.discover(), second.discover()])).toEqual([{ failed: [] }, { failed: [] }]);
  expect(await rowCount()).toBe(700);
});

test('what cannot be recorded is passed over with a note, and the rest is recorded', async () => {
  const bad = [volume('nul\0'), volume('half \ud800'), volume('x'.repeat(5_000))];
  const tagged = { ...volume('vol-2'), tags: { ['__proto__']: 'kept', nul: '\0', half: '\ud800' } };
  const recorder = await recorderOn(sourceOf('a', [volume('vol-1'), ...bad, tagged]));
  await recorder.discover();
  await recorder.discover();
  expect(await rowCount()).toBe(2);
  expect(await delivered()).toContain('vol-2 ResourceDiscovered');
  const [source] = (await recorder.view()).sources;
  expect(source).toMatchObject({ lastStatus: 'SUCCESS', itemCount: 2, noteCount: 3 });
  expect(source?.notes[0]).toMatch(/"AWS::EC2::Volume nul\\u0000" holds a NUL character/);
});

test('a source that fails keeps the count of what it had, whatever its error says', async () => {
  const resources = [volume('vol-1')];
  const source = sourceOf('a', resources);
  const recorder = await recorderOn(source);
  await recorder.discover();
  const failing = { ...source, observe: () => sourceFailing('half of it \0 \ud800') };
  const again = await recorderOn(failing);
  expect(await again.discover()).toMatchObject({ failed: [{ source: 'a' }] });
  expect((await again.view()).sources[0]).toMatchObject({ lastStatus: 'FAILURE', itemCount: 1 });
});

// biome-ignore lint/correctness/useYield: it fails before it has shown anything.
async function* sourceFailing(message: string): AsyncGenerator<ObservedResource> {
  throw new Error(message);
}

test('a source that left the settings keeps its resources until a person retires it', async () => {
  const moved = volume('vol-moved');
  await (await recorderOn(sourceOf('old', [volume('vol-old'), moved]))).discover();
  const recorder = await recorderOn(sourceOf('new', [moved]));
  await recorder.discover();
  expect((await recorder.view()).leftSources).toEqual([{ name: 'old', itemCount: 1 }]);
  expect(await delivered()).toContain('vol-old ResourceDiscovered');
  await recorder.retireSource('old');
  expect((await recorder.view()).leftSources).toEqual([]);
  expect(await delivered()).toEqual(['default OK', 'vol-moved ResourceDiscovered']);
  for (const name of ['old', 'new', 'recorder', 'custom']) {
    await expect(recorder.retireSource(name)).rejects.toMatchObject({ code: 'NoSuchSource' });
  }
});
