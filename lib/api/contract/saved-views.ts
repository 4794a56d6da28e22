import { z } from 'zod';
import { time } from './time';

const largestRules = 64 * 1024;

/** The parameters of the URL of a picture, but for those that name the document: rules, which hold for other documents too. */
export const viewRules = z
  .record(z.string().min(1).max(64), z.array(z.string().max(4096)).max(1000))
  .refine((rules) => JSON.stringify(rules).length <= largestRules, 'must be at most 64 KiB as JSON');
export type ViewRules = z.infer<typeof viewRules>;

/** Unique; any text without control characters. */
const viewName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name), 'must not have control characters');

export const savedView = z.object({ id: z.uuid(), name: z.string(), rules: viewRules, updatedAt: time });
export type SavedView = z.infer<typeof savedView>;

/** GET /api/views : in the order of their names. Every command answers the same. */
export const savedViewsView = z.object({ views: z.array(savedView) });
export type SavedViewsView = z.infer<typeof savedViewsView>;

/** POST /api/views */
export const saveViewRequest = z.object({ name: viewName, rules: viewRules });
export type SaveViewRequest = z.infer<typeof saveViewRequest>;

/** PUT and DELETE /api/views/{id} */
export const savedViewPath = z.object({ id: z.uuid() });

/** PUT /api/views/{id} : what is absent stays as it is. */
export const changeViewRequest = saveViewRequest.partial();
export type ChangeViewRequest = z.infer<typeof changeViewRequest>;
