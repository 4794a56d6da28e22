import type { Database } from '../../database/database';
import type { Scope } from '../../items/scope';
import type { RecordingPolicy } from '../recording-policy';
import type { CycleProgress } from './progress';
import type { SeenResources } from './seen-resources';

/** What all steps of one cycle share. */
export interface CycleContext {
  database: Database;
  scope: Scope;
  now: () => Date;
  signal: AbortSignal;
  /** Told once for each source that passed something over. */
  log: (message: string) => void;
  policy: RecordingPolicy;
  progress: CycleProgress;
  seen: SeenResources;
}

/** Resources in one statement: enough that the database does not wait for us, few enough for memory. */
export const batchSize = 500;
