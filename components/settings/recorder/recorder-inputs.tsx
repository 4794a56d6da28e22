'use client';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { FrequencyOverrides } from './frequency-overrides';
import { type Frequency, frequencyWord, type RecorderFields, type Strategy, strategyText } from './recorder-fields';
import { TypesInput } from './types-input';

interface RecorderInputsProps {
  fields: RecorderFields;
  isNew: boolean;
  onChange(part: Partial<RecorderFields>): void;
}

const strategies: Record<Strategy, string> = {
  ALL_SUPPORTED_RESOURCE_TYPES: 'New types are recorded as soon as they are supported.',
  EXCLUSION_BY_RESOURCE_TYPES: 'Choose the types to exclude.',
  INCLUSION_BY_RESOURCE_TYPES: 'Choose the types to include.',
};
const frequencies: Record<Frequency, string> = {
  CONTINUOUS: 'Each change is recorded when it is discovered.',
  DAILY: 'The latest state is recorded once every 24 hours, if it has changed.',
};

/** What is recorded, and how often. */
export function RecorderInputs({ fields, isNew, onChange }: RecorderInputsProps) {
  const all = fields.strategy === 'ALL_SUPPORTED_RESOURCE_TYPES';
  return (
    <SpaceBetween size="l">
      <FormField
        label="Name"
        constraintText={
          isNew
            ? '1 to 256 characters.'
            : 'A recorder cannot be renamed. To use another name, delete it and create a new one.'
        }
      >
        <Input value={fields.name} disabled={!isNew} onChange={({ detail }) => onChange({ name: detail.value })} />
      </FormField>
      <FormField label="Role ARN" description="Stored and shown as in AWS. Snapscope reads with its own credentials.">
        <Input
          value={fields.roleARN}
          placeholder="arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
          onChange={({ detail }) => onChange({ roleARN: detail.value })}
        />
      </FormField>
      <FormField label="What is recorded" stretch>
        <RadioGroup
          value={fields.strategy}
          items={Object.entries(strategies).map(([value, description]) => ({
            value,
            label: strategyText[value as Strategy],
            description,
          }))}
          onChange={({ detail }) => onChange({ strategy: detail.value as Strategy })}
        />
      </FormField>
      {all ? (
        <Checkbox
          checked={fields.includeGlobal}
          description="IAM users, groups, roles and customer managed policies. Record them in one Region of an account only."
          onChange={({ detail }) => onChange({ includeGlobal: detail.checked })}
        >
          Record global types
        </Checkbox>
      ) : (
        <FormField
          label={fields.strategy === 'EXCLUSION_BY_RESOURCE_TYPES' ? 'Types not to record' : 'Types to record'}
          stretch
        >
          <TypesInput
            types={fields.types}
            label={fields.strategy === 'EXCLUSION_BY_RESOURCE_TYPES' ? 'Types not to record' : 'Types to record'}
            onChange={(types) => onChange({ types })}
          />
        </FormField>
      )}
      <FormField label="How often" stretch>
        <RadioGroup
          value={fields.frequency}
          items={Object.entries(frequencies).map(([value, description]) => ({
            value,
            label: frequencyWord[value as Frequency],
            description,
          }))}
          onChange={({ detail }) => onChange({ frequency: detail.value as Frequency })}
        />
      </FormField>
      <FrequencyOverrides overrides={fields.overrides} onChange={(overrides) => onChange({ overrides })} />
    </SpaceBetween>
  );
}
