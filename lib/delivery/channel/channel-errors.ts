import { DomainError } from '../../errors';
import type { RecorderState } from '../../inventory/recorder/recorder-state';
import type { DeliveryChannel } from './channel-store';
import { topicRegion } from './topic-arn';

/** A channel as a caller asks for it: what is missing is refused in AWS Config's words. */
export type ChannelRequest = Omit<DeliveryChannel, 'name' | 's3BucketName'> &
  Partial<Pick<DeliveryChannel, 'name' | 's3BucketName'>>;

/**
 * The channel of that name.
 *
 * @throws DomainError `NoSuchDeliveryChannelException`.
 */
export function requireChannel(found: DeliveryChannel | undefined, name: string): DeliveryChannel {
  if (found?.name === name) return found;
  throw new DomainError(
    'not-found',
    'NoSuchDeliveryChannelException',
    `Cannot find delivery channel with specified name '${name}'.`,
  );
}

/**
 * Makes sure that recording may start: it needs a channel.
 *
 * @throws DomainError `NoAvailableDeliveryChannelException`.
 */
export function requireChannelToStart(found: DeliveryChannel | undefined): void {
  if (found) return;
  const message = 'Delivery channel is not available to start configuration recorder.';
  throw new DomainError('conflict', 'NoAvailableDeliveryChannelException', message);
}

/**
 * What PutDeliveryChannel refuses before it looks at the bucket, in AWS's order: name, bucket name, prefix, topic, key, number of
 * channels.
 *
 * What is no ARN of a topic gets the code that the API reference gives PutDeliveryChannel for it, in the sentence that moto's tests
 * record of AWS for an empty one. Neither source says what AWS answers for a topic of another Region: it is taken, and told there.
 *
 * @param present the channel that there is.
 * @throws DomainError with AWS's code and words.
 */
export function checkedChannel(wanted: ChannelRequest, present: DeliveryChannel | undefined): DeliveryChannel {
  const { name, s3BucketName, s3KeyPrefix, snsTopicARN, s3KmsKeyArn } = wanted;
  if (!name) {
    const message = `The delivery channel name '${name ?? null}' is not valid, blank string.`;
    throw new DomainError('invalid', 'InvalidDeliveryChannelNameException', message);
  }
  if (!s3BucketName) {
    throw new DomainError('not-found', 'NoSuchBucketException', 'Cannot find a S3 bucket with an empty bucket name.');
  }
  if (s3KeyPrefix === '') {
    const message = "The s3 key prefix '' is not valid, empty s3 key prefix.";
    throw new DomainError('invalid', 'InvalidS3KeyPrefixException', message);
  }
  if (snsTopicARN !== undefined && topicRegion(snsTopicARN) === undefined) {
    const message = `The sns topic arn '${snsTopicARN}' is not valid.`;
    throw new DomainError('invalid', 'InvalidSNSTopicARNException', message);
  }
  if (s3KmsKeyArn === '') {
    const message = "The arn '' is not a valid kms key or alias arn.";
    throw new DomainError('invalid', 'InvalidS3KmsKeyArnException', message);
  }
  if (present && present.name !== name) {
    const message = `Failed to put delivery channel '${name}' because the maximum number of delivery channels: 1 is reached.`;
    throw new DomainError('conflict', 'MaxNumberOfDeliveryChannelsExceededException', message);
  }
  return { ...wanted, name, s3BucketName };
}

/**
 * Makes sure that a channel may be deleted: a recorder that runs needs it.
 *
 * @throws DomainError `LastDeliveryChannelDeleteFailedException`.
 */
export function requireDeletable({ name }: DeliveryChannel, recorder: RecorderState | undefined): void {
  if (!recorder?.recording) return;
  const message = `Failed to delete last specified delivery channel with name '${name}', because there is a running configuration recorder.`;
  throw new DomainError('conflict', 'LastDeliveryChannelDeleteFailedException', message);
}
