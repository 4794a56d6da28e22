'use client';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { folderHref } from '@/components/buckets/urls';
import { RouteLink } from '@/components/layout/route-link';
import { Copyable } from '@/components/ui/copyable';
import type { DeliveryView } from '@/lib/api/contract/delivery';
import { frequencyText, storeText } from './channel-labels';
import { SetUpChannel } from './set-up-channel';

/**
 * The delivery channel: where snapshots go, for which account and region, and how often.
 *
 * @param region absent for the home
 */
export function ChannelPanel({ view, region }: { view: DeliveryView; region?: string }) {
  const { channel } = view;
  return (
    <Container fitHeight header={<Header variant="h2">Delivery channel</Header>}>
      {channel ? (
        <KeyValuePairs
          columns={2}
          items={[
            { label: 'Name', value: channel.name },
            {
              label: 'Bucket',
              value: <RouteLink href={folderHref({ bucket: channel.s3BucketName })}>{channel.s3BucketName}</RouteLink>,
            },
            { label: 'Key prefix', value: channel.s3KeyPrefix ?? 'None' },
            { label: 'Frequency', value: frequencyText(channel.deliveryFrequency) },
            { label: 'Account', value: <Copyable text={view.accountId} label="account ID" /> },
            { label: 'Region', value: view.region },
            { label: 'Store', value: storeText(view.store) },
            { label: 'SNS topic', value: channel.snsTopicARN ?? 'None' },
            ...(channel.s3KmsKeyArn ? [{ label: 'KMS key', value: channel.s3KmsKeyArn }] : []),
          ]}
        />
      ) : (
        <SetUpChannel view={view} region={region} />
      )}
    </Container>
  );
}
