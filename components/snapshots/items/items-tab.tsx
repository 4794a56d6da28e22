'use client';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/table/empty-state';
import { PagedTable } from '@/components/ui/table/paged-table';
import type { DocumentView } from '@/lib/api/contract/documents';
import { itemSortColumn } from '@/lib/api/contract/snapshots';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { nameInScope, shownScopes } from '@/lib/items/shown-scopes';
import type { View } from '../page/use-view-state';
import { filterOf, isFiltered, itemsRequestOf, noFilter, pageSizes } from '../page/view-state';
import { itemColumns } from './item-columns';
import { ItemsFilter } from './items-filter';

/** The table of a document's items: sorted, filtered and paged by the server, as the URL says. */
export function ItemsTab({ view, document }: { view: View; document: DocumentView }) {
  const { state, change } = view;
  const items = useQuery(snapshotQueries.items(itemsRequestOf(state)));
  const total = items.data?.total;
  const shown = shownScopes(document);
  const filtered = isFiltered(filterOf(state));
  const rows = items.data?.items ?? [];
  if (items.error && !items.data) return <LoadFailure title="The items cannot be shown" query={items} />;
  return (
    <SpaceBetween size="m">
      <LoadFailure title="The items cannot be shown" query={items} />
      <PagedTable
        variant="borderless"
        title="Configuration items"
        things="items"
        request={state}
        pageSizes={pageSizes}
        total={total}
        counter={filtered ? `(${countText(total ?? 0)} of ${countText(document.itemCount)})` : undefined}
        updating={items.isPlaceholderData}
        onRequest={({ sort, ...part }) =>
          change(sort === undefined ? part : { ...part, sort: itemSortColumn.safeParse(sort).data })
        }
        ariaLabels={{
          selectionGroupLabel: 'Open item',
          itemSelectionLabel: (_, { resourceId, awsAccountId: accountId, awsRegion: region }) =>
            `Open ${nameInScope(resourceId, { accountId, region }, shown)}`,
        }}
        filter={<ItemsFilter view={view} total={total ?? 0} />}
        items={rows}
        trackBy={({ index }) => String(index)}
        loading={items.isPending}
        loadingText="Loading the items"
        columnDefinitions={itemColumns(view, shown, document.regions.length > 1)}
        selectionType="single"
        selectedItems={rows.filter(({ index }) => index === state.item)}
        onSelectionChange={({ detail }) => change({ item: detail.selectedItems[0]?.index })}
        onRowClick={({ detail }) => change({ item: detail.item.index })}
        empty={
          filtered || state.page > 1 ? (
            <EmptyState
              title={total ? 'There is no such page' : 'No item matches'}
              action={
                <Button onClick={() => change({ ...noFilter, page: 1 })}>
                  {filtered ? 'Clear the filters' : 'Go to the first page'}
                </Button>
              }
            />
          ) : (
            <EmptyState title="No items">This document has no configuration items.</EmptyState>
          )
        }
      />
    </SpaceBetween>
  );
}
