'use client';
import Button from '@cloudscape-design/components/button';
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { QueryFailure } from '@/components/layout/query-failure';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/empty-state';
import { type DocumentView, sortColumn } from '@/lib/api/contract/snapshots';
import { queries } from '@/lib/api/queries';
import { itemColumns } from './item-columns';
import { ItemsFilter } from './items-filter';
import type { View } from './use-view-state';
import { itemsRequestOf, pageSizes } from './view-state';

/** The table of a document's items: sorted, filtered and paged by the server, as the address says. */
export function ItemsTab({ view, document }: { view: View; document: DocumentView }) {
  const { state, change } = view;
  const items = useQuery(queries.items(itemsRequestOf(state)));
  const columns = itemColumns(view);
  const total = items.data?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / state.pageSize));
  const filtered = state.types.length > 0 || state.search !== '';
  const rows = items.data?.items ?? [];
  const count = filtered
    ? `(${countText(total)} of ${countText(document.itemCount)})`
    : `(${countText(document.itemCount)})`;
  if (items.error && !items.data) return <QueryFailure title="The items cannot be shown" query={items} />;
  return (
    <SpaceBetween size="m">
      <QueryFailure title="The items cannot be shown" query={items} />
      <Table
        variant="borderless"
        ariaLabels={{
          tableLabel: 'Configuration items',
          selectionGroupLabel: 'Open item',
          itemSelectionLabel: (_, { resourceId }) => `Open ${resourceId}`,
        }}
        header={
          <Header counter={items.data && count} info={items.isPlaceholderData && <Spinner />}>
            Configuration items
          </Header>
        }
        filter={<ItemsFilter view={view} types={document.types} />}
        pagination={
          <Pagination
            currentPageIndex={Math.min(state.page, pages)}
            pagesCount={pages}
            onChange={({ detail }) => change({ page: detail.currentPageIndex })}
            ariaLabels={{
              paginationLabel: 'Pages of items',
              previousPageLabel: 'Previous page',
              nextPageLabel: 'Next page',
              pageLabel: (page) => `Page ${page}`,
            }}
          />
        }
        preferences={
          <CollectionPreferences
            title="Preferences"
            confirmLabel="Apply"
            cancelLabel="Cancel"
            preferences={{ pageSize: state.pageSize }}
            pageSizePreference={{
              title: 'Page size',
              options: pageSizes.map((value) => ({ value, label: `${value} items` })),
            }}
            onConfirm={({ detail }) => change({ pageSize: detail.pageSize ?? pageSizes[0], page: 1 })}
          />
        }
        items={rows}
        trackBy={({ index }) => String(index)}
        wrapLines
        loading={items.isPending}
        loadingText="Loading the items"
        columnDefinitions={columns}
        sortingColumn={columns.find(({ id }) => id === state.sort)}
        sortingDescending={state.order === 'desc'}
        onSortingChange={({ detail }) =>
          change({
            sort: sortColumn.safeParse(detail.sortingColumn.sortingField).data,
            order: detail.isDescending ? 'desc' : 'asc',
            page: 1,
          })
        }
        selectionType="single"
        selectedItems={rows.filter(({ index }) => index === state.item)}
        onSelectionChange={({ detail }) => change({ item: detail.selectedItems[0]?.index })}
        onRowClick={({ detail }) => change({ item: detail.item.index })}
        empty={
          filtered || state.page > 1 ? (
            <EmptyState
              title={total > 0 ? 'There are fewer pages than that' : 'No item matches'}
              action={
                <Button onClick={() => change({ types: [], search: '', page: 1 })}>
                  {filtered ? 'Clear the filters' : 'Go to the first page'}
                </Button>
              }
            />
          ) : (
            <EmptyState title="No items">This document holds no configuration items.</EmptyState>
          )
        }
      />
    </SpaceBetween>
  );
}
