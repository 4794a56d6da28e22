import type { PutDeliveryChannelRequest } from '@aws-sdk/client-config-service';
import { WireError } from '../errors';
import type { Operation, WirePorts } from '../operation';

/**
 * Makes the channel or replaces all of it, in AWS's order of checks: recorder, name, bucket name, prefix, topic, key, number of
 * channels, and then the bucket itself, in which the writability check file is written.
 */
export const putDeliveryChannel =
  ({ recorder, channel }: Pick<WirePorts, 'recorder' | 'channel'>): Operation<PutDeliveryChannelRequest, void> =>
  async ({ DeliveryChannel: wanted }, scope) => {
    if (!(await recorder.find(scope))) {
      const message = 'Configuration recorder is not available to put delivery channel.';
      throw new WireError('NoAvailableConfigurationRecorderException', message);
    }
    const { name, s3BucketName, s3KeyPrefix, s3KmsKeyArn, snsTopicARN, configSnapshotDeliveryProperties } = wanted;
    if (!name) {
      const message = `The delivery channel name '${name ?? null}' is not valid, blank string.`;
      throw new WireError('InvalidDeliveryChannelNameException', message);
    }
    if (!s3BucketName) {
      throw new WireError('NoSuchBucketException', 'Cannot find a S3 bucket with an empty bucket name.');
    }
    if (s3KeyPrefix === '') {
      throw new WireError('InvalidS3KeyPrefixException', "The s3 key prefix '' is not valid, empty s3 key prefix.");
    }
    if (snsTopicARN === '') throw new WireError('InvalidSNSTopicARNException', "The sns topic arn '' is not valid.");
    if (s3KmsKeyArn === '') {
      throw new WireError('InvalidS3KmsKeyArnException', "The arn '' is not a valid kms key or alias arn.");
    }
    const present = await channel.find(scope);
    if (present && present.name !== name) {
      const message = `Failed to put delivery channel '${name}' because the maximum number of delivery channels: 1 is reached.`;
      throw new WireError('MaxNumberOfDeliveryChannelsExceededException', message);
    }
    const deliveryFrequency = configSnapshotDeliveryProperties?.deliveryFrequency;
    await channel.put(scope, { name, s3BucketName, s3KeyPrefix, s3KmsKeyArn, snsTopicARN, deliveryFrequency });
  };
