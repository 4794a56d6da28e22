import { z } from 'zod';
import { objectRequest } from './buckets';
import { time } from './time';

/**
 * A document; with `at`, as it was at that moment: of several items of a resource the newest one counts that was captured by then, and what tells no
 * capture time does not count. Without it, the newest of all.
 */
export const documentAtRequest = objectRequest.extend({ at: time.optional() });

/** GET /api/snapshots/moments?bucket=&key=&at=&limit= : when the items of a document were captured. */
export const momentsRequest = documentAtRequest.extend({ limit: z.coerce.number().int().min(1).max(500).default(200) });
export const momentsView = z.object({
  /** Times at which something was captured. */
  total: z.number().int(),
  /** The newest first: those around `at`, or the newest ones. With how many items were captured at each. */
  moments: z.array(z.object({ at: time, items: z.number().int() })),
});
export type MomentsView = z.infer<typeof momentsView>;
