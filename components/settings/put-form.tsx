'use client';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { settingsCommands } from '@/lib/api/queries/settings';
import type { Change } from './changes';
import { ConfirmDeletion } from './confirm-deletion';
import { ReviewChanges } from './review-changes';
import { useOperation } from './use-operation';

type Operation = Parameters<typeof settingsCommands.perform>[0];

interface PutFormProps {
  title: string;
  description: string;
  /** As in `the delivery channel`. */
  what: string;
  /** The name of what is there; undefined where it is to be made. */
  present: string | undefined;
  changes: readonly Change[];
  /** What cannot be done without, in words; undefined where nothing is missing. */
  missing: string | undefined;
  put: Operation;
  remove: Operation;
  /** What goes and what stays when it is deleted. */
  removal: string;
  onDiscard(): void;
  onSaved(): void;
  children: ReactNode;
  /** Behind the fields, such as a test of what they say. */
  aside?: ReactNode;
}

/**
 * A form for what AWS Config's Put operations replace as a whole: nothing is sent before the reader has seen what will change, and
 * what is there can be deleted.
 */
export function PutForm({ what, present, changes, missing, put, remove, onSaved, children, ...texts }: PutFormProps) {
  const [asking, setAsking] = useState<'put' | 'remove'>();
  const perform = useOperation(onSaved);
  const ask = (next: 'put' | 'remove') => {
    perform.reset();
    setAsking(next);
  };
  const ready = missing === undefined && changes.length > 0;
  const dismiss = () => setAsking(undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) ask('put');
      }}
    >
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {changes.length > 0 && present !== undefined && (
              <Button formAction="none" onClick={texts.onDiscard}>
                Discard changes
              </Button>
            )}
            <Button variant="primary" disabled={!ready} disabledReason={missing ?? 'There are no changes.'}>
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
                description={texts.description}
                actions={
                  present !== undefined && (
                    <Button formAction="none" onClick={() => ask('remove')}>
                      Delete
                    </Button>
                  )
                }
              >
                {texts.title}
              </Header>
            }
          >
            {children}
          </Container>
          {texts.aside}
        </SpaceBetween>
      </Form>
      {asking === 'put' && (
        <ReviewChanges
          what={what}
          changes={changes}
          error={perform.error}
          saving={perform.isPending}
          onSave={() => perform.mutate(put)}
          onDismiss={dismiss}
        />
      )}
      {asking === 'remove' && present !== undefined && (
        <ConfirmDeletion
          what={`${what} ${present}`}
          error={perform.error}
          deleting={perform.isPending}
          onDelete={() => perform.mutate(remove)}
          onDismiss={dismiss}
        >
          {texts.removal}
        </ConfirmDeletion>
      )}
    </form>
  );
}
