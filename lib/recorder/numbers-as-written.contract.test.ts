import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database/database';
import { startTestDatabase } from '../database/test-database';
import { StreamingInventoryReader } from '../inventory/streaming-reader';
import { silentLog } from '../log/log';
import { selectItems } from '../select/select-store';
import { createRecorder } from './recorder';
import { createFileSource } from './sources/file';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let database: Database;
let folder: string;
let accounts = 0;

beforeAll(async () => {
  server = await startTestDatabase();
  database = server.database;
  folder = await mkdtemp(join(tmpdir(), 'numbers-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** A recorder of an account of its own whose source is a file. */
async function recorderOf(path: string) {
  accounts += 1;
  const scope = { accountId: String(accounts).padStart(12, '0'), region: 'us-west-2' };
  const sources = [createFileSource({ name: 'file', path, scope })];
  let time = Date.parse('2026-11-22T08:31:54.000Z');
  const recorder = createRecorder({
    database,
    clock: () => {
      time += 1000;
      return new Date(time);
    },
    scope,
    sources,
    log: silentLog,
  });
  await recorder.put({
    name: 'default',
    recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    recordingMode: { recordingFrequency: 'CONTINUOUS' },
  });
  await recorder.start();
  return { recorder, scope, inventory: new StreamingInventoryReader(database, scope) };
}

const table = (configuration: string) =>
  `{"configurationItems":[{"configurationItemCaptureTime":"2026-03-09T01:02:03.000Z","awsAccountId":"123456789012","configurationItemStatus":"OK","resourceType":"AWS::DynamoDB::Table","resourceId":"t","awsRegion":"us-west-2","configuration":${configuration}}]}`;
const identity = { resourceType: 'AWS::DynamoDB::Table', resourceId: 't' };

async function delivered(inventory: StreamingInventoryReader): Promise<string> {
  let text = '';
  for await (const { bytes } of inventory.streamCurrent()) text += bytes;
  return text;
}

test('a large number stays itself in items, history and queries, and its neighbour is a change', async () => {
  const path = join(folder, 'large.json');
  const { recorder, scope, inventory } = await recorderOf(path);
  await writeFile(path, table('{"big":9223372036854775807,"f":1.0}'));
  await recorder.discover();
  await recorder.discover();
  expect((await inventory.timeline(identity)).items).toHaveLength(1);
  await writeFile(path, table('{"big":9223372036854775806,"f":1.0}'));
  await recorder.discover();

  expect(await delivered(inventory)).toContain('"configuration":{"big":9223372036854775806,"f":1.0}');
  const { items } = await inventory.timeline(identity);
  expect(items.map(({ diff }) => diff?.changes)).toEqual([
    [
      {
        section: 'configuration',
        path: 'big',
        change: 'changed',
        previous: '9223372036854775807',
        updated: '9223372036854775806',
      },
    ],
    undefined,
  ]);
  const first = await inventory.resource(identity, String(items[1]?.stateId));
  expect(first.json).toContain('"configuration":{"big":9223372036854775807,"f":1.0}');
  const select = (where: string) =>
    selectItems(database, { scopes: [scope] }, `SELECT configuration.big, configuration.f WHERE ${where}`, {
      offset: 0,
    });
  expect((await select('configuration.big = 9223372036854775806')).results).toEqual([
    '{"configuration":{"big":9223372036854775806,"f":1.0}}',
  ]);
  expect((await select('configuration.big >= 9223372036854775807')).results).toEqual([]);
});

const digits = fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String);
const number = fc.oneof(
  digits,
  fc.tuple(digits, fc.stringMatching(/^[0-9]{1,12}$/)).map(([whole, part]) => `-${whole}.${part}`),
  fc.tuple(digits, fc.integer({ min: -20, max: 20 })).map(([whole, exponent]) => `${whole}E${exponent}`),
  fc.constantFrom('-0', '1.0', '1e0'),
);

test('any number is delivered as it is written, and only written otherwise it is another item', {
  timeout: 60_000,
}, async () => {
  const path = join(folder, 'any.json');
  const { recorder, inventory } = await recorderOf(path);
  let states = 0;
  let last = '';
  await fc.assert(
    fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 4 }), async (numbers) => {
      const configuration = `{"numbers":[${numbers.join(',')}],"at":"08:31:54.000"}`;
      await writeFile(path, table(configuration));
      await recorder.discover();
      if (configuration !== last) states += 1;
      last = configuration;
      expect(await delivered(inventory)).toContain(`"configuration":${configuration}`);
    }),
    { numRuns: 25 },
  );
  let count = 0;
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await inventory.timeline(identity, cursor);
    count += page.items.length;
    cursor = page.nextCursor === undefined ? undefined : String(page.nextCursor);
  }
  expect(count).toBe(states);
});
