import { z } from 'zod';
import { itemRow, itemsRequest, relatedRow } from './snapshots';
import { time } from './time';

/** GET /api/resources?types=&search=&sort=&order=&page=&pageSize= */
export const resourcesRequest = itemsRequest.omit({ bucket: true, key: true });
export type ResourcesRequest = z.infer<typeof resourcesRequest>;
export const resourcesView = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  items: z.array(itemRow.omit({ index: true })),
  types: z.array(z.object({ resourceType: z.string(), count: z.number().int() })),
});
export type ResourcesView = z.infer<typeof resourcesView>;

/** GET /api/resources/item?resourceType=&resourceId= */
export const resourceRequest = z.object({
  resourceType: z.string().min(1).max(256),
  resourceId: z.string().min(1).max(768),
});
export const resourceView = z.object({
  row: itemRow.omit({ index: true }),
  arn: z.string().optional(),
  creationTime: time.optional(),
  tags: z.array(z.object({ key: z.string(), value: z.string() })),
  related: z.array(relatedRow.omit({ index: true }).extend({ recorded: z.boolean() })),
  json: z.string(),
});
export type ResourceView = z.infer<typeof resourceView>;

/** GET /api/resources/graph?resourceType=&resourceId=&hops=&limit= : what is near a recorded resource; answers `graphView`. */
export const resourceGraphRequest = resourceRequest.extend({
  hops: z.coerce.number().int().min(1).max(3).default(1),
  limit: z.coerce.number().int().min(2).max(300).default(60),
});
