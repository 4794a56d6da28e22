import { checkFileKey } from '../../buckets/object-key';
import { DomainError, errorMessage } from '../../errors';
import type { Scope } from '../../items/scope';
import type { ObjectStore, PutOptions } from '../../object-store/port';
import type { DeliveryChannel } from './channel-store';

/**
 * Writes the empty `ConfigWritabilityCheckFile`, as AWS Config does when a channel is put and again just before each
 * snapshot. It is said to be JSON in gzip, though it has no bytes (seen in real buckets).
 *
 * @throws the store's own error.
 */
export async function writeCheckFile(
  store: ObjectStore,
  scope: Scope,
  channel: Pick<DeliveryChannel, 's3BucketName' | 's3KeyPrefix' | 's3KmsKeyArn'>,
  options: Pick<PutOptions, 'signal'> = {},
): Promise<void> {
  const key = checkFileKey({ prefix: channel.s3KeyPrefix, accountId: scope.accountId });
  const kinds = { contentType: 'application/json', contentEncoding: 'gzip', kmsKeyArn: channel.s3KmsKeyArn };
  await store.put(channel.s3BucketName, key, new Uint8Array(0), { ...kinds, ...options });
}

/**
 * What PutDeliveryChannel checks before it takes a channel: that the bucket is there, and that it can be written. Codes and
 * texts are AWS Config's own, as seen in real answers: what was not given is `null`, and a bucket that is named by its ARN is one that
 * cannot be written. `cause` says which step the store refused.
 *
 * @throws DomainError `NoSuchBucketException` or `InsufficientDeliveryPolicyException`; the store's own where it did not answer.
 */
export async function checkChannel(store: ObjectStore, scope: Scope, channel: DeliveryChannel): Promise<void> {
  const bucket = channel.s3BucketName;
  try {
    await writeCheckFile(store, scope, channel);
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    const unnamed = cause.code === 'InvalidBucketName' && !bucket.startsWith('arn:');
    if (cause.code === 'NoSuchBucket' || unnamed) {
      throw new DomainError('not-found', 'NoSuchBucketException', `No such s3 bucket with name '${bucket}'.`, {
        cause,
      });
    }
    if (cause.kind === 'unavailable' && cause.code !== 'StoreNotWritable') throw cause;
    throw new DomainError(
      'denied',
      'InsufficientDeliveryPolicyException',
      `Insufficient delivery policy to s3 bucket: ${bucket}, unable to write to bucket, provided s3 key prefix is '${channel.s3KeyPrefix ?? null}', provided kms key is '${channel.s3KmsKeyArn ?? null}'. ${errorMessage(cause)}`,
      { cause },
    );
  }
}
