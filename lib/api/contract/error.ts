import { z } from 'zod';

export const apiError = z.object({
  error: z.object({
    /** Stable and machine readable; S3's or AWS's own name where there is one. */
    code: z.string(),
    /** For people: names the thing and what to do. */
    message: z.string(),
  }),
});
export type ApiError = z.infer<typeof apiError>;
