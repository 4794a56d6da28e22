import { z } from 'zod';
import { objectRequest } from './buckets';
import { documentAtRequest } from './moment';
import { time } from './time';

/** GET /api/snapshots?bucket=&token= : what lies in the bucket, newest first. */
export const snapshotListRequest = z.object({
  /** The channel's bucket where absent. */
  bucket: z.string().max(255).optional(),
  token: z.string().max(4096).optional(),
});
export const snapshotListView = z.object({
  bucket: z.string().nullable(),
  snapshots: z.array(
    z.object({
      key: z.string(),
      configSnapshotId: z.string(),
      accountId: z.string(),
      region: z.string(),
      /** From the stamp in the key. */
      deliveredAt: time,
      size: z.number().int(),
      /** As in `objectRow`. */
      storageClass: z.string().optional(),
    }),
  ),
  nextToken: z.string().optional(),
});
export type SnapshotListView = z.infer<typeof snapshotListView>;

/** Which of several states of a resource an item is: from 1, the oldest. */
const resourceState = { number: z.number().int(), of: z.number().int() };

/** One row of the table; `index` is the item's place in the file, from 0. */
export const itemRow = z.object({
  index: z.number().int(),
  resourceType: z.string(),
  resourceId: z.string(),
  resourceName: z.string().optional(),
  /** The value of its tag `Name`, where it has no name of its own: it is shown and found in place of the name. */
  nameTag: z.string().optional(),
  availabilityZone: z.string().optional(),
  awsAccountId: z.string().optional(),
  awsRegion: z.string().optional(),
  /** Absent where the document does not tell, as the fields beside it. */
  status: z.string().optional(),
  captureTime: time.optional(),
  /** Where the document has several items of the resource. */
  state: z.object(resourceState).optional(),
});
export type ItemRow = z.infer<typeof itemRow>;

export const sortColumn = z.enum([
  'resourceType',
  'resourceId',
  'resourceName',
  'availabilityZone',
  'status',
  'captureTime',
]);
export type SortColumn = z.infer<typeof sortColumn>;

/** GET /api/snapshots/items?bucket=&key=&types=&search=&sort=&order=&page=&pageSize= and the fields of `itemFilters` */
export const itemsRequest = objectRequest.extend({
  /** Repeatable: `types=A&types=B`. None: all. */
  types: z.array(z.string().max(256)).default([]),
  /** Found in type, id, name (or the tag `Name` of what has none) or zone, whatever the case. */
  search: z.string().max(256).default(''),
  sort: sortColumn.optional(),
  order: z.enum(['asc', 'desc']).default('asc'),
  /** From 1. */
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(10).max(200).default(50),
});
export type ItemsRequest = z.infer<typeof itemsRequest>;

const values = z.array(z.string().max(256)).default([]);

/** More to choose items by. What is not given does not choose; lists are repeated names. */
const itemFilters = {
  regions: values,
  zones: values,
  statuses: values,
  /** Each `key` or `key=value`; all of them must be there. */
  tags: z.array(z.string().max(512)).max(10).default([]),
  /** Found in the resource's name or its tag `Name`, whatever the case. */
  name: z.string().max(256).default(''),
  /** Captured at this time or later. */
  changedSince: time.optional(),
};
export const itemSortColumn = z.enum([...sortColumn.options, 'awsRegion']);
export const filteredItemsRequest = itemsRequest.extend({ ...itemFilters, sort: itemSortColumn.optional() });
export type FilteredItemsRequest = z.infer<typeof filteredItemsRequest>;
/** Which items are meant, without their order and page. */
export type ItemsFilter = Omit<z.infer<typeof filteredItemsRequest>, keyof Omit<ItemsRequest, 'types' | 'search'>>;

/**
 * `tag` counts by the keys of tags, `tag:Team` by the values of the tag `Team`; `relationship` by the names of relationships that items tell,
 * without spaces around them: derived ones too, where those were read.
 */
export const countedBy = z.union([
  z.enum(['resourceType', 'awsRegion', 'availabilityZone', 'status', 'awsAccountId', 'tag', 'relationship']),
  z
    .string()
    .startsWith('tag:')
    .max(260)
    .transform((text) => text as `tag:${string}`),
]);
export type CountedBy = z.infer<typeof countedBy>;

/** GET /api/snapshots/counts?bucket=&key=&by=&types=&search= and `itemFilters`: how many of the items that match have each value. */
export const countsRequest = itemsRequest.pick({ bucket: true, key: true, types: true, search: true }).extend({
  ...itemFilters,
  by: countedBy,
});
export type CountsRequest = z.infer<typeof countsRequest>;
export const countsView = z.object({
  /** Items that match. */
  total: z.number().int(),
  /** The most frequent first, at most 1,000; without `value`: items that have none. */
  values: z.array(z.object({ value: z.string().optional(), count: z.number().int() })),
  distinct: z.number().int(),
});
export type CountsView = z.infer<typeof countsView>;

export const itemsView = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  items: z.array(itemRow),
});
export type ItemsView = z.infer<typeof itemsView>;

/** GET /api/snapshots/references?bucket=&key=&at=&limit= : the best connected items, and resources that are named and not in the file. */
export const referencesRequest = documentAtRequest.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const connected = z.object({
  /** Of a resource that is not in the file: those in which it would have to be. */
  accountId: z.string(),
  region: z.string(),
  resourceType: z.string(),
  resourceId: z.string(),
  /** Resources that name it or that it names. */
  neighbours: z.number().int(),
});
export const referencesView = z.object({
  hubs: z.array(connected.extend({ index: z.number().int() })),
  unresolvedTotal: z.number().int(),
  unresolved: z.array(connected),
});
export type ReferencesView = z.infer<typeof referencesView>;

/** GET /api/snapshots/item?bucket=&key=&index=&at= : with `at`, related to what was there at that moment. */
export const itemRequest = documentAtRequest.extend({ index: z.coerce.number().int().min(0) });
export const relatedRow = z.object({
  direction: z.enum(['out', 'in']),
  /** As written, trailing spaces kept. */
  name: z.string(),
  resourceType: z.string(),
  resourceId: z.string().optional(),
  resourceName: z.string().optional(),
  /** Account and Region of the other item; absent where it is not in the file. */
  accountId: z.string().optional(),
  region: z.string().optional(),
  /** Read out of a configuration: AWS Config draws no such relationship, and no delivered file has it. */
  derived: z.literal(true).optional(),
  /** The field that a derived one was read from: `configuration.routes[1].gatewayId`. */
  field: z.string().optional(),
  /** The other item's place in the file; absent where it is not in it. */
  index: z.number().int().optional(),
});
export type RelatedRow = z.infer<typeof relatedRow>;
export const itemView = z.object({
  row: itemRow,
  /** Its fields that are not as they should be, and in which way: read as far as they could be, or left out. */
  odd: z.array(z.object({ field: z.string(), problem: z.string() })),
  /** Where the document has several items of the resource: which state of it this is, and the places of others. */
  state: z
    .object({
      ...resourceState,
      newest: z.number().int(),
      older: z.number().int().optional(),
      newer: z.number().int().optional(),
    })
    .optional(),
  arn: z.string().optional(),
  creationTime: time.optional(),
  tags: z.array(z.object({ key: z.string(), value: z.string() })),
  /** At most 500. */
  related: z.array(relatedRow),
  relatedTotal: z.number().int(),
  /** The item's text exactly as stored; absent above 2 MB (download it instead). */
  json: z.string().optional(),
  jsonSize: z.number().int(),
});
export type ItemView = z.infer<typeof itemView>;

/** GET /api/snapshots/json?bucket=&key=[&index=][&download=1] : the file's JSON, decompressed and streamed; or one item's. */
export const jsonRequest = objectRequest.extend({
  index: z.coerce.number().int().min(0).optional(),
  download: z
    .literal('1')
    .optional()
    .transform((value) => value === '1'),
});
