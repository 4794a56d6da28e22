import { z } from 'zod';

export const settingsView = z.object({
  version: z.string(),
  /** Regions that are recorded, the home first. */
  regions: z.array(z.string()),
  settings: z.array(
    z.object({
      name: z.string(),
      /** Secrets are shown as `set`, never by value. */
      value: z.string(),
      source: z.enum(['default', 'environment']),
      description: z.string(),
    }),
  ),
});
export type SettingsView = z.infer<typeof settingsView>;
