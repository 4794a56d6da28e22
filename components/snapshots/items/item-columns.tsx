'use client';
import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import { ResourceName } from '@/components/ui/resource-name';
import { UtcTime } from '@/components/ui/time/utc-time';
import { TypeName } from '@/components/ui/type-name';
import type { ItemRow } from '@/lib/api/contract/snapshots';
import type { ShownScopes } from '@/lib/items/shown-scopes';
import type { View } from '../page/use-view-state';

/**
 * The columns of the items table. Each sorts by the field that its id names. Account and Region have columns of their own where they are
 * shown; else, with `withGlobal`, the zones tell which items are in the Region and which in none.
 */
export function itemColumns(
  { href, follow }: View,
  shown: ShownScopes,
  withGlobal: boolean,
): TableProps.ColumnDefinition<ItemRow>[] {
  // With two columns more, all are to fit a window of 1,440 pixels.
  const widths = shown.regions ? { type: 185, id: 185, zone: 110 } : { type: 195, id: 215, zone: 150 };
  return [
    {
      id: 'resourceType',
      header: 'Type',
      sortingField: 'resourceType',
      minWidth: widths.type,
      cell: ({ resourceType }) => <TypeName type={resourceType} />,
    },
    {
      id: 'resourceId',
      header: 'ID',
      sortingField: 'resourceId',
      isRowHeader: true,
      minWidth: widths.id,
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
      minWidth: 90,
      cell: ({ resourceName, nameTag }) => <ResourceName name={resourceName} nameTag={nameTag} />,
    },
    ...(shown.accounts
      ? [
          {
            id: 'awsAccountId',
            header: 'Account',
            minWidth: 120,
            cell: ({ awsAccountId }: ItemRow) => awsAccountId || '–',
          },
        ]
      : []),
    ...(shown.regions
      ? [
          {
            id: 'awsRegion',
            header: 'Region',
            sortingField: 'awsRegion',
            minWidth: 110,
            cell: ({ awsRegion }: ItemRow) => awsRegion || '–',
          },
        ]
      : []),
    {
      id: 'availabilityZone',
      header: 'Zone',
      sortingField: 'availabilityZone',
      minWidth: widths.zone,
      cell: (row) => (shown.regions ? (row.availabilityZone ?? '–') : <Zone row={row} withRegion={withGlobal} />),
    },
    { id: 'status', header: 'Status', sortingField: 'status', cell: ({ status }) => status ?? '–' },
    {
      id: 'captureTime',
      header: 'Captured',
      sortingField: 'captureTime',
      cell: ({ captureTime, state }) => (
        <>
          <UtcTime value={captureTime} absoluteOnly />
          {state && (
            <Box variant="small" display="block">
              State {state.number} of {state.of}
            </Box>
          )}
        </>
      ),
    },
  ];
}

/** The zone; and the Region, where it is asked for and the zone's own name does not tell it. */
function Zone({ row: { availabilityZone, awsRegion }, withRegion }: { row: ItemRow; withRegion: boolean }) {
  if (availabilityZone === undefined) return awsRegion || '–';
  if (!withRegion || !awsRegion || availabilityZone.startsWith(awsRegion)) return availabilityZone;
  return (
    <>
      {availabilityZone}
      <Box variant="small" display="block">
        {awsRegion}
      </Box>
    </>
  );
}
