import { z } from 'zod';

export const apiError = z.object({
  error: z.object({
    code: z
      .string()
      .describe(
        'Stable and machine readable; S3’s or AWS’s own name where there is one. Of objects that cannot be read: NoSuchKey, AccessDenied, InvalidObjectState (archived, to be restored first), RequesterPays, CustomerKeyRequired (SSE-C).',
      ),
    /** What kind of error it is; `internal` is the server's own fault, and is told no further. */
    kind: z.enum(['invalid', 'denied', 'not-found', 'conflict', 'unreadable', 'unavailable', 'internal']),
    /** For people: names the thing and what to do. */
    message: z.string(),
    /** Of a document that is broken: how many items come before the error. They can be read (`partial=1`). */
    readableItems: z.number().int().optional(),
    /** Of a mistake in a query: its line and a mark below the mistake, to be shown as they are. */
    excerpt: z.string().optional(),
  }),
});
export type ApiError = z.infer<typeof apiError>;
