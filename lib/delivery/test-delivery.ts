import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import type { Database } from '../database/database';
import type { RecorderState } from '../inventory/recorder/recorder-state';
import type { Scope } from '../items/scope';
import { silentLog } from '../log/log';
import { createDirectoryStore } from '../object-store/directory';
import type { ObjectStore } from '../object-store/port';
import { listAttempts } from './attempts/attempt-list-store';
import { createDelivery, type DeliveredInventory } from './delivery';
import { listScheduledChannels } from './schedule/schedule-store';
import { recoverDeliveries } from './write/recovery';
import { createDeliveryRuns } from './write/runs';
import type { ItemBatches } from './write/write-object';

export const testBucket = 'config-bucket';

/** Where the processes of a test deliver from and to; `now`, `recording`, `items` and `journal` are the test's to change. */
export interface TestAccount {
  scope: Scope;
  database: Database;
  store: ObjectStore;
  now: Date;
  recording: 'no-recorder' | 'stopped' | 'running';
  items: string[];
  journal: { typeKey: string; resourceType: string; captureTime: Date; body: string }[];
}

/** For tests: an account with a folder of its own as its object store; `remove` takes it away. */
export async function makeTestAccount(database: Database, accountId: string, now: Date) {
  const folder = await mkdtemp(join(tmpdir(), 'snapscope-delivery-'));
  const store = createDirectoryStore({ root: folder });
  await store.createBucket(testBucket);
  const account: TestAccount = {
    scope: { accountId, region: 'us-west-2' },
    database,
    store,
    now,
    recording: 'running',
    items: [],
    journal: [],
  };
  return { account, folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A process that delivers for the account. Several on one account are several servers on one database. */
export function startTestProcess(account: TestAccount, historyIntervalMs = 6 * 3_600_000) {
  const { database, scope } = account;
  const clock = () => account.now;
  // Asked at each call: a test may put another store in its place.
  const store = new Proxy(account.store, { get: (_, name) => Reflect.get(account.store, name) });
  const parts = { database, store, clock, log: silentLog };
  const runs = createDeliveryRuns(parts);
  const delivery = createDelivery({
    ...parts,
    scope,
    runs,
    historyIntervalMs,
    inventory: inventoryOf(account),
  });
  return {
    ...delivery,
    runs,
    /** One look at the schedules, and the end of all that runs; fails after `timeout` milliseconds. */
    async tick(timeout = 60_000): Promise<void> {
      for (const channel of await listScheduledChannels(database, scope)) await delivery.deliverDue(channel);
      const late = performance.now() + timeout;
      while (runs.active().length > 0) {
        if (performance.now() > late) throw new Error(`A delivery runs after ${timeout} ms.`);
        await sleep(5);
      }
    },
    recover: async () => (await recoverDeliveries({ ...parts, runs }, false))(),
    attempts: () => listAttempts(database, scope.accountId, { filter: { region: scope.region }, limit: 1_000 }),
  };
}

/** For tests: a recorder in that state; undefined where there is none. */
export function testRecorder(state: TestAccount['recording']): RecorderState | undefined {
  if (state === 'no-recorder') return undefined;
  return {
    name: 'default',
    recordingGroup: { allSupported: true },
    recordingMode: { recordingFrequency: 'CONTINUOUS' },
    recording: state === 'running',
    lastStatus: 'SUCCESS',
  };
}

/** What the account has: its recorder, its items and its journal, whose positions are counted from 1. */
function inventoryOf(account: TestAccount): DeliveredInventory {
  const numbered = () => account.journal.map((change, index) => ({ ...change, position: index + 1 }));
  return {
    recorder: async () => testRecorder(account.recording),
    streamCurrent: () => batches(account.items),
    async changesAfter({ all, types }) {
      const news = numbered().filter(({ typeKey, position }) => position > (types.get(typeKey) ?? all));
      const byType = new Map(news.map(({ typeKey }) => [typeKey, news.filter((one) => one.typeKey === typeKey)]));
      return {
        until: Math.max(all, ...news.map(({ position }) => position)),
        types: [...byType].map(([typeKey, changes]) => {
          const times = changes.map(({ captureTime }) => captureTime.getTime());
          return {
            typeKey,
            resourceType: changes[0]?.resourceType ?? '',
            count: changes.length,
            firstCaptureTime: new Date(Math.min(...times)),
            lastCaptureTime: new Date(Math.max(...times)),
          };
        }),
      };
    },
    newestChange: async () => account.journal.length,
    streamHistory: ({ typeKey, after, until }) =>
      batches(
        numbered()
          .filter((one) => one.typeKey === typeKey && one.position > after && one.position <= until)
          .map(({ body }) => body),
      ),
  };
}

async function* batches(bodies: readonly string[]): ItemBatches {
  for (const body of bodies) yield { total: bodies.length, rows: 1, bytes: Buffer.from(body) };
}

/** The documents that lie in the bucket, by key; the check file is none. */
export async function readDocuments(store: ObjectStore): Promise<Map<string, { configurationItems: unknown[] }>> {
  const documents = new Map();
  for (const { key } of (await store.list(testBucket, {})).objects) {
    if (!key.endsWith('.json.gz')) continue;
    const { body } = await store.get(testBucket, key);
    documents.set(key, JSON.parse(await text(body.pipe(createGunzip()))));
  }
  return documents;
}
