'use client';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ChannelSettings } from '@/lib/api/contract/operations';
import { BucketTest } from './bucket-test';
import { changesBetween } from './changes';
import { channelOf, fieldsOf, shownChannel } from './channel-fields';
import { ChannelInputs } from './channel-inputs';
import { ConfirmDeletion } from './confirm-deletion';
import { ReviewChanges } from './review-changes';
import { useOperation } from './use-operation';

/** The delivery channel to be made or changed. The whole of it is sent: AWS wipes what a Put leaves out. */
export function ChannelForm({ channel, onSaved }: { channel: ChannelSettings | undefined; onSaved(): void }) {
  const [start] = useState(() => fieldsOf(channel));
  const [fields, setFields] = useState(start);
  const [asking, setAsking] = useState<'save' | 'delete'>();
  const save = useOperation(onSaved);
  const remove = useOperation(onSaved);
  const changes = changesBetween(channel ? shownChannel(start) : [], shownChannel(fields));
  const ready = fields.name.trim() !== '' && fields.s3BucketName.trim() !== '';
  const ask = (what: 'save' | 'delete') => {
    save.reset();
    remove.reset();
    setAsking(what);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && changes.length > 0) ask('save');
      }}
    >
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {changes.length > 0 && channel && (
              <Button formAction="none" onClick={() => setFields(start)}>
                Discard changes
              </Button>
            )}
            <Button
              variant="primary"
              disabled={!ready || changes.length === 0}
              disabledReason={ready ? 'Nothing is changed.' : 'A channel needs a name and a bucket.'}
            >
              Review and save
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          <Container
            header={
              <Header
                variant="h2"
                description="Where snapshots, history and notices go. There is one channel for the account and region."
                actions={
                  channel && (
                    <Button formAction="none" onClick={() => ask('delete')}>
                      Delete
                    </Button>
                  )
                }
              >
                Delivery channel
              </Header>
            }
          >
            <ChannelInputs fields={fields} isNew={!channel} onChange={(part) => setFields({ ...fields, ...part })} />
          </Container>
          <BucketTest fields={fields} />
        </SpaceBetween>
      </Form>
      {asking === 'save' && (
        <ReviewChanges
          what="the delivery channel"
          changes={changes}
          error={save.error}
          saving={save.isPending}
          onSave={() => save.mutate({ operation: 'PutDeliveryChannel', input: { DeliveryChannel: channelOf(fields) } })}
          onDismiss={() => setAsking(undefined)}
        />
      )}
      {asking === 'delete' && channel && (
        <ConfirmDeletion
          what={`the delivery channel ${channel.name}`}
          error={remove.error}
          deleting={remove.isPending}
          onDelete={() =>
            remove.mutate({ operation: 'DeleteDeliveryChannel', input: { DeliveryChannelName: channel.name } })
          }
          onDismiss={() => setAsking(undefined)}
        >
          What was delivered stays in the bucket. The status of its deliveries is forgotten, and nothing is delivered
          until a channel is made again. The recorder has to be stopped first.
        </ConfirmDeletion>
      )}
    </form>
  );
}
