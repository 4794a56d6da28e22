import { createBuckets } from '../buckets/buckets';
import { systemClock } from '../clock';
import type { Database } from '../database/database';
import { createDeliveryRecord } from '../delivery/attempts/record';
import { createWebhook } from '../delivery/notifications/receivers/webhook';
import { startScheduler } from '../delivery/scheduler';
import { createDeliveryRuns } from '../delivery/write/runs';
import type { NearbyRequest } from '../inventory/neighbours/nearby';
import type { Scope } from '../items/scope';
import { createOutage, type Outage } from '../log/outage';
import { processLog } from '../log/process-log';
import { limitConcurrency } from '../recorder/limit-concurrency';
import { describeSettings } from '../settings/describe-settings';
import { isLoopbackAddress } from '../settings/loopback';
import type { Settings } from '../settings/settings';
import { createSavedViews } from '../snapshots/saved-view-store';
import { performForConsole } from '../wire/console';
import { createWirePorts } from '../wire/ports';
import { keepByScope } from '../wire/scopes';
import { startBackgroundWork } from './background-work';
import { connectionView } from './connection-view';
import type { OpenDatabase } from './open/database';
import { openRegions, type RegionEngine } from './open/regions';
import { openSnapshots } from './open/snapshots';
import { awsSourcePolicy, openSources } from './open/sources';
import { openStore } from './open/store';
import { createReadiness, type Look } from './readiness';
import type { Regions } from './regions';
import { resourceGraph } from './resource-graph';
import { createScopeEngine, type ScopeEngine } from './scope-engine';
import type { Shutdown } from './shutdown';
import { version } from './version';

/** Of several Regions: the database's connections are for pages and deliveries too. */
const cyclesAtOnce = 4;

interface AssemblyParts extends OpenDatabase {
  settings: Settings;
  shutdown: Shutdown;
  startupAbort: AbortSignal;
}

/**
 * Puts the parts together, starts what goes on by itself, and waits for the first recording of a first start, unless
 * `startupAbort` aborts.
 * @returns all that pages, routes and AWS clients ask of this server
 */
export async function assemble({ settings, database, postgres, shutdown, startupAbort }: AssemblyParts) {
  const scope = { accountId: settings.accountId, region: settings.region };
  const log = processLog();
  const store = openStore(settings);
  const webhook = settings.alertWebhook && createWebhook(settings.alertWebhook);
  const runs = createDeliveryRuns({ database, store, clock: systemClock, alerts: webhook !== undefined, log });
  const limited = limitConcurrency(cyclesAtOnce);
  const engineParts = { database, store, runs, limited, historyIntervalMs: settings.historyIntervalMs };
  const sources = await openSources(settings);
  const regions = openRegions(settings, store, (of) =>
    createScopeEngine(engineParts, of, sources.get(of.region) ?? []),
  );
  const { inventory, recorder, delivery } = regions.home;
  shutdown.add(() => closeRecorders(regions));
  shutdown.add(() => runs.close());
  const outages = {
    schedule: createOutage('Scheduled deliveries', log),
    recovery: createOutage('Checks for abandoned deliveries', log),
    notifications: createOutage('Notifications', log),
  };
  await startBackgroundWork({ settings, database, store, runs, webhook, outages, shutdown });
  const documents = await openSnapshots(settings, store, async () => (await delivery.findChannel())?.s3BucketName);
  await setUpRegions(regions, settings, startupAbort);

  const engineOf = engineFinder(scope, regions, (of) => createScopeEngine(engineParts, of, []));
  shutdown.add(startScheduler({ database, deliveryOf: (of) => engineOf(of).delivery, outage: outages.schedule }));

  const loopbackOnly = isLoopbackAddress(settings.host);
  const wire = createWirePorts({
    database,
    clock: systemClock,
    access: { keys: settings.accessKeys, defaultAccountId: settings.accountId, loopbackOnly },
    engineOf: engineOf,
    reportFault: (error, requestId) =>
      log.error({ err: error, requestId }, 'A request of an AWS client failed inside Snapscope'),
  });

  return {
    inventory,
    recorder,
    resourceGraph: ({ region, ...request }: NearbyRequest & { region?: string }) =>
      resourceGraph(regions.of(region).inventory, request),
    deliveryRecord: createDeliveryRecord({ database, store, clock: systemClock, accountId: scope.accountId }),
    delivery,
    /** How deliveries go in each Region that is recorded here, the home first. */
    deliveryOfRegions: async () => ({ regions: await Promise.all(regions.all.map((one) => one.delivery.summary())) }),
    /** Inventory, recorder and delivery of a Region that is recorded here, of the home where none is named. */
    inRegion: regions.of,
    buckets: createBuckets(store),
    ...documents,
    savedViews: createSavedViews({ database, clock: systemClock }),
    wire,
    /** Whether what this server stands on works. */
    ready: createReadiness({
      database: () => lookAtDatabase(database, postgres),
      // Whether it is there is the channel's matter; what counts is that the store answers.
      store: () => store.bucketExists(settings.bucket),
      schedule: lookAtJob(outages.schedule),
      recovery: lookAtJob(outages.recovery),
      notifications: lookAtJob(outages.notifications),
    }),
    /**
     * An operation of AWS Config for the dashboard's forms, in its own account.
     *
     * @throws DomainError `UnknownRegion` for a Region that is not recorded here; else as `performForConsole`.
     */
    performForConsole(name: string, input: unknown, region = scope.region) {
      regions.of(region);
      return performForConsole(name, input, { ...scope, region }, wire);
    },
    connect: () => connectionView(scope, regions.home, { accessKeys: settings.accessKeys, loopbackOnly }),
    iamPolicy: awsSourcePolicy,
    settings: () => ({ version, regions: [...settings.regions], settings: describeSettings(settings) }),
  };
}

async function lookAtDatabase(database: Database, postgres: OpenDatabase['postgres']): Promise<void> {
  if (postgres?.state() === 'failed')
    throw new Error('The embedded PostgreSQL is not started again: see postgres.log in the data folder.');
  await database.query('SELECT 1');
}

const lookAtJob =
  (outage: Outage): Look =>
  () => {
    const failing = outage.failing();
    if (failing) throw new Error(failing.reason);
  };

const closeRecorders = async (regions: Regions<RegionEngine>): Promise<void> => {
  await Promise.all(regions.all.map(({ recorder }) => recorder.close()));
};

/** Makes what a first start needs, records for the first time, and repeats the recording from then on. */
async function setUpRegions(
  regions: Regions<RegionEngine>,
  { discoveryIntervalMs }: Pick<Settings, 'discoveryIntervalMs'>,
  startupAbort: AbortSignal,
): Promise<void> {
  startupAbort.addEventListener('abort', () => void closeRecorders(regions));
  if (!startupAbort.aborted) await Promise.all(regions.all.map((engine) => engine.setUp()));
  for (const { recorder } of regions.all) {
    if (discoveryIntervalMs !== undefined) recorder.repeatDiscovery(discoveryIntervalMs);
  }
}

/** Finds the engine of any scope: AWS clients may sign for accounts and Regions that are not recorded here. */
function engineFinder(
  home: Scope,
  regions: Regions<RegionEngine>,
  makeEngine: (scope: Scope) => ScopeEngine,
): (scope: Scope) => ScopeEngine {
  const others = keepByScope<ScopeEngine>({ scope: home, engine: regions.home }, makeEngine);
  return (scope) => (scope.accountId === home.accountId ? regions.find(scope.region) : undefined) ?? others(scope);
}
