'use client';
import Multiselect from '@cloudscape-design/components/multiselect';
import { useQuery } from '@tanstack/react-query';
import { mostDocuments } from '@/lib/api/contract/query';
import { snapshotQueries } from '@/lib/api/queries/snapshots';

interface QuerySnapshotsProps {
  bucket: string;
  objectKey: string;
  /** Keys of the snapshots that are asked besides. */
  others: string[];
  onChange(others: string[]): void;
}

/** Chooses further snapshots of the bucket to ask together with this one. */
export function QuerySnapshots({ bucket, objectKey, others, onChange }: QuerySnapshotsProps) {
  const list = useQuery(snapshotQueries.snapshots({ bucket }));
  const options = (list.data?.snapshots ?? [])
    .filter(({ key }) => key !== objectKey)
    .map(({ key, configSnapshotId, deliveredAt, accountId, region }) => ({
      value: key,
      label: `${deliveredAt.slice(0, 16).replace('T', ' ')} UTC`,
      description: configSnapshotId,
      tags: [accountId, region],
    }));
  return (
    <div style={{ minWidth: 280 }}>
      <Multiselect
        selectedOptions={options.filter(({ value }) => others.includes(value))}
        options={options}
        onChange={({ detail }) =>
          onChange(detail.selectedOptions.flatMap(({ value }) => value ?? []).slice(0, mostDocuments - 1))
        }
        placeholder="This snapshot alone"
        hideTokens
        filteringType="auto"
        statusType={list.isPending ? 'loading' : list.error ? 'error' : 'finished'}
        errorText="The snapshots of the bucket could not be listed"
        empty="There are no other snapshots in this bucket"
        ariaLabel="Further snapshots to ask"
        selectedAriaLabel="Chosen"
      />
    </div>
  );
}
