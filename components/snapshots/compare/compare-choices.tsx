'use client';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { objectName } from '@/components/buckets/folder-trail';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import type { CompareState } from './compare-url';

interface CompareChoicesProps {
  state: CompareState;
  onChange(changes: Partial<CompareState>): void;
}

/** Chooses the two snapshots. */
export function CompareChoices({ state, onChange }: CompareChoicesProps) {
  const { key, otherKey } = state;
  const list = useQuery(snapshotQueries.snapshots({ bucket: state.bucket || undefined }));
  const bucket = state.bucket || (list.data?.bucket ?? '');
  const options = (list.data?.snapshots ?? []).map(({ key: value, configSnapshotId, deliveredAt }) => ({
    value,
    label: `${deliveredAt.slice(0, 19).replace('T', ' ')} UTC`,
    description: configSnapshotId,
  }));
  const choice = (label: string, value: string, other: string, change: (chosen: string) => void) => (
    <div style={{ minWidth: 340 }}>
      <FormField label={label}>
        <Select
          options={options.filter((option) => option.value !== other)}
          selectedOption={
            options.find((option) => option.value === value) ?? (value ? { value, label: objectName(value) } : null)
          }
          onChange={({ detail }) => change(detail.selectedOption.value ?? '')}
          placeholder="Choose a snapshot"
          filteringType="auto"
          filteringAriaLabel={`Find: ${label}`}
          statusType={list.isPending ? 'loading' : list.error ? 'error' : 'finished'}
          errorText="The snapshots could not be listed"
          empty="There are no snapshots in the bucket"
        />
      </FormField>
    </div>
  );
  return (
    <SpaceBetween direction="horizontal" size="m" alignItems="end">
      {choice('Earlier snapshot', key, otherKey, (chosen) => onChange({ bucket, key: chosen }))}
      {choice('Later snapshot', otherKey, key, (chosen) => onChange({ bucket, otherKey: chosen }))}
      <Button onClick={() => onChange({ key: otherKey, otherKey: key })} disabled={!key && !otherKey}>
        Swap
      </Button>
    </SpaceBetween>
  );
}
