'use client';
import Button from '@cloudscape-design/components/button';
import { RouteLink } from '@/components/layout/route-link';
import { EmptyState } from '@/components/ui/table/empty-state';
import { PagedTable } from '@/components/ui/table/paged-table';
import type { ResourcesRequest, ResourcesView } from '@/lib/api/contract/resources';
import { pageSizes } from '../resources-url';
import { resourceColumns, sortableColumn } from './resource-columns';
import { ResourcesFilter } from './resources-filter';

interface ResourcesTableProps {
  request: ResourcesRequest;
  change: (part: Partial<ResourcesRequest>, options?: { typing?: boolean }) => void;
  view: ResourcesView | undefined;
  loading: boolean;
  /** The rows are those of the last question; the answer to this one is on its way. */
  updating: boolean;
}

/** One page of the recorded resources with its filters. */
export function ResourcesTable({ request, change, view, loading, updating }: ResourcesTableProps) {
  const filtered = request.types.length > 0 || request.search !== '' || request.filter !== undefined;
  return (
    <PagedTable
      title="Recorded resources"
      things="resources"
      request={request}
      pageSizes={pageSizes}
      total={view?.total}
      updating={updating}
      onRequest={({ sort, ...part }) => {
        const sortable = sortableColumn(sort);
        change(sortable ? { ...part, sort: sortable } : part);
      }}
      items={view?.items ?? []}
      columnDefinitions={resourceColumns}
      trackBy={(item) => `${item.resourceType}/${item.resourceId}`}
      loading={loading}
      loadingText="Loading the resources"
      resizableColumns
      filter={<ResourcesFilter request={request} change={change} total={view?.total ?? 0} />}
      empty={
        filtered ? (
          <EmptyState
            title="No resource matches"
            action={
              <Button onClick={() => change({ types: [], search: '', filter: undefined })}>Clear the filter</Button>
            }
          >
            No recorded resource matches this filter.
          </EmptyState>
        ) : (
          <EmptyState title="No resources recorded">
            The recorder has found nothing yet. The <RouteLink href="/">overview</RouteLink> shows its sources.
          </EmptyState>
        )
      }
    />
  );
}
