import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../database/database';
import { startTestDatabase } from '../../database/test-database';
import type { ConfigurationItem } from '../../items/configuration-item';
import { writeConfigurationItem } from '../../items/form/write-item';
import { deleteCustomResource, putCustomResource } from '../../recorder/capture/custom-resource';
import { addItems, lockRecording } from '../current/write';
import { changesSince, newestChange } from './journal';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let database: Database;
let accounts = 0;
let scope = { accountId: '', region: 'us-west-2' };
const all = { items: 1000, bytes: 1e9 };

beforeAll(async () => {
  server = await startTestDatabase();
  database = server.database;
});
afterAll(() => server.stop());
beforeEach(() => {
  accounts += 1;
  scope = { accountId: String(accounts).padStart(12, '0'), region: 'us-west-2' };
});

const observed = (resourceId: string, size: number) => ({
  relatedEvents: [],
  relationships: [],
  configuration: { size },
  supplementaryConfiguration: {},
  tags: {},
  resourceType: 'Acme::Shop::Till',
  resourceId,
  awsRegion: 'us-west-2',
});

const item = (resourceId: string, stateId = 1): ConfigurationItem => ({
  ...observed(resourceId, stateId),
  configurationItemVersion: '1.3',
  configurationItemCaptureTime: new Date(stateId).toISOString(),
  configurationStateId: stateId,
  awsAccountId: scope.accountId,
  configurationItemStatus: 'OK',
  configurationStateMd5Hash: '',
});

const sizeIn = (body: string | undefined) => (body === undefined ? undefined : JSON.parse(body).configuration?.size);

test('changes come in the order in which they were recorded, each with the item before it', async () => {
  let now = 1_000;
  const put = (id: string, size: number) => putCustomResource(database, scope, observed(id, size), new Date(now++));
  await put('till-1', 1);
  await put('till-2', 1);
  await put('till-1', 2);
  await put('till-1', 2); // nothing new
  await deleteCustomResource(
    database,
    scope,
    { resourceType: 'ACME::shop::till', resourceId: 'till-2' },
    new Date(now),
  );
  const changes = await changesSince(database, scope, 0, all);
  expect(changes.map(({ resourceId, body, previousBody }) => [resourceId, sizeIn(body), sizeIn(previousBody)])).toEqual(
    [
      ['till-1', 1, undefined],
      ['till-2', 1, undefined],
      ['till-1', 2, 1],
      ['till-2', undefined, 1],
    ],
  );
  expect(changes.map(({ journalId }) => journalId)).toEqual(
    changes.map(({ journalId }) => journalId).sort((a, b) => a - b),
  );
  expect(await newestChange(database, scope)).toBe(changes.at(-1)?.journalId);
  const rest = await changesSince(database, scope, changes[1]?.journalId ?? 0, all);
  expect(rest).toEqual(changes.slice(2));
  expect(await changesSince(database, { ...scope, region: 'eu-west-1' }, 0, all)).toEqual([]);
  expect(await newestChange(database, { ...scope, region: 'eu-west-1' })).toBe(0);
});

test('no more is read at once than was asked for, and always at least one', async () => {
  for (let n = 0; n < 5; n += 1) await putCustomResource(database, scope, observed(`till-${n}`, n), new Date(n));
  const ids = async (limit: { items: number; bytes: number }) =>
    (await changesSince(database, scope, 0, limit)).map(({ resourceId }) => resourceId);
  expect(await ids({ items: 2, bytes: 1e9 })).toEqual(['till-0', 'till-1']);
  expect(await ids({ items: 10, bytes: 1 })).toEqual(['till-0']);
  const length = Buffer.byteLength((await changesSince(database, scope, 0, all))[0]?.body ?? '');
  expect(await ids({ items: 10, bytes: length * 3 - 1 })).toHaveLength(3);
});

test('once a change is seen, none with a smaller number appears later', async () => {
  let commit = () => {};
  let first: Promise<void> | undefined;
  await new Promise<void>((written) => {
    first = database.transaction(async (tx) => {
      await lockRecording(tx, scope);
      await addItems(tx, scope, 's', [
        { item: item('slow'), contentHash: 'h', body: writeConfigurationItem(item('slow')) },
      ]);
      written();
      await new Promise<void>((resolve) => {
        commit = resolve;
      });
    });
  });
  let ended = false;
  const second = putCustomResource(database, scope, observed('quick', 1), new Date(2)).then(() => {
    ended = true;
  });
  // Another account does not wait.
  await putCustomResource(database, { ...scope, region: 'eu-west-1' }, observed('elsewhere', 1), new Date(2));
  expect(await changesSince(database, scope, 0, all)).toEqual([]);
  expect(ended).toBe(false);
  commit();
  await Promise.all([first, second]);
  const seen = await changesSince(database, scope, 0, all);
  expect(seen.map(({ resourceId }) => resourceId)).toEqual(['slow', 'quick']);
});

test('readers that run while many record see every change once, in order', async () => {
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; n < 10; n += 1) {
      await putCustomResource(database, scope, observed(`till-${writer}`, n), new Date(n));
    }
  });
  let done = false;
  const recorded = Promise.all(writers).finally(() => {
    done = true;
  });
  const seen: string[] = [];
  let after = 0;
  for (;;) {
    const last = done;
    const changes = await changesSince(database, scope, after, { items: 7, bytes: 1e9 });
    for (const { resourceId, body } of changes) seen.push(`${resourceId} ${sizeIn(body)}`);
    after = changes.at(-1)?.journalId ?? after;
    if (last && changes.length === 0) break;
  }
  await recorded;
  expect(seen).toHaveLength(80);
  expect(new Set(seen).size).toBe(80);
});
