import { z } from 'zod';

/** GET /api/health: 200 once all is ready, 503 before and while stopping. */
export const healthView = z.object({ status: z.enum(['ready', 'starting', 'stopping']), version: z.string() });
export type HealthView = z.infer<typeof healthView>;

const partState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ok') }),
  z.object({ state: z.literal('failing'), since: z.iso.datetime(), reason: z.string() }),
]);

/** GET /api/ready: 200 where every part works, else 503. `parts`: by name; empty before all is there, and while stopping. */
export const readyView = z.object({
  status: z.enum(['ready', 'failing', 'starting', 'stopping']),
  version: z.string(),
  parts: z.record(z.string(), partState),
});
export type ReadyView = z.infer<typeof readyView>;
