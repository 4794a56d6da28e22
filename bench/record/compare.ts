import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { startEmbeddedPostgres } from '../../lib/database/embedded/embedded';
import { migrate } from '../../lib/database/migrate';
import { migrations } from '../../lib/database/migrations/table';
import { openPostgres } from '../../lib/database/postgres';
import { silentLog } from '../../lib/log/log';
import { generateItems } from '../generate.mjs';
import type { Measured } from './worker';

const [folder = '', resources = '', rounds = ''] = process.argv.slice(2);
const count = Number(resources);
const path = join(folder, 'items.json');
const data = join(folder, 'data');
await mkdir(data);

async function* text() {
  let separator = '[';
  for (const item of generateItems({ count })) {
    yield separator + JSON.stringify(item);
    separator = ',\n';
  }
  yield ']';
}
await pipeline(Readable.from(text()), createWriteStream(path));

const server = await startEmbeddedPostgres({ folder: data, log: silentLog });
const database = openPostgres(server.connection);

const written = async () => {
  const { rows } = await database.query<{ n: string; bytes: string }>(
    'SELECT count(*) AS n, sum(octet_length(body::text)) AS bytes FROM configuration_items',
  );
  return { rows: Number(rows[0]?.n), bytes: Number(rows[0]?.bytes) };
};

async function measure(step: string): Promise<Measured> {
  const args = [join(folder, 'worker.js'), step, JSON.stringify(server.connection), path];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

const steps = ['first recording', 'unchanged cycle', 'bulk insert'] as const;
const results = new Map(steps.map((step) => [step, [] as Measured[]]));
const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

try {
  await migrate(database, migrations);
  console.log(`${count} resources, ${Math.round((await stat(path)).size / 2 ** 20)} MiB of JSON`);
  // In turn, so that whatever else the machine does meets all; the first round warms up and does not count.
  for (let round = 0; round <= Number(rounds); round++) {
    await database.query('TRUNCATE configuration_items, recorders, recorder_sources');
    for (const step of steps) {
      const before = await written();
      const measured = await measure(step);
      const after = await written();
      const expected = step === 'bulk insert' ? before.rows : count + 1;
      if (after.rows !== expected) throw new Error(`${step}: ${after.rows} rows are there instead of ${expected}`);
      if (step === 'unchanged cycle' && after.rows !== before.rows) throw new Error('an unchanged cycle wrote rows');
      if (round > 0) results.get(step)?.push(measured);
    }
  }
  for (const [step, measured] of results) {
    const seconds = measured.map((one) => one.seconds);
    const each = seconds.map((one) => one.toFixed(1)).join(' ');
    const rate = Math.round(count / median(seconds));
    const peak = Math.round(median(measured.map(({ peakMiB }) => peakMiB)));
    console.log(
      `  ${step.padEnd(16)} ${median(seconds).toFixed(1).padStart(6)} s  ${rate}/s  peak ${peak} MiB  (${each})`,
    );
  }
  const ratio = (step: (typeof steps)[number]) => {
    const [own = [], bare = []] = [results.get(step), results.get('bulk insert')];
    const ratios = own.map(({ seconds }, round) => (bare[round]?.seconds ?? Number.NaN) / seconds);
    return `${median(ratios).toFixed(2)} (${ratios.map((one) => one.toFixed(2)).join(' ')})`;
  };
  console.log(
    `  speed beside the bare bulk insert: first recording ${ratio('first recording')}, unchanged cycle ${ratio('unchanged cycle')}`,
  );
} finally {
  await database.close();
  await server.stop();
}
