'use client';
import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import { RouteLink } from '@/components/layout/route-link';
import { resourcesHref } from '@/components/resources/resources-url';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/table/empty-state';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { ListingView, RecorderView } from '@/lib/api/contract/recorder';

const shows = [
  { value: 'all', label: 'All types' },
  { value: 'failed', label: 'Failed' },
  { value: 'found', label: 'With resources' },
];

const columns: TableProps.ColumnDefinition<ListingView>[] = [
  {
    id: 'listing',
    header: 'Type',
    sortingField: 'listing',
    isRowHeader: true,
    minWidth: 220,
    cell: ({ listing, itemCount, resourceTypes }) =>
      itemCount > 0 ? <RouteLink href={resourcesHref({ types: [...resourceTypes] })}>{listing}</RouteLink> : listing,
  },
  {
    id: 'state',
    header: 'Status',
    sortingField: 'lastStatus',
    minWidth: 260,
    cell: (listing) => <ListingState listing={listing} />,
  },
  {
    id: 'items',
    header: 'Resources',
    sortingField: 'itemCount',
    minWidth: 110,
    cell: ({ shownCount, itemCount }) => countText(shownCount ?? itemCount),
  },
  {
    id: 'read',
    header: 'Last read',
    sortingField: 'lastAttemptTime',
    minWidth: 200,
    cell: ({ lastAttemptTime }) => <UtcTime value={lastAttemptTime} none="Never" />,
  },
  {
    id: 'duration',
    header: 'Took',
    sortingField: 'durationMs',
    minWidth: 80,
    cell: ({ durationMs }) => (durationMs === undefined ? '–' : `${(durationMs / 1000).toFixed(1)} s`),
  },
];

/** The types that a source reads one by one, each with its own last status. */
export function ListingsTable({ source }: { source: RecorderView['sources'][number] }) {
  const [show, setShow] = useState('all');
  const wanted = source.listings.filter(
    (listing) => show === 'all' || (show === 'failed' ? listing.lastStatus === 'FAILURE' : listing.itemCount > 0),
  );
  const failures = source.listings.filter(({ lastStatus }) => lastStatus === 'FAILURE').length;
  const { items, collectionProps, filterProps, filteredItemsCount, actions } = useCollection(wanted, {
    filtering: { fields: ['listing', 'errorCode', 'errorMessage'] },
    sorting: { defaultState: { sortingColumn: { sortingField: 'listing' } } },
  });
  const clear = () => {
    setShow('all');
    actions.setFiltering('');
  };
  return (
    <Table
      {...collectionProps}
      header={
        <Header
          variant="h2"
          counter={`(${countText(source.listings.length)})`}
          description={
            failures > 0
              ? `${source.description}. ${countText(failures)} failed in the last reading.`
              : source.description
          }
        >
          {`Source ${source.name}`}
        </Header>
      }
      items={items}
      trackBy="listing"
      wrapLines
      columnDefinitions={columns}
      filter={
        <div className="filters">
          <TextFilter
            {...filterProps}
            filteringPlaceholder="Find a type"
            filteringAriaLabel={`Find a type of ${source.name}`}
            filteringClearAriaLabel="Clear"
            countText={`${countText(filteredItemsCount ?? 0)} ${filteredItemsCount === 1 ? 'match' : 'matches'}`}
          />
          <Select
            options={shows}
            selectedOption={shows.find(({ value }) => value === show) ?? null}
            ariaLabel="Which types to show"
            onChange={({ detail }) => setShow(detail.selectedOption.value ?? 'all')}
          />
        </div>
      }
      ariaLabels={{ tableLabel: `Types of source ${source.name}` }}
      empty={
        <EmptyState title="No type matches" action={<Button onClick={clear}>Show all</Button>}>
          No type of this source matches the filter.
        </EmptyState>
      }
    />
  );
}

function ListingState({ listing }: { listing: ListingView }) {
  if (listing.state === 'waiting') return <StatusIndicator type="pending">Waiting</StatusIndicator>;
  if (listing.state === 'listing') return <StatusIndicator type="in-progress">Reading</StatusIndicator>;
  if (listing.lastStatus === 'PENDING') return <StatusIndicator type="not-started">Not read yet</StatusIndicator>;
  if (listing.lastStatus === 'SUCCESS') return <StatusIndicator type="success">Read</StatusIndicator>;
  return (
    <>
      <StatusIndicator type="error">Failed</StatusIndicator>
      <Box fontSize="body-s">
        {listing.errorCode && <Box variant="code">{listing.errorCode}</Box>} {listing.errorMessage}
        {listing.missingPermission && (
          <div>
            Allow <Box variant="code">{listing.missingPermission}</Box>
          </div>
        )}
        {listing.lastSuccessfulTime && (
          <div>
            Last read whole: <UtcTime value={listing.lastSuccessfulTime} />
          </div>
        )}
      </Box>
    </>
  );
}
