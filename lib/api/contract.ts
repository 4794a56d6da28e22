import { z } from 'zod';

/**
 * What the browser and the routes under `/api` say to each other: one schema for each request and each response.
 * Every time is an ISO 8601 string in UTC with milliseconds. Errors are `ApiError` with a 4xx or 5xx status.
 */

const time = z.iso.datetime({ offset: false });

export const apiError = z.object({
  error: z.object({
    /** Stable and machine readable; S3's or AWS's own name where there is one. */
    code: z.string(),
    /** For people: names the thing and what to do. */
    message: z.string(),
  }),
});
export type ApiError = z.infer<typeof apiError>;

// ---- recorder: GET /api/recorder

export const sourceView = z.object({
  name: z.string(),
  description: z.string(),
  lastStatus: z.enum(['PENDING', 'SUCCESS', 'FAILURE']),
  lastAttemptTime: time.optional(),
  /** Of the last reading that was whole. */
  itemCount: z.number().int(),
  errorMessage: z.string().optional(),
  /** What the last reading passed over: the first notes, and how many there were. */
  notes: z.array(z.string()),
  noteCount: z.number().int(),
});
export const recorderView = z.object({
  accountId: z.string(),
  region: z.string(),
  /** Null when no recorder is set up. */
  recorder: z
    .object({
      name: z.string(),
      roleArn: z.string().optional(),
      recording: z.boolean(),
      lastStatus: z.enum(['PENDING', 'SUCCESS', 'FAILURE']),
      lastStartTime: time.optional(),
      lastStopTime: time.optional(),
      lastStatusChangeTime: time.optional(),
      lastErrorCode: z.string().optional(),
      lastErrorMessage: z.string().optional(),
    })
    .nullable(),
  /** Resources recorded now, deleted ones not counted. */
  resourceCount: z.number().int(),
  typeCount: z.number().int(),
  sources: z.array(sourceView),
  /** Not in the settings any more, with what is still recorded of them. */
  leftSources: z.array(z.object({ name: z.string(), itemCount: z.number().int() })),
});
export type RecorderView = z.infer<typeof recorderView>;

/** POST /api/recorder/retired-sources: records as deleted what is left of a source; answers RecorderView. */
export const retireSourceRequest = z.object({ name: z.string().min(1).max(4096) });

// ---- delivery: GET /api/delivery

export const deliveryFormat = z.object({
  lastStatus: z.enum(['SUCCESS', 'FAILURE', 'NOT_APPLICABLE']).optional(),
  lastAttemptTime: time.optional(),
  lastSuccessfulTime: time.optional(),
  lastStatusChangeTime: time.optional(),
  nextDeliveryTime: time.optional(),
  lastErrorCode: z.string().optional(),
  lastErrorMessage: z.string().optional(),
});
export type DeliveryFormat = z.infer<typeof deliveryFormat>;

export const deliveryAttempt = z.object({
  configSnapshotId: z.string(),
  channelName: z.string(),
  /** Only `delivered` and `failed` are ends. */
  phase: z.enum(['queued', 'writing', 'uploading', 'delivered', 'failed']),
  trigger: z.enum(['button', 'api', 'schedule']),
  itemsWritten: z.number().int(),
  itemsTotal: z.number().int(),
  /** Bytes stored (compressed). */
  bytesUploaded: z.number().int(),
  bucket: z.string(),
  key: z.string(),
  requestedAt: time,
  finishedAt: time.optional(),
  errorCode: z.string().optional(),
  errorMessage: z.string().optional(),
});
export type DeliveryAttempt = z.infer<typeof deliveryAttempt>;

export const deliveryView = z.object({
  accountId: z.string(),
  region: z.string(),
  /** Null when no channel is set up; `setupError` then says why the first start could not make one. */
  channel: z
    .object({
      name: z.string(),
      s3BucketName: z.string(),
      s3KeyPrefix: z.string().optional(),
      s3KmsKeyArn: z.string().optional(),
      snsTopicARN: z.string().optional(),
      deliveryFrequency: z.string().optional(),
    })
    .nullable(),
  setupError: z.object({ code: z.string(), message: z.string() }).optional(),
  store: z.object({ kind: z.enum(['directory', 's3']), location: z.string() }),
  formats: z.object({
    configStreamDeliveryInfo: deliveryFormat,
    configHistoryDeliveryInfo: deliveryFormat,
    configSnapshotDeliveryInfo: deliveryFormat,
  }),
  /** The delivery that runs now, else null. */
  running: deliveryAttempt.nullable(),
  /** Newest first, at most ten, the running one among them. */
  recent: z.array(deliveryAttempt),
});
export type DeliveryView = z.infer<typeof deliveryView>;

/** POST /api/delivery/snapshots, answered 202; 409 with `DeliveryInProgress` while one runs. */
export const deliverRequest = z.object({ deliveryChannelName: z.string().min(1).max(256) });
export const deliverResponse = z.object({ configSnapshotId: z.string() });
export type DeliverResponse = z.infer<typeof deliverResponse>;

// POST /api/delivery/setup: tries again what the first start does (recorder, channel); answers DeliveryView.

// ---- buckets: GET /api/buckets

export const bucketsView = z.object({
  store: z.object({ kind: z.enum(['directory', 's3']), location: z.string() }),
  buckets: z.array(z.object({ name: z.string(), createdAt: time.optional() })),
});
export type BucketsView = z.infer<typeof bucketsView>;

/** What an object is to AWS Config, told from its key. */
export const objectKind = z.enum(['snapshot', 'history', 'oversized-item', 'check-file', 'other']);
export type ObjectKind = z.infer<typeof objectKind>;

export const objectRow = z.object({
  key: z.string(),
  /** The last part of the key, as shown in its folder. */
  name: z.string(),
  kind: objectKind,
  size: z.number().int(),
  lastModified: time,
  etag: z.string(),
});
export type ObjectRow = z.infer<typeof objectRow>;

/** GET /api/buckets/objects?bucket=&prefix=&filter=&token= */
export const folderRequest = z.object({
  bucket: z.string().min(1).max(255),
  /** The folder: empty for the bucket's top, else ending in `/`. */
  prefix: z.string().max(1024).default(''),
  /** Only names that start with this, within the folder. */
  filter: z.string().max(1024).default(''),
  token: z.string().max(4096).optional(),
});
export const folderView = z.object({
  bucket: z.string(),
  prefix: z.string(),
  folders: z.array(z.object({ prefix: z.string(), name: z.string() })),
  objects: z.array(objectRow),
  nextToken: z.string().optional(),
});
export type FolderView = z.infer<typeof folderView>;

/** GET /api/buckets/object?bucket=&key= ; the bytes: GET /api/buckets/download?bucket=&key= */
export const objectRequest = z.object({ bucket: z.string().min(1).max(255), key: z.string().min(1).max(1024) });
export const objectView = objectRow.extend({
  bucket: z.string(),
  contentType: z.string().optional(),
  contentEncoding: z.string().optional(),
  serverSideEncryption: z.string().optional(),
  /** Parts of an AWS Config key, where it is one. */
  accountId: z.string().optional(),
  region: z.string().optional(),
  configSnapshotId: z.string().optional(),
});
export type ObjectView = z.infer<typeof objectView>;

// ---- snapshots

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
    }),
  ),
  nextToken: z.string().optional(),
});
export type SnapshotListView = z.infer<typeof snapshotListView>;

/** GET /api/snapshots/document?bucket=&key= (objectRequest): the header. */
export const documentView = z.object({
  bucket: z.string(),
  key: z.string(),
  etag: z.string(),
  form: z.enum(['snapshot', 'snapshot-2014', 'history']),
  /** configSnapshotId, or requestId in the form of 2014. */
  configSnapshotId: z.string().optional(),
  fileVersion: z.string().optional(),
  accountIds: z.array(z.string()),
  regions: z.array(z.string()),
  itemCount: z.number().int(),
  relationshipCount: z.number().int(),
  /** Bytes as stored, and as JSON. */
  storedSize: z.number().int(),
  jsonSize: z.number().int(),
  lastModified: time,
  /** The earliest and the latest capture time among the items. */
  capturedFrom: time.optional(),
  capturedTo: time.optional(),
  types: z.array(z.object({ resourceType: z.string(), count: z.number().int() })),
});
export type DocumentView = z.infer<typeof documentView>;

/** One row of the table; `index` is the item's place in the file, from 0. */
export const itemRow = z.object({
  index: z.number().int(),
  resourceType: z.string(),
  resourceId: z.string(),
  resourceName: z.string().optional(),
  availabilityZone: z.string().optional(),
  awsRegion: z.string().optional(),
  status: z.string(),
  captureTime: time.optional(),
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

/** GET /api/snapshots/items?bucket=&key=&types=&search=&sort=&order=&page=&pageSize= */
export const itemsRequest = objectRequest.extend({
  /** Repeatable: `types=A&types=B`. None: all. */
  types: z.array(z.string().max(256)).default([]),
  /** Found in type, id, name or zone, whatever the case. */
  search: z.string().max(256).default(''),
  sort: sortColumn.optional(),
  order: z.enum(['asc', 'desc']).default('asc'),
  /** From 1. */
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(10).max(200).default(50),
});
export type ItemsRequest = z.infer<typeof itemsRequest>;
export const itemsView = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  items: z.array(itemRow),
});
export type ItemsView = z.infer<typeof itemsView>;

/** GET /api/snapshots/item?bucket=&key=&index= */
export const itemRequest = objectRequest.extend({ index: z.coerce.number().int().min(0) });
export const relatedRow = z.object({
  direction: z.enum(['out', 'in']),
  /** As written, trailing spaces kept. */
  name: z.string(),
  resourceType: z.string(),
  resourceId: z.string().optional(),
  resourceName: z.string().optional(),
  /** The other item's place in the file; absent where it is not in it. */
  index: z.number().int().optional(),
});
export type RelatedRow = z.infer<typeof relatedRow>;
export const itemView = z.object({
  row: itemRow,
  arn: z.string().optional(),
  creationTime: time.optional(),
  tags: z.array(z.object({ key: z.string(), value: z.string() })),
  /** At most 500. */
  related: z.array(relatedRow),
  /** The item's text exactly as stored; absent above 2 MB (download it instead). */
  json: z.string().optional(),
  jsonSize: z.number().int(),
});
export type ItemView = z.infer<typeof itemView>;

// GET /api/snapshots/json?bucket=&key=[&index=][&download=1] : the file's JSON, decompressed and streamed; or one item's.

// ---- graph

/** GET /api/snapshots/graph?bucket=&key=&types=&focus=&hops=&limit= */
export const graphRequest = objectRequest.extend({
  types: z.array(z.string().max(256)).default([]),
  /** Node ids to grow from; none: the whole snapshot, the best connected first. */
  focus: z.array(z.string().max(2048)).max(100).default([]),
  hops: z.coerce.number().int().min(1).max(5).default(1),
  limit: z.coerce.number().int().min(10).max(2000).default(300),
});
export type GraphRequest = z.infer<typeof graphRequest>;

export const graphNode = z.object({
  /** resourceKey of the resource (lib/items/resource-key.ts). */
  id: z.string(),
  resourceType: z.string(),
  resourceId: z.string(),
  /** The resource's name, else its Name tag, else its id. */
  label: z.string(),
  /** Place in the file; absent for a reference to something that is not in it. */
  index: z.number().int().optional(),
  /** Neighbours in the whole snapshot, drawn or not. */
  degree: z.number().int(),
});
export type GraphNode = z.infer<typeof graphNode>;

export const graphEdge = z.object({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  /** From source's side, trimmed: `Is attached to Instance`. */
  name: z.string(),
  /** Target's own word for it, where it has one. */
  reverseName: z.string().optional(),
});
export type GraphEdge = z.infer<typeof graphEdge>;

export const graphView = z.object({
  nodes: z.array(graphNode),
  edges: z.array(graphEdge),
  /** All there are in the snapshot for the chosen types; more than `nodes` when the limit cut it. */
  totalNodes: z.number().int(),
  types: z.array(z.object({ resourceType: z.string(), count: z.number().int() })),
});
export type GraphView = z.infer<typeof graphView>;

// ---- resources: what is recorded now

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

// ---- settings: GET /api/settings

export const settingsView = z.object({
  version: z.string(),
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

// ---- connect: GET /api/connect

/** What somebody must know to point an AWS client at this server. Secrets are never in it. */
export const connectView = z.object({
  /** The account and region that the dashboard shows. */
  accountId: z.string(),
  region: z.string(),
  channel: z.object({ name: z.string(), s3BucketName: z.string() }).optional(),
  /** Keys that requests must be signed with, and the account in which the holder of each acts; none: any signature will do. */
  accessKeys: z.array(z.object({ accessKeyId: z.string(), accountId: z.string() })),
  /** Whether the server listens on a loopback address: without access keys nobody else is answered. */
  loopbackOnly: z.boolean(),
  /** All operations of AWS Config, in the order of its model. */
  operations: z.array(z.object({ name: z.string(), supported: z.boolean() })),
});
export type ConnectView = z.infer<typeof connectView>;

/** GET /api/health: 200 once all is ready, 503 before and while stopping. */
export const healthView = z.object({ status: z.enum(['ready', 'starting', 'stopping']), version: z.string() });
export type HealthView = z.infer<typeof healthView>;

/** GET /api/snapshots/json?bucket=&key=[&index=][&download=1] */
export const jsonRequest = objectRequest.extend({
  index: z.coerce.number().int().min(0).optional(),
  download: z
    .literal('1')
    .optional()
    .transform((value) => value === '1'),
});
