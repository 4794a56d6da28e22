import { z } from 'zod';
import { objectRequest } from './buckets';
import { itemChange } from './resources';

export const difference = z.enum(['added', 'removed', 'changed', 'unchanged']);

/** Two documents of a bucket: `key` is the earlier one, `otherKey` the later. */
const pair = objectRequest.extend({ otherKey: objectRequest.shape.key });
const filter = pair.extend({
  /** Repeatable. None: all but what is unchanged. */
  kinds: z.array(difference).default([]),
  types: z.array(z.string().max(256)).default([]),
  /** Found in type, id or name, whatever the case. */
  search: z.string().max(256).default(''),
});

/** GET /api/snapshots/comparison?bucket=&key=&otherKey=&kinds=&types=&search=&page=&pageSize= */
export const comparisonRequest = filter.extend({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(10).max(200).default(50),
});
export type ComparisonRequest = z.infer<typeof comparisonRequest>;
export const comparisonView = z.object({
  counts: z.object({
    added: z.number().int(),
    removed: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
  }),
  /**
   * Whether the resources that differ (all of them, where what is unchanged is asked for) are of more than one account, and Region; what is
   * in no Region (`global`) does not count for another one.
   */
  severalAccounts: z.boolean(),
  severalRegions: z.boolean(),
  /** Of the chosen ones. */
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  rows: z.array(
    z.object({
      difference,
      accountId: z.string(),
      region: z.string(),
      resourceType: z.string(),
      resourceId: z.string(),
      resourceName: z.string().optional(),
      /** Its tag `Name`, where it has no name of its own. */
      nameTag: z.string().optional(),
      /** Places of the items in the earlier and in the later document. */
      before: z.number().int().optional(),
      after: z.number().int().optional(),
    }),
  ),
});
export type ComparisonView = z.infer<typeof comparisonView>;

/** GET /api/snapshots/comparison/export with the same filter: CSV. */
export const comparisonExportRequest = filter;

/** GET /api/snapshots/comparison/item?bucket=&key=&otherKey=&before=&after= : what differs between two items. */
export const comparedItemRequest = pair.extend({
  before: z.coerce.number().int().min(0),
  after: z.coerce.number().int().min(0),
});
export const comparedItemView = z.object({ changes: z.array(itemChange), more: z.number().int() });
export type ComparedItemView = z.infer<typeof comparedItemView>;
