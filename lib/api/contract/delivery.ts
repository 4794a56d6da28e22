import { z } from 'zod';
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
