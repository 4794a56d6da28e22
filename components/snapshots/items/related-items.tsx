'use client';
import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Icon from '@cloudscape-design/components/icon';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { countText } from '@/components/ui/bytes';
import type { RelatedRow } from '@/lib/api/contract/snapshots';
import { type ShownScopes, scopeText } from '@/lib/items/shown-scopes';
import { useShownScopes } from '../page/use-shown-scopes';
import type { ItemPlace } from './item-place';

function Resource({ view, row, shown }: { view: ItemPlace; row: RelatedRow; shown: ShownScopes }) {
  const scope = scopeText(row, shown);
  const name = row.resourceId ?? row.resourceName ?? '(no ID)';
  return (
    <>
      {row.index === undefined ? (
        name
      ) : (
        <Link href={view.href({ item: row.index })} onFollow={view.follow}>
          {name}
        </Link>
      )}
      <Box variant="small" display="block">
        {row.resourceType}
      </Box>
      {scope && (
        <Box variant="small" display="block">
          {scope}
        </Box>
      )}
      {row.index === undefined && (
        <Box variant="small" display="block" color="text-status-inactive">
          not in this snapshot
        </Box>
      )}
    </>
  );
}

/** What an item points at, and what points at it. Each relationship is named by the item that it starts from. */
export function RelatedItems({ view, related, total }: { view: ItemPlace; related: RelatedRow[]; total: number }) {
  const { items, paginationProps } = useCollection(related, { pagination: { pageSize: 10 } });
  const shown = useShownScopes(view.state);
  const given = countText(related.length);
  const more = total > related.length ? `first ${given} of ${countText(total)}` : given;
  return (
    <Table
      variant="embedded"
      ariaLabels={{ tableLabel: 'Related items' }}
      header={
        <Header variant="h3" counter={`(${more})`}>
          Related items
        </Header>
      }
      pagination={
        paginationProps.pagesCount > 1 && (
          <Pagination
            {...paginationProps}
            ariaLabels={{
              paginationLabel: 'Pages of related items',
              previousPageLabel: 'Previous related items',
              nextPageLabel: 'Next related items',
              pageLabel: (number) => `Related items, page ${number}`,
            }}
          />
        )
      }
      items={items}
      wrapLines
      columnDefinitions={[
        {
          id: 'name',
          header: 'Relationship',
          minWidth: 150,
          cell: ({ direction, name, derived, field }) => (
            <>
              <Icon
                name={direction === 'out' ? 'arrow-right' : 'arrow-left'}
                ariaLabel={direction === 'out' ? 'To' : 'From'}
              />{' '}
              {name.trim()}
              {derived && (
                <Box variant="small" display="block">
                  {field ? `derived from ${field}` : 'derived'}
                </Box>
              )}
            </>
          ),
        },
        {
          id: 'resource',
          header: 'Item',
          isRowHeader: true,
          minWidth: 180,
          cell: (row) => <Resource view={view} row={row} shown={shown} />,
        },
      ]}
      empty="Not related to anything"
    />
  );
}
