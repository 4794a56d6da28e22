import { z } from 'zod';
import { time } from './time';

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
  sources: z.array(sourceView),
  /** Not in the settings any more, with what is still recorded of them. */
  leftSources: z.array(z.object({ name: z.string(), itemCount: z.number().int() })),
});
export type RecorderView = z.infer<typeof recorderView>;

/** POST /api/recorder/retired-sources: records as deleted what is left of a source; answers RecorderView. */
export const retireSourceRequest = z.object({ name: z.string().min(1).max(4096) });
