import type { Clock } from '../clock';
import type { Database } from '../database/database';
import { DomainError, errorCode, errorMessage } from '../errors';
import { readConfigurationItem } from '../items/read-item';
import type { ResourceIdentity } from '../items/resource-key';
import type { Scope } from '../items/scope';
import { type CycleResult, recordDeletions, runCycle } from './cycle';
import { countBySource, countLiving, streamBodies } from './item-store';
import { type NearbyRequest, nearbyResources } from './nearby';
import {
  deleteRecorder,
  findRecorder,
  listSourceStatus,
  type Recorder,
  type RecorderState,
  saveCycleResult,
  saveRecorder,
  saveRecording,
} from './recorder-store';
import { relatedResources } from './related-resources';
import { countByType, findResource, type ResourceSearch, searchResources } from './resource-store';
import type { ResourceSource } from './sources/port';
import { recorderItself } from './sources/recorder-itself';

export interface RecorderParts {
  database: Database;
  clock: Clock;
  scope: Scope;
  /** What is observed in this scope; none is fine. */
  sources: readonly ResourceSource[];
  log: (message: string) => void;
}

/** What is recorded without being in the settings: the recorder itself, and what callers of the API put there. */
const ownSources = new Set(['recorder', 'custom']);

export type RecorderService = ReturnType<typeof createRecorder>;

/** The recorder of one account and region: what it watches, what it knows, and the cycle that brings both together. */
export function createRecorder({ database, clock, scope, sources, log }: RecorderParts) {
  const stopping = new AbortController();
  const context = { database, scope, now: clock, signal: stopping.signal, log };
  let cycle: Promise<CycleResult> | undefined;

  /** Sources that are not in the settings any more, with what is still recorded of them. */
  async function findLeft(): Promise<{ name: string; itemCount: number }[]> {
    const counts = await countBySource(database, scope);
    return counts
      .filter(({ source }) => !ownSources.has(source) && !sources.some(({ name }) => name === source))
      .map(({ source, count }) => ({ name: source, itemCount: count }));
  }

  async function runOnce(): Promise<CycleResult> {
    const recorder = await findRecorder(database, scope);
    if (!recorder?.recording) return { failed: [] };
    try {
      const result = await runCycle(context, [recorderItself(scope, recorder), ...sources]);
      const first = result.failed[0];
      await saveCycleResult(database, scope, {
        now: clock(),
        ...(first && { errorCode: 'SourceFailed', errorMessage: `Source ${first.source}: ${first.message}` }),
      });
      return result;
    } catch (error) {
      if (!stopping.signal.aborted) {
        const failure = { now: clock(), errorCode: errorCode(error), errorMessage: errorMessage(error) };
        await saveCycleResult(database, scope, failure);
      }
      throw error;
    }
  }

  return {
    /** The recorder with its status; undefined when none is set up. */
    find: (): Promise<RecorderState | undefined> => findRecorder(database, scope),

    /** Makes or replaces the recorder; recording goes on as it was. */
    put: (recorder: Recorder): Promise<void> => saveRecorder(database, scope, recorder, clock()),

    /** Turns recording on. What is there is observed by the next `discover`. */
    start: (): Promise<void> => saveRecording(database, scope, true, clock()),

    stop: (): Promise<void> => saveRecording(database, scope, false, clock()),

    /** Deletes the recorder; its items stay as they are. */
    delete: (): Promise<void> => deleteRecorder(database, scope),

    /** Observes all sources once. While a cycle runs, everybody who asks waits for that one. */
    discover(): Promise<CycleResult> {
      cycle ??= runOnce().finally(() => {
        cycle = undefined;
      });
      return cycle;
    },

    /** The current items as they are delivered, all of one instant. */
    currentItems: () => streamBodies(database, scope),

    /** The recorder as the browser shows it. */
    async view() {
      const [recorder, counts, statuses, leftSources] = await Promise.all([
        findRecorder(database, scope),
        countLiving(database, scope),
        listSourceStatus(database, scope),
        findLeft(),
      ]);
      return {
        accountId: scope.accountId,
        region: scope.region,
        recorder: recorder
          ? {
              name: recorder.name,
              roleArn: recorder.roleArn,
              recording: recorder.recording,
              lastStatus: recorder.lastStatus,
              lastStartTime: recorder.lastStartTime?.toISOString(),
              lastStopTime: recorder.lastStopTime?.toISOString(),
              lastStatusChangeTime: recorder.lastStatusChangeTime?.toISOString(),
              lastErrorCode: recorder.lastErrorCode,
              lastErrorMessage: recorder.lastErrorMessage,
            }
          : null,
        resourceCount: counts.resources,
        typeCount: counts.types,
        sources: sources.map(({ name, description }) => {
          const status = statuses.find((one) => one.name === name);
          return {
            name,
            description,
            lastStatus: status?.lastStatus ?? ('PENDING' as const),
            lastAttemptTime: status?.lastAttemptTime.toISOString(),
            itemCount: status?.itemCount ?? 0,
            errorMessage: status?.errorMessage,
            notes: status?.notes ?? [],
            noteCount: status?.noteCount ?? 0,
          };
        }),
        leftSources,
      };
    },

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
      await recordDeletions(context, name, new Set());
    },

    /** A page of what is recorded now, with the counts of all types. */
    async resources(request: ResourceSearch) {
      const [found, types] = await Promise.all([
        searchResources(database, scope, request),
        countByType(database, scope),
      ]);
      return { ...found, page: request.page, pageSize: request.pageSize, types };
    },

    /** One resource with its current item. Fails with `ResourceNotDiscovered` when it was never recorded. */
    async resource(identity: ResourceIdentity) {
      const found = await findResource(database, scope, identity);
      if (!found) throw notDiscovered(identity);
      const item = readConfigurationItem(JSON.parse(found.json));
      return {
        row: found.row,
        arn: item.ARN,
        creationTime: item.resourceCreationTime,
        tags: Object.entries(item.tags).map(([key, value]) => ({ key, value })),
        related: await relatedResources(database, scope, item.relationships),
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
    async close(): Promise<void> {
      stopping.abort(new DomainError('unavailable', 'ServerStopping', 'Snapscope is stopping.'));
      await cycle?.catch(() => undefined);
    },
  };
}

function notDiscovered({ resourceType, resourceId }: ResourceIdentity): DomainError {
  return new DomainError(
    'not-found',
    'ResourceNotDiscovered',
    `Resource ${resourceId} of resourceType:${resourceType} is unknown or has not been discovered`,
  );
}
