import { z } from 'zod';
import { regionRequest } from './region';
import { time } from './time';

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

const kind = z.enum(['snapshot', 'history']);
const trigger = z.enum(['button', 'api', 'schedule']);

export const deliveryAttempt = z.object({
  /** Of a history delivery too: every attempt has an id of this kind. */
  configSnapshotId: z.string(),
  region: z.string(),
  kind,
  channelName: z.string(),
  /** Only `delivered` and `failed` are ends. */
  phase: z.enum(['queued', 'writing', 'uploading', 'delivered', 'failed']),
  trigger,
  /** The id of the access key that asked; absent for the browser and the schedule. */
  requestedBy: z.string().optional(),
  itemsWritten: z.number().int(),
  itemsTotal: z.number().int(),
  /** Bytes stored (compressed). */
  bytesUploaded: z.number().int(),
  bucket: z.string(),
  /** Of a history delivery: the folder that its files lie in. */
  key: z.string(),
  requestedAt: time,
  finishedAt: time.optional(),
  /** Calls to the store that were tried again, and the code of the last failure that made it so. */
  retries: z.number().int(),
  lastRetryCode: z.string().optional(),
  /** As S3 named it. */
  errorCode: z.string().optional(),
  errorMessage: z.string().optional(),
  /** Which step failed, and what to do about it. */
  failedStep: z
    .enum(['credentials', 'bucket', 'check-file', 'items', 'encrypt', 'upload', 'complete', 'process'])
    .optional(),
  remedy: z.string().optional(),
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

/** GET /api/delivery/regions: how deliveries go in each Region that is recorded here, the home first. */
export const deliveryRegionsView = z.object({
  regions: z.array(
    deliveryView.pick({ region: true, formats: true }).extend({
      /** Null when no channel is set up. */
      channelName: z.string().nullable(),
    }),
  ),
});
export type DeliveryRegionsView = z.infer<typeof deliveryRegionsView>;

/** POST /api/delivery/snapshots, answered 202; 409 with `DeliveryInProgress` while one runs. */
export const deliverRequest = z.object({ deliveryChannelName: z.string().min(1).max(256) });
export const deliverResponse = z.object({ configSnapshotId: z.string() });
export type DeliverResponse = z.infer<typeof deliverResponse>;

// POST /api/delivery/setup: tries again what the first start does (recorder, channel); answers DeliveryView.

/** GET /api/delivery/attempts: the record of the account's deliveries, newest first; of all Regions where none is named. */
export const attemptsRequest = z.object({
  cursor: z.string().max(200).optional(),
  status: z.enum(['running', 'delivered', 'failed']).optional(),
  trigger: trigger.optional(),
  kind: kind.optional(),
  ...regionRequest.shape,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AttemptsRequest = Partial<z.infer<typeof attemptsRequest>>;
export const attemptsView = z.object({
  attempts: z.array(deliveryAttempt),
  /** Hand it back for the next page; absent on the last one. */
  nextCursor: z.string().optional(),
  /** The Regions of which there are deliveries in the record, filtered or not. */
  regions: z.array(z.string()),
});
export type AttemptsView = z.infer<typeof attemptsView>;

/** Which delivery a path names. */
export const attemptPath = z.object({ id: z.string() });

/** POST /api/delivery/attempts/{id}/verification, and POST /api/delivery/setup: there is nothing to say. */
export const emptyRequest = z.object({});

/** GET /api/delivery/attempts/{id}: one delivery with the objects that it put into the bucket. 404 `NoSuchDelivery`. */
export const attemptView = z.object({
  attempt: deliveryAttempt,
  objects: z.array(
    z.object({
      bucket: z.string(),
      key: z.string(),
      /** Of a history file. */
      resourceType: z.string().optional(),
      itemCount: z.number().int(),
      /** Bytes as stored. */
      size: z.number().int(),
      /** Bytes before compression. */
      contentSize: z.number().int(),
      /** Of the stored bytes, in hexadecimal. */
      sha256: z.string(),
    }),
  ),
});
export type AttemptView = z.infer<typeof attemptView>;

/**
 * POST /api/delivery/attempts/{id}/verification, body {}: reads every object of a delivery again and compares it with what was
 * delivered. 409 `NothingToVerify` for a delivery of which nothing was kept.
 */
export const verificationView = z.object({
  configSnapshotId: z.string(),
  checkedAt: time,
  /** The worst of the objects'. */
  outcome: z.enum(['same', 'different', 'missing', 'unreadable']),
  objects: z.array(
    z.object({
      bucket: z.string(),
      key: z.string(),
      outcome: z.enum(['same', 'different', 'missing', 'unreadable']),
      message: z.string(),
    }),
  ),
});
export type VerificationView = z.infer<typeof verificationView>;

/** A channel as a form sends it: whole, since what is left out is gone, as with AWS. */
export const channelTestRequest = z.object({
  name: z.string().max(256),
  s3BucketName: z.string().max(255),
  s3KeyPrefix: z.string().max(1024).optional(),
  s3KmsKeyArn: z.string().max(2048).optional(),
  snsTopicARN: z.string().max(2048).optional(),
  deliveryFrequency: z.enum(['One_Hour', 'Three_Hours', 'Six_Hours', 'Twelve_Hours', 'TwentyFour_Hours']).optional(),
});
export type ChannelTestRequest = z.infer<typeof channelTestRequest>;

/** POST /api/delivery/channel/test, body `channelTestRequest`: tries its bucket step by step, and saves nothing. */
export const channelTestView = z.object({
  passed: z.boolean(),
  steps: z.array(
    z.object({
      /** exists, list: the bucket; write: the check file; encrypt: with the channel's key; read; clean-up: lists unfinished uploads. */
      step: z.enum(['exists', 'list', 'write', 'encrypt', 'read', 'clean-up']),
      status: z.enum(['passed', 'failed', 'skipped']),
      /** Deliveries go without it. */
      optional: z.boolean(),
      code: z.string().optional(),
      message: z.string().optional(),
      remedy: z.string().optional(),
    }),
  ),
});
export type ChannelTestView = z.infer<typeof channelTestView>;
