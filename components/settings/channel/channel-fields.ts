import { frequencyText } from '@/components/delivery/channel/channel-labels';
import type { ChannelTestRequest } from '@/lib/api/contract/delivery';
import type { ChannelSettings } from '@/lib/api/contract/operations';
import type { Shown } from '../changes';

/** The channel as the form holds it: every field a string, empty for none. */
export interface ChannelFields {
  name: string;
  s3BucketName: string;
  s3KeyPrefix: string;
  s3KmsKeyArn: string;
  snsTopicARN: string;
  deliveryFrequency: string;
}

/** What the form starts with. */
export function fieldsOf(channel: ChannelSettings | undefined): ChannelFields {
  return {
    name: channel?.name ?? 'default',
    s3BucketName: channel?.s3BucketName ?? '',
    s3KeyPrefix: channel?.s3KeyPrefix ?? '',
    s3KmsKeyArn: channel?.s3KmsKeyArn ?? '',
    snsTopicARN: channel?.snsTopicARN ?? '',
    deliveryFrequency: channel?.configSnapshotDeliveryProperties?.deliveryFrequency ?? '',
  };
}

/** The whole channel, as PutDeliveryChannel replaces it: what is empty is left out, and so is none. */
export function channelOf(fields: ChannelFields): ChannelSettings {
  const { name, s3BucketName, s3KeyPrefix, s3KmsKeyArn, snsTopicARN, deliveryFrequency } = fields;
  return {
    name,
    s3BucketName: s3BucketName.trim(),
    ...(s3KeyPrefix.trim() && { s3KeyPrefix: s3KeyPrefix.trim() }),
    ...(s3KmsKeyArn.trim() && { s3KmsKeyArn: s3KmsKeyArn.trim() }),
    ...(snsTopicARN.trim() && { snsTopicARN: snsTopicARN.trim() }),
    ...(deliveryFrequency && { configSnapshotDeliveryProperties: { deliveryFrequency } }),
  };
}

/** What a test of the bucket needs of the channel: how often snapshots are delivered does not matter to it. */
export function triedChannel(fields: ChannelFields): ChannelTestRequest {
  const { configSnapshotDeliveryProperties: _, ...channel } = channelOf(fields);
  return channel;
}

/** The channel as a person reads it, to be compared. */
export function shownChannel(fields: ChannelFields): Shown[] {
  const { deliveryFrequency } = fields;
  return [
    { label: 'Name', value: fields.name.trim() },
    { label: 'Bucket', value: fields.s3BucketName.trim() },
    { label: 'Key prefix', value: fields.s3KeyPrefix.trim() },
    { label: 'Frequency', value: frequencyText(deliveryFrequency || undefined) },
    { label: 'KMS key', value: fields.s3KmsKeyArn.trim() },
    { label: 'SNS topic', value: fields.snsTopicARN.trim() },
  ];
}
