// Pairs of yardstick and ours over the same file, in turns: compare.js <file.json.gz> <folder> <rounds>
import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, row } from './report';
import { run } from './run';

const [file = '', folder = '', roundsText = '5'] = process.argv.slice(2);
const rounds = Number(roundsText);
const here = dirname(fileURLToPath(import.meta.url));
const root = join(folder, 'store');
const cache = join(folder, 'cache');
await mkdir(join(root, 'bench'), { recursive: true });
const object = join(root, 'bench', 'snapshot.json.gz');
// The store does not follow symbolic links.
await link(file, object).catch(() => copyFile(file, object));

const gzip: number[] = [];
const open: number[] = [];
const load: number[] = [];
const holds: number[] = [];
let last: Record<string, number> = {};
for (let round = 0; round < rounds; round++) {
  gzip.push((await run(['sh', '-c', `gzip -dc '${file}' > /dev/null`]))?.seconds ?? Number.NaN);
  await rm(cache, { recursive: true, force: true });
  const fresh = await run([process.execPath, join(here, 'open.js'), root, 'snapshot.json.gz', cache]);
  last = JSON.parse(fresh?.output ?? '{}');
  open.push((last.opened ?? Number.NaN) / 1000);
  holds.push(last.longestHold ?? Number.NaN);
  const again = await run([process.execPath, join(here, 'open.js'), root, 'snapshot.json.gz', cache]);
  load.push(JSON.parse(again?.output ?? '{}').opened);
}
console.log(`${last.items} items, ${((last.jsonSize ?? 0) / 1e6).toFixed(0)} MB of JSON; medians of ${rounds}`);
row('gzip -dc', `${median(gzip).toFixed(2)} s`);
row(
  'opening with index, to its file',
  `${median(open).toFixed(2)} s = ${(median(open) / median(gzip)).toFixed(2)} x gzip -dc`,
  'aim 1.5',
);
row('memory above idle', `${((last.peak ?? 0) - (last.idle ?? 0)).toFixed(0)} MiB`, 'aim 700');
row('longest hold of the event loop', `${median(holds).toFixed(0)} ms`, 'aim 50');
row('loading the cached index', `${median(load).toFixed(0)} ms`, 'aim 300');

const jq: number[] = [];
let jqPeak = 0;
for (let round = 0; round < Math.min(rounds, 3); round++) {
  const ended = await run(['gzip', '-dc', file], ['jq', '.configurationItems|length']);
  if (!ended) break;
  jq.push(ended.seconds);
  jqPeak = Math.max(jqPeak, ended.peak);
}
if (jq.length > 0) {
  row("gzip -dc | jq '.configurationItems|length'", `${median(jq).toFixed(2)} s, ${jqPeak.toFixed(0)} MiB`);
  const memory = ((last.peak ?? 0) - (last.idle ?? 0)) / jqPeak;
  row(
    'opening beside jq',
    `${(median(open) / median(jq)).toFixed(2)} x, memory ${memory.toFixed(2)} x`,
    'aim 0.2, 0.1',
  );
} else row('jq', 'is not installed');

const warm = await run([process.execPath, join(here, 'open.js'), root, 'snapshot.json.gz', cache, 'answers']);
const { answers } = JSON.parse(warm?.output ?? '{}') as {
  answers: Record<string, { median: number; p95: number } | number>;
};
for (const [what, taken] of Object.entries(answers)) {
  if (typeof taken === 'number') row('the first graph', `${taken.toFixed(0)} ms`);
  else {
    const aim = what.startsWith('text search') ? 'aim 150' : 'aim 10';
    row(what, `${taken.median.toFixed(2)} ms, p95 ${taken.p95.toFixed(2)} ms`, aim);
  }
}
