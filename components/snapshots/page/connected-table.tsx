'use client';
import { useCollection } from '@cloudscape-design/collection-hooks';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { graphHref } from '@/components/graph/page/graph-url';
import { useFollow } from '@/components/layout/use-follow';
import { EmptyState } from '@/components/ui/table/empty-state';
import { TypeName } from '@/components/ui/type-name';
import type { ReferencesView } from '@/lib/api/contract/snapshots';
import { identityKey } from '@/lib/items/identity';
import { nameInScope } from '@/lib/items/shown-scopes';
import { CountBar } from './count-bar';
import { scopeColumns } from './scope-columns';
import { useShownScopes } from './use-shown-scopes';
import type { View } from './use-view-state';

type Connected = ReferencesView['unresolved'][number] & { index?: number };

interface ConnectedTableProps {
  view: View;
  title: string;
  description: string;
  counter: string;
  countHeader: string;
  rows: Connected[];
  empty: string;
}

/** Resources with how many others they are related to, the most first; from each to its item and to its part of the graph. */
export function ConnectedTable({ view, title, description, counter, countHeader, rows, empty }: ConnectedTableProps) {
  const { items, collectionProps, paginationProps } = useCollection(rows, { pagination: { pageSize: 10 } });
  const most = rows[0]?.neighbours ?? 1;
  const shown = useShownScopes(view.state);
  const follow = useFollow();
  const { bucket, key, partial } = view.state;
  const place = { bucket, key, partial };
  return (
    <Table
      {...collectionProps}
      variant="borderless"
      wrapLines
      header={
        <Header variant="h2" counter={counter} description={description}>
          {title}
        </Header>
      }
      pagination={
        paginationProps.pagesCount > 1 && (
          <Pagination {...paginationProps} ariaLabels={{ paginationLabel: `Pages of ${title}` }} />
        )
      }
      items={items}
      trackBy={identityKey}
      columnDefinitions={[
        {
          id: 'type',
          header: 'Type',
          minWidth: 180,
          cell: ({ resourceType }) => <TypeName type={resourceType} />,
        },
        {
          id: 'id',
          header: 'ID',
          isRowHeader: true,
          minWidth: 200,
          cell: ({ resourceId, index }) => {
            const id = <span style={{ overflowWrap: 'anywhere' }}>{resourceId || '(no ID)'}</span>;
            if (index === undefined) return id;
            return (
              <Link href={view.href({ item: index })} onFollow={view.follow}>
                {id}
              </Link>
            );
          },
        },
        ...scopeColumns<Connected>(shown),
        {
          id: 'neighbours',
          header: countHeader,
          minWidth: 180,
          cell: ({ neighbours }) => <CountBar count={neighbours} most={most} />,
        },
        {
          id: 'graph',
          header: 'Graph',
          minWidth: 90,
          cell: (row) => (
            <Link
              href={graphHref({ ...place, view: 'neighborhood', focus: [identityKey(row)] })}
              onFollow={follow}
              ariaLabel={`Draw ${nameInScope(row.resourceId, row, shown)}`}
            >
              Draw
            </Link>
          ),
        },
      ]}
      ariaLabels={{ tableLabel: title }}
      empty={<EmptyState title={empty} />}
    />
  );
}
