// The comparison of two snapshots beside DuckDB over the same items as lines: comparing.js <a.json.gz> <b.json.gz> <a.ndjson.gz> <b.ndjson.gz> <folder> <rounds>
import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sqlString } from '../../lib/select/duckdb/quote';
import { median, row } from './report';
import { run } from './run';

const [a = '', b = '', linesA = '', linesB = '', folder = '', roundsText = '5'] = process.argv.slice(2);
const rounds = Number(roundsText);
const root = join(folder, 'two');
const cache = join(folder, 'two-cache');
const bench = join(process.cwd(), 'bench', 'read', 'duckdb.mjs');
await mkdir(join(root, 'bench'), { recursive: true });
for (const [file, name] of [
  [a, 'a.json.gz'],
  [b, 'b.json.gz'],
] as const) {
  const place = join(root, 'bench', name);
  await link(file, place).catch(() => copyFile(file, place));
}
const ours = (...state: string[]) =>
  run([process.execPath, join(folder, 'two.js'), root, 'a.json.gz', 'b.json.gz', cache, ...state]);

const columns = ['configuration', 'supplementaryConfiguration', 'tags', 'relationships'];
const side = (file: string) => `SELECT lower(resourceType) || '/' || resourceId AS name,
  hash(${columns.map((name) => `${name}::VARCHAR`).join(', ')}) AS content
  FROM read_json(${sqlString(file)}, format = 'newline_delimited', maximum_object_size = 16777216, columns = {
    resourceType: 'VARCHAR', resourceId: 'VARCHAR', ${columns.map((name) => `${name}: 'JSON'`).join(', ')}})`;
const statement = `SELECT count(*) FILTER (a.name IS NULL), count(*) FILTER (b.name IS NULL), count(*) FILTER (a.content <> b.content)
  FROM (${side(linesA)}) a FULL JOIN (${side(linesB)}) b ON a.name = b.name`;

const [cold, warm, duckdb]: number[][] = [[], [], []];
let counts: Record<string, number> = {};
let theirs = '';
for (let round = 0; round < rounds; round++) {
  const other = await run([process.execPath, bench, statement]);
  duckdb?.push(other?.seconds ?? Number.NaN);
  theirs = other?.output ?? '';
  await rm(cache, { recursive: true, force: true });
  cold?.push((await ours())?.seconds ?? Number.NaN);
  const again = JSON.parse((await ours('warm'))?.output ?? '{}');
  counts = again.counts;
  warm?.push(again.compared / 1000);
}
const [least, most] = [median(cold ?? []), median(duckdb ?? [])];
const said = `${counts.added} added, ${counts.removed} removed, ${counts.changed} changed`;
row(
  'comparing two snapshots, cold, whole process',
  `${least.toFixed(2)} s = ${(least / most).toFixed(2)} x DuckDB`,
  'aim 0.7',
);
row(`DuckDB over the same items as lines`, `${most.toFixed(2)} s`);
row('comparing them when both are open', `${median(warm ?? []).toFixed(3)} s`, 'aim 0.5 at 1,000,000');
console.log(`  ours: ${said}; DuckDB: ${theirs}`);
