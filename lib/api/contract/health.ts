import { z } from 'zod';

/** GET /api/health: 200 once all is ready, 503 before and while stopping. */
export const healthView = z.object({ status: z.enum(['ready', 'starting', 'stopping']), version: z.string() });
export type HealthView = z.infer<typeof healthView>;
