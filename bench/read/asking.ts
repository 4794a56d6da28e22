// SQL over a snapshot beside DuckDB alone on the same Parquet, and one item out of a store: asking.js <file.json.gz> <folder> <rounds>

import { createReadStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { gzipBlocks } from '../../lib/documents/gzip/write-gzip';
import { createDirectoryStore } from '../../lib/object-store/directory';
import type { ObjectStore } from '../../lib/object-store/port';
import { sqlString } from '../../lib/select/duckdb/quote';
import { createDocumentCache } from '../../lib/snapshots/opening/document-cache';
import { createSnapshots } from '../../lib/snapshots/snapshots';
import { createQueries } from '../../lib/snapshots/sql/query';
import { createTableCache } from '../../lib/snapshots/sql/tables/table-cache';
import { median, row } from './report';
import { run } from './run';

const [file = '', folder = '', roundsText = '5'] = process.argv.slice(2);
const rounds = Number(roundsText);
const root = join(folder, 'ours');
await mkdir(root, { recursive: true });
const directory = createDirectoryStore({ root });
const gets: number[] = [];
// Every read of the store, as an S3 would be asked: one call, and the bytes that it answers with.
const store: ObjectStore = {
  ...directory,
  async get(bucket, key, options) {
    const found = await directory.get(bucket, key, options);
    const { range } = options ?? {};
    gets.push(range ? Math.min(range.end, found.head.size - 1) - range.start + 1 : found.head.size);
    return found;
  },
};
const name = { bucket: 'bench', key: 'ours.json.gz' };
await store.createBucket(name.bucket);
// As a delivery writes it: one member in blocks that can be read alone.
const { bytes } = gzipBlocks(createReadStream(file).pipe(createGunzip()));
await store.put(name.bucket, name.key, Readable.from(bytes));
const { size } = await store.head(name.bucket, name.key);
row('our own file beside gzip', `${((size / (await stat(file)).size) * 100).toFixed(1)} % of its size`, 'aim 103 %');

const documents = await createDocumentCache({ store, folder: join(folder, 'ours-cache'), maxBytes: 2 ** 36 });
const snapshots = createSnapshots({ store, cache: documents, channelBucket: async () => name.bucket });
const { itemCount } = await snapshots.document(name);
let [most, largest] = [0, 0];
for (let turn = 0; turn < 50; turn++) {
  gets.length = 0;
  await snapshots.json({ ...name, index: (turn * 7919) % itemCount });
  most = Math.max(most, gets.length);
  largest = Math.max(largest, ...gets);
}
row(
  'one item of our own file: reads of the store',
  `${most} of ${((largest / size) * 100).toFixed(3)} %`,
  'aim 1 of 1 %',
);

const tablesFolder = join(folder, 'tables');
const tables = await createTableCache({ store, documents, folder: tablesFolder });
const queries = createQueries({ tables, limits: { seconds: 300, memoryBytes: 2 ** 30, rows: 1_000 } });
const sql = `SELECT json_extract_string(configuration, '$.instanceType') AS type, count(*) FROM items WHERE resourceType = 'AWS::EC2::Instance' GROUP BY 1 ORDER BY 2 DESC`;
const ask = () => queries.run({ documents: [name], sql, language: 'sql' });
const made = performance.now();
await ask();
row('the first question, which makes the table', `${((performance.now() - made) / 1000).toFixed(2)} s`);
const table = (await readdir(tablesFolder)).find((one) => one.endsWith('.parquet')) ?? '';
const bare = sql.replace('FROM items', `FROM read_parquet(${sqlString(join(tablesFolder, table))})`);
const [ours, theirs]: number[][] = [[], []];
for (let round = 0; round < Math.max(rounds, 5); round++) {
  theirs?.push((await run([process.execPath, join(process.cwd(), 'bench', 'read', 'duckdb.mjs'), bare]))?.seconds ?? 0);
  const from = performance.now();
  await ask();
  ours?.push((performance.now() - from) / 1000);
}
const [mine, other] = [median(ours ?? []), median(theirs ?? [])];
row('SQL over the table', `${mine.toFixed(2)} s = ${(mine / other).toFixed(2)} x DuckDB in its process`, 'aim 1.3');
process.exit(0);
