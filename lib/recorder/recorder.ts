import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock';
import type { Database, Queryable } from '../database/database';
import { DomainError, errorCode, errorMessage } from '../errors';
import { InventoryReader } from '../inventory/reader';
import { requireRecording } from '../inventory/recorder/recorder-errors';
import type { Recorder, RecorderState } from '../inventory/recorder/recorder-state';
import { InventoryTransactor } from '../inventory/transactor';
import type { Scope } from '../items/scope';
import type { Log } from '../log/log';
import { recordResource } from './capture/record-resource';
import { type CycleResult, runCycle } from './cycle/cycle';
import { markDeleted } from './cycle/mark-deleted';
import { CycleProgress } from './cycle/progress';
import { SeenResources } from './cycle/seen-resources';
import { createDiscovery, type DiscoveryTrigger } from './discovery';
import { type LimitedRun, limitConcurrency } from './limit-concurrency';
import { callerSource, recorderSource } from './own-sources';
import { recordingPolicy } from './policy/recording-policy';
import { recorderView } from './recorder-view';
import type { ResourceSource } from './sources/port';
import { recorderItself, recorderResource } from './sources/recorder-itself';
import { findCycleCount, withCycleLock } from './stores/cycle-lock-store';
import { deleteRecorder, saveCycleResult, saveRecorder, saveRecording } from './stores/recorder-store';

export interface RecorderParts {
  database: Database;
  clock: Clock;
  scope: Scope;
  /** What is observed in this scope; none is fine. */
  sources: readonly ResourceSource[];
  log: Log;
  /** Shared by recorders that share a database; without it cycles do not wait for each other. */
  limited?: LimitedRun;
}

/** What is recorded without being in the settings: the recorder itself, and what callers of the API put there. */
const ownSources = new Set([recorderSource, callerSource]);

export type RecorderService = ReturnType<typeof createRecorder>;

/** The recorder of one account and region: its switches, and the cycle that brings what exists into the inventory. */
export function createRecorder({ database, clock, scope, sources, log, limited = limitConcurrency(1) }: RecorderParts) {
  const inventory = new InventoryReader(database, scope);
  const discovery = createDiscovery({ clock, run: runCycleOnce, log });
  let progress: CycleProgress | undefined;
  let intervalMs = 0;

  /** Sources that are not in the settings any more, with what is still recorded of them. */
  async function findLeft(): Promise<{ name: string; itemCount: number }[]> {
    const counts = await inventory.countBySource();
    return counts
      .filter(({ source }) => !ownSources.has(source) && !sources.some(({ name }) => name === source))
      .map(({ source, count }) => ({ name: source, itemCount: count }));
  }

  async function runCycleOnce(signal: AbortSignal, trigger: DiscoveryTrigger): Promise<CycleResult> {
    const [recorder, before] = await Promise.all([inventory.recorder(), findCycleCount(database, scope)]);
    if (!recorder?.recording || !before) return nothingFailed;
    // Another process that shares the database keeps the same interval: one of the two is enough.
    const sinceLast = clock().getTime() - (before.lastStartedAt?.getTime() ?? Number.NEGATIVE_INFINITY);
    if (trigger === 'interval' && sinceLast >= 0 && sinceLast < intervalMs / 2) return nothingFailed;
    try {
      const asked = { count: before.count, now: clock(), signal };
      const result = await limited(signal, () =>
        withCycleLock(database, scope, asked, () => runWithProgress(recorder, signal)),
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

  async function runWithProgress(recorder: RecorderState, signal: AbortSignal): Promise<CycleResult> {
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
      if (errorCode(error) !== 'ServerStopping') log.error({ err: error }, 'The resources could not be recorded');
    });
  }

  /** Changes the recorder, and records at once what it is then: AWS writes an item for each start and stop. No cycle may run. */
  function changeRecorder(change: (tx: Queryable) => Promise<void>): Promise<void> {
    return database.transaction(async (tx) => {
      await change(tx);
      const recorder = await new InventoryReader(tx, scope).recorder();
      if (recorder) await recordResource(tx, scope, recorderSource, recorderResource(scope, recorder), clock());
    });
  }

  return {
    /** The recorder with its status; undefined when none is set up. */
    find: (): Promise<RecorderState | undefined> => inventory.recorder(),

    /**
     * Makes or replaces the recorder; recording goes on as it was. What is recorded, or how often, changes at once: a cycle that
     * runs is cut short, and a new one begins. The recorder's own item is written at once, or by the next cycle of one that is on.
     */
    async put(recorder: Recorder): Promise<void> {
      const before = await inventory.recorder();
      const save = (tx: Queryable) => saveRecorder(tx, scope, recorder, clock());
      if (!before?.recording) return changeRecorder(save);
      await save(database);
      if (isDeepStrictEqual(recordedBy(before), recordedBy(recorder))) return;
      await discovery.interrupt(recorderStopped());
      discoverSoon();
    },

    /** Turns recording on, which is an item of the recorder itself. What is there is observed by the next `discover`. */
    start: (): Promise<void> => changeRecorder((tx) => saveRecording(tx, scope, true, clock())),

    /**
     * Turns recording off, at once: a running cycle is cut short, and what of it had not ended whole is not recorded. That it is off is
     * the last item.
     */
    async stop(): Promise<void> {
      await saveRecording(database, scope, false, clock());
      await discovery.interrupt(recorderStopped());
      await changeRecorder(async () => undefined);
    },

    /** Deletes the recorder; its items stay as they are. A running cycle is cut short. */
    async delete(): Promise<void> {
      await deleteRecorder(database, scope);
      await discovery.interrupt(recorderStopped());
    },

    /** Observes all sources once. While a cycle runs, everybody who asks waits for that one. */
    discover: (): Promise<CycleResult> => discovery.discover(),

    /**
     * Begins a cycle and does not wait for its end; one that runs goes on.
     *
     * @throws DomainError `NoRunningConfigurationRecorderException` while the recorder is off.
     */
    async beginDiscovery(): Promise<void> {
      requireRecording(await inventory.recorder(), 'use');
      discoverSoon();
    },

    /** Observes all sources every `every` milliseconds from now on, while the recorder is on. */
    repeatDiscovery(every: number): void {
      intervalMs = every;
      discovery.repeat(every);
    },

    /** The recorder as the browser shows it. */
    view: async () => recorderView({ database, scope, sources }, discovery, progress, await findLeft()),

    /**
     * Retires the resources of a source that was removed from the settings: what is left of it is recorded as deleted. Only a
     * person decides that: a source may be missing by mistake.
     *
     * @throws DomainError `NoSuchSource` where nothing of such a source is left.
     */
    async retireSource(name: string): Promise<void> {
      if (!(await findLeft()).some((left) => left.name === name)) {
        throw new DomainError(
          'not-found',
          'NoSuchSource',
          `Nothing is recorded of a source "${name}" that is not in SNAPSCOPE_SOURCES.`,
        );
      }
      const context = { now: clock, signal: new AbortController().signal };
      await database.transaction((tx) => {
        const inventory = new InventoryTransactor(tx, scope);
        return markDeleted(inventory, context, name, 'ResourceDeleted', { source: name }, () => true);
      });
    },

    /** Ends a running cycle (what it had not finished is undone) and waits for it. */
    close: (): Promise<void> =>
      discovery.close(new DomainError('unavailable', 'ServerStopping', 'Snapscope is stopping.')),
  };
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
  const place = first.listing === undefined ? `Source ${first.source}` : first.listing;
  return {
    errorCode: first.listing === undefined ? 'SourceFailed' : first.code,
    errorMessage: `${place}: ${first.message}`,
  };
}
