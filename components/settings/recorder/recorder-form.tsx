'use client';
import { useState } from 'react';
import type { RecorderSettings } from '@/lib/api/contract/operations';
import { changesBetween } from '../changes';
import { PutForm } from '../put-form';
import { fieldsOf, type RecorderFields, recorderOf, shownRecorder } from './recorder-fields';
import { RecorderInputs } from './recorder-inputs';

/** The configuration recorder to be made or changed: what it records, and how often. */
export function RecorderForm({ recorder, onSaved }: { recorder: RecorderSettings | undefined; onSaved(): void }) {
  const [start] = useState(() => fieldsOf(recorder));
  const [fields, setFields] = useState(start);
  return (
    <PutForm
      title="Configuration recorder"
      description="What is recorded as configuration items, and how often."
      what="the configuration recorder"
      present={recorder?.name}
      changes={changesBetween(recorder ? shownRecorder(start) : [], shownRecorder(fields))}
      missing={missingIn(fields)}
      put={{ operation: 'PutConfigurationRecorder', input: { ConfigurationRecorder: recorderOf(fields) } }}
      remove={{ operation: 'DeleteConfigurationRecorder', input: { ConfigurationRecorderName: start.name } }}
      removal="Recorded items stay. Nothing is recorded or delivered until you create a recorder again."
      onDiscard={() => setFields(start)}
      onSaved={onSaved}
    >
      <RecorderInputs fields={fields} isNew={!recorder} onChange={(part) => setFields({ ...fields, ...part })} />
    </PutForm>
  );
}

/** What a recorder cannot do without, in words; undefined where nothing is missing. */
function missingIn({ name, roleARN, strategy, types }: RecorderFields): string | undefined {
  if (name.trim() === '') return 'A recorder needs a name.';
  if (roleARN.trim() === '') return 'A recorder needs the ARN of a role, as in AWS.';
  if (strategy !== 'ALL_SUPPORTED_RESOURCE_TYPES' && types.length === 0) return 'Choose at least one resource type.';
  return undefined;
}
