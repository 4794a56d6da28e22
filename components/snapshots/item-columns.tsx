'use client';
import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import { TypeName } from '@/components/ui/type-name';
import { UtcTime } from '@/components/ui/utc-time';
import type { ItemRow } from '@/lib/api/contract/snapshots';
import type { View } from './use-view-state';

/** The columns of the items table. Each sorts by the field that its id names. */
export function itemColumns({ href, follow }: View): TableProps.ColumnDefinition<ItemRow>[] {
  return [
    {
      id: 'resourceType',
      header: 'Type',
      sortingField: 'resourceType',
      minWidth: 200,
      cell: ({ resourceType }) => <TypeName type={resourceType} />,
    },
    {
      id: 'resourceId',
      header: 'ID',
      sortingField: 'resourceId',
      isRowHeader: true,
      minWidth: 180,
      cell: ({ index, resourceId }) => (
        <Link href={href({ item: index })} onFollow={follow}>
          <span style={{ overflowWrap: 'anywhere' }}>{resourceId || '(no ID)'}</span>
        </Link>
      ),
    },
    {
      id: 'resourceName',
      header: 'Name',
      sortingField: 'resourceName',
      minWidth: 110,
      cell: ({ resourceName }) => <span style={{ overflowWrap: 'anywhere' }}>{resourceName ?? '–'}</span>,
    },
    {
      id: 'availabilityZone',
      header: 'Zone',
      sortingField: 'availabilityZone',
      cell: ({ availabilityZone, awsRegion }) => (
        <span style={{ whiteSpace: 'nowrap' }}>{availabilityZone ?? awsRegion ?? '–'}</span>
      ),
    },
    { id: 'status', header: 'Status', sortingField: 'status', cell: ({ status }) => status },
    {
      id: 'captureTime',
      header: 'Captured',
      sortingField: 'captureTime',
      cell: ({ captureTime }) => <UtcTime value={captureTime} absoluteOnly />,
    },
  ];
}
