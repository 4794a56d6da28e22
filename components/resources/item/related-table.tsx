'use client';
import { useCollection } from '@cloudscape-design/collection-hooks';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { RouteLink } from '@/components/layout/route-link';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/table/empty-state';
import type { ResourceView } from '@/lib/api/contract/resources';
import { resourceHref } from '../resources-url';

type Related = ResourceView['related'][number];

const columns: TableProps.ColumnDefinition<Related>[] = [
  {
    id: 'direction',
    header: 'Direction',
    sortingField: 'direction',
    minWidth: 130,
    cell: ({ direction }) => (direction === 'out' ? 'From this resource' : 'To this resource'),
  },
  // AWS ends many names with a space: it is kept in files and left out of sight here.
  {
    id: 'name',
    header: 'Relationship',
    sortingField: 'name',
    minWidth: 180,
    cell: ({ name, derived, field }) =>
      derived ? `${name.trim()} (derived${field ? ` from ${field}` : ''})` : name.trim(),
  },
  { id: 'type', header: 'Type', sortingField: 'resourceType', minWidth: 200, cell: ({ resourceType }) => resourceType },
  {
    id: 'other',
    header: 'Resource',
    sortingField: 'resourceId',
    isRowHeader: true,
    minWidth: 240,
    cell: (row) => <Other related={row} />,
  },
];

/** What a resource is related to, in both directions; resources that are recorded are linked. */
export function RelatedTable({ related }: { related: Related[] }) {
  const { items, collectionProps, paginationProps } = useCollection(related, {
    sorting: {},
    pagination: { pageSize: 25 },
  });
  return (
    <Table
      {...collectionProps}
      header={
        <Header variant="h2" counter={`(${countText(related.length)})`}>
          Relationships
        </Header>
      }
      items={items}
      columnDefinitions={columns}
      wrapLines
      pagination={paginationProps.pagesCount > 1 && <Pagination {...paginationProps} />}
      ariaLabels={{ tableLabel: 'Relationships' }}
      empty={<EmptyState title="No relationships">AWS Config records none for this resource.</EmptyState>}
    />
  );
}

function Other({ related }: { related: Related }) {
  const { resourceType, resourceId, resourceName, recorded } = related;
  const shown =
    resourceName && resourceId && resourceName !== resourceId
      ? `${resourceId} (${resourceName})`
      : (resourceId ?? resourceName);
  if (recorded && resourceId) return <RouteLink href={resourceHref({ resourceType, resourceId })}>{shown}</RouteLink>;
  return (
    <>
      {shown} <StatusIndicator type="not-started">not recorded</StatusIndicator>
    </>
  );
}
