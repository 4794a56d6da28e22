import { z } from 'zod';
import { time } from './time';

/** One listing of a source: the resource types that are listed together, mostly one. */
export const listingView = z.object({
  listing: z.string(),
  resourceTypes: z.array(z.string()),
  /** In the cycle that runs; `idle` while none does, or where it is not asked for. */
  state: z.enum(['idle', 'waiting', 'listing', 'done', 'failed']),
  /** Resources that the running cycle has found so far. */
  shownCount: z.number().int().optional(),
  lastStatus: z.enum(['PENDING', 'SUCCESS', 'FAILURE']),
  lastAttemptTime: time.optional(),
  lastSuccessfulTime: time.optional(),
  durationMs: z.number().int().optional(),
  /** Of the last reading that was whole. */
  itemCount: z.number().int(),
  errorCode: z.string().optional(),
  errorMessage: z.string().optional(),
  /** What the credentials lack, such as `ec2:DescribeHosts`. */
  missingPermission: z.string().optional(),
});
export type ListingView = z.infer<typeof listingView>;
export const sourceView = z.object({
  name: z.string(),
  description: z.string(),
  lastStatus: z.enum(['PENDING', 'SUCCESS', 'FAILURE']),
  lastAttemptTime: time.optional(),
  /** Of the last reading that was whole. */
  itemCount: z.number().int(),
  errorMessage: z.string().optional(),
  /** What the last reading passed over: the first notes, and how many there were. */
  notes: z.array(z.string()),
  noteCount: z.number().int(),
  /** Resources that the running cycle has found so far; absent before the source came to its turn. */
  shownCount: z.number().int().optional(),
  /** In order of their names; none of a source that is read as a whole. */
  listings: z.array(listingView),
});
export const recorderView = z.object({
  accountId: z.string(),
  region: z.string(),
  /** Null when no recorder is set up. */
  recorder: z
    .object({
      name: z.string(),
      roleArn: z.string().optional(),
      recording: z.boolean(),
      lastStatus: z.enum(['PENDING', 'SUCCESS', 'FAILURE']),
      lastStartTime: time.optional(),
      lastStopTime: time.optional(),
      lastStatusChangeTime: time.optional(),
      lastErrorCode: z.string().optional(),
      lastErrorMessage: z.string().optional(),
    })
    .nullable(),
  /** Resources recorded now, deleted ones not counted. */
  resourceCount: z.number().int(),
  typeCount: z.number().int(),
  /** The cycle of this server: since when one runs, else when the next one begins by itself. */
  cycle: z.object({ runningSince: time.optional(), nextAt: time.optional() }),
  sources: z.array(sourceView),
  /** Not in the settings any more, with what is still recorded of them. */
  leftSources: z.array(z.object({ name: z.string(), itemCount: z.number().int() })),
});
export type RecorderView = z.infer<typeof recorderView>;

/** POST /api/recorder/retired-sources: records as deleted what is left of a source; answers RecorderView. */
export const retireSourceRequest = z.object({ name: z.string().min(1).max(4096) });

/** POST /api/recorder/discoveries: observes all sources now; 202 and RecorderView. While a cycle runs, that one. */
export const discoverRequest = z.object({});
