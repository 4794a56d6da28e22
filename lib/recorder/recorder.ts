import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock';
import type { Database } from '../database/database';
import { DomainError, errorCode, errorMessage } from '../errors';
import { countBySource, streamBodies } from '../inventory/current/items';
import { changesAfter, type JournalPositions, streamHistory } from '../inventory/history/changes';
import { newestChange } from '../inventory/history/journal';
import { resourceTimeline } from '../inventory/history/timeline';
import { type NearbyRequest, nearbyResources } from '../inventory/neighbours/nearby';
import { relatedResources } from '../inventory/neighbours/related-resources';
import {
  countByType,
  countByValue,
  findResource,
  type ResourceSearch,
  searchResources,
} from '../inventory/search/search';
import { derivedEdges } from '../items/derived-edges';
import type { ResourceKey } from '../items/identity';
import { readConfigurationItem } from '../items/read-item';
import type { Scope } from '../items/scope';
import { type CycleResult, runCycle } from './cycle/cycle';
import { endResources } from './cycle/end-resources';
import { CycleProgress } from './cycle/progress';
import { SeenResources } from './cycle/seen-resources';
import { createTurns, type InTurn } from './cycle-turns';
import { createDiscovery, type DiscoveryTrigger } from './discovery';
import { recordingPolicy } from './policy/recording-policy';
import { recorderView } from './recorder-view';
import type { ResourceSource } from './sources/port';
import { recorderItself } from './sources/recorder-itself';
import { findCycleCount, withCycleLease } from './stores/cycle-lock-store';
import {
  deleteRecorder,
  findRecorder,
  type Recorder,
  type RecorderState,
  saveCycleResult,
  saveRecorder,
  saveRecording,
} from './stores/recorder-store';

export interface RecorderParts {
  database: Database;
  clock: Clock;
  scope: Scope;
  /** What is observed in this scope; none is fine. */
  sources: readonly ResourceSource[];
  log: (message: string, error?: unknown) => void;
  /** Shared by recorders that share a database; without it cycles do not wait for each other. */
  inTurn?: InTurn;
}

/** What is recorded without being in the settings: the recorder itself, and what callers of the API put there. */
const ownSources = new Set(['recorder', 'custom']);

export type RecorderService = ReturnType<typeof createRecorder>;

/** The recorder of one account and region: what it watches, what it knows, and the cycle that brings both together. */
export function createRecorder({ database, clock, scope, sources, log, inTurn = createTurns(1) }: RecorderParts) {
  const discovery = createDiscovery({ clock, run: runCycleOnce, log });
  let progress: CycleProgress | undefined;
  let intervalMs = 0;

  /** Sources that are not in the settings any more, with what is still recorded of them. */
  async function findLeft(): Promise<{ name: string; itemCount: number }[]> {
    const counts = await countBySource(database, scope);
    return counts
      .filter(({ source }) => !ownSources.has(source) && !sources.some(({ name }) => name === source))
      .map(({ source, count }) => ({ name: source, itemCount: count }));
  }

  async function runCycleOnce(signal: AbortSignal, trigger: DiscoveryTrigger): Promise<CycleResult> {
    const [recorder, before] = await Promise.all([findRecorder(database, scope), findCycleCount(database, scope)]);
    if (!recorder?.recording || !before) return nothingFailed;
    // Another process that shares the database keeps the same interval: one of the two is enough.
    const sinceLast = clock().getTime() - (before.lastStartedAt?.getTime() ?? Number.NEGATIVE_INFINITY);
    if (trigger === 'interval' && sinceLast >= 0 && sinceLast < intervalMs / 2) return nothingFailed;
    try {
      const asked = { count: before.count, now: clock(), signal };
      const result = await inTurn(signal, () =>
        withCycleLease(database, scope, asked, () => runWithProgress(recorder, signal)),
      );
      return result ?? nothingFailed;
    } catch (error) {
      if (errorCode(error) === 'RecorderStopped') return nothingFailed;
      if (!signal.aborted) {
        const failure = { now: clock(), errorCode: errorCode(error), errorMessage: errorMessage(error) };
        await saveCycleResult(database, scope, failure);
      }
      throw error;
    }
  }

  async function runWithProgress(recorder: Recorder, signal: AbortSignal): Promise<CycleResult> {
    progress = new CycleProgress();
    try {
      const policy = recordingPolicy(recorder);
      const seen = new SeenResources();
      const context = { database, scope, now: clock, signal, log, policy, progress, seen };
      const result = await runCycle(context, [recorderItself(scope, recorder), ...sources]);
      await saveCycleResult(database, scope, { now: clock(), ...summary(result) });
      return result;
    } finally {
      progress = undefined;
    }
  }

  function discoverSoon(): void {
    discovery.discover().catch((error: unknown) => {
      // The recorder's own status tells the user.
      if (errorCode(error) !== 'ServerStopping') log('The resources could not be recorded', error);
    });
  }

  return {
    /** The recorder with its status; undefined when none is set up. */
    find: (): Promise<RecorderState | undefined> => findRecorder(database, scope),

    /**
     * Makes or replaces the recorder; recording goes on as it was. What is recorded, or how often, changes at once: a cycle that
     * runs is cut short, and a new one begins.
     */
    async put(recorder: Recorder): Promise<void> {
      const before = await findRecorder(database, scope);
      await saveRecorder(database, scope, recorder, clock());
      if (!before?.recording || isDeepStrictEqual(recordedBy(before), recordedBy(recorder))) return;
      await discovery.interrupt(recorderStopped());
      discoverSoon();
    },

    /** Turns recording on. What is there is observed by the next `discover`. */
    start: (): Promise<void> => saveRecording(database, scope, true, clock()),

    /** Turns recording off, at once: a running cycle is cut short, and what of it had not ended whole is not recorded. */
    async stop(): Promise<void> {
      await saveRecording(database, scope, false, clock());
      await discovery.interrupt(recorderStopped());
    },

    /** Deletes the recorder; its items stay as they are. A running cycle is cut short. */
    async delete(): Promise<void> {
      await deleteRecorder(database, scope);
      await discovery.interrupt(recorderStopped());
    },

    /** Observes all sources once. While a cycle runs, everybody who asks waits for that one. */
    discover: (): Promise<CycleResult> => discovery.discover(),

    /**
     * Begins a cycle and does not wait for its end; one that runs goes on. Fails with `NoRunningConfigurationRecorderException`,
     * in AWS's words, while the recorder is off.
     */
    async beginDiscovery(): Promise<void> {
      if (!(await findRecorder(database, scope))?.recording) {
        const message = 'Configuration recorder is turned off. Turn on configuration recorder.';
        throw new DomainError('conflict', 'NoRunningConfigurationRecorderException', message);
      }
      discoverSoon();
    },

    /** Observes all sources every `every` milliseconds from now on, while the recorder is on. */
    repeatDiscovery(every: number): void {
      intervalMs = every;
      discovery.repeat(every);
    },

    /** The current items as they are delivered, all of one instant. */
    currentItems: () => streamBodies(database, scope),

    /** What was recorded after given positions in its journal, and the items of one type in a span of it. */
    changes: {
      after: (positions: JournalPositions) => changesAfter(database, scope, positions),
      items: (span: { typeKey: string; after: number; until: number }) => streamHistory(database, scope, span),
      newest: () => newestChange(database, scope),
    },

    /** The recorder as the browser shows it. */
    view: async () => recorderView({ database, scope, sources }, discovery, progress, await findLeft()),

    /**
     * Records as deleted what is left of a source that is not in the settings any more. Only a person decides that: a
     * source may be missing by mistake. Fails with `NoSuchSource` when nothing of such a source is left.
     */
    async retireSource(name: string): Promise<void> {
      if (!(await findLeft()).some((left) => left.name === name)) {
        throw new DomainError(
          'not-found',
          'NoSuchSource',
          `Nothing is recorded of a source "${name}" that is not in SNAPSCOPE_SOURCES.`,
        );
      }
      const context = { scope, now: clock, signal: new AbortController().signal };
      await database.transaction((tx) =>
        endResources(tx, context, name, 'ResourceDeleted', { source: name }, () => true),
      );
    },

    /** A page of what is recorded now, with the counts of all types. */
    async resources(request: ResourceSearch) {
      const [found, types] = await Promise.all([
        searchResources(database, scope, request),
        countByType(database, scope),
      ]);
      return { ...found, page: request.page, pageSize: request.pageSize, types };
    },

    /** The values that resources have of a property, with their counts. */
    async facets(request: Parameters<typeof countByValue>[2]) {
      return { values: await countByValue(database, scope, request) };
    },

    /** A page of a resource's history. Fails with `ResourceNotDiscovered` when it was never recorded. */
    async history(identity: ResourceKey, cursor?: string) {
      const timeline = await resourceTimeline(database, scope, identity, cursor);
      if (!timeline) throw notDiscovered(identity);
      return timeline;
    },

    /** One resource with its newest item, or that of a state. Fails with `ResourceNotDiscovered` when there is none. */
    async resource(identity: ResourceKey, stateId?: string) {
      const found = await findResource(database, scope, identity, stateId);
      if (!found) throw notDiscovered(identity);
      const item = readConfigurationItem(JSON.parse(found.json));
      return {
        row: found.row,
        arn: item.ARN,
        creationTime: item.resourceCreationTime,
        tags: Object.entries(item.tags).map(([key, value]) => ({ key, value })),
        related: await relatedResources(database, scope, { ...item, derived: derivedEdges(item) }),
        json: found.json,
      };
    },

    /** A resource and what is near it (`nearbyResources`). Fails with `ResourceNotDiscovered` when it is not recorded now. */
    async nearby(request: NearbyRequest) {
      const entries = await nearbyResources(database, scope, request);
      if (entries.length === 0) throw notDiscovered(request);
      return entries;
    },

    /** Ends a running cycle (what it had not finished is undone) and waits for it. */
    close: (): Promise<void> =>
      discovery.close(new DomainError('unavailable', 'ServerStopping', 'Snapscope is stopping.')),
  };
}

function notDiscovered({ resourceType, resourceId }: ResourceKey): DomainError {
  return new DomainError(
    'not-found',
    'ResourceNotDiscovered',
    `Resource ${resourceId} of resourceType:${resourceType} is unknown or has not been discovered`,
  );
}

const nothingFailed: CycleResult = { failed: [] };

/** What of a recorder's settings says what is recorded. */
function recordedBy({ recordingGroup, recordingMode }: Recorder) {
  return { recordingGroup, recordingMode };
}

function recorderStopped(): DomainError {
  return new DomainError('conflict', 'RecorderStopped', 'The recorder was stopped.');
}

/** The first failure of a cycle in the words of a recorder's status; nothing where all went well. */
function summary({ failed: [first] }: CycleResult): { errorCode?: string; errorMessage?: string } {
  if (!first) return {};
  const place = first.part === undefined ? `Source ${first.source}` : first.part;
  return {
    errorCode: first.part === undefined ? 'SourceFailed' : first.code,
    errorMessage: `${place}: ${first.message}`,
  };
}
