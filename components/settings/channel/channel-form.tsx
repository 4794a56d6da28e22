'use client';
import { useState } from 'react';
import type { ChannelSettings } from '@/lib/api/contract/operations';
import { changesBetween } from '../changes';
import { PutForm } from '../put-form';
import { BucketTest } from './bucket-test';
import { channelOf, fieldsOf, shownChannel } from './channel-fields';
import { ChannelInputs } from './channel-inputs';

/** The delivery channel to be made or changed. The whole of it is sent: AWS wipes what a Put leaves out. */
export function ChannelForm({ channel, onSaved }: { channel: ChannelSettings | undefined; onSaved(): void }) {
  const [start] = useState(() => fieldsOf(channel));
  const [fields, setFields] = useState(start);
  const complete = fields.name.trim() !== '' && fields.s3BucketName.trim() !== '';
  return (
    <PutForm
      title="Delivery channel"
      description="Where snapshots, history and notifications go. There is one channel for the account and Region."
      what="the delivery channel"
      present={channel?.name}
      changes={changesBetween(channel ? shownChannel(start) : [], shownChannel(fields))}
      missing={complete ? undefined : 'A channel needs a name and a bucket.'}
      put={{ operation: 'PutDeliveryChannel', input: { DeliveryChannel: channelOf(fields) } }}
      remove={{ operation: 'DeleteDeliveryChannel', input: { DeliveryChannelName: start.name } }}
      removal="Stop the recorder first. Delivered objects stay in the bucket. The delivery status is deleted, and nothing is delivered until you create a channel again."
      onDiscard={() => setFields(start)}
      onSaved={onSaved}
      aside={<BucketTest fields={fields} />}
    >
      <ChannelInputs fields={fields} isNew={!channel} onChange={(part) => setFields({ ...fields, ...part })} />
    </PutForm>
  );
}
