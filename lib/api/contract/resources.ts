import { z } from 'zod';
import { regionRequest } from './region';
import { itemRow, itemsRequest, relatedRow } from './snapshots';
import { time } from './time';

/** What the resources can be filtered by; `tag:<key>` is the value of one tag, and `tag` any `key=value`. */
export const filterProperty = z.union([
  z.enum(['resourceType', 'resourceId', 'resourceName', 'availabilityZone', 'awsRegion', 'status', 'tag']),
  z
    .string()
    .startsWith('tag:')
    .max(260)
    .transform((text) => text as `tag:${string}`),
]);
export type FilterProperty = z.infer<typeof filterProperty>;

/**
 * The query of a Cloudscape property filter. `=` and `!=` are about the whole value (types whatever their case), `:` and `!:`
 * about a part and `^` and `!^` about the beginning, whatever the case. A token without a property is looked for in type, id,
 * name, zone and tags. What a resource does not have is empty.
 */
export const resourceFilter = z.object({
  tokens: z
    .array(
      z.object({
        propertyKey: filterProperty.optional(),
        operator: z.enum(['=', '!=', ':', '!:', '^', '!^']),
        value: z.string().max(1_024),
      }),
    )
    .max(50),
  operation: z.enum(['and', 'or']),
});
export type ResourceFilter = z.infer<typeof resourceFilter>;

const filterText = z
  .string()
  .max(16_384)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('should be JSON: {"tokens":[{"propertyKey","operator","value"}],"operation":"and"}');
      return z.NEVER;
    }
  })
  .pipe(resourceFilter);

const yes = z
  .enum(['true', 'false'])
  .optional()
  .transform((value) => value === 'true');

/** GET /api/resources?types=&search=&filter=&deleted=&sort=&order=&page=&pageSize= ; `filter` is a ResourceFilter as JSON. */
export const resourcesRequest = itemsRequest.omit({ bucket: true, key: true }).extend({
  ...regionRequest.shape,
  filter: filterText.optional(),
  /** With those that are gone or not recorded any more. */
  deleted: yes,
});
/** As the browser sends it: `filter` is JSON, `deleted` a string. */
export type ResourcesRequest = Omit<z.infer<typeof resourcesRequest>, 'filter' | 'deleted'> & {
  filter?: string;
  deleted?: 'true' | 'false';
};
export const resourcesView = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  items: z.array(itemRow.omit({ index: true })),
  /** Of all that is recorded now, whatever the filter. */
  types: z.array(z.object({ resourceType: z.string(), count: z.number().int() })),
});
export type ResourcesView = z.infer<typeof resourcesView>;

/** GET /api/resources/facets?property=&search=&deleted= : the values that resources have, the most frequent 100. */
export const facetsRequest = z.object({
  ...regionRequest.shape,
  property: filterProperty,
  /** Values that hold this text, whatever the case. */
  search: z.string().max(256).default(''),
  deleted: yes,
});
export const facetsView = z.object({
  values: z.array(z.object({ value: z.string(), count: z.number().int() })),
});
export type FacetsView = z.infer<typeof facetsView>;

const identity = {
  ...regionRequest.shape,
  resourceType: z.string().min(1).max(256),
  resourceId: z.string().min(1).max(768),
};

/** GET /api/resources/item?resourceType=&resourceId=[&stateId=] : the newest item, or an earlier one of the history. */
export const resourceRequest = z.object({
  ...identity,
  stateId: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
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
/** GET /api/resources/history?resourceType=&resourceId=[&cursor=] : items of a resource, newest first, 20 at a time. */
export const historyRequest = z.object({
  ...identity,
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export const itemChange = z.object({
  /** `item`: what stands beside the parts, such as the name or the zone. */
  section: z.enum(['configuration', 'supplementaryConfiguration', 'tags', 'relationships', 'item']),
  /** As in `state.name`, `blockDevices[2]`, `groups[]` (of a set); a relationship in words. */
  path: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  /** JSON, cut after 500 characters. */
  previous: z.string().optional(),
  updated: z.string().optional(),
});
export type ItemChangeView = z.infer<typeof itemChange>;
export const historyView = z.object({
  items: z.array(
    z.object({
      stateId: z.string(),
      captureTime: time,
      status: z.string(),
      /** From the item before; absent for the first that is kept. At most 200 changes; `more` counts the others. */
      diff: z.object({ changes: z.array(itemChange), more: z.number().int() }).optional(),
    }),
  ),
  nextCursor: z.string().optional(),
});
export type HistoryView = z.infer<typeof historyView>;
