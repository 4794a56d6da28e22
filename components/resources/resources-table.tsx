'use client';
import Button from '@cloudscape-design/components/button';
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { RouteLink } from '@/components/layout/route-link';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/empty-state';
import type { ResourcesRequest, ResourcesView } from '@/lib/api/contract/resources';
import { resourceColumns, sortableColumn } from './resource-columns';
import { pageSizes } from './resources-address';
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
  const total = view?.total ?? 0;
  const filtered = request.types.length > 0 || request.search !== '' || request.filter !== undefined;
  const sorted = request.sort && resourceColumns.find(({ sortingField }) => sortingField === request.sort);
  return (
    <Table
      header={
        <Header
          variant="h2"
          counter={view ? `(${countText(total)})` : undefined}
          info={updating && <StatusIndicator type="loading">Updating</StatusIndicator>}
        >
          Recorded resources
        </Header>
      }
      items={view?.items ?? []}
      columnDefinitions={resourceColumns}
      trackBy={(item) => `${item.resourceType}/${item.resourceId}`}
      loading={loading}
      loadingText="Loading the resources"
      resizableColumns
      wrapLines
      sortingColumn={sorted}
      sortingDescending={request.order === 'desc'}
      onSortingChange={({ detail }) => {
        const sort = sortableColumn(detail.sortingColumn.sortingField);
        if (sort) change({ sort, order: detail.isDescending ? 'desc' : 'asc' });
      }}
      filter={<ResourcesFilter request={request} change={change} total={total} />}
      pagination={
        <Pagination
          currentPageIndex={request.page}
          pagesCount={Math.max(1, Math.ceil(total / request.pageSize))}
          disabled={loading}
          onChange={({ detail }) => change({ page: detail.currentPageIndex })}
          ariaLabels={{
            nextPageLabel: 'Next page',
            previousPageLabel: 'Previous page',
            pageLabel: (page) => `Page ${page}`,
          }}
        />
      }
      preferences={
        <CollectionPreferences
          title="Preferences"
          confirmLabel="Confirm"
          cancelLabel="Cancel"
          preferences={{ pageSize: request.pageSize }}
          pageSizePreference={{
            title: 'Resources on a page',
            options: pageSizes.map((value) => ({ value, label: `${value} resources` })),
          }}
          onConfirm={({ detail }) => detail.pageSize && change({ pageSize: detail.pageSize })}
        />
      }
      ariaLabels={{ tableLabel: 'Recorded resources' }}
      empty={
        filtered ? (
          <EmptyState
            title="No resource matches"
            action={
              <Button onClick={() => change({ types: [], search: '', filter: undefined })}>Clear the filter</Button>
            }
          >
            Nothing recorded fits this filter.
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
