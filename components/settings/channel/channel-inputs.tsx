'use client';
import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { frequencyNames, frequencyText } from '@/components/delivery/channel/channel-labels';
import { bucketQueries } from '@/lib/api/queries/buckets';
import type { ChannelFields } from './channel-fields';

interface ChannelInputsProps {
  fields: ChannelFields;
  isNew: boolean;
  onChange(part: Partial<ChannelFields>): void;
}

const frequencies = ['', ...frequencyNames].map((value) => ({ value, label: frequencyText(value || undefined) }));

/** The fields of a delivery channel, one input each. */
export function ChannelInputs({ fields, isNew, onChange }: ChannelInputsProps) {
  const buckets = useQuery(bucketQueries.buckets());
  return (
    <SpaceBetween size="l">
      <FormField
        label="Name"
        constraintText={
          isNew
            ? '1 to 256 characters.'
            : 'A channel cannot be renamed. To use another name, delete it and create a new one.'
        }
      >
        <Input value={fields.name} disabled={!isNew} onChange={({ detail }) => onChange({ name: detail.value })} />
      </FormField>
      <FormField label="Bucket" description="The bucket must exist and let Snapscope write.">
        <Autosuggest
          value={fields.s3BucketName}
          options={(buckets.data?.buckets ?? []).map(({ name }) => ({ value: name }))}
          enteredTextLabel={(text) => `Use ${text}`}
          placeholder="config-bucket-123456789012"
          statusType={buckets.isPending ? 'loading' : 'finished'}
          loadingText="Loading the buckets"
          empty="No buckets found. Enter a name."
          onChange={({ detail }) => onChange({ s3BucketName: detail.value })}
        />
      </FormField>
      <FormField
        label={<Optional text="Key prefix" />}
        description="The part of the keys before AWSLogs/, without a slash at either end."
      >
        <Input
          value={fields.s3KeyPrefix}
          placeholder="audit/config"
          onChange={({ detail }) => onChange({ s3KeyPrefix: detail.value })}
        />
      </FormField>
      <FormField label="Frequency of snapshots">
        <Select
          options={frequencies}
          selectedOption={
            frequencies.find(({ value }) => value === fields.deliveryFrequency) ?? {
              value: fields.deliveryFrequency,
              label: fields.deliveryFrequency,
            }
          }
          onChange={({ detail }) => onChange({ deliveryFrequency: detail.selectedOption.value ?? '' })}
        />
      </FormField>
      <FormField
        label={<Optional text="KMS key ARN" />}
        description="Encrypts the objects. Without a key, the bucket's own encryption applies."
      >
        <Input
          value={fields.s3KmsKeyArn}
          placeholder="arn:aws:kms:us-west-2:123456789012:key/…"
          onChange={({ detail }) => onChange({ s3KmsKeyArn: detail.value })}
        />
      </FormField>
      <FormField label={<Optional text="SNS topic ARN" />} description="Notified of each change and each delivery.">
        <Input
          value={fields.snsTopicARN}
          placeholder="arn:aws:sns:us-west-2:123456789012:config"
          onChange={({ detail }) => onChange({ snsTopicARN: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}

function Optional({ text }: { text: string }) {
  return (
    <>
      {text} <i>- optional</i>
    </>
  );
}
