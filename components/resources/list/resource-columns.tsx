'use client';
import type { TableProps } from '@cloudscape-design/components/table';
import { RouteLink } from '@/components/layout/route-link';
import { ResourceName } from '@/components/ui/resource-name';
import { UtcTime } from '@/components/ui/time/utc-time';
import { TypeName } from '@/components/ui/type-name';
import type { ResourcesView } from '@/lib/api/contract/resources';
import { type SortColumn, sortColumn } from '@/lib/api/contract/snapshots';
import { resourceHref } from '../resources-url';

type Row = ResourcesView['items'][number];

/** The columns of the table of resources; `sortingField` is the server's own name of the column. */
export const resourceColumns: (TableProps.ColumnDefinition<Row> & { sortingField?: SortColumn })[] = [
  {
    id: 'type',
    header: 'Type',
    sortingField: 'resourceType',
    width: 175,
    minWidth: 150,
    cell: (row) => <TypeName type={row.resourceType} />,
  },
  {
    id: 'id',
    header: 'Resource ID',
    sortingField: 'resourceId',
    isRowHeader: true,
    width: 190,
    minWidth: 150,
    cell: (row) => <ResourceLink row={row} />,
  },
  {
    id: 'name',
    header: 'Name',
    sortingField: 'resourceName',
    width: 120,
    minWidth: 100,
    cell: ({ resourceName, nameTag }) => <ResourceName name={resourceName} nameTag={nameTag} />,
  },
  {
    id: 'zone',
    header: 'Zone',
    sortingField: 'availabilityZone',
    width: 122,
    minWidth: 100,
    cell: (row) => row.availabilityZone ?? '–',
  },
  { id: 'region', header: 'Region', width: 105, minWidth: 90, cell: (row) => <OneLine text={row.awsRegion} /> },
  {
    id: 'status',
    header: 'Status',
    sortingField: 'status',
    width: 174,
    minWidth: 100,
    cell: (row) => <OneLine text={row.status} />,
  },
  {
    id: 'captured',
    header: 'Captured',
    sortingField: 'captureTime',
    width: 185,
    minWidth: 185,
    cell: (row) => <UtcTime value={row.captureTime} />,
  },
];

/** The column to ask the server to sort by; undefined for a name that is none. */
export function sortableColumn(name: string | undefined): SortColumn | undefined {
  return sortColumn.safeParse(name).data;
}

/** Many ids are ARNs: one line, the whole of it on hover and, for screen readers, as the link's text. */
function ResourceLink({ row }: { row: Row }) {
  return (
    <span className="one-line" title={row.resourceId}>
      <RouteLink href={resourceHref(row)}>{row.resourceId}</RouteLink>
    </span>
  );
}

/** A text that is cut where its column ends; columns can be widened. */
function OneLine({ text = '–' }: { text?: string }) {
  return (
    <span className="one-line" title={text}>
      {text}
    </span>
  );
}
