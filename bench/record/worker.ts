import { openPostgres } from '../../lib/database/postgres';
import { createLogger } from '../../lib/log/logger';
import { createRecorder } from '../../lib/recorder/recorder';
import { createFileSource } from '../../lib/recorder/sources/file';

/** One measured step in a process of its own: what it did, and the most memory that it ever had. */
export interface Measured {
  seconds: number;
  peakMiB: number;
}

const [step = '', connection = '', path = ''] = process.argv.slice(2);
const scope = { accountId: '123456789012', region: 'us-west-2' };
const database = openPostgres(JSON.parse(connection));

/** Columns as they are, each a string (or null), in the order of the table. */
const columns = `account_id, region, type_key, resource_id, state_id, is_current, source, resource_type, resource_name, arn,
  aws_region, availability_zone, status, capture_time, creation_time, content_hash, body`;
const types = [
  'text',
  'text',
  'text',
  'text',
  'bigint',
  'boolean',
  ...Array(7).fill('text'),
  'timestamptz',
  'timestamptz',
  'text',
  'json',
];

/** The rows that are there, taken out and put back with nothing else done: 500 in a statement, all in one transaction. */
async function bulkInsert(): Promise<number> {
  const batches: unknown[][][] = [];
  const texts = columns.split(', ').map((column) => `${column.trim()}::text`);
  const all = `SELECT json_build_array(${texts.join(', ')}) FROM configuration_items`;
  let parsed: (string | null)[][] = [];
  const flush = () => {
    batches.push(types.map((_, column) => parsed.map((row) => row[column] ?? null)));
    parsed = [];
  };
  for await (const { bytes } of database.streamJoined(all, [])) {
    for (const row of JSON.parse(`[${bytes}]`)) {
      parsed.push(row);
      if (parsed.length === 500) flush();
    }
  }
  if (parsed.length > 0) flush();
  await database.query('TRUNCATE configuration_items');
  await database.query('CHECKPOINT');
  const from = performance.now();
  await database.transaction(async (tx) => {
    for (const batch of batches) {
      const parameters = types.map((type, column) => `$${column + 1}::${type}[]`).join(', ');
      await tx.query(`INSERT INTO configuration_items (${columns}) SELECT * FROM unnest(${parameters})`, batch);
    }
  });
  return (performance.now() - from) / 1000;
}

async function cycle(): Promise<number> {
  const source = createFileSource({ name: 'file', path, scope });
  const log = createLogger({ level: 'warn', format: 'text' });
  const recorder = createRecorder({ database, clock: () => new Date(), scope, sources: [source], log });
  if (!(await recorder.find())) {
    await recorder.put({
      name: 'default',
      recordingGroup: { includeGlobalResourceTypes: true },
      recordingMode: { recordingFrequency: 'CONTINUOUS' },
    });
    await recorder.start();
  }
  await database.query('CHECKPOINT');
  const from = performance.now();
  const { failed } = await recorder.discover();
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
  return (performance.now() - from) / 1000;
}

const seconds = step === 'bulk insert' ? await bulkInsert() : await cycle();
await database.close();
const measured: Measured = { seconds, peakMiB: process.resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify(measured));
