import 'server-only';
import { join } from 'node:path';
import packageJson from '../package.json';
import { createBuckets } from './buckets/buckets';
import { systemClock } from './clock';
import { lockDataFolder } from './database/data-folder';
import type { Database } from './database/database';
import { startEmbeddedPostgres } from './database/embedded';
import { migrate } from './database/migrate';
import { migrations } from './database/migrations/table';
import { openPostgres } from './database/postgres';
import { createDelivery } from './delivery/delivery';
import { createNotificationSender } from './delivery/notifications/sender';
import { createSnsTopic } from './delivery/notifications/sns';
import { createWebhook } from './delivery/notifications/webhook';
import { createDeliveryRecord } from './delivery/record';
import { startRecordRetention } from './delivery/record-retention';
import { recoverDeliveries } from './delivery/recovery';
import { createDeliveryRuns, type DeliveryRuns } from './delivery/runs';
import { startScheduler } from './delivery/scheduler';
import { DomainError } from './errors';
import { changesSince } from './inventory/history/journal';
import type { NearbyRequest } from './inventory/neighbours/nearby';
import { startRetention } from './inventory/retention/retention';
import type { Scope } from './items/scope';
import { createDirectoryStore } from './object-store/directory';
import type { ObjectStore } from './object-store/port';
import { createS3Store } from './object-store/s3';
import { createTurns, type InTurn } from './recorder/cycle-turns';
import { createRecorder } from './recorder/recorder';
import { createFileSource } from './recorder/sources/file';
import type { ResourceSource } from './recorder/sources/port';
import { createFirstSetUp } from './services/first-set-up';
import { createRegions } from './services/regions';
import { resourceGraph } from './services/resource-graph';
import { describeSettings, readSettings, type Settings } from './settings';
import { isLoopbackAddress } from './settings/loopback';
import { createComparisons } from './snapshots/compare/comparisons';
import { createDocumentCache } from './snapshots/opening/document-cache';
import { createSnapshots } from './snapshots/snapshots';
import { createQueries } from './snapshots/sql/query';
import { createTableCache } from './snapshots/sql/tables/table-cache';
import { performForConsole } from './wire/console';
import { operationSupport } from './wire/operation-support';
import { keepByScope } from './wire/scopes';
import { createWireServices } from './wire/services';

export const { version } = packageJson;

/** Of several Regions: the database's connections are for pages and deliveries too. */
const cyclesAtOnce = 4;

export type Services = Awaited<ReturnType<typeof buildServices>>;

interface Running {
  services: Promise<Services>;
  state: 'starting' | 'ready' | 'stopping';
  /** Cuts short what a start waits for. */
  hurry: AbortController;
}

// Kept on globalThis: in development each reload brings a new copy of this module, and must find the same services.
const slot = globalThis as { snapscope?: Running };

/**
 * The one set of services of this process, built when first asked for. Rejects when they could not be built, and with
 * `ServerStopping` once they are being closed.
 */
export async function getServices(): Promise<Services> {
  slot.snapscope ??= startServices();
  if (slot.snapscope.state === 'stopping') {
    throw new DomainError(
      'unavailable',
      'ServerStopping',
      'Snapscope is stopping. Try again when it has started anew.',
    );
  }
  return slot.snapscope.services;
}

function startServices(): Running {
  const hurry = new AbortController();
  const running: Running = { services: buildServices(readSettings(), hurry.signal), state: 'starting', hurry };
  running.services.then(
    () => {
      running.state = 'ready';
    },
    () => undefined,
  );
  return running;
}

/**
 * Ends what was started, in the right order. A start that still waits for the first recording does not wait any longer: what was
 * not recorded whole is undone.
 */
export async function stopServices(): Promise<void> {
  slot.snapscope?.hurry.abort();
  await (await slot.snapscope?.services)?.close();
}

/** Whether everything is there to serve requests. Asks for nothing to be started. */
export function servicesState(): Running['state'] {
  return slot.snapscope?.state ?? 'starting';
}

async function buildServices(settings: Settings, hurry: AbortSignal) {
  const closing: (() => Promise<void> | void)[] = [];
  const close = async () => {
    if (slot.snapscope) slot.snapscope.state = 'stopping';
    for (const end of closing.splice(0).reverse()) {
      // What comes after must be stopped too: above all our PostgreSQL.
      await Promise.resolve(end()).catch((error: unknown) => log('A part could not be stopped', error));
    }
  };
  try {
    const folder = await lockDataFolder(settings.dataFolder);
    closing.push(() => folder.release());
    const database = await openDatabase(settings, closing);
    await migrate(database, migrations);
    return await assemble(settings, database, closing, close, hurry);
  } catch (error) {
    await close();
    throw error;
  }
}

async function openDatabase(settings: Settings, closing: (() => Promise<void> | void)[]): Promise<Database> {
  if (settings.database.kind === 'url') {
    const database = openPostgres({ connectionString: settings.database.url });
    closing.push(() => database.close());
    return database;
  }
  const server = await startEmbeddedPostgres({ folder: settings.database.folder, log });
  closing.push(() => server.stop());
  const database = openPostgres(server.connection);
  closing.push(() => database.close());
  return database;
}

async function assemble(
  settings: Settings,
  database: Database,
  closing: (() => Promise<void> | void)[],
  close: () => Promise<void>,
  hurry: AbortSignal,
) {
  const scope = { accountId: settings.accountId, region: settings.region };
  const store = openStore(settings);
  const hook = settings.alertWebhook && createWebhook(settings.alertWebhook);
  const runs = createDeliveryRuns({ database, store, clock: systemClock, alerts: hook !== undefined, log });
  const exclusive = settings.database.kind === 'embedded';
  const inTurn = createTurns(cyclesAtOnce);
  const makeScoped = (of: Scope, sources: ResourceSource[]) =>
    scopedServices({
      database,
      store,
      runs,
      scope: of,
      sources,
      inTurn,
      historyIntervalMs: settings.historyIntervalMs,
    });
  const sources = new Map(
    await Promise.all(settings.regions.map(async (region) => [region, await sourcesOf(settings, region)] as const)),
  );
  const regions = createRegions(settings.regions, (region) => {
    const services = makeScoped({ ...scope, region }, sources.get(region) ?? []);
    const globalTypes = region === settings.region;
    const setUp = createFirstSetUp({ ...settings, ...services, store, globalTypes, log });
    const delivery = {
      ...services.delivery,
      view: async () => ({ ...(await services.delivery.view()), setupError: setUp.failure() }),
    };
    return { ...services, delivery, setUp: setUp.run };
  });
  const { recorder, delivery } = regions.home;
  const closeRecorders = () => Promise.all(regions.all.map((one) => one.recorder.close()));
  closing.push(async () => void (await closeRecorders()));
  closing.push(() => runs.close());
  closing.push(await recoverDeliveries({ database, store, runs, log }, exclusive));
  const sender = createNotificationSender({
    database,
    store,
    clock: systemClock,
    topic: createSnsTopic(),
    hook,
    changesSince: (of, after, limit) => changesSince(database, of, after, limit),
    log,
  });
  closing.push(await sender.start(exclusive));
  closing.push(startRetention({ database, clock: systemClock, log }));
  const keptDays = settings.deliveryRetentionDays;
  closing.push(startRecordRetention({ database, clock: systemClock, days: keptDays, log }));
  const cache = await createDocumentCache({
    store,
    folder: join(settings.dataFolder, 'cache', 'documents'),
    maxBytes: settings.maxSnapshotBytes,
  });
  const snapshots = createSnapshots({
    store,
    cache,
    channelBucket: async () => (await delivery.findChannel())?.s3BucketName,
  });
  const tables = await createTableCache({
    store,
    documents: cache,
    folder: join(settings.dataFolder, 'cache', 'tables'),
  });

  const loopbackOnly = isLoopbackAddress(settings.host);
  hurry.addEventListener('abort', () => void closeRecorders());
  if (!hurry.aborted) await Promise.all(regions.all.map((one) => one.setUp()));
  for (const one of regions.all) {
    if (settings.discoveryIntervalMs !== undefined) one.recorder.repeatDiscovery(settings.discoveryIntervalMs);
  }
  const kept = keepByScope({ scope, services: regions.home }, (other) => makeScoped(other, []));
  const servicesOf = (of: Scope) =>
    (of.accountId === scope.accountId ? regions.find(of.region) : undefined) ?? kept(of);
  closing.push(startScheduler({ database, deliveryOf: (of) => servicesOf(of).delivery, log }));

  /** What somebody must know to point an AWS client at us (`connectView` in the browser contract): no secrets. */
  async function connect() {
    const channel = await delivery.findChannel();
    return {
      ...scope,
      channel: channel && { name: channel.name, s3BucketName: channel.s3BucketName },
      accessKeys: settings.accessKeys.map(({ accessKeyId, accountId }) => ({ accessKeyId, accountId })),
      loopbackOnly,
      operations: operationSupport,
    };
  }

  const wire = createWireServices({
    database,
    clock: systemClock,
    access: { keys: settings.accessKeys, defaultAccountId: settings.accountId, loopbackOnly },
    servicesOf,
    reportFault: (error, requestId) => log(`An AWS client was failed (${requestId})`, error),
  });

  return {
    recorder,
    resourceGraph: ({ region, ...request }: NearbyRequest & { region?: string }) =>
      resourceGraph(regions.of(region).recorder, request),
    deliveryRecord: createDeliveryRecord({ database, store, clock: systemClock, scope }),
    delivery,
    /** Recorder and delivery of a Region that is recorded here, of the home where none is named. */
    inRegion: regions.of,
    buckets: createBuckets(store),
    snapshots,
    comparisons: createComparisons({ store, cache, maxBytes: settings.maxSnapshotBytes }),
    queries: createQueries({ tables, limits: settings.queryLimits }),
    wire,
    /** An operation of AWS Config for the dashboard's forms, in its own account. Fails with `UnknownRegion`. */
    performForConsole(name: string, input: unknown, region = scope.region) {
      regions.of(region);
      return performForConsole(name, input, { ...scope, region }, wire);
    },
    connect,
    /** The least that AWS must allow the source aws. */
    async iamPolicy() {
      const { leastIamPolicy, awsResourceTypes } = await loadAwsSource();
      return leastIamPolicy(awsResourceTypes);
    },
    settings: () => ({ version, regions: [...settings.regions], settings: describeSettings(settings) }),
    /** Stops what runs and everything that was started, in the right order. */
    close,
  };
}

/** Recorder and delivery of one account and region. */
function scopedServices(parts: {
  database: Database;
  store: ObjectStore;
  runs: DeliveryRuns;
  scope: Scope;
  sources: ResourceSource[];
  inTurn: InTurn;
  historyIntervalMs: number;
}) {
  const recorder = createRecorder({ ...parts, clock: systemClock, log });
  const delivery = createDelivery({
    ...parts,
    clock: systemClock,
    recording: async () => {
      const state = await recorder.find();
      if (!state) return 'no-recorder';
      return state.recording ? 'running' : 'stopped';
    },
    currentItems: recorder.currentItems,
    changes: recorder.changes,
  });
  return { recorder, delivery };
}

function openStore({ store }: Settings): ObjectStore {
  return store.kind === 'directory' ? createDirectoryStore({ root: store.root }) : createS3Store(store);
}

/** The sources of a Region: files are read for the home alone, an AWS account in each Region. */
function sourcesOf(
  { sources, accountId, region: home, dataFolder }: Settings,
  region: string,
): Promise<ResourceSource[]> {
  const wanted = sources.filter(({ kind }) => kind === 'aws' || region === home);
  const sourceOf = async (source: Settings['sources'][number]) => {
    if (source.kind === 'sample') {
      return createFileSource({ name: 'sample', path: join(process.cwd(), 'samples'), region });
    }
    if (source.kind === 'file') return createFileSource({ name: `file:${source.path}`, path: source.path, region });
    const { createAwsSource, withRegistryTypes, awsResourceTypes } = await loadAwsSource();
    const spoolFolder = join(dataFolder, 'cache', 'listings');
    const types = withRegistryTypes(awsResourceTypes, source.cloudControlTypes);
    const timeouts = { connect: Math.min(5_000, source.timeoutMs), request: source.timeoutMs };
    return createAwsSource({ ...source, name: 'aws', accountId, region, types, spoolFolder, timeouts });
  };
  return Promise.all(wanted.map(sourceOf));
}

/** Loaded only where it is wanted: the clients of all those services take 130 MB of memory. */
async function loadAwsSource() {
  const [source, table, registry, policy] = await Promise.all([
    import('./recorder/sources/aws/source'),
    import('./recorder/sources/aws/table'),
    import('./recorder/sources/aws/cloud-control/registry-type'),
    import('./recorder/sources/aws/iam-policy'),
  ]);
  return { ...source, ...table, ...registry, ...policy };
}

function log(message: string, error?: unknown): void {
  console.error(error === undefined ? message : `${message}:`, error ?? '');
}
