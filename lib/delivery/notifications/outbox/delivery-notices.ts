import type { Queryable } from '../../../database/database';
import { type DeliveryNotice, deliveryNotification } from '../../../documents/notification';
import type { Scope } from '../../../items/scope';
import type { Attempt } from '../../attempts/attempt-store';
import { addTopicNotice } from './outbox-store';
import { recordOutcome } from './outcome';

function tell(tx: Queryable, scope: Scope, notice: DeliveryNotice, now: Date): Promise<void> {
  return addTopicNotice(tx, scope, deliveryNotification(notice, { ...scope, now }), now);
}

/** Tells the topic that a delivery has begun, in the transaction that enters it. Of history AWS Config tells the end alone. */
export async function noteStarted(tx: Queryable, scope: Scope, attempt: Attempt): Promise<void> {
  if (attempt.kind !== 'snapshot') return;
  const { configSnapshotId, requestedAt } = attempt;
  await tell(tx, scope, { messageType: 'ConfigurationSnapshotDeliveryStarted', configSnapshotId }, requestedAt);
}

/**
 * Records how a delivery ended, in the transaction that ends it: its status, the notice for the topic, the alert for the webhook.
 *
 * @param alerts somebody wants them
 */
export async function noteEnded(
  tx: Queryable,
  scope: Scope,
  attempt: Attempt,
  { at, error }: { at: Date; error?: { code: string; message: string } },
  alerts: boolean,
): Promise<void> {
  const { configSnapshotId, channelName, kind, bucket, key } = attempt;
  if (kind === 'snapshot') {
    const notice: DeliveryNotice = error
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
    await tell(tx, scope, notice, at);
  }
  const id = kind === 'snapshot' ? { configSnapshotId } : {};
  await recordOutcome(tx, scope, { channelName, format: kind, at, error, ...id }, alerts);
}

/** Tells the topic that a history file stands in the bucket, in the transaction that notes it. */
export function noteHistoryFile(
  tx: Queryable,
  scope: Scope,
  { bucket, key }: { bucket: string; key: string },
  at: Date,
): Promise<void> {
  const notice = { messageType: 'ConfigurationHistoryDeliveryCompleted', s3ObjectKey: key, s3Bucket: bucket } as const;
  return tell(tx, scope, notice, at);
}
