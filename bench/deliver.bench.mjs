// Deliveries: items/s, MB/s and peak memory from database to bucket, beside createGzip and gzip -6 of the same bytes [--sizes 10000,100000,1000000 --rounds 3]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root } from '../server/command.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    rounds: { type: 'string', default: '3' },
  },
});
const rounds = Number(values.rounds);
const program = join(root, '.cache', 'deliver-bench.mjs');
await build({
  entryPoints: [join(root, 'bench/deliver/process.ts')],
  outfile: program,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const folder = mkdtempSync(join(tmpdir(), 'snapscope-bench-'));

/** @typedef {{ milliseconds: number }} Taken */

/** The last line that a process of ours prints, parsed. @param {string[]} args @returns {Promise<Taken & { file: string, stored: number, peak: number }>} */
async function ours(...args) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}.`);
  // unpack says nothing, and nobody asks.
  return JSON.parse(said || 'null');
}

/** `gzip -6` of a file into another. @param {string} file @param {string} target */
async function gzipProgram(file, target) {
  const started = performance.now();
  const child = spawn('sh', ['-c', 'gzip -6 < "$1" > "$2"', 'sh', file, target], { stdio: 'inherit' });
  await once(child, 'close');
  return { milliseconds: performance.now() - started };
}

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** @param {number} count */
async function measure(count) {
  const loading = spawn(process.execPath, [program, 'load', join(folder, `db-${count}`), String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(loading, 'close');
  const [connection] = await once(createInterface(loading.stdout), 'line');
  const scratch = (/** @type {string} */ name) => join(folder, `${count}-${name}`);
  const [store, raw, packed] = [scratch('objects'), scratch('raw.json'), scratch('packed.gz')];
  try {
    const first = await ours('deliver', connection, store);
    await ours('unpack', first.file, raw);
    const bytes = statSync(raw).size;
    /** @type {{ deliver: Taken & { peak: number }, node: Taken, gzip: Taken }[]} */
    const measured = [];
    for (let round = 0; round < rounds; round++) {
      // In turn, so that whatever else the machine does meets all of them.
      measured.push({
        deliver: await ours('deliver', connection, store),
        node: await ours('gzip', raw, packed),
        gzip: await gzipProgram(raw, packed),
      });
      rmSync(join(store, 'bench-bucket', 'AWSLogs'), { recursive: true, force: true });
    }
    const taken = (/** @type {'deliver' | 'node' | 'gzip'} */ which) =>
      median(measured.map((round) => round[which].milliseconds)) / 1000;
    const seconds = taken('deliver');
    const peak = median(measured.map(({ deliver }) => deliver.peak));
    const ratio = (/** @type {'node' | 'gzip'} */ other) =>
      median(measured.map((round) => round.deliver.milliseconds / round[other].milliseconds)).toFixed(2);
    const row = {
      items: count,
      MB: Math.round(bytes / 1e6),
      'stored MB': Math.round(first.stored / 1e6),
      seconds: seconds.toFixed(2),
      'items/s': Math.round(count / seconds),
      'MB/s': Math.round(bytes / 1e6 / seconds),
      'peak MiB': Math.round(peak),
      'createGzip s': taken('node').toFixed(2),
      'x createGzip': ratio('node'),
      'gzip -6 s': taken('gzip').toFixed(2),
      'x gzip -6': ratio('gzip'),
    };
    return row;
  } finally {
    loading.stdin.end();
    await ended;
    for (const path of [store, raw, packed]) rmSync(path, { recursive: true, force: true });
    rmSync(join(folder, `db-${count}`), { recursive: true, force: true });
  }
}

try {
  /** @type {Awaited<ReturnType<typeof measure>>[]} */
  const rows = [];
  for (const size of values.sizes.split(',').map(Number)) rows.push(await measure(size));
  console.table(rows);
  const peakAt = (/** @type {number} */ items) => rows.find((row) => row.items === items)?.['peak MiB'];
  const [small, large] = [peakAt(100_000), peakAt(1_000_000)];
  if (small && large) console.log(`Peak memory at 1,000,000 items: ${(large / small).toFixed(2)} x that at 100,000.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(program, { force: true });
}
