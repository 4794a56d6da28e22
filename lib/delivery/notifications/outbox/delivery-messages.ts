import type { Queryable } from '../../../database/database';
import { type DeliveryNotice, deliveryNotification } from '../../../documents/notification';
import type { Scope } from '../../../items/scope';
import type { Attempt } from '../../attempts/attempt-store';
import { enqueueTopicMessage } from './outbox-store';
import { recordOutcome } from './outcome';

function enqueue(tx: Queryable, scope: Scope, message: DeliveryNotice, now: Date): Promise<void> {
  return enqueueTopicMessage(tx, scope, deliveryNotification(message, { ...scope, now }), now);
}

/** Tells the topic that a delivery has begun, in the transaction that enters it. Of history AWS Config tells the end alone. */
export async function enqueueDeliveryStarted(tx: Queryable, scope: Scope, attempt: Attempt): Promise<void> {
  if (attempt.kind !== 'snapshot') return;
  const { configSnapshotId, requestedAt } = attempt;
  await enqueue(tx, scope, { messageType: 'ConfigurationSnapshotDeliveryStarted', configSnapshotId }, requestedAt);
}

/**
 * Records how a delivery ended, in the transaction that ends it: its status, the message for the topic, the alert for the webhook.
 *
 * @param alerts somebody wants them
 */
export async function enqueueDeliveryEnded(
  tx: Queryable,
  scope: Scope,
  attempt: Attempt,
  { at, error }: { at: Date; error?: { code: string; message: string } },
  alerts: boolean,
): Promise<void> {
  const { configSnapshotId, channelName, kind, bucket, key } = attempt;
  if (kind === 'snapshot') {
    const message: DeliveryNotice = error
      ? {
          messageType: 'ConfigurationSnapshotDeliveryFailed',
          configSnapshotId,
          errorCode: error.code,
          errorMessage: error.message,
        }
      : {
          messageType: 'ConfigurationSnapshotDeliveryCompleted',
          configSnapshotId,
          s3ObjectKey: key,
          s3Bucket: bucket,
        };
    await enqueue(tx, scope, message, at);
  }
  const id = kind === 'snapshot' ? { configSnapshotId } : {};
  await recordOutcome(tx, scope, { channelName, format: kind, at, error, ...id }, alerts);
}

/** Tells the topic that a history file stands in the bucket, in the transaction that notes it. */
export function enqueueHistoryDelivered(
  tx: Queryable,
  scope: Scope,
  { bucket, key }: { bucket: string; key: string },
  at: Date,
): Promise<void> {
  const message = { messageType: 'ConfigurationHistoryDeliveryCompleted', s3ObjectKey: key, s3Bucket: bucket } as const;
  return enqueue(tx, scope, message, at);
}
