import { z } from 'zod';

/**
 * In the query of everything about recorder, delivery and resources: the Region that is meant, one of those of `settingsView`;
 * the server's home where it is absent.
 */
export const regionRequest = z.object({ region: z.string().max(64).optional() });
