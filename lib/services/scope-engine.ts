import { systemClock } from '../clock';
import type { Database } from '../database/database';
import { createDelivery, type DeliveryService } from '../delivery/delivery';
import type { DeliveryRuns } from '../delivery/write/runs';
import type { Scope } from '../items/scope';
import type { ObjectStore } from '../object-store/port';
import type { InTurn } from '../recorder/cycle-turns';
import { createRecorder, type RecorderService } from '../recorder/recorder';
import type { ResourceSource } from '../recorder/sources/port';
import { log } from './log';

/** What does AWS Config's work in one account and Region. */
export interface ScopeEngine {
  recorder: RecorderService;
  delivery: DeliveryService;
}

/** What the engines of all scopes share. */
export interface EngineParts {
  database: Database;
  store: ObjectStore;
  runs: DeliveryRuns;
  inTurn: InTurn;
  historyIntervalMs: number;
}

/** Makes recorder and delivery of a scope, with the recorder's state told to the delivery. Starts nothing. */
export function createScopeEngine(parts: EngineParts, scope: Scope, sources: ResourceSource[]): ScopeEngine {
  const recorder = createRecorder({ ...parts, scope, sources, clock: systemClock, log });
  const delivery = createDelivery({
    ...parts,
    scope,
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
