import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../database/database';
import { startTestDatabase } from '../../database/test-database';
import type { Recorder } from '../../inventory/recorder/recorder-state';
import { StreamingInventoryReader } from '../../inventory/streaming-reader';
import { silentLog } from '../../log/log';
import { createRecorder } from '../recorder';
import type { ListingResult, ObservationContext, ObservedResource, ResourceSource } from '../sources/port';
import { withCycleLock } from '../stores/cycle-lock-store';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let database: Database;
let accounts = 0;
let accountId = '';
let now = new Date('2026-11-22T08:00:00.000Z');

beforeAll(async () => {
  server = await startTestDatabase();
  database = server.database;
});
afterAll(() => server.stop());
beforeEach(() => {
  accounts += 1;
  accountId = String(accounts).padStart(12, '0');
});

const hours = (count: number) => {
  now = new Date(now.getTime() + count * 60 * 60 * 1000);
};
const volumeType = 'AWS::EC2::Volume';
const bucketType = 'AWS::S3::Bucket';
const roleType = 'AWS::IAM::Role';

function resource(resourceType: string, resourceId: string, more: object = {}): ObservedResource {
  return {
    relatedEvents: [],
    relationships: [],
    configuration: { id: resourceId, ...more },
    supplementaryConfiguration: {},
    tags: {},
    resourceType,
    resourceId,
    awsRegion: 'us-west-2',
  };
}
const volume = (id: string, more?: object) => resource(volumeType, id, more);
const bucket = (id: string, more?: object) => resource(bucketType, id, more);
const end = (type: string, error?: ListingResult['error']): ListingResult => ({
  listing: type,
  resourceTypes: [type],
  error,
});

type Step = ObservedResource | ListingResult | ((context: ObservationContext) => unknown);

/** A source that tells what the test puts there; a function is called when its turn comes. */
function listingsOf(steps: { list: Step[] }, name = 'aws'): ResourceSource {
  return {
    name,
    description: name,
    async *observe(context) {
      for (const step of steps.list) {
        if (typeof step === 'function') await step(context);
        else yield step;
      }
    },
  };
}

interface Wish {
  group?: Recorder['recordingGroup'];
  mode?: Recorder['recordingMode'];
}

async function recorderOn(sources: ResourceSource[], { group, mode }: Wish = {}) {
  const scope = { accountId, region: 'us-west-2' };
  const recorder = createRecorder({ database, clock: () => now, scope, sources, log: silentLog });
  await put(recorder, { group, mode });
  await recorder.start();
  return recorder;
}

type RecorderUnderTest = ReturnType<typeof createRecorder>;

const put = (recorder: RecorderUnderTest, { group, mode }: Wish) =>
  recorder.put({
    name: 'default',
    recordingGroup: group ?? { allSupported: true, includeGlobalResourceTypes: true },
    recordingMode: mode ?? { recordingFrequency: 'CONTINUOUS' },
  });

/** `id status` of every item ever recorded, oldest first, but for the recorder's. */
async function items(): Promise<string[]> {
  const { rows } = await database.query<{ item: string }>(
    `SELECT resource_id || ' ' || status AS item FROM configuration_items
     WHERE account_id = $1 AND source <> 'recorder' OR account_id = $1 AND status = 'ResourceNotRecorded'
     ORDER BY capture_time, resource_id`,
    [accountId],
  );
  return rows.map(({ item }) => item);
}

const inventory = () => new StreamingInventoryReader(database, { accountId, region: 'us-west-2' });

async function delivered(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { bytes } of inventory().streamCurrent()) {
    const items: { resourceId: string }[] = JSON.parse(`[${bytes}]`);
    ids.push(...items.map(({ resourceId }) => resourceId));
  }
  return ids.filter((id) => id !== 'default').sort();
}

const denied = {
  code: 'UnauthorizedOperation',
  message: 'You are not authorized to perform this operation.',
  permission: 'ec2:DescribeVolumes',
};

test('each listing is recorded by itself: one that fails keeps all, and loses nothing for the others', async () => {
  const steps: { list: Step[] } = {
    list: [volume('vol-1'), bucket('b-1'), volume('vol-2'), end(volumeType), bucket('b-2'), end(bucketType)],
  };
  const recorder = await recorderOn([listingsOf(steps)]);
  expect(await recorder.discover()).toEqual({ failed: [] });
  hours(1);
  steps.list = [volume('vol-1', { size: 9 }), volume('vol-3'), bucket('b-1'), end(bucketType), end(volumeType, denied)];
  expect(await recorder.discover()).toEqual({
    failed: [{ source: 'aws', listing: volumeType, ...denied }],
  });
  expect(await items()).toEqual([
    'b-1 ResourceDiscovered',
    'b-2 ResourceDiscovered',
    'vol-1 ResourceDiscovered',
    'vol-2 ResourceDiscovered',
    'b-2 ResourceDeleted',
  ]);
  const view = await recorder.view();
  expect(view.recorder).toMatchObject({ lastStatus: 'FAILURE', lastErrorCode: 'UnauthorizedOperation' });
  expect(view.sources[0]).toMatchObject({
    lastStatus: 'FAILURE',
    errorMessage: `1 of 2 listings failed. ${volumeType}: ${denied.message}`,
    listings: [
      {
        listing: volumeType,
        lastStatus: 'FAILURE',
        lastAttemptTime: now.toISOString(),
        lastSuccessfulTime: '2026-11-22T08:00:00.000Z',
        itemCount: 2,
        missingPermission: 'ec2:DescribeVolumes',
      },
      { listing: bucketType, lastStatus: 'SUCCESS', itemCount: 1 },
    ],
  });
});

test('a source that breaks off keeps what its ended listings told, and no half of the others', async () => {
  const fail = () => {
    throw new Error('the connection broke');
  };
  const steps: { list: Step[] } = { list: [bucket('b-1'), end(bucketType), volume('vol-1'), fail] };
  const recorder = await recorderOn([listingsOf(steps)]);
  expect(await recorder.discover()).toMatchObject({ failed: [{ source: 'aws', message: 'the connection broke' }] });
  expect(await delivered()).toEqual(['b-1']);
});

test('a listing larger than memory is to hold is recorded whole, or not at all', async () => {
  const many = Array.from({ length: 5_200 }, (_, n) => volume(`vol-${n}`));
  const steps: { list: Step[] } = { list: [...many, bucket('b-1'), end(bucketType), end(volumeType, denied)] };
  const recorder = await recorderOn([listingsOf(steps)]);
  await recorder.discover();
  expect(await delivered()).toEqual(['b-1']);
  steps.list = [...many, bucket('b-1'), end(bucketType), end(volumeType)];
  await recorder.discover();
  expect(await delivered()).toHaveLength(5_201);
  const before = await items();
  await recorder.discover();
  expect(await items()).toEqual(before);
  const { rows } = await database.query('SELECT 1 FROM recorder_staged_items WHERE account_id = $1', [accountId]);
  expect(rows).toEqual([]);
});

test('a resource that moves to a later source is not recorded as deleted on its way', async () => {
  const [first, second]: { list: Step[] }[] = [
    { list: [volume('vol-1'), end(volumeType)] },
    { list: [end(volumeType)] },
  ];
  const recorder = await recorderOn([listingsOf(first ?? { list: [] }, 'a'), listingsOf(second ?? { list: [] }, 'b')]);
  await recorder.discover();
  for (const [source, list] of [
    [first, [end(volumeType)]],
    [second, [volume('vol-1'), end(volumeType)]],
  ] as const) {
    if (source) source.list = [...list];
  }
  await recorder.discover();
  expect(await items()).toEqual(['vol-1 ResourceDiscovered']);
  if (second) second.list = [end(volumeType)];
  hours(1);
  await recorder.discover();
  expect(await items()).toEqual(['vol-1 ResourceDiscovered', 'vol-1 ResourceDeleted']);
});

test('types that leave the recording group are not recorded and not delivered any more, and come back anew', async () => {
  const wanted: boolean[] = [];
  const steps: { list: Step[] } = {
    list: [
      ({ wanted: asked }) => wanted.push(asked(bucketType)),
      volume('vol-1'),
      bucket('b-1'),
      resource(roleType, 'AROA1'),
      end(volumeType),
      end(bucketType),
      end(roleType),
    ],
  };
  const recorder = await recorderOn([listingsOf(steps)]);
  await recorder.discover();
  hours(1);
  await put(recorder, { group: { allSupported: false, resourceTypes: [volumeType] } });
  await recorder.discover();
  expect(wanted).toEqual([true, false]);
  expect(await delivered()).toEqual(['vol-1']);
  expect((await items()).slice(3)).toEqual(['AROA1 ResourceNotRecorded', 'b-1 ResourceNotRecorded']);
  await recorder.discover();
  expect(await items()).toHaveLength(5);
  hours(1);
  await put(recorder, { group: { allSupported: true, includeGlobalResourceTypes: false } });
  await recorder.discover();
  expect((await items()).slice(5)).toEqual(['b-1 ResourceDiscovered']);
  expect(await delivered()).toEqual(['b-1', 'vol-1']);
});

test('a daily type is recorded once in 24 hours, with what became of it by then; others whenever they change', async () => {
  const steps: { list: Step[] } = { list: [] };
  const show = (size: number, volumes = ['vol-1', 'vol-2']) => {
    steps.list = [
      ...volumes.map((id) => volume(id, { size })),
      bucket('b-1', { size }),
      end(volumeType),
      end(bucketType),
    ];
  };
  const mode: Wish['mode'] = {
    recordingFrequency: 'CONTINUOUS',
    recordingModeOverrides: [{ resourceTypes: [volumeType], recordingFrequency: 'DAILY' }],
  };
  const recorder = await recorderOn([listingsOf(steps)], { mode });
  show(1);
  await recorder.discover();
  hours(12);
  show(2);
  await recorder.discover();
  hours(11);
  show(3, ['vol-1', 'vol-3']);
  await recorder.discover();
  expect((await items()).slice(3)).toEqual(['b-1 OK', 'b-1 OK']);
  hours(1);
  await recorder.discover();
  expect((await items()).slice(5)).toEqual(['vol-1 OK', 'vol-2 ResourceDeleted', 'vol-3 ResourceDiscovered']);
  expect((await recorder.view()).sources[0]?.listings).toMatchObject([
    { listing: volumeType, itemCount: 2 },
    { listing: bucketType },
  ]);
});

test('a source learns the edges last known of what it cannot list', async () => {
  const edge = { resourceId: 'i-1', resourceType: 'AWS::EC2::Instance', name: 'Is attached to Instance' };
  const relationships: unknown[] = [];
  const steps: { list: Step[] } = { list: [{ ...volume('vol-1'), relationships: [edge] }, end(volumeType)] };
  const recorder = await recorderOn([listingsOf(steps)]);
  await recorder.discover();
  steps.list = [
    async ({ lastRelationships }) => relationships.push(await lastRelationships([volume('vol-1'), volume('vol-none')])),
    end(volumeType, denied),
  ];
  await recorder.discover();
  expect(relationships).toEqual([new Map([['aws::ec2::volume/vol-1', [edge]]])]);
});

test('what somebody else records of a resource while it is listed is not written over', async () => {
  const steps: { list: Step[] } = { list: [] };
  const recorder = await recorderOn([listingsOf(steps)]);
  const inBetween = async () => {
    // Behind the lease's back, as a caller of PutResourceConfig would.
    const { runCycle } = await import('./cycle');
    const { CycleProgress } = await import('./progress');
    const { SeenResources } = await import('./seen-resources');
    const { recordingPolicy } = await import('../policy/recording-policy');
    await runCycle(
      {
        database,
        scope: { accountId, region: 'us-west-2' },
        now: () => now,
        signal: new AbortController().signal,
        log: silentLog,
        policy: recordingPolicy({ recordingGroup: {}, recordingMode: { recordingFrequency: 'CONTINUOUS' } }),
        progress: new CycleProgress(),
        seen: new SeenResources(),
      },
      [listingsOf({ list: [volume('vol-1', { by: 'other' }), end(volumeType)] }, 'other')],
    );
  };
  const filler = Array.from({ length: 500 }, (_, n) => volume(`vol-x${n}`));
  steps.list = [volume('vol-1', { by: 'us' }), ...filler, inBetween, end(volumeType)];
  await recorder.discover();
  const { json } = await inventory().resource({ resourceType: volumeType, resourceId: 'vol-1' });
  expect(JSON.parse(json).configuration.by).toBe('other');
  hours(1);
  steps.list = [volume('vol-1', { by: 'us' }), ...filler, end(volumeType)];
  await recorder.discover();
  expect(
    JSON.parse((await inventory().resource({ resourceType: volumeType, resourceId: 'vol-1' })).json).configuration.by,
  ).toBe('us');
});

test('stopping cuts a cycle short: ended listings stay, nothing half is recorded, and a new start records the rest', async () => {
  const steps: { list: Step[] } = { list: [] };
  const recorder = await recorderOn([listingsOf(steps)]);
  let reached = () => {};
  const listing = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const hang: Step = ({ signal }) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      reached();
    });
  steps.list = [bucket('b-1'), end(bucketType), volume('vol-1'), hang, end(volumeType)];
  const cycle = recorder.discover();
  await listing;
  const { cycle: running, sources } = await recorder.view();
  expect(running.runningSince).toBe(now.toISOString());
  expect(sources[0]).toMatchObject({
    shownCount: 2,
    listings: [{ listing: bucketType, state: 'done', shownCount: 1 }],
  });
  await recorder.stop();
  expect(await cycle).toEqual({ failed: [] });
  expect(await delivered()).toEqual(['b-1']);
  expect((await recorder.view()).cycle.runningSince).toBeUndefined();
  await recorder.start();
  steps.list = [bucket('b-1'), end(bucketType), volume('vol-1'), end(volumeType)];
  await recorder.discover();
  expect(await delivered()).toEqual(['b-1', 'vol-1']);
});

test('a recorder that another process stops records no further listing', async () => {
  const steps: { list: Step[] } = { list: [] };
  const recorder = await recorderOn([listingsOf(steps)]);
  const elsewhere = createRecorder({
    database,
    clock: () => now,
    scope: { accountId, region: 'us-west-2' },
    sources: [],
    log: silentLog,
  });
  steps.list = [bucket('b-1'), end(bucketType), () => elsewhere.stop(), volume('vol-1'), end(volumeType)];
  await recorder.discover();
  expect(await delivered()).toEqual(['b-1']);
});

test('two processes do not run cycles at the same time', async () => {
  let [at, most, begun] = [0, 0, 0];
  const askers = async () => {
    const { rows } = await database.query<{ count: string }>(
      `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'
         AND query LIKE '%pg_try_advisory_xact_lock%'`,
    );
    return Number(rows[0]?.count);
  };
  const steps: { list: Step[] } = {
    list: [
      async () => {
        at += 1;
        most = Math.max(most, at);
        begun += 1;
        // Both have asked for the lock by now, the one that has it and the one that waits.
        if (begun === 1) await vi.waitUntil(async () => (await askers()) === 2, { timeout: 60_000 });
        at -= 1;
      },
      volume('vol-1'),
      end(volumeType),
    ],
  };
  const [first, second] = [await recorderOn([listingsOf(steps)]), await recorderOn([listingsOf(steps)])];
  await Promise.all([first.discover(), second.discover()]);
  expect(most).toBe(1);
});

test('a cycle that another process began after this one was asked for serves both', async () => {
  await recorderOn([]);
  const scope = { accountId, region: 'us-west-2' };
  const asked = { count: 0, now, signal: new AbortController().signal };
  expect(await withCycleLock(database, scope, asked, async () => 'ours')).toBe('ours');
  expect(await withCycleLock(database, scope, asked, async () => 'again')).toBeUndefined();
  expect(await withCycleLock(database, scope, { ...asked, count: 1 }, async () => 'later')).toBe('later');
});
