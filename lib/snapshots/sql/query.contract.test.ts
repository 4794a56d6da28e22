import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createDirectoryStore } from '../../object-store/directory';
import type { ObjectStore } from '../../object-store/port';
import { addressCases, addressed } from '../../select/test-address-cases';
import { dateCases, dated } from '../../select/test-date-cases';
import { createDocumentCache, type DocumentCache } from '../opening/document-cache';
import { createQueries, type QueryLimits, type QueryService } from './query';
import { createTableCache, type TableCache } from './tables/table-cache';

const bucket = 'queried';
let folder: string;
let store: ObjectStore;
let reads = 0;
let documents: DocumentCache;
let tables: TableCache;
let queries: QueryService;

const limits: QueryLimits = { seconds: 60, memoryBytes: 300e6, rows: 1000 };
const modern = { bucket, key: 'modern.json' };
const old = { bucket, key: '2014.json' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'queries-'));
  const directory = createDirectoryStore({ root: join(folder, 'objects') });
  store = {
    ...directory,
    get: (...args) => {
      reads += 1;
      return directory.get(...args);
    },
  };
  await store.createBucket(bucket);
  await store.put(bucket, modern.key, readFileSync('samples/modern-account.json'));
  await store.put(bucket, old.key, readFileSync('samples/aws-document-2014.json'));
  documents = await createDocumentCache({ store, folder: join(folder, 'documents'), maxBytes: 1 << 30 });
  tables = await createTableCache({ store, documents, folder: join(folder, 'tables') });
  queries = createQueries({ tables, limits });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = (sql: string, documents = [modern]) => queries.run({ documents, sql, language: 'sql' });
const askAws = (sql: string, documents = [modern]) => queries.run({ documents, sql, language: 'aws' });

/** The configuration items of the sample, read in the plain way. */
const items: Record<string, unknown>[] = JSON.parse(
  readFileSync('samples/modern-account.json', 'utf8'),
).configurationItems;

test('fields of the file are columns, and parts of items are JSON', async () => {
  const { columns, rows } = await ask(
    "SELECT resourceId, configuration.instanceType AS type, tags.Name AS name, itemIndex FROM items WHERE resourceType = 'AWS::EC2::Instance' ORDER BY itemIndex",
  );
  expect(columns.map(({ name }) => name)).toEqual(['resourceId', 'type', 'name', 'itemIndex']);
  const instances = items.flatMap((item, index) =>
    item.resourceType === 'AWS::EC2::Instance' ? [{ item, index }] : [],
  );
  expect(rows).toEqual(
    instances.map(({ item, index }) => [
      item.resourceId,
      (item.configuration as { instanceType: string }).instanceType,
      (item.tags as { Name?: string }).Name ?? null,
      index,
    ]),
  );
  expect(rows.length).toBeGreaterThan(5);
});

test('several snapshots are one table, told apart by the column snapshot; the form of 2014 has modern columns', async () => {
  const { rows } = await ask(
    'SELECT snapshot, count(*) AS items, count(ARN) AS arns FROM items GROUP BY ALL ORDER BY snapshot',
    [modern, old],
  );
  expect(rows.map(([snapshot, count]) => [snapshot, count])).toEqual([
    ['2014.json', 2],
    ['modern.json', items.length],
  ]);
  expect(rows[0]?.[2]).toBeGreaterThan(0);
});

test('the language of AWS Config: properties through arrays, tags, counts by group', async () => {
  const inGroup = items.filter((item) =>
    (item.relationships as { resourceType: string }[]).some((one) => one.resourceType === 'AWS::EC2::SecurityGroup'),
  );
  const found = await askAws(
    "SELECT resourceId, relationships.resourceId WHERE relationships.resourceType = 'AWS::EC2::SecurityGroup'",
  );
  expect(found.rows.map(([id]) => id).sort()).toEqual(inGroup.map((item) => item.resourceId).sort());
  expect(found.rows[0]?.[1]).toBeInstanceOf(Array);

  const byType = await askAws('SELECT resourceType, COUNT(*) GROUP BY resourceType ORDER BY COUNT(*) DESC');
  expect(byType.columns.map(({ name }) => name)).toEqual(['resourceType', 'COUNT(*)']);
  expect(byType.rows[0]).toEqual(['AWS::EC2::NetworkInterface', 17]);

  const team = items.filter((item) => (item.tags as Record<string, string>).Team === 'storefront').length;
  expect((await askAws("SELECT COUNT(*) WHERE tags.Team = 'storefront'")).rows).toEqual([[team]]);
  expect((await askAws("SELECT COUNT(*) WHERE tags.tag = 'Team=storefront'")).rows).toEqual([[team]]);
  expect((await askAws("SELECT COUNT(*) WHERE tags.key = 'Team' AND tags.value = 'storefront'")).rows).toEqual([
    [team],
  ]);
});

test('the language of AWS Config: numbers, truths, beginnings, ranges, negations, in precedence', async () => {
  const count = async (condition: string) => (await askAws(`SELECT COUNT(*) WHERE ${condition}`)).rows[0]?.[0];
  const of = (type: string) => items.filter(({ resourceType }) => resourceType === type);
  const volumes = of('AWS::EC2::Volume').map((item) => item.configuration as { size: number; encrypted: boolean });
  const volume = "resourceType = 'AWS::EC2::Volume'";
  expect(await count(`${volume} AND configuration.size > 20`)).toBe(volumes.filter(({ size }) => size > 20).length);
  expect(await count(`${volume} AND configuration.size BETWEEN 8 AND 20`)).toBe(
    volumes.filter(({ size }) => size >= 8 && size <= 20).length,
  );
  expect(await count(`${volume} AND configuration.encrypted = true`)).toBe(
    volumes.filter(({ encrypted }) => encrypted).length,
  );
  // A text is no number: nothing is equal to it.
  expect(await count(`${volume} AND configuration.size = '20'`)).toBe(0);
  const types = of('AWS::EC2::Instance').map((item) => (item.configuration as { instanceType: string }).instanceType);
  expect(await count("configuration.instanceType LIKE 't4g%'")).toBe(
    types.filter((type) => type.startsWith('t4g')).length,
  );
  expect(await count("configuration.instanceType IN ('t4g.medium', 't4g.small')")).toBe(
    types.filter((type) => type === 't4g.medium' || type === 't4g.small').length,
  );
  // What has no such property fulfils the negation.
  expect(await count("NOT configuration.instanceType = 't4g.medium'")).toBe(
    items.length - types.filter((type) => type === 't4g.medium').length,
  );
  expect(await count("resourceType = 'AWS::EC2::Instance' AND configuration.instanceType = 't4g.medium'")).toBe(
    types.filter((type) => type === 't4g.medium').length,
  );
  const inGroups = await askAws(
    "SELECT configuration.securityGroups.groupId, COUNT(*) WHERE resourceType = 'AWS::EC2::Instance' GROUP BY configuration.securityGroups.groupId",
  );
  const total = inGroups.rows.reduce((sum, [, n]) => sum + Number(n), 0);
  const groups = of('AWS::EC2::Instance').flatMap(
    (item) => (item.configuration as { securityGroups: unknown[] }).securityGroups,
  );
  expect(total).toBe(groups.length);
  const sizes = await askAws(
    `SELECT MAX(configuration.size), SUM(configuration.size), AVG(configuration.size) WHERE ${volume}`,
  );
  const sum = volumes.reduce((all, { size }) => all + size, 0);
  expect(sizes.rows).toEqual([[Math.max(...volumes.map(({ size }) => size)), sum, sum / volumes.length]]);
  const sorted = await askAws(`SELECT configuration.size WHERE ${volume} ORDER BY configuration.size DESC`);
  expect(sorted.rows.map(([size]) => size)).toEqual(volumes.map(({ size }) => size).sort((a, b) => b - a));
});

test('the language of AWS Config: addresses and blocks of them', async () => {
  const key = 'addresses.json';
  const configurationItems = Object.entries({ ...addressed, ...dated }).map(([resourceId, configuration]) => ({
    ...items[0],
    resourceId,
    configuration,
  }));
  await store.put(bucket, key, Buffer.from(JSON.stringify({ configurationItems })));
  for (const [condition, ids] of [...addressCases, ...dateCases]) {
    const { rows } = await askAws(`SELECT resourceId WHERE ${condition} ORDER BY resourceId`, [{ bucket, key }]);
    expect([condition, rows.flat()]).toEqual([condition, ids]);
  }
});

const attacks: [sql: string, says: RegExp][] = [
  ["COPY items TO '/tmp/stolen.csv'", /may read the view items and nothing else/],
  ["COPY (SELECT 1) TO 'stolen.csv'", /nothing else/],
  ["ATTACH '/tmp/other.db'", /nothing else|ATTACH/],
  ["SELECT * FROM read_csv('/etc/passwd')", /nothing else/],
  ["SELECT * FROM read_text('/etc/passwd')", /nothing else/],
  ["SELECT * FROM read_blob('/etc/passwd')", /nothing else/],
  ["SELECT * FROM read_json('/proc/self/environ')", /nothing else/],
  ["SELECT * FROM read_parquet('/etc/passwd')", /nothing else/],
  ["SELECT * FROM parquet_metadata('/etc/passwd')", /nothing else/],
  ["SELECT * FROM sniff_csv('/etc/passwd')", /nothing else/],
  ["SELECT * FROM '/etc/passwd'", /does not exist/],
  ["SELECT * FROM glob('/etc/*')", /nothing else/],
  ["SELECT * FROM glob('*')", /nothing else/],
  ["SELECT * FROM read_text('.tmp/x')", /nothing else/],
  ["SELECT * FROM 'https://example.com/x.csv'", /does not exist|nothing else/],
  ["SELECT getenv('PATH')", /getenv/],
  ["SET memory_limit = '100GB'", /SELECT|locked/],
  ['RESET memory_limit', /SELECT|locked/],
  ["PRAGMA memory_limit = '100GB'", /SELECT|locked/],
  ['SET enable_external_access = true', /SELECT|locked/],
  ['INSTALL httpfs', /nothing else|SELECT/],
  ['LOAD httpfs', /nothing else|SELECT/],
  ["EXPORT DATABASE '/tmp/stolen'", /nothing else|SELECT/],
  ['CREATE TABLE mine (n INTEGER)', /CREATE statement/],
  ['INSERT INTO items VALUES (1)', /not an table|INSERT/],
  ['DELETE FROM items', /DELETE|delete/i],
  ['DROP VIEW items', /DROP statement/],
  ['CALL pragma_version()', /CALL statement/],
  ['EXPLAIN SELECT 1', /EXPLAIN statement/],
  ['SELECT 1; SELECT 2', /2 statements/],
  ["SELECT 1; COPY items TO '/tmp/stolen.csv'", /2 statements/],
  ['SELECT ?', /parameters/],
  ['', /empty/],
  ['-- nothing', /empty/],
];

test.each(attacks)('%s is refused', async (sql, says) => {
  await expect(ask(sql)).rejects.toMatchObject({
    kind: 'invalid',
    code: 'InvalidQuery',
    message: expect.stringMatching(says),
  });
});

test('after all that was refused the next is answered as if nothing had been', async () => {
  expect((await ask('SELECT count(*) FROM items')).rows).toEqual([[items.length]]);
});

test('neither secrets nor places of this machine stand in settings', async () => {
  const { rows } = await ask('SELECT name, value FROM duckdb_settings()');
  const told = rows.map(([, value]) => String(value)).join('\n');
  expect(told).not.toContain(process.env.HOME ?? 'no home');
  expect(told).not.toContain(process.cwd());
});

test('a query that would take all memory or never end is stopped, and the next is answered', async () => {
  const small = createQueries({ tables, limits: { ...limits, memoryBytes: 200e6, seconds: 600 } });
  const documents = [modern];
  for (const sql of [
    "SELECT length(repeat('x', 1500000000))",
    "SELECT sum(length(repeat('x', 100000000) || n)) FROM range(50) t(n)",
    "WITH RECURSIVE t(s) AS (SELECT 'x' UNION ALL SELECT s || s FROM t) SELECT max(length(s)) FROM t",
    'SELECT list(a.n) FROM range(100000) a(n), range(100000) b(n)',
    "SELECT count(*) FROM (SELECT DISTINCT n, repeat('z', 100) FROM range(100000000) t(n))",
  ]) {
    await expect(small.run({ documents, sql, language: 'sql' })).rejects.toMatchObject({
      code: 'QueryTooLarge',
      message: expect.stringContaining('200 MB'),
    });
  }
  const brief = createQueries({ tables, limits: { ...limits, seconds: 1 } });
  const endless = 'SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range = 7';
  await expect(brief.run({ documents, sql: endless, language: 'sql' })).rejects.toMatchObject({
    code: 'QueryTooSlow',
    message: expect.stringContaining('1 s'),
  });
  expect((await ask('SELECT 1')).rows).toEqual([[1]]);
});

test('a client that goes away ends its query', async () => {
  const leaving = new AbortController();
  const sql = 'SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range = 7';
  const asked = queries.run({ documents: [modern], sql, language: 'sql' }, leaving.signal);
  asked.catch(() => {});
  const isAsked = () => process.getActiveResourcesInfo().includes('ProcessWrap');
  await vi.waitUntil(isAsked, { timeout: 60_000 });
  leaving.abort(new Error('gone'));
  await expect(asked).rejects.toThrow('gone');
  await vi.waitUntil(() => !isAsked(), { timeout: 60_000 });
});

test('more rows than allowed are cut off, and so is more text', async () => {
  const result = await ask('SELECT * FROM range(5000)');
  expect(result).toMatchObject({ truncated: 'rows', maxRows: 1000 });
  expect(result.rows).toHaveLength(1000);
  const wide = await ask("SELECT repeat('x', 1000000) FROM range(100)");
  expect(wide.truncated).toBe('bytes');
  expect(wide.rows.length).toBeGreaterThan(10);
  expect((await ask('SELECT * FROM range(1000)')).truncated).toBeUndefined();
});

test('a mistake is shown where it stands', async () => {
  await expect(ask("SELECT 'é😀',\n  resourceTipe FROM items")).rejects.toMatchObject({
    code: 'InvalidQuery',
    message: expect.stringMatching(/resourceTipe.*not found[\s\S]*\(line 2, column 3\)$/),
    excerpt: '  resourceTipe FROM items\n  ^',
  });
  await expect(ask('SELCT 1')).rejects.toMatchObject({ message: expect.stringContaining('line 1, column 1') });
  // What DuckDB says to these would help nobody who does not know it.
  await expect(
    ask("SELECT resourceId FROM items WHERE configuration.instanceType = 't4g.medium'"),
  ).rejects.toMatchObject({ message: expect.stringContaining("json_extract_string(configuration, '$.instanceType')") });
  await expect(ask("SELECT resourceId WHERE configuration.instanceType = 'x'")).rejects.toMatchObject({
    message: expect.stringContaining('FROM items'),
  });
  await expect(ask('SELECT resourceId FROM snapshots')).rejects.toMatchObject({
    message: expect.stringContaining('FROM items'),
  });
  await expect(askAws('SELECT resourceId FROM items')).rejects.toMatchObject({
    code: 'InvalidExpression',
    message: expect.stringContaining('column 19'),
  });
  await expect(askAws('SELECT nonsense')).rejects.toMatchObject({ message: expect.stringContaining("'nonsense'") });
});

test('a table is made once for all queries of an object, again when it was replaced, and not by a later process', async () => {
  const key = 'replaced.json';
  const document = (id: string) => JSON.stringify({ configurationItems: [{ ...items[0], resourceId: id }] });
  await store.put(bucket, key, Buffer.from(document('first')));
  reads = 0;
  const idOf = async (by = queries) =>
    (await by.run({ documents: [{ bucket, key }], sql: 'SELECT resourceId FROM items', language: 'sql' })).rows[0]?.[0];
  expect(await Promise.all([idOf(), idOf(), idOf()])).toEqual(['first', 'first', 'first']);
  // Once to open it, once for its table.
  expect(reads).toBe(2);
  const later = await createTableCache({ store, documents, folder: join(folder, 'tables') });
  expect(await idOf(createQueries({ tables: later, limits }))).toBe('first');
  expect(reads).toBe(2);
  await store.put(bucket, key, Buffer.from(document('second')));
  expect(await idOf()).toBe('second');
  expect(reads).toBe(4);
});

test('a broken table is made anew, and so is one that went away', async () => {
  const place = join(folder, 'broken');
  const fresh = async () =>
    createQueries({ tables: await createTableCache({ store, documents, folder: place }), limits });
  const count = async (by: QueryService) =>
    (await by.run({ documents: [modern], sql: 'SELECT count(DISTINCT resourceId) FROM items', language: 'sql' }))
      .rows[0];
  const unique = new Set(items.map(({ resourceId }) => resourceId)).size;
  expect(await count(await fresh())).toEqual([unique]);
  const name = (await readdir(place)).find((file) => file.endsWith('.parquet')) ?? '';
  const whole = await readFile(join(place, name));
  for (const damage of [
    whole.subarray(0, whole.length >> 1),
    Buffer.alloc(0),
    Buffer.from(whole).fill(0xff, 1000, 3000),
  ]) {
    await writeFile(join(place, name), damage);
    expect(await count(await fresh())).toEqual([unique]);
    expect(await readFile(join(place, name))).toHaveLength(whole.length);
  }
  const kept = await fresh();
  await count(kept);
  await rm(place, { recursive: true });
  expect(await count(kept)).toEqual([unique]);
});

test('tables keep within their bound: those that were not used for longest go', async () => {
  const place = join(folder, 'bound');
  const small = createQueries({
    tables: await createTableCache({ store, documents, folder: place, maxTableBytes: 1 }),
    limits,
  });
  await small.run({ documents: [modern], sql: 'SELECT 1', language: 'sql' });
  await small.run({ documents: [old], sql: 'SELECT 1', language: 'sql' });
  expect((await readdir(place)).filter((name) => name.endsWith('.parquet'))).toHaveLength(1);
  // Two that do not fit together are answered all the same.
  const both = await small.run({ documents: [modern, old], sql: 'SELECT count(*) FROM items', language: 'sql' });
  expect(both.rows).toEqual([[items.length + 2]]);
});

test('hostile texts stand in the table as they are, but for what no text can hold', async () => {
  const key = 'hostile.json';
  const hostile = {
    ...items[0],
    resourceId: "'; DROP VIEW items; --",
    resourceName: 'half \ud800 a pair, \\ud800 none, \u0000 nothing',
    tags: { ['__proto__']: 'x', constructor: 'y', '': 'empty' },
    configuration: { big: 'x'.repeat(3_000_000), deep: JSON.parse(`${'['.repeat(300)}1${']'.repeat(300)}`) },
  };
  Object.defineProperty(hostile.tags, '__proto__', { value: 'x', enumerable: true });
  await store.put(bucket, key, Buffer.from(JSON.stringify({ configurationItems: [hostile] })));
  const { rows } = await queries.run({
    documents: [{ bucket, key }],
    sql: "SELECT resourceId, resourceName, json_extract_string(tags, '$.constructor'), length(json_extract_string(configuration, '$.big')) FROM items",
    language: 'sql',
  });
  expect(rows).toEqual([
    ["'; DROP VIEW items; --", 'half \ufffd a pair, \\ud800 none, \u0000 nothing', 'y', 3_000_000],
  ]);
});

test('what cannot be read as a snapshot is said as everywhere', async () => {
  await store.put(bucket, 'page.html', Buffer.from('<!doctype html>'));
  await expect(ask('SELECT 1', [{ bucket, key: 'page.html' }])).rejects.toMatchObject({ kind: 'unreadable' });
  await expect(ask('SELECT 1', [{ bucket, key: 'nowhere.json' }])).rejects.toMatchObject({ code: 'NoSuchKey' });
  expect((await readdir(join(folder, 'tables'))).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('numbers stay as they are written: in JSON, in a saved file, and in comparisons', async () => {
  const configuration = '{"big":9223372036854775807,"f":1.0}';
  const item = (id: string, configuration: string) =>
    `{"configurationItemCaptureTime":"2026-03-09T01:02:03.000Z","awsAccountId":"123456789012","configurationItemStatus":"OK","resourceType":"AWS::DynamoDB::Table","resourceId":"${id}","awsRegion":"us-west-2","configuration":${configuration}}`;
  const numbers = { bucket, key: 'numbers.json' };
  await store.put(
    bucket,
    numbers.key,
    Buffer.from(
      `{"configurationItems":[${item('a', configuration)},${item('b', '{"big":9223372036854775806,"f":2}')}]}`,
    ),
  );
  const sql = 'SELECT resourceId, configuration, configuration.big AS big FROM items ORDER BY resourceId';
  expect((await ask(sql, [numbers])).rows).toEqual([
    ['a', configuration, '9223372036854775807'],
    ['b', '{"big":9223372036854775806,"f":2}', '9223372036854775806'],
  ]);
  const saved = await queries.file({ documents: [numbers], sql, language: 'sql' }, 'json');
  expect(await text(saved.body)).toContain(`"configuration":${configuration},"big":9223372036854775807}`);
  const { rows } = await askAws('SELECT resourceId WHERE configuration.big = 9223372036854775807', [numbers]);
  expect(rows).toEqual([['a']]);
});
