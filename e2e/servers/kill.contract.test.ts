import { setTimeout as sleep } from 'node:timers/promises';
import { PutDeliveryChannelCommand } from '@aws-sdk/client-config-service';
import { expect, onTestFinished, test } from 'vitest';
import { randomNumbers } from '../emulators/fault-proxy';
import { motoMissing } from '../emulators/moto';
import { type ChangeTopic, openTopic } from '../fixtures/change-topic';
import { ChangedTill, isWithoutAnswer } from '../fixtures/changed-till';
import { byResource, changesAfter, changesTold, newestJournalId } from '../fixtures/journal';
import { openChangingAccount } from './changing-account';
import type { LightServer } from './light-server';
import {
  channelStatus,
  deliver,
  isOver,
  openSharedServers,
  recorded,
  type SharedServers,
  until,
} from './shared-servers';

/** So many that a snapshot takes long enough to be killed in its middle. */
const volumes = 3_000;
const rounds = Number(process.env.KILL_ROUNDS ?? 25);
/** The scheduler looks every two seconds: in so much time of a server's life each format is delivered. */
const lifeMs = 2_200;

const title = `kill -9 at ${rounds} moments: no partial and no second object, no wrong status, no change untold or invented`;

// Servers that share an S3: a folder belongs to one server.
test.skipIf(motoMissing())(title, { timeout: 3_600_000 }, async ({ annotate }) => {
  const shared = await openSharedServers(volumes);
  onTestFinished(shared.close);
  const [changing, topic] = await Promise.all([openChangingAccount(), openTopic(shared.endpoint)]);
  const server = await shared.start({ SNAPSCOPE_SOURCES: `file:${shared.accountPath},file:${changing.path}` });
  await recorded(server);
  const { from, historyBefore } = await tellTopic(shared, server, topic);
  const tills = Array.from({ length: 6 }, (_, n) => new ChangedTill(n));
  const random = randomNumbers(42);
  const accepted: string[] = [];
  const caught = { snapshot: 0, history: 0, stream: 0 };
  for (let round = 0; round < rounds; round++) {
    const gone = new AbortController();
    const working = [
      ...tills.map((till) => till.changeUntilGone(server.client, 100)),
      deliverUntilGone(shared, server, accepted, gone.signal),
    ];
    await sleep(lifeMs * random());
    await server.kill();
    gone.abort();
    await Promise.all(working);
    const left = await leftByTheDead(shared);
    caught.snapshot += left.snapshot;
    caught.history += left.history;
    caught.stream += left.untold;
    await changing.write();
    await server.start();
    await until('what the dead left has ended', 60, async () =>
      (await shared.attempts()).every((one) => isOver(one) || !left.ids.includes(one.configSnapshotId)),
    );
    await shared.expectTruth();
    await expectStatus(shared, server);
  }
  await server.kill('SIGTERM');
  await server.start();

  // Each confirmed change is recorded, and none is that nobody asked for; the file stands as it was written last.
  await until('the file is recorded', 120, async () => {
    const { rows } = await shared.database.query<{ line: string }>(
      `SELECT resource_id || ' ' || (body->'configuration'->>'version') AS line FROM configuration_items
       WHERE is_current AND status <> 'ResourceDeleted' AND resource_id LIKE 'changing-%' ORDER BY 1`,
    );
    return JSON.stringify(rows.map(({ line }) => line)) === JSON.stringify(changing.standing().sort());
  });
  for (const { resourceId, confirmed, sent } of tills) {
    const { rows } = await shared.database.query<{ n: number }>(
      `SELECT (body->'configuration'->>'n')::int AS n FROM configuration_items
       WHERE resource_id = $1 AND status <> 'ResourceDeleted' ORDER BY journal_id`,
      [resourceId],
    );
    const numbers = rows.map(({ n }) => n);
    expect([...confirmed].filter((n) => !numbers.includes(n))).toEqual([]);
    expect(numbers).toEqual([...new Set(numbers)].filter((n) => n <= sent).sort((a, b) => a - b));
  }

  // The topic was told of exactly what is recorded, in order for each resource.
  const changes = await changesAfter(shared.database, from);
  await toldOfAll(topic, changes.length);
  const told = byResource(changesTold(topic.told));
  const happened = byResource(changes);
  expect([...told.keys()].sort()).toEqual([...happened.keys()].sort());
  for (const [id, those] of happened) expect(told.get(id), id).toEqual(those);

  // History has each change once; the topic knows each file.
  const everything = await changesAfter(shared.database, 0);
  const inHistory = async () => (await Promise.all((await shared.keysOf('history')).map(shared.readItems))).flat();
  const name = (item: { resourceId: string; configurationStateId: number }) =>
    `${item.resourceId} ${item.configurationStateId}`;
  await until('all history is delivered', 120, async () => (await inHistory()).length >= everything.length);
  expect((await inHistory()).map(name).sort()).toEqual(
    everything.map((change) => change.split(' ', 2).join(' ')).sort(),
  );
  const files = (await shared.keysOf('history')).filter((key) => !historyBefore.has(key));
  const filesTold = () =>
    topic.told
      .filter(({ messageType }) => messageType === 'ConfigurationHistoryDeliveryCompleted')
      .map(({ s3ObjectKey }) => s3ObjectKey);
  await until('the topic was told of all files', 60, async () => new Set(filesTold()).size >= files.length);
  expect([...new Set(filesTold())].sort()).toEqual(files);

  // Of each delivery the topic knows the start and how it ended; what was accepted is on record.
  const snapshots = await shared.attempts('snapshot');
  await until('the topic was told of all deliveries', 60, async () =>
    snapshots.every(({ configSnapshotId }) => topic.noticesOf(configSnapshotId).length >= 2),
  );
  for (const { configSnapshotId, phase, key, itemsWritten } of snapshots) {
    const end = phase === 'delivered' ? 'Completed' : 'Failed';
    const notices = [`ConfigurationSnapshotDelivery${end}`, 'ConfigurationSnapshotDeliveryStarted'];
    expect(topic.noticesOf(configSnapshotId).sort(), configSnapshotId).toEqual(notices);
    if (phase !== 'delivered') continue;
    const items = await shared.readItems(key);
    expect([items.length, new Set(items.map(({ resourceId }) => resourceId)).size]).toEqual([
      itemsWritten,
      itemsWritten,
    ]);
    expect(itemsWritten).toBeGreaterThan(volumes);
  }
  const known = new Set(snapshots.map(({ configSnapshotId }) => configSnapshotId));
  expect(accepted.filter((id) => !known.has(id))).toEqual([]);

  const delivered = snapshots.filter(({ phase }) => phase === 'delivered').length;
  const description = [
    `${delivered} snapshots delivered, ${snapshots.length - delivered} failed; ${files.length} history files;`,
    `${changes.length} changes; caught under way: ${JSON.stringify(caught)}`,
  ].join(' ');
  await annotate(description);
  // All three have to be caught in the middle, or the test tells little.
  if (rounds >= 25) expect(Object.entries(caught).filter(([, times]) => times === 0)).toEqual([]);
  await topic.close();
  await changing.remove();
});

/** Gives the channel a topic at a moment at which nothing is left to be delivered: what comes from then on is told. */
async function tellTopic(shared: SharedServers, server: LightServer, topic: ChangeTopic) {
  const from = await newestJournalId(shared.database);
  await until('history up to now is delivered', 120, async () => {
    const items = await Promise.all((await shared.keysOf('history')).map(shared.readItems));
    return items.flat().length === (await changesAfter(shared.database, 0)).length;
  });
  await until('nothing is under way', 60, async () => (await shared.attempts()).every(isOver));
  const DeliveryChannel = { name: 'default', s3BucketName: shared.bucket, snsTopicARN: topic.arn };
  await server.client.send(new PutDeliveryChannelCommand({ DeliveryChannel }));
  return { from, historyBefore: new Set(await shared.keysOf('history')) };
}

/** Waits until so many changes were told. A slow peer may take its time, as long as it goes on. */
async function toldOfAll(topic: ChangeTopic, changes: number): Promise<void> {
  const known = () => changesTold(topic.told).length;
  for (let before = known(); before < changes; before = known()) {
    const what = `the topic was told of ${changes} changes, not only ${before} (${JSON.stringify(topic.onlyOne())})`;
    await until(what, 90, async () => known() > before);
  }
}

/** Delivers snapshot after snapshot, and notes the ids that were accepted. */
async function deliverUntilGone(
  shared: SharedServers,
  server: LightServer,
  accepted: string[],
  gone: AbortSignal,
): Promise<void> {
  for (;;) {
    try {
      accepted.push(await deliver(server));
    } catch (error) {
      if (isWithoutAnswer(error)) return;
      throw error;
    }
    do await sleep(100);
    while (!gone.aborted && !(await shared.attempts('snapshot')).every(isOver));
  }
}

/** What a killed server was at. Takes it from the dead, as if their leases had run out. */
async function leftByTheDead({ attempts, database }: SharedServers) {
  const left = (await attempts()).filter((one) => !isOver(one));
  const { rows } = await database.query<{ journal_id: string }>(
    `UPDATE notification_lanes SET lease_expires_at = now() - interval '1 second' RETURNING journal_id`,
  );
  await database.query(`UPDATE delivery_attempts SET lease_expires_at = now() - interval '1 second'`);
  return {
    ids: left.map(({ configSnapshotId }) => configSnapshotId),
    snapshot: left.filter(({ kind }) => kind === 'snapshot').length,
    history: left.filter(({ kind }) => kind === 'history').length,
    untold: Number(rows[0]?.journal_id) < (await newestJournalId(database)) ? 1 : 0,
  };
}

/** The status tells how the last deliveries ended. */
async function expectStatus(shared: SharedServers, server: LightServer): Promise<void> {
  const last = async (kind: 'snapshot' | 'history') => {
    const ended = (await shared.attempts(kind)).filter(isOver);
    const times = ended.map(({ finishedAt }) => finishedAt?.getTime() ?? 0);
    const newest = ended[times.indexOf(Math.max(...times))];
    return newest && (newest.phase === 'delivered' ? 'SUCCESS' : 'FAILURE');
  };
  const status = await channelStatus(server);
  expect(status?.configSnapshotDeliveryInfo?.lastStatus).toBe(await last('snapshot'));
  expect(status?.configStreamDeliveryInfo?.lastStatus).not.toBe('FAILURE');
  // History goes on meanwhile: its status and its record are read one after the other.
  await until('the status of history is that of its last delivery', 30, async () => {
    const before = await last('history');
    const told = (await channelStatus(server))?.configHistoryDeliveryInfo?.lastStatus;
    return told === before;
  });
}
