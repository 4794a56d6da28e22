'use client';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { RecorderSettings } from '@/lib/api/contract/operations';
import { changesBetween } from './changes';
import { ConfirmDeletion } from './confirm-deletion';
import { fieldsOf, recorderOf, shownRecorder } from './recorder-fields';
import { RecorderInputs } from './recorder-inputs';
import { ReviewChanges } from './review-changes';
import { useOperation } from './use-operation';

/** The configuration recorder to be made or changed: what it records, and how often. */
export function RecorderForm({ recorder, onSaved }: { recorder: RecorderSettings | undefined; onSaved(): void }) {
  const [start] = useState(() => fieldsOf(recorder));
  const [fields, setFields] = useState(start);
  const [asking, setAsking] = useState<'save' | 'delete'>();
  const save = useOperation(onSaved);
  const remove = useOperation(onSaved);
  const changes = changesBetween(recorder ? shownRecorder(start) : [], shownRecorder(fields));
  const missing = missingIn(fields);
  const ask = (what: 'save' | 'delete') => {
    save.reset();
    remove.reset();
    setAsking(what);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing && changes.length > 0) ask('save');
      }}
    >
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {changes.length > 0 && recorder && (
              <Button formAction="none" onClick={() => setFields(start)}>
                Discard changes
              </Button>
            )}
            <Button
              variant="primary"
              disabled={missing !== undefined || changes.length === 0}
              disabledReason={missing ?? 'Nothing is changed.'}
            >
              Review and save
            </Button>
          </SpaceBetween>
        }
      >
        <Container
          header={
            <Header
              variant="h2"
              description="What is recorded as configuration items, and how often."
              actions={
                recorder && (
                  <Button formAction="none" onClick={() => ask('delete')}>
                    Delete
                  </Button>
                )
              }
            >
              Configuration recorder
            </Header>
          }
        >
          <RecorderInputs fields={fields} isNew={!recorder} onChange={(part) => setFields({ ...fields, ...part })} />
        </Container>
      </Form>
      {asking === 'save' && (
        <ReviewChanges
          what="the configuration recorder"
          changes={changes}
          error={save.error}
          saving={save.isPending}
          onSave={() =>
            save.mutate({ operation: 'PutConfigurationRecorder', input: { ConfigurationRecorder: recorderOf(fields) } })
          }
          onDismiss={() => setAsking(undefined)}
        />
      )}
      {asking === 'delete' && recorder && (
        <ConfirmDeletion
          what={`the configuration recorder ${recorder.name}`}
          error={remove.error}
          deleting={remove.isPending}
          onDelete={() =>
            remove.mutate({
              operation: 'DeleteConfigurationRecorder',
              input: { ConfigurationRecorderName: recorder.name },
            })
          }
          onDismiss={() => setAsking(undefined)}
        >
          Nothing is recorded or delivered until a recorder is made again. What it has recorded stays.
        </ConfirmDeletion>
      )}
    </form>
  );
}

/** What a recorder cannot do without, in words; undefined where nothing is missing. */
function missingIn({ name, roleARN, strategy, types }: ReturnType<typeof fieldsOf>): string | undefined {
  if (name.trim() === '') return 'A recorder needs a name.';
  if (roleARN.trim() === '') return 'A recorder needs the ARN of a role, as in AWS.';
  if (strategy !== 'ALL_SUPPORTED_RESOURCE_TYPES' && types.length === 0) return 'Choose at least one resource type.';
  return undefined;
}
