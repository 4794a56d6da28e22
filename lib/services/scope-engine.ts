import { systemClock } from '../clock';
import type { Database } from '../database/database';
import { createDelivery, type DeliveryService } from '../delivery/delivery';
import type { DeliveryRuns } from '../delivery/write/runs';
import { StreamingInventoryReader } from '../inventory/streaming-reader';
import type { Scope } from '../items/scope';
import { processLog } from '../log/process-log';
import type { ObjectStore } from '../object-store/port';
import type { LimitedRun } from '../recorder/limit-concurrency';
import { createRecorder, type RecorderService } from '../recorder/recorder';
import type { ResourceSource } from '../recorder/sources/port';

/** What does AWS Config's work in one account and Region. */
export interface ScopeEngine {
  inventory: StreamingInventoryReader;
  recorder: RecorderService;
  delivery: DeliveryService;
}

/** What the engines of all scopes share. */
export interface EngineParts {
  database: Database;
  store: ObjectStore;
  runs: DeliveryRuns;
  limited: LimitedRun;
  historyIntervalMs: number;
}

/** Makes inventory, recorder and delivery of a scope. Starts nothing. */
export function createScopeEngine(parts: EngineParts, scope: Scope, sources: ResourceSource[]): ScopeEngine {
  const inventory = new StreamingInventoryReader(parts.database, scope);
  return {
    inventory,
    recorder: createRecorder({ ...parts, scope, sources, clock: systemClock, log: processLog() }),
    delivery: createDelivery({ ...parts, scope, inventory, clock: systemClock }),
  };
}
