import type { Database } from '../../database/database';
import type { Scope } from '../../items/scope';
import type { Log } from '../../log/log';
import type { RecordingPolicy } from '../policy/recording-policy';
import type { CycleProgress } from './progress';
import type { SeenResources } from './seen-resources';

/** What all steps of one cycle share. */
export interface CycleContext {
  database: Database;
  scope: Scope;
  now: () => Date;
  signal: AbortSignal;
  /** Told once for each source that passed something over. */
  log: Log;
  policy: RecordingPolicy;
  progress: CycleProgress;
  seen: SeenResources;
}

/** Resources in one statement: few enough that they are gone before the garbage collector takes them for old. 500 took a third longer. */
export const batchSize = 200;
