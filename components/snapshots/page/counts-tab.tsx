'use client';
import { useCollection } from '@cloudscape-design/collection-hooks';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/table/empty-state';
import type { CountsView } from '@/lib/api/contract/snapshots';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { ItemsFilter } from '../items/items-filter';
import { narrowed } from '../items/items-query';
import { CountBar } from './count-bar';
import { CountedBySelect, countedWords } from './counted-by-select';
import type { View } from './use-view-state';
import { filterOf, isFiltered, noFilter } from './view-state';

type Count = CountsView['values'][number];

/** How many of the items that the filter leaves have each value of a property; a value leads to its items. */
export function CountsTab({ view }: { view: View }) {
  const { bucket, key, by } = view.state;
  const filter = filterOf(view.state);
  const counts = useQuery(snapshotQueries.counts({ bucket, key, ...filter, by }));
  const { total = 0, distinct = 0 } = counts.data ?? {};
  const rows = useMemo(() => counts.data?.values ?? [], [counts.data]);
  const most = rows[0]?.count ?? 1;
  const { items, collectionProps, paginationProps } = useCollection(rows, { pagination: { pageSize: 50 } });
  const words = countedWords(by);
  if (counts.error && !counts.data) return <LoadFailure title="The items cannot be counted" query={counts} />;
  return (
    <SpaceBetween size="m">
      <LoadFailure title="The items cannot be counted" query={counts} />
      <Table
        {...collectionProps}
        variant="borderless"
        wrapLines
        header={
          <Header
            variant="h2"
            counter={counts.data && `(${countText(distinct)})`}
            info={counts.isPlaceholderData && <StatusIndicator type="loading">Updating</StatusIndicator>}
            description={
              distinct > rows.length
                ? `The ${countText(rows.length)} most frequent of ${countText(distinct)}.`
                : undefined
            }
            actions={<CountedBySelect by={by} onChange={(next) => view.change({ by: next })} />}
          >
            Items by {words.inText}
          </Header>
        }
        filter={<ItemsFilter view={view} total={total} />}
        pagination={
          paginationProps.pagesCount > 1 && (
            <Pagination {...paginationProps} ariaLabels={{ paginationLabel: 'Pages of counts' }} />
          )
        }
        items={items}
        trackBy={({ value }) => (value === undefined ? 'none' : `value ${value}`)}
        loading={counts.isPending}
        loadingText="Counting the items"
        columnDefinitions={[
          {
            id: 'value',
            header: words.label,
            isRowHeader: true,
            minWidth: 220,
            cell: (row) => <CountedValue view={view} row={row} />,
          },
          {
            id: 'count',
            header: 'Items',
            minWidth: 220,
            width: '45%',
            cell: ({ count }) => <CountBar count={count} most={most} />,
          },
          {
            id: 'share',
            header: 'Share',
            minWidth: 90,
            width: 110,
            cell: ({ count }) => shareText(count, total),
          },
        ]}
        ariaLabels={{ tableLabel: `Items by ${words.inText}` }}
        empty={
          isFiltered(filter) ? (
            <EmptyState
              title="No item matches"
              action={<Button onClick={() => view.change({ ...noFilter, page: 1 })}>Clear the filters</Button>}
            />
          ) : (
            <EmptyState title="No items">This document has no configuration items.</EmptyState>
          )
        }
      />
    </SpaceBetween>
  );
}

function CountedValue({ view, row: { value } }: { view: View; row: Count }) {
  const { by } = view.state;
  const filter = narrowed(filterOf(view.state), by, value);
  const text = <span style={{ overflowWrap: 'anywhere' }}>{value === '' ? '(empty)' : (value ?? '(none)')}</span>;
  if (!filter) return text;
  return (
    <SpaceBetween direction="horizontal" size="s">
      <Link href={view.href({ ...filter, tab: 'items', page: 1 })} onFollow={view.follow}>
        {text}
      </Link>
      {by === 'tag' && (
        <Link
          href={view.href({ by: `tag:${value ?? ''}` })}
          onFollow={view.follow}
          variant="secondary"
          ariaLabel={`Values of the tag ${value ?? ''}`}
        >
          Values
        </Link>
      )}
    </SpaceBetween>
  );
}

function shareText(count: number, total: number): string {
  const percent = total === 0 ? 0 : (100 * count) / total;
  return percent > 0 && percent < 0.1 ? '< 0.1 %' : `${percent.toLocaleString('en', { maximumFractionDigits: 1 })} %`;
}
