// Run by bench/deliver.bench.mjs, bundled: `load` keeps a database with items, `deliver` delivers them and `gzip` is the yardstick. Each
// of these two is done twice and the second time counts: a server that runs has its code compiled and its connections open.
import { createReadStream, createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { startEmbeddedPostgres } from '@/lib/database/embedded/embedded';
import { migrate } from '@/lib/database/migrate';
import { migrations } from '@/lib/database/migrations/table';
import { openPostgres } from '@/lib/database/postgres';
import { listAttempts } from '@/lib/delivery/attempts/attempt-list-store';
import { createDelivery } from '@/lib/delivery/delivery';
import { createDeliveryRuns } from '@/lib/delivery/write/runs';
import { addItems } from '@/lib/inventory/current/write';
import { StreamingInventoryReader } from '@/lib/inventory/streaming-reader';
import { writeConfigurationItem } from '@/lib/items/form/write-item';
import { createDirectoryStore } from '@/lib/object-store/directory';
import { saveRecorder, saveRecording } from '@/lib/recorder/stores/recorder-store';
import { silentLog } from '../../lib/log/log';
import { createLogger } from '../../lib/log/logger';
import { generateItems } from '../generate.mjs';

const scope = { accountId: '123456789012', region: 'us-west-2' };
const bucket = 'bench-bucket';
const batchSize = 1_000;

/** The most memory that this process ever had, in MiB (Linux). */
function peak(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

async function load(folder: string, count: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const postgres = await startEmbeddedPostgres({ folder, log: silentLog, durable: false });
  const database = openPostgres(postgres.connection);
  await migrate(database, migrations);
  let batch: Parameters<typeof addItems>[3][number][] = [];
  const flush = async () => {
    await addItems(database, scope, 'bench', batch);
    batch = [];
  };
  for (const item of generateItems({ count })) {
    batch.push({ item, body: writeConfigurationItem(item), contentHash: item.resourceId });
    if (batch.length === batchSize) await flush();
  }
  await flush();
  await database.query('ANALYZE configuration_items');
  const everything = {
    recordingGroup: { allSupported: true },
    recordingMode: { recordingFrequency: 'CONTINUOUS' },
  } as const;
  await saveRecorder(database, scope, { name: 'default', ...everything }, new Date());
  await saveRecording(database, scope, true, new Date());
  await database.close();
  console.log(JSON.stringify(postgres.connection));
  for await (const _ of process.stdin);
  await postgres.stop();
}

async function deliver(connection: string, root: string): Promise<void> {
  const database = openPostgres(JSON.parse(connection));
  const store = createDirectoryStore({ root });
  await store.createBucket(bucket);
  const clock = () => new Date();
  const runs = createDeliveryRuns({ database, store, clock, log: createLogger({ level: 'warn', format: 'text' }) });
  const delivery = createDelivery({
    database,
    store,
    clock,
    scope,
    runs,
    historyIntervalMs: 6 * 3_600_000,
    inventory: new StreamingInventoryReader(database, scope),
  });
  await delivery.putChannel({ name: 'default', s3BucketName: bucket });
  const deliverOnce = async () => {
    const started = performance.now();
    await delivery.deliver('default', 'api');
    while (runs.active().length > 0) await sleep(1);
    return performance.now() - started;
  };
  await deliverOnce();
  const milliseconds = await deliverOnce();
  const [attempt] = await listAttempts(database, scope.accountId, { limit: 1 });
  await database.close();
  if (attempt?.phase !== 'delivered') throw new Error(`Not delivered: ${attempt?.failure?.message}`);
  const { itemsWritten: items, bytesUploaded: stored, key } = attempt;
  console.log(JSON.stringify({ milliseconds, peak: peak(), items, stored, file: `${root}/${bucket}/${key}` }));
}

/** The same bytes through Node's own gzip, from a file into a file. */
async function gzip(file: string, target: string): Promise<void> {
  const packOnce = async () => {
    const started = performance.now();
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), createGzip(), createWriteStream(target));
    return performance.now() - started;
  };
  await packOnce();
  console.log(JSON.stringify({ milliseconds: await packOnce(), peak: peak() }));
}

const unpack = (file: string, target: string) =>
  pipeline(createReadStream(file), createGunzip(), createWriteStream(target));

const [what, one = '', other = ''] = process.argv.slice(2);
if (what === 'load') await load(one, Number(other));
else if (what === 'deliver') await deliver(one, other);
else if (what === 'gzip') await gzip(one, other);
else await unpack(one, other);
